// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_KIND_KEY_HPP
#define SYNTH_DATASET_KIND_KEY_HPP

#include <cstddef>
#include <string>
#include <type_traits>

#include <synth/dataset/generator_of.hpp>
#include <synth/dataset/optional_parent.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/derivation.hpp>
#include <synth/schema/entry_options.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

// Whether the kinds of a column can be told apart: its values are numbers or texts.
template<typename Value>
inline constexpr bool has_kinds = whole_numbered<Value> || std::is_same_v<Value, std::string>;

// Numbers that a check ties to other columns are chosen together with these (dataset/key_box.hpp).
template<typename Schema, std::size_t Table, std::size_t Column>
consteval bool find_kind_key() {
    using row_type = typename Schema::template row_at<Table>;
    using value = value_type_of<field_type<row_type, Column>>;
    if constexpr (derived_of<Schema, Table, Column>.source == column_source::key && has_kinds<value> &&
                  is_undescribed<Schema, Table, Column>) {
        return catalog_of<Schema>.columns[first_column<Schema, Table> + Column].listed &&
               (std::is_same_v<value, std::string> || !checks_of<row_type>.joins(Column));
    } else {
        return false;
    }
}

} // namespace detail

/// Whether a column is the key of a table of kinds: each row has one of the few values that its type names or
/// its checks list, such as `CHECK (code IN ('person', 'firm'))`.
template<typename Schema, std::size_t Table, std::size_t Column>
inline constexpr bool is_kind_key = detail::find_kind_key<Schema, Table, Column>();

namespace detail {

// Whether no check asks anything of the columns of a reference but one.
template<typename Row>
constexpr bool only_limits(const column_set& columns, std::size_t column) {
    bool only = true;
    for (const schema_index each : columns) {
        only = only && (each == column || !checks_of<Row>.limits(each));
    }
    return only;
}

template<typename Schema, std::size_t Table, std::size_t Column>
consteval bool find_repeated_kind() {
    constexpr derived_column derived = derived_of<Schema, Table, Column>;
    if constexpr (derived.source == column_source::reference) {
        using row_type = typename Schema::template row_at<Table>;
        constexpr catalog_reference reference = catalog_of<Schema>.references[derived.reference];
        using stated = std::remove_cvref_t<
            decltype(find_reference_option<
                     row_type, derived.reference - catalog_of<Schema>.tables[Table].first_reference,
                     value_option>())>;
        if constexpr (derivation_of<Schema>.references[derived.reference].mode == reference_mode::drawn &&
                      std::is_same_v<stated, not_described> && !may_be_absent<Schema>(derived.reference)) {
            return is_kind_key<Schema, reference.parent, derived.parent_column> &&
                   only_limits<row_type>(reference.child_columns, Column);
        } else {
            return false;
        }
    } else {
        return false;
    }
}

} // namespace detail

/// Whether a column repeats the key of a table of kinds and nobody asks for a law, so that its reference may
/// give each row the kind that others look for.
template<typename Schema, std::size_t Table, std::size_t Column>
inline constexpr bool is_repeated_kind = detail::find_repeated_kind<Schema, Table, Column>();

} // namespace synth

#endif
