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
consteval expression_node column_node() {
    using field = std::remove_cvref_t<decltype(std::declval<row_of_member<Member>&>().*Member)>;
    expression_node node = node_of_type<field>();
    node.what = operation::column;
    node.nullable = nullable<field>;
    node.column = static_cast<schema_index>(member_index<Member>);
    return node;
}

} // namespace detail

/// A column in an expression: `value<&order::shipped_at> >= value<&order::placed_at>`.
template<auto Member>
inline constexpr expression<row_of_member<Member>, 1> value{{detail::column_node<Member>()}};

} // namespace synth

#endif
