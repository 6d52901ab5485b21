// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_EXPRESSION_HPP
#define SYNTH_SCHEMA_EXPRESSION_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include <synth/core/integer.hpp>
#include <synth/reflect/names.hpp>
#include <synth/schema/column_set.hpp>
#include <synth/schema/column_type.hpp>
#include <synth/schema/expression_node.hpp>
#include <synth/schema/expression_result.hpp>

namespace synth {

/// An expression over the columns of one row, as SQL would calculate it: `value<&order::total> > 0`. `Row`
/// is void where it has no column. The nodes are data: whether a row keeps to them is calculated from them
/// (generate/evaluation.hpp), and so is what they allow a column (generate/allowed_search.hpp).
template<typename Row, std::size_t Size>
struct expression {
    std::array<expression_node, Size> nodes{};

    [[nodiscard]] constexpr const expression_node& root() const { return nodes[Size - 1]; }
};

namespace detail {

template<typename Type>
inline constexpr bool is_expression = false;
template<typename Row, std::size_t Size>
inline constexpr bool is_expression<expression<Row, Size>> = true;

/// What may stand beside an expression: a value of a column type, a number or a text.
template<typename Type>
concept expression_constant =
    !is_expression<Type> &&
    (std::is_convertible_v<const Type&, std::string_view> || std::is_same_v<Type, exact_decimal> ||
     std::is_same_v<Type, std::nullopt_t> || any_integer<Type> ||
     (column_type<Type> && !nullable<Type> && node_of_type<Type>().kind != value_kind::other));

template<typename Type>
concept operand = is_expression<std::remove_cvref_t<Type>> || expression_constant<std::decay_t<Type>>;

template<typename Left, typename Right>
concept operands = operand<Left> && operand<Right> &&
                   (is_expression<std::remove_cvref_t<Left>> || is_expression<std::remove_cvref_t<Right>>);

// Whether two expressions name columns of one row; a function, as a class whose own assertion fails is no use
// to clang afterwards.
template<typename Left, typename Right>
consteval bool of_one_row() {
    constexpr bool good = std::is_void_v<Left> || std::is_void_v<Right> || std::is_same_v<Left, Right>;
    static_assert(good,
                  "synth: an expression must name columns of one row; compare columns of other tables in a "
                  "derived column");
    return good;
}

template<typename Row, std::size_t Size>
constexpr auto apply(operation what, const expression<Row, Size>& inner) {
    expression<Row, Size + 1> result;
    for (std::size_t index = 0; index < Size; ++index) {
        result.nodes[index] = inner.nodes[index];
    }
    result.nodes[Size] = node_of(what, inner.root(), inner.root());
    result.nodes[Size].size = static_cast<std::uint16_t>(Size + 1);
    return result;
}

template<typename Left, std::size_t First, typename Right, std::size_t Second>
constexpr auto apply(operation what, const expression<Left, First>& left,
                     const expression<Right, Second>& right) {
    if constexpr (!of_one_row<Left, Right>()) {
        return left; // explained already
    } else {
        expression<std::conditional_t<std::is_void_v<Left>, Right, Left>, First + Second + 1> result;
        for (std::size_t index = 0; index < First; ++index) {
            result.nodes[index] = left.nodes[index];
        }
        for (std::size_t index = 0; index < Second; ++index) {
            result.nodes[First + index] = right.nodes[index];
        }
        result.nodes[First + Second] = node_of(what, left.root(), right.root());
        result.nodes[First + Second].size = static_cast<std::uint16_t>(First + Second + 1);
        return result;
    }
}

template<auto Member>
using named_field = std::remove_cvref_t<decltype(std::declval<row_of_member<Member>&>().*Member)>;

template<auto Member>
consteval expression_node column_node() {
    using field = named_field<Member>;
    expression_node node = node_of_type<field>();
    node.what = operation::column;
    node.nullable = nullable<field>;
    node.column = static_cast<schema_index>(member_index<Member>);
    return node;
}

// A part of a column, which may be missing.
template<auto Member, typename Part>
consteval expression_node part_node(column_part part) {
    expression_node node = column_node<Member>();
    const expression_node of_part = node_of_type<Part>();
    node.kind = of_part.kind;
    node.real = of_part.real;
    node.scale = of_part.scale;
    node.width = of_part.width;
    node.nullable = true;
    node.part = part;
    return node;
}

template<auto Member>
consteval expression_node element_node() {
    using value = value_type_of<named_field<Member>>;
    constexpr bool good = array_type<value>;
    static_assert(good, "synth: each_element must be given an array; write synth::value for other columns");
    if constexpr (good) {
        return part_node<Member, value_type_of<element_of<value>>>(column_part::element);
    } else {
        return column_node<Member>(); // explained already
    }
}

template<auto Member>
consteval expression_node bound_node(column_part part) {
    using value = value_type_of<named_field<Member>>;
    constexpr bool good = range_type<value>;
    static_assert(good, "synth: lower_of and upper_of must be given a range; write synth::value for other "
                        "columns");
    if constexpr (good) {
        return part_node<Member, range_element<value>>(part);
    } else {
        return column_node<Member>(); // explained already
    }
}

} // namespace detail

/// A column in an expression: `value<&order::shipped_at> >= value<&order::placed_at>`.
template<auto Member>
inline constexpr expression<row_of_member<Member>, 1> value{{detail::column_node<Member>()}};

/// Each element of an array. A check that names it is met by an array if no element makes it false, and names
/// nothing else: `check(each_element<&post::tags> != "")`.
template<auto Member>
inline constexpr expression<row_of_member<Member>, 1> each_element{{detail::element_node<Member>()}};

/// The bounds of a range as SQL's lower() and upper(), NULL where there is none:
/// `upper_of<&stay::nights> - lower_of<&stay::nights> <= 31`. Of whole numbers and dates the upper one is the
/// first behind the range.
template<auto Member>
inline constexpr expression<row_of_member<Member>, 1> lower_of{
    {detail::bound_node<Member>(column_part::lower)}};
template<auto Member>
inline constexpr expression<row_of_member<Member>, 1> upper_of{
    {detail::bound_node<Member>(column_part::upper)}};

} // namespace synth

#endif
