// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_EXISTING_KEY_HPP
#define SYNTH_DATASET_EXISTING_KEY_HPP

#include <compare>
#include <concepts>
#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>

#include <synth/core/plan_error.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

// Floating-point keys in the order of their bits, so that NaN has a place.
template<typename Value>
[[nodiscard]] int key_order(const Value& left, const Value& right) {
    if constexpr (std::floating_point<Value>) {
        const auto order = std::strong_order(left, right);
        return static_cast<int>(order > 0) - static_cast<int>(order < 0);
    } else {
        return static_cast<int>(right < left) - static_cast<int>(left < right);
    }
}

template<typename Field>
[[nodiscard]] const value_type_of<Field>& present(const Field& field) {
    if constexpr (nullable<Field>) {
        return *field;
    } else {
        return field;
    }
}

// The operators of expressions take anything that they may be of, and are no order.
template<typename Value>
inline constexpr bool has_order =
    std::is_arithmetic_v<Value> || std::is_enum_v<Value> || requires(const Value& value) {
        { value < value } -> std::same_as<bool>;
    };
template<range_type Value>
inline constexpr bool has_order<Value> = false;

// A value as a message shows it, with a space before; empty where its text is the business of sinks.
template<typename Value>
[[nodiscard]] std::string shown_value(const Value& value) {
    if constexpr (std::same_as<Value, bool>) {
        return value ? " true" : " false";
    } else if constexpr (std::integral<Value>) {
        return " " + std::to_string(value);
    } else if constexpr (std::same_as<Value, std::string>) {
        return " '" + value + "'";
    } else {
        return {};
    }
}

} // namespace detail

/// A key of a table that is filled outside, by its place in the catalog: how it orders rows whose columns all
/// have values, and what is said of rows that it does not tell apart.
template<typename Schema, std::size_t Key>
class existing_key {
    static constexpr column_set columns = catalog_of<Schema>.keys[Key].columns;
    static constexpr std::size_t table = catalog_of<Schema>.keys[Key].table;
    using row_type = typename Schema::template row_at<table>;

public:
    // Below zero where the left row comes first. Every column has a value.
    [[nodiscard]] static int compare(const row_type& left, const row_type& right) {
        return [&]<std::size_t... Places>(std::index_sequence<Places...>) {
            int order = 0;
            ((order = order != 0 ? order
                                 : detail::key_order(detail::present(field<columns[Places]>(left)),
                                                     detail::present(field<columns[Places]>(right)))),
             ...);
            return order;
        }(std::make_index_sequence<columns.size()>{});
    }

    [[noreturn]] static void refuse_twice(const row_type& row) {
        std::string names;
        std::string values;
        [&]<std::size_t... Places>(std::index_sequence<Places...>) {
            ((names.append(names.empty() ? "" : ", ").append(name_of(columns[Places])),
              values += detail::shown_value(detail::present(field<columns[Places]>(row)))),
             ...);
        }(std::make_index_sequence<columns.size()>{});
        throw plan_error{catalog_of<Schema>.tables[table].shown() +
                         ": two of the rows that are there have one key (" + names + ")" +
                         (values.empty() ? "" : ":" + values) + "; give each row once"};
    }

private:
    [[nodiscard]] static std::string name_of(std::size_t column) {
        return std::string{catalog_of<Schema>.view().columns_of(table)[column].name};
    }
};

} // namespace synth

#endif
