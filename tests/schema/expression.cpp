// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

#include <doctest/doctest.h>

#include <synth/schema/expression.hpp>
#include <synth/schema/expression_functions.hpp>

namespace {

using namespace synth;

struct order {
    std::int32_t id{};
    std::optional<std::string> note{};
    decimal<12, 2> total{};
    uuid key{};
};

TEST_CASE("a column knows its row, its place and whether it may be NULL") {
    constexpr auto note = value<&order::note>;
    static_assert(std::is_same_v<std::remove_cvref_t<decltype(note)>, expression<order, 1>>);
    static_assert(note.root().column == 1 && note.root().nullable && note.root().kind == value_kind::text);
    static_assert(!value<&order::id>.root().nullable);
}

TEST_CASE("an expression holds its nodes in postfix order") {
    constexpr auto sum = (value<&order::id> + 1) * value<&order::total>;
    static_assert(sum.nodes.size() == 5);
    static_assert(sum.nodes[0].column == 0 && sum.nodes[1].number == 1);
    static_assert(sum.nodes[2].what == operation::add && sum.nodes[2].size == 3);
    static_assert(sum.nodes[3].column == 2);
    static_assert(sum.root().what == operation::multiply && sum.root().size == 5);
}

TEST_CASE("what is no constant of SQL is no operand") {
    static_assert(detail::operands<expression<order, 1>, int>);
    static_assert(detail::operands<const char*, expression<order, 1>>);
    static_assert(detail::operands<expression<order, 1>, std::nullopt_t>);
    static_assert(!detail::operands<expression<order, 1>, uuid>);
    static_assert(!detail::operands<int, int>);
}

} // namespace
