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
    timestamp start{};
    timestamp end{};
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

TEST_CASE("a moment compared with what it is cut to is found") {
    constexpr auto start = value<&line::start>;
    constexpr auto end = value<&line::end>;
    static constexpr auto whole_hour = sql::start_of_hour(start) == start;
    constexpr auto cut = target_places{whole_hour.nodes, 3}.cut_in(3);
    static_assert(cut && cut.start == 1 && cut.moment == 0 && cut.left);
    static constexpr auto turned = start == sql::start_of_month(start);
    constexpr auto right = target_places{turned.nodes, 3}.cut_in(3);
    static_assert(right && right.start == 2 && right.moment == 1 && !right.left);
    static constexpr auto of_day = sql::date_of(sql::start_of_week(start)) == start;
    constexpr auto day = target_places{of_day.nodes, 3}.cut_in(4);
    static_assert(day && day.start == 1 && day.moment == 0 && day.left);
    static constexpr auto of_hour = sql::date_of(sql::start_of_hour(start)) == start; // is cut to the day
    constexpr auto cut_to_day = target_places{of_hour.nodes, 3}.cut_in(4);
    static_assert(!cut_to_day);
    static constexpr auto another = sql::start_of_hour(start) == end;
    static_assert(!target_places{another.nodes, 3}.cut_in(3));
    static constexpr auto no_start = sql::hour_of(start) == 8;
    static_assert(!target_places{no_start.nodes, 3}.cut_in(3));
}

} // namespace
