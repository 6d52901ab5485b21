// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_SELECTIVE_HPP
#define SYNTH_DATASET_SELECTIVE_HPP

#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>

#include <synth/generate/whole_number.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/derivation.hpp>
#include <synth/schema/derived_value.hpp>
#include <synth/schema/entry_options.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

// Whether the values of a column may be dealt out to rows: nobody else decides them.
template<typename Schema, std::size_t Table, std::size_t Column>
consteval bool may_be_dealt() {
    using row_type = typename Schema::template row_at<Table>;
    using value = value_type_of<field_type<row_type, Column>>;
    return derivation_of<Schema>.columns[catalog_of<Schema>.tables[Table].first_column + Column].source ==
               column_source::generated &&
           generator_count<row_type, Column> == 0 &&
           (whole_numbered<value> || std::is_same_v<value, std::string>);
}

// Whether a reference finds its parents by itself, among rows that have numbers.
template<typename Schema>
constexpr bool may_select(std::size_t reference) {
    const derived_reference& derived = derivation_of<Schema>.references[reference];
    return derived.mode != reference_mode::implied && derived.mode != reference_mode::forest &&
           derived.mode != reference_mode::absent &&
           !(derived.mode == reference_mode::matched &&
             derivation_of<Schema>.references[derived.path.references[0]].mode == reference_mode::dealt);
}

template<typename Schema, std::size_t Reference, std::size_t Position>
consteval bool selects_by() {
    constexpr catalog_reference reference = catalog_of<Schema>.references[Reference];
    constexpr std::size_t column = reference.child_columns[Position];
    using row_type = typename Schema::template row_at<reference.child>;
    if constexpr (!checks_of<row_type>.limits(column) || !may_select<Schema>(Reference)) {
        return false;
    } else {
        return derivation_of<Schema>.columns[catalog_of<Schema>.tables[reference.child].first_column + column].reference ==
                   Reference &&
               may_be_dealt<Schema, reference.parent, reference.parent_columns[Position]>();
    }
}

} // namespace detail

/// The place of the column by which a reference selects its parents: its own checks ask more of it than the
/// parent does, such as `CHECK (kind = 'car')` of a column that repeats `vehicle.kind`. `no_index`: it takes
/// any parent.
template<typename Schema, std::size_t Reference>
inline constexpr std::size_t selective_place = []<std::size_t... Positions>(
                                                   std::index_sequence<Positions...>) {
    std::size_t found = no_index;
    ((found = found == no_index && detail::selects_by<Schema, Reference, Positions>() ? Positions : found),
     ...);
    return found;
}(std::make_index_sequence<catalog_of<Schema>.references[Reference].child_columns.size()>{});

template<typename Schema, std::size_t Reference>
inline constexpr bool is_selective = selective_place<Schema, Reference> != no_index;

namespace detail {

template<typename Schema, std::size_t Table, std::size_t Column, std::size_t Reference>
consteval bool selects_column() {
    constexpr catalog_reference reference = catalog_of<Schema>.references[Reference];
    if constexpr (reference.parent != Table) {
        return false;
    } else {
        constexpr std::size_t place = selective_place<Schema, Reference>;
        return place != no_index && reference.parent_columns[place] == Column;
    }
}

} // namespace detail

/// Whether references select the rows of a table by a column, so that its values are dealt out to the rows.
template<typename Schema, std::size_t Table, std::size_t Column>
inline constexpr bool is_selected_by = []<std::size_t... References>(std::index_sequence<References...>) {
    return (detail::selects_column<Schema, Table, Column, References>() || ...);
}(std::make_index_sequence<catalog_of<Schema>.references.size()>{});

} // namespace synth

#endif
