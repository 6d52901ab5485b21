// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_REFLECT_ROW_HPP
#define SYNTH_REFLECT_ROW_HPP

#include <type_traits>

namespace synth {

/// A row that stands for another of which it has but some columns, each in its place; the library makes such
/// rows (schema/keys_of.hpp).
template<typename Row>
concept outline_row = requires { typename Row::outlined_row; };

namespace detail {

template<typename Row>
struct outlined {
    using type = Row;
};
template<outline_row Row>
struct outlined<Row> {
    using type = typename Row::outlined_row;
};

} // namespace detail

/// The row that the members of a row belong to: itself, unless it stands for another.
template<typename Row>
using outlined_row_of = typename detail::outlined<Row>::type;

namespace detail {

template<typename Type>
struct only_base_of {
    template<typename Base>
        requires(std::is_base_of_v<Base, Type> && !std::is_same_v<Base, Type>)
    constexpr operator Base() const noexcept;
};

} // namespace detail

/// Whether an aggregate has a base class: its first initializer would be the base.
template<typename Type>
concept has_base = std::is_aggregate_v<Type> && requires { Type{detail::only_base_of<Type>{}}; };

/// A struct that can be a table: an aggregate that has a default value and no base class.
template<typename Type>
concept row = std::is_class_v<Type> && std::is_aggregate_v<Type> && std::is_default_constructible_v<Type> &&
              !has_base<Type>;

/// Says why a type cannot be a row. Call it before any field is counted: Boost.PFR 1.81 needs minutes and
/// gigabytes for an aggregate that has no default value.
template<typename Row>
consteval void explain_row() {
    static_assert(std::is_class_v<Row> && std::is_aggregate_v<Row>,
                  "synth: a row must be an aggregate: a struct without constructors, private members or "
                  "virtual functions");
    static_assert(!std::is_aggregate_v<Row> || std::is_default_constructible_v<Row>,
                  "synth: a row must be default constructible; give the member that is not an initializer");
    static_assert(!has_base<Row>, "synth: a row must not have a base class; repeat its members instead");
}

} // namespace synth

#endif
