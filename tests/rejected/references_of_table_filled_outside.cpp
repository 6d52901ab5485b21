// rejects: synth: a table that is filled outside must not have references, checks, generators, row_count or virtual_table; leave them out, its rows are there already
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct continent {
    std::int64_t id{};
};
struct country {
    std::int64_t id{};
    std::int64_t continent_id{};
};

template<>
inline constexpr auto synth::table<country> = synth::describe<country>(
#if SYNTH_REJECT
    synth::filled_outside(),
#endif
    synth::references<&country::continent_id, &continent::id>());

int main() { return synth::dataset<synth::schema<country, continent>>{}.options().seed == 1 ? 0 : 1; }
