// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/generate/target_places.hpp>
#include <synth/schema/expression_functions.hpp>

namespace {

using namespace synth;

struct line {
    std::int32_t a{};
    std::int32_t b{};
    decimal<12, 2> price{};
};

constexpr auto a = value<&line::a>;
constexpr auto b = value<&line::b>;

TEST_CASE("the side that has a column is found") {
    static constexpr auto compared = a + 1 < b;
    constexpr target_places of_a{compared.nodes, 0};
    static_assert(of_a.holds(4) && of_a.holds(2) && !of_a.holds(3));
    static_assert(of_a.sides_of(4).mine == 2 && of_a.sides_of(4).theirs == 3 && of_a.sides_of(4).left);
    constexpr target_places of_b{compared.nodes, 1};
    static_assert(of_b.sides_of(4).mine == 3 && !of_b.sides_of(4).left && !of_b.sides_of(4).both);
    static_assert(of_b.left_of(4) == 2);
    static constexpr auto twice = a < a * b;
    static_assert(target_places{twice.nodes, 0}.sides_of(4).both);
}

TEST_CASE("calculations and long quotients are found") {
    static constexpr auto long_one = value<&line::price> / 3 > 1;
    static constexpr auto whole = a / 3 > 1;
    static_assert(target_places{long_one.nodes, 2}.has_long_quotient(2));
    static_assert(!target_places{whole.nodes, 0}.has_long_quotient(2));
    static_assert(target_places{whole.nodes, 0}.is_calculated(4) &&
                  !target_places{whole.nodes, 0}.is_calculated(0));
}

} // namespace
