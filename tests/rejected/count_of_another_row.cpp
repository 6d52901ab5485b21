// rejects: synth: a count must be of a row in the schema; add the row to synth::schema<...>
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t id{};
};
struct order {
    std::int64_t id{};
    std::int64_t customer_id{};
};

#if SYNTH_REJECT
using database = synth::schema<customer>;
#else
using database = synth::schema<customer, order>;
#endif

int main() { return synth::dataset<database>{synth::count<order>{5}}.options().seed == 1 ? 0 : 1; }
