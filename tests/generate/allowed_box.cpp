// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/allowed_box.hpp>
#include <synth/schema/expression_functions.hpp>

#include "random_expression.hpp"

using synth::expression_node;
using synth::int128;
using synth::operation;
using synth::possible_value;

namespace {

struct row {
    std::int32_t a{};
    std::int32_t b{};
    std::int32_t c{};
};

constexpr auto a = synth::value<&row::a>;
constexpr auto b = synth::value<&row::b>;
constexpr auto c = synth::value<&row::c>;

possible_value between(int128 low, int128 high) {
    possible_value value;
    value.low = low;
    value.high = high;
    return value;
}

using box = synth::allowed_box<3>;

// Of three columns from 0 to 15.
template<std::size_t... Sizes>
std::optional<box::sides> widest(const std::array<bool, 3>& varied,
                                 const synth::expression<row, Sizes>&... conditions) {
    box search{varied, {}};
    (search.add(conditions.nodes), ...);
    return search.widest({between(0, 15), between(0, 15), between(0, 15)});
}

constexpr std::array<bool, 3> all{true, true, true};

} // namespace

TEST_CASE("of two columns in order each gets a half") {
    const auto found = widest(all, a < b);
    REQUIRE(found);
    CHECK((*found)[0].high == 7);
    CHECK((*found)[1].low == 8);
    CHECK((*found)[2].high == 15); // no check is about it
}

TEST_CASE("it is the widest, not the first that is good") {
    const auto sum = widest(all, a + b < 12, c >= 2 * a);
    REQUIRE(sum);
    CHECK((*sum)[0].high == 4);
    CHECK((*sum)[1].low == 0);
    CHECK((*sum)[1].high == 7);
    CHECK((*sum)[2].low == 8);
    CHECK((*sum)[2].high == 15);
    const auto chain = widest(all, a < b, b < c);
    REQUIRE(chain);
    CHECK((*chain)[0].high < (*chain)[1].low);
    CHECK((*chain)[1].high < (*chain)[2].low);
}

TEST_CASE("a check that holds everywhere leaves all, one that holds nowhere leaves nothing") {
    const auto everywhere = widest(all, a <= 15 || b > 3);
    REQUIRE(everywhere);
    CHECK((*everywhere)[0].low == 0);
    CHECK((*everywhere)[0].high == 15);
    CHECK_FALSE(widest(all, a > 20 && b > 1));
    CHECK_FALSE(widest(all, a < b, b < a));
}

TEST_CASE("a check over a column that is not varied need only stay possible") {
    const auto found = widest({true, false, false}, a<b, a> c);
    REQUIRE(found);
    CHECK((*found)[0].low == 0);
    CHECK((*found)[0].high == 15);
    const auto half = widest({true, true, false}, a < b, b < c);
    REQUIRE(half);
    CHECK((*half)[0].high < (*half)[1].low);
    CHECK((*half)[2].low == 0);
}

TEST_CASE("one column may need a single number") {
    const auto found = widest(all, a == 5 && b > 0);
    REQUIRE(found);
    CHECK((*found)[0].low == 5);
    CHECK((*found)[0].high == 5);
    CHECK((*found)[1].low == 1);
}

TEST_CASE("in a narrow band there is a small one") {
    box search{all, {}};
    const auto band = b - a >= 0 && b - a <= 500;
    search.add(band.nodes);
    const possible_value wide = between(1, 2'147'483'647);
    const auto found = search.widest({wide, wide, wide});
    REQUIRE(found);
    const auto& sides = *found;
    CHECK(sides[0].high - sides[0].low >= 60);
    CHECK(sides[1].high - sides[1].low >= 60);
    CHECK(sides[1].low >= sides[0].high);
    CHECK(sides[1].high - sides[0].low <= 500);
}

TEST_CASE("every combination of a box keeps random conditions") {
    constexpr std::size_t columns = 17;
    std::size_t boxes = 0;
    std::size_t broken = 0;
    for (std::uint64_t seed = 0; seed < 6'000; ++seed) {
        expression_test::generator random{seed};
        const expression_test::written condition = random.condition(1 + static_cast<int>(random.below(3)));
        std::array<bool, columns> varied{};
        bool whole = true;
        for (const expression_node& node : condition.nodes) {
            const bool column = node.what == operation::column;
            whole = whole && (!column || (node.kind != synth::value_kind::text &&
                                          node.kind != synth::value_kind::interval && !node.real));
            if (column && whole) {
                varied[node.column] = true;
            }
        }
        if (!whole) {
            continue;
        }
        synth::allowed_box<columns>::sides open;
        for (std::size_t column = 0; column < columns; ++column) {
            const expression_node& node = expression_test::columns()[column].node;
            const int128 low = random.value(node).low;
            open[column] = between(low, low + (node.kind == synth::value_kind::boolean ? 0 : 20));
            open[column].may_be_null = node.nullable;
        }
        synth::allowed_box<columns> search{varied, {}};
        search.add(condition.nodes);
        const auto found = search.widest(open);
        if (!found) {
            continue;
        }
        ++boxes;
        for (int count = 0; count < 40; ++count) {
            std::vector<possible_value> point;
            for (const possible_value& side : *found) {
                const auto size = static_cast<std::size_t>(side.high - side.low + 1);
                point.push_back(side.may_be_null && random.one_in(6)
                                    ? possible_value::null()
                                    : possible_value::of(side.low + static_cast<int128>(random.below(size))));
            }
            const possible_value truth =
                synth::evaluation{condition.nodes, point, {}}.at(condition.nodes.size() - 1);
            broken += truth.may_be_false() ? 1U : 0U;
        }
    }
    CHECK(boxes > 1'000);
    CHECK(broken == 0);
}
