// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/generate/comparison.hpp>

namespace {

using namespace synth;
using enum operation;

TEST_CASE("comparisons turn round and into their contrary") {
    for (const operation what : {equal, unequal, less, less_equal, greater, greater_equal}) {
        CHECK(mirrored(mirrored(what)) == what);
        CHECK(contrary(contrary(what)) == what);
    }
    static_assert(mirrored(less) == greater && contrary(less) == greater_equal && contrary(equal) == unequal);
}

TEST_CASE("the numbers beside another are found in their own units") {
    constexpr expression_node whole = detail::node_of_type<int>();
    constexpr expression_node money = detail::node_of_type<decimal<12, 2>>();
    constexpr interval_set above = numbers_compared(greater, whole, money, possible_value::of(250), false);
    static_assert(above.low() == 3 && above.exact());
    static_assert(numbers_compared(equal, whole, money, possible_value::of(250), false).empty());
    static_assert(numbers_compared(less, money, whole, possible_value::of(3), false).high() == 299);
    static_assert(!numbers_compared(less, whole, whole, possible_value{}, false).exact());
    constexpr interval_set days =
        numbers_compared(greater, detail::node_of_type<date>(), detail::node_of_type<timestamp>(),
                         possible_value::of(detail::microseconds_in_day + 1), false);
    static_assert(days.low() == 2);
}

TEST_CASE("what a node has no room for is left out") {
    expression_node sum = detail::node_of_type<std::int16_t>();
    CHECK(within_room(interval_set::all(), sum).count() == 65'536);
    sum.width = 0;
    CHECK(within_room(interval_set::all(), sum).is_all());
}

TEST_CASE("years and days become the moments they last") {
    constexpr interval_set year = days_of_years({1970, 1971}, value_kind::date);
    static_assert(year.low() == 0 && year.high() == 729);
    static_assert(days_of_years({1, 1}, value_kind::date).low() == days_from_civil({1, 1, 1}));
    static_assert(days_of_years({-1, -1}, value_kind::date).low() == days_from_civil({0, 1, 1})); // 1 BC
    static_assert(days_of_years({0, 0}, value_kind::date).empty());
    static_assert(days_of_years(interval_set::all(), value_kind::timestamp).is_all());
    static_assert(moments_of_days({1, 1}, value_kind::timestamp).count() == detail::microseconds_in_day);
}

} // namespace
