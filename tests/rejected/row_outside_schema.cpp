// rejects: synth: a row must be in the schema; add it to synth::schema<...>
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

int main() { return synth::dataset<database>{}.size<order>() == 1'000 ? 0 : 1; }
