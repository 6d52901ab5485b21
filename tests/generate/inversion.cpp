// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/generate/inversion.hpp>
#include <synth/schema/expression_result.hpp>

namespace {

using namespace synth;
using enum operation;

template<typename Mine, typename Theirs>
interval_set of(operation what, bool mine_left, const possible_value& other, const interval_set& results) {
    const expression_node mine = detail::node_of_type<Mine>();
    expression_node column = mine;
    column.what = operation::column;
    const expression_node theirs = detail::node_of_type<Theirs>();
    const expression_node root =
        mine_left ? detail::node_of(what, mine, theirs) : detail::node_of(what, theirs, mine);
    return inversion{root, column, theirs, other, mine_left, false}.of(results);
}

// Whether the numbers found are those whose result is in the set.
void check_whole(operation what, bool mine_left, int other, const interval_set& results) {
    const expression_node node = detail::node_of_type<int>();
    const expression_node root = detail::node_of(what, node, node);
    const possible_value theirs = possible_value::of(other);
    const interval_set found = of<int, int>(what, mine_left, theirs, results);
    for (int mine = -60; mine <= 60; ++mine) {
        const possible_value value = mine_left
                                         ? calculate(root, node, node, possible_value::of(mine), theirs)
                                         : calculate(root, node, node, theirs, possible_value::of(mine));
        const bool wanted = value.may_be_value && results.contains(value.low);
        CHECK((!wanted || found.contains(mine)));
        CHECK((wanted || !found.exact() || !found.contains(mine)));
    }
}

TEST_CASE("operands of whole numbers are found backwards") {
    const interval_set row = interval_set::every(3, 1) & interval_set{-20, 20};
    for (int other = -7; other <= 7; ++other) {
        for (const interval_set& results :
             {interval_set{4, 4}, interval_set{-5, 8}, interval_set{0, 0}, row,
              interval_set{-9, -3} | interval_set{2, 30}, !interval_set{0, 0}}) {
            for (const operation what : {add, subtract, multiply, divide, remainder}) {
                check_whole(what, true, other, results);
                check_whole(what, false, other, results);
            }
        }
    }
}

TEST_CASE("what is nearest to some numbers is found exactly") {
    for (const int scale : {0, 1, 2, 3}) {
        expression_node mine = detail::node_of_type<decimal<12, 2>>();
        mine.what = operation::column;
        const expression_node digits = detail::constant_node(scale);
        const expression_node root = detail::node_of(rounded, mine, digits);
        const possible_value places = possible_value::of(scale);
        for (const interval_set& results :
             {interval_set{4, 4}, interval_set{-5, 8}, interval_set{0, 0}, interval_set{-30, -20},
              interval_set{-900, -300} | interval_set{200, 3'000}, !interval_set{0, 0}}) {
            const interval_set found = inversion{root, mine, digits, places, true, false}.of(results);
            CHECK(found.exact());
            for (int units = -1'000; units <= 1'000; ++units) {
                const auto value = calculate(root, mine, digits, possible_value::of(units), places);
                CHECK(found.contains(units) == results.contains(value.low));
            }
        }
    }
}

TEST_CASE("common questions have exact answers") {
    CHECK(of<int, int>(remainder, true, possible_value::of(5), {0, 0}).exact());
    CHECK(of<int, int>(remainder, true, possible_value::of(2), !interval_set{0, 0}).exact());
    CHECK(of<int, int>(divide, true, possible_value::of(10), {4, 4}).count() == 10);
    CHECK(of<int, int>(multiply, true, possible_value::of(7), {42, 42}).count() == 1);
    CHECK(of<int, int>(multiply, true, possible_value::of(7), {43, 43}).empty());
    CHECK(of<decimal<12, 2>, int>(add, true, possible_value::of(3), {0, 500}).high() == 200);
}

TEST_CASE("one remainder is found exactly, however great the divisor is") {
    const interval_set tens = of<decimal<30, 18>, int>(remainder, true, possible_value::of(10), {0, 0});
    CHECK(tens.exact());
    CHECK((tens.contains(-10 * detail::ten_to(18)) && !tens.contains(5 * detail::ten_to(18))));
    const interval_set gapped = interval_set::every(7, 5) & interval_set{0, 9};
    const interval_set fives = of<int, int>(remainder, true, possible_value::of(10), gapped);
    CHECK(fives.exact());
    CHECK((fives.contains(25) && !fives.contains(26)));
}

TEST_CASE("a product with an open factor holds what some factor makes") {
    possible_value factor;
    factor.low = 3;
    factor.high = 7;
    const interval_set found = of<int, int>(multiply, true, factor, {100, 100}); // 4 * 25, 5 * 20
    CHECK(!found.exact());
    CHECK((found.contains(25) && found.contains(20) && !found.contains(40)));
}

TEST_CASE("days are found a month back") {
    possible_value month = possible_value::of(0);
    month.months = 1;
    constexpr int128 day = detail::microseconds_in_day;
    const int128 end_of_february = days_from_civil({2021, 2, 28});
    const interval_set found =
        of<date, interval>(add, true, month, {end_of_february * day, end_of_february * day});
    CHECK(found.exact());
    CHECK(found.low() == days_from_civil({2021, 1, 28}));
    CHECK(found.high() == days_from_civil({2021, 1, 31}));
}

TEST_CASE("times are found around the clock") {
    constexpr int128 hour = 3'600'000'000;
    const interval_set found =
        of<time_of_day, interval>(add, true, possible_value::of(9 * hour), {5 * hour, 10 * hour});
    CHECK(found.exact());
    CHECK((found.contains(20 * hour) && found.contains(0) && found.contains(hour) &&
           !found.contains(2 * hour)));
}

} // namespace
