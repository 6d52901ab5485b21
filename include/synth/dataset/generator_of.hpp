// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_GENERATOR_OF_HPP
#define SYNTH_DATASET_GENERATOR_OF_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

#include <synth/dataset/existing_column.hpp>
#include <synth/dataset/joint_key.hpp>
#include <synth/generate/by_type.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/key.hpp>
#include <synth/generate/sequence.hpp>
#include <synth/schema/derived_value.hpp>
#include <synth/schema/entry_options.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

template<typename Schema, std::size_t Table>
inline constexpr std::size_t first_column = catalog_of<Schema>.tables[Table].first_column;

template<typename Schema, std::size_t Table, std::size_t Column>
inline constexpr derived_column derived_of =
    derivation_of<Schema>.columns[first_column<Schema, Table> + Column];

// Whether another table's reference needs the values of a column, itself or through one that the database
// computes from it, which then are never NULL.
template<typename Schema>
constexpr bool is_referenced(std::size_t table, std::size_t column) {
    const auto columns = catalog_of<Schema>.view().columns_of(table);
    bool found = columns[column].referenced;
    for (const catalog_column& each : columns) {
        found = found || (each.referenced && each.computed_from == column);
    }
    return found;
}

template<typename Schema, std::size_t Table, std::size_t Column>
consteval bool is_only_primary_key() {
    bool found = false;
    for (const catalog_key& key : catalog_of<Schema>.view().keys_of(Table)) {
        found = found || (key.primary && key.columns.size() == 1 && key.columns[0] == Column);
    }
    return found;
}

// Whether a column alone keeps a key distinct.
template<typename Schema, std::size_t Table, std::size_t Column>
consteval bool is_key_column() {
    if constexpr (catalog_of<Schema>.tables[Table].filled_outside) {
        return existing_list<Schema, Table>::template is_key<Column>();
    } else {
        return derived_of<Schema, Table, Column>.source == column_source::key;
    }
}

} // namespace detail

/// The description of a column's generator: the one that the table states, else one for its key, else one for
/// its type.
template<typename Schema, std::size_t Table, std::size_t Column>
[[nodiscard]] constexpr auto generator_of() {
    using row_type = typename Schema::template row_at<Table>;
    using value = value_type_of<field_type<row_type, Column>>;
    constexpr auto stated = find_column_option<row_type, Column, value_option>();
    if constexpr (!std::is_same_v<std::remove_cvref_t<decltype(stated)>, not_described>) {
        return stated;
    } else if constexpr (detail::derived_of<Schema, Table, Column>.source == column_source::joint) {
        return joint_column{};
    } else if constexpr (detail::derived_of<Schema, Table, Column>.source != column_source::key) {
        return default_generator{};
    } else if constexpr (std::is_integral_v<value> && !std::is_same_v<value, bool> &&
                         detail::is_only_primary_key<Schema, Table, Column>()) {
        return sequence{};
    } else {
        return permuted_key{};
    }
}

namespace detail {

// What a description says of the making of a column.
template<typename Schema, std::size_t Table, std::size_t Column>
using stated_option = std::remove_cvref_t<
    decltype(find_column_option<typename Schema::template row_at<Table>, Column, value_option>())>;

// Whether synth chooses how a column's values are made.
template<typename Schema, std::size_t Table, std::size_t Column>
inline constexpr bool is_undescribed = !catalog_of<Schema>.tables[Table].filled_outside &&
                                       std::is_same_v<stated_option<Schema, Table, Column>, not_described>;

// Of each column of a table, the columns from which it is derived.
template<typename Schema, std::size_t Table>
inline constexpr auto needed_by_columns = []<std::size_t... Columns>(std::index_sequence<Columns...>) {
    return std::array<std::span<const needed_column>, sizeof...(Columns)>{
        needs<Schema, stated_option<Schema, Table, Columns>>::columns...};
}(std::make_index_sequence<catalog_of<Schema>.tables[Table].column_count>{});

} // namespace detail

} // namespace synth

#endif
