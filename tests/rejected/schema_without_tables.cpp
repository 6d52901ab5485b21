// rejects: synth: a schema must have a table; name at least one row in synth::schema<...>
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t id{};
};

#if SYNTH_REJECT
using database = synth::schema<>;
#else
using database = synth::schema<customer>;
#endif

int main() { return synth::dataset<database>{}.options().seed == 1 ? 0 : 1; }
