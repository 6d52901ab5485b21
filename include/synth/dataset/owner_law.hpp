// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_OWNER_LAW_HPP
#define SYNTH_DATASET_OWNER_LAW_HPP

#include <cstddef>

#include <synth/dataset/degree_law.hpp>
#include <synth/dataset/reference_values.hpp>
#include <synth/schema/schema.hpp>

namespace synth::detail {

template<typename Schema, std::size_t Table>
inline constexpr derived_table derived_table_of = derivation_of<Schema>.tables[Table];

// The law by which the owner of a table has its rows: the one of the reference that owns, else `even`.
template<typename Schema, std::size_t Table>
constexpr auto owner_law() {
    constexpr derived_table derived = derived_table_of<Schema, Table>;
    if constexpr (derived.owner_reference != no_index) {
        return law_of<Schema, derived.owner_reference>();
    } else {
        return even{};
    }
}

} // namespace synth::detail

#endif
