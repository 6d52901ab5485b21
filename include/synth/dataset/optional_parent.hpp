// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_OPTIONAL_PARENT_HPP
#define SYNTH_DATASET_OPTIONAL_PARENT_HPP

#include <cstddef>

#include <synth/dataset/generator_of.hpp>
#include <synth/schema/derivation.hpp>
#include <synth/schema/schema.hpp>

namespace synth::detail {

// Whether a row may be without a parent: a column that this reference decides is nullable, and none of these
// columns is what another table refers to.
template<typename Schema>
constexpr bool may_be_absent(std::size_t index) {
    const catalog_reference& reference = catalog_of<Schema>.references[index];
    bool absent = false;
    for (const schema_index column : reference.child_columns) {
        const catalog_table& table = catalog_of<Schema>.tables[reference.child];
        if (catalog_of<Schema>.columns[table.first_column + column].nullable &&
            derivation_of<Schema>.columns[table.first_column + column].reference == index) {
            if (is_referenced<Schema>(reference.child, column)) {
                return false;
            }
            absent = true;
        }
    }
    return absent;
}

// Whether a self-reference lets each row have any earlier one as its parent, or none.
template<typename Schema>
constexpr bool has_open_forest(std::size_t index) {
    const derived_reference& derived = derivation_of<Schema>.references[index];
    return derived.mode == reference_mode::forest && !derived.distinct && !derived.roots_only &&
           may_be_absent<Schema>(index);
}

// Whether a row is without a parent where there is none to choose: nothing else follows the reference.
template<typename Schema>
constexpr bool may_lack_choice(std::size_t index) {
    const derived_reference& derived = derivation_of<Schema>.references[index];
    bool may = derived.mode == reference_mode::matched && !derived.distinct && may_be_absent<Schema>(index);
    for (const derived_reference& other : derivation_of<Schema>.references) {
        may = may && other.via != index;
        for (std::size_t step = 0; step < other.via_path.size; ++step) {
            may = may && other.via_path.references[step] != index;
        }
    }
    return may;
}

} // namespace synth::detail

#endif
