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

} // namespace
