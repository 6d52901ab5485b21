// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_REFERENCE_FIT_HPP
#define SYNTH_DATASET_REFERENCE_FIT_HPP

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <synth/core/plan_error.hpp>
#include <synth/dataset/table_state.hpp>
#include <synth/generate/literal.hpp>

namespace synth {

/// A column by the positions of its table and of itself.
struct column_position {
    std::size_t table{};
    std::size_t column{};
};

/// The column in which the values of a column are made: references are followed to what they repeat in the
/// end. A column that no reference decides is its own origin.
template<typename Schema>
[[nodiscard]] consteval column_position origin_of(column_position from) {
    const auto derived = [&] {
        return derivation_of<Schema>.columns[catalog_of<Schema>.tables[from.table].first_column +
                                             from.column];
    };
    while (derived().source == column_source::reference) {
        from = {catalog_of<Schema>.references[derived().reference].parent, derived().parent_column};
    }
    return from;
}

namespace detail {

// Whether the values of one column may be too much for another of the same kind: the integers wider, the
// texts longer, the seconds finer.
template<typename Child, typename Origin>
[[nodiscard]] constexpr bool is_tighter(const column_facts& child, const column_facts& origin) {
    if constexpr (std::integral<Child> && std::integral<Origin>) {
        return std::numeric_limits<Child>::max() < std::numeric_limits<Origin>::max();
    } else {
        return (child.max_length != 0 && (origin.max_length == 0 || child.max_length < origin.max_length)) ||
               child.fraction_digits < origin.fraction_digits;
    }
}

[[noreturn]] inline void refuse_fit(const std::string& reference, std::string_view column,
                                    const std::string& values) {
    throw plan_error{reference + ": " + values + " of the parent may not fit " + std::string{column} +
                     "; give both columns one type and length, or the parent a key of smaller values"};
}

template<typename Child, typename Origin, typename Key>
void check_key_fit(const Key& key, std::uint64_t rows, const column_facts& child, const std::string& name) {
    if constexpr (std::integral<Child> && requires { key.greatest(rows); }) {
        using limits = std::numeric_limits<Child>;
        if (key.least(rows) < limits::min() || key.greatest(rows) > limits::max()) {
            refuse_fit(name, child.name,
                       "keys from " + std::to_string(key.least(rows)) + " to " +
                           std::to_string(key.greatest(rows)));
        }
    } else if constexpr (requires { static_cast<view_of<Origin>>(key.greatest(rows)).size(); }) {
        // Keys of text, bytes and bits have one width.
        const auto longest = key.greatest(rows);
        if (const auto size = static_cast<view_of<Origin>>(longest).size(); size > child.max_length) {
            refuse_fit(name, child.name, "keys of length " + std::to_string(size));
        }
    } else {
        refuse_fit(name, child.name, "values");
    }
}

// Rows that are there already may have any values, so each is looked at.
template<typename Child, typename Origin, typename Column>
void check_existing_fit(const Column& column, std::uint64_t rows, const column_facts& child,
                        const std::string& name) {
    for (std::uint64_t row = 0; row < rows; ++row) {
        if constexpr (std::integral<Child> && std::integral<Origin>) {
            if (!std::in_range<Child>(column.at(row))) {
                refuse_fit(name, child.name, "the key " + std::to_string(column.at(row)));
            }
        } else if constexpr (std::same_as<view_of<Origin>, std::string_view>) {
            if (child.max_length != 0 && count_characters(column.at(row)) > child.max_length) {
                refuse_fit(name, child.name, "the key '" + std::string{column.at(row)} + "'");
            }
        }
    }
}

} // namespace detail

/// Refuses a plan in which a reference would repeat a value of its parent that its own column cannot hold.
/// `origin` is the state of the table in which the values are made.
template<typename Schema, std::size_t Reference, std::size_t Position, typename Origin>
void check_reference_fit(const Origin& origin, const std::string& name) {
    constexpr catalog_reference reference = detail::reference_at<Schema, Reference>;
    constexpr column_position made =
        origin_of<Schema>({reference.parent, reference.parent_columns[Position]});
    constexpr std::size_t column = reference.child_columns[Position];
    constexpr column_facts child = catalog_of<Schema>.view().columns_of(reference.child)[column];
    constexpr column_facts parent = catalog_of<Schema>.view().columns_of(made.table)[made.column];
    using child_value = value_type_of<field_type<typename Schema::template row_at<reference.child>, column>>;
    using origin_value = value_type_of<field_type<typename Schema::template row_at<made.table>, made.column>>;
    if constexpr (catalog_of<Schema>.tables[made.table].filled_outside &&
                  !(child.fraction_digits < parent.fraction_digits)) {
        if constexpr (!std::is_same_v<child_value, bool>) {
            detail::check_existing_fit<child_value, origin_value>(origin.template column<made.column>(),
                                                                  origin.rows(), child, name);
        }
    } else if constexpr (detail::is_tighter<child_value, origin_value>(child, parent)) {
        constexpr column_source source = detail::derived_of<Schema, made.table, made.column>.source;
        if constexpr (source == column_source::key || source == column_source::joint) {
            detail::check_key_fit<child_value, origin_value>(
                origin.template column<made.column>().generator(), origin.rows(), child, name);
        } else if constexpr (source == column_source::ordinal) {
            const std::uint64_t most = origin.owner().law().most(origin.owner().parents(), origin.rows());
            if (most > static_cast<std::uint64_t>(std::numeric_limits<child_value>::max())) {
                detail::refuse_fit(name, child.name, "numbers up to " + std::to_string(most));
            }
        } else {
            detail::refuse_fit(name, child.name, "values");
        }
    }
}

} // namespace synth

#endif
