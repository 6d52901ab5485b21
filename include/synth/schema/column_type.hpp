// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_COLUMN_TYPE_HPP
#define SYNTH_SCHEMA_COLUMN_TYPE_HPP

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <synth/schema/sql_fact.hpp>

namespace synth {

namespace detail {

template<typename Type>
inline constexpr bool is_optional = false;
template<typename Value>
inline constexpr bool is_optional<std::optional<Value>> = true;

template<typename Type>
struct without_optional {
    using type = Type;
};
template<typename Value>
struct without_optional<std::optional<Value>> {
    using type = Value;
};

template<typename Type>
struct column_element {
    using type = void;
};
template<typename Element>
struct column_element<std::vector<Element>> {
    using type = Element;
};
template<>
struct column_element<bytes> {
    using type = void;
};

template<typename Type>
inline constexpr bool is_sql_value = false;
template<fixed_string Type>
inline constexpr bool is_sql_value<sql_value<Type>> = true;

template<typename Type>
inline constexpr sql_kind kind_of_sql_value = sql_kind::other;
template<fixed_string Type>
inline constexpr sql_kind kind_of_sql_value<sql_value<Type>> = sql_kind_of(Type.view());

template<typename Type>
struct element_of_range {};
template<typename Element>
struct element_of_range<range<Element>> {
    using type = Element;
};
template<typename Element>
struct element_of_range<multirange<Element>> {
    using type = Element;
};
template<typename Type>
using range_element = typename element_of_range<Type>::type;

} // namespace detail

/// Whether a column of this type may be NULL: `nullable<std::optional<bool>>`.
template<typename Type>
inline constexpr bool nullable = detail::is_optional<Type>;

/// The type of a column's values, NULL left aside: `value_type_of<std::optional<date>>` is `date`.
template<typename Type>
using value_type_of = typename detail::without_optional<Type>::type;

/// A value that is no array: `bool`, `std::int16_t` to `std::int64_t`, `float`, `double`, `decimal`,
/// `std::string`, `bytes`, the dates and times, `uuid`, `json`, `jsonb`, the network types, `bit_string`,
/// ranges, composites, `sql_value`, and enumerations with labels.
template<typename Type>
concept scalar_type = !detail::sql_fact_of<Type>.name.empty();

/// The element of an array as written, `std::optional` where elements may be NULL; void for other types.
template<typename Type>
using element_of = typename detail::column_element<Type>::type;

/// `std::vector` of a scalar or of an optional scalar; arrays of arrays are no SQL type.
template<typename Type>
concept array_type = scalar_type<value_type_of<element_of<Type>>>;

/// `range` of an element, but no multirange.
template<typename Type>
concept range_type = requires(const Type& value) {
    value.lower;
    value.upper_inclusive;
} && std::same_as<Type, range<detail::range_element<Type>>>;

/// What a member of a row may be: a scalar, an array, or `std::optional` of one of these.
template<typename Type>
concept column_type = scalar_type<value_type_of<Type>> || array_type<value_type_of<Type>>;

namespace detail {

template<typename Type>
struct column_view {
    using type = Type;
};
template<typename Type>
    requires std::same_as<Type, std::string> || std::same_as<Type, json> || std::same_as<Type, jsonb> ||
             std::same_as<Type, bit_string> || is_sql_value<Type>
struct column_view<Type> {
    using type = std::string_view;
};
template<typename Element>
struct column_view<multirange<Element>> {
    using type = std::span<const range<Element>>;
};
template<typename Element>
struct column_view<std::vector<Element>> {
    using type = std::span<const Element>;
};

} // namespace detail

/// What a generator yields and a sink writes, without owning it: `std::string_view` for the texts,
/// `std::span` for bytes and arrays, the value itself otherwise; an optional counts as its value.
template<column_type Type>
using view_of = typename detail::column_view<value_type_of<Type>>::type;

/// The view of a value that is not NULL: `as_view(std::string{"a"})` is a `std::string_view`. There is none
/// of `std::vector<bool>`, which has no elements in memory.
template<column_type Type>
    requires(!nullable<Type> && !std::same_as<Type, std::vector<bool>>)
[[nodiscard]] constexpr view_of<Type> as_view(const Type& value) {
    if constexpr (std::same_as<Type, json> || std::same_as<Type, jsonb> || detail::is_sql_value<Type>) {
        return value.text;
    } else if constexpr (requires { value.ranges; }) {
        return value.ranges;
    } else if constexpr (std::same_as<Type, bit_string>) {
        return value.digits;
    } else {
        return value;
    }
}

/// The value a view stands for, owned: `from_view<std::string>(view)`.
template<column_type Type>
    requires(!nullable<Type>)
[[nodiscard]] constexpr Type from_view(const view_of<Type>& view) {
    if constexpr (std::same_as<Type, view_of<Type>>) {
        return view;
    } else if constexpr (std::same_as<Type, std::string>) {
        return std::string{view};
    } else if constexpr (std::same_as<view_of<Type>, std::string_view>) {
        return Type{std::string{view}};
    } else if constexpr (requires(Type value) { value.ranges; }) {
        return Type{{view.begin(), view.end()}};
    } else {
        return Type(view.begin(), view.end());
    }
}

/// The PostgreSQL spelling of a type: `sql_type_name<decimal<12, 2>>() == "numeric(12,2)"`,
/// `sql_type_name<std::vector<std::int64_t>>() == "bigint[]"`; an enumeration without a name is "text".
template<column_type Type>
[[nodiscard]] consteval std::string_view sql_type_name() {
    using value = value_type_of<Type>;
    if constexpr (array_type<value>) {
        using name = detail::array_name<value_type_of<element_of<value>>>;
        return {name::text.data(), name::text.size()};
    } else {
        return detail::sql_fact_of<value>.name;
    }
}

/// The object identifier of a built-in scalar in PostgreSQL's pg_type, 0 for enumerations and arrays:
/// `sql_type_oid<bool> == 16`.
template<column_type Type>
inline constexpr std::uint32_t sql_type_oid = detail::sql_fact_of<value_type_of<Type>>.oid;

} // namespace synth

#endif
