// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/generate/arithmetic.hpp>
#include <synth/schema/expression_result.hpp>

namespace {

using namespace synth;

template<typename Left, typename Right>
constexpr possible_value of(operation what, const possible_value& left, const possible_value& right) {
    const expression_node left_node = detail::node_of_type<Left>();
    const expression_node right_node = detail::node_of_type<Right>();
    return calculate(detail::node_of(what, left_node, right_node), left_node, right_node, left, right);
}

constexpr possible_value between(int128 low, int128 high) {
    possible_value result;
    result.low = low;
    result.high = high;
    return result;
}

constexpr bool is(const possible_value& value, int128 low, int128 high) {
    return value.may_be_value && value.low == low && value.high == high;
}

using enum operation;
using money = decimal<12, 2>;

TEST_CASE("bounds are calculated as numbers are") {
    static_assert(is(of<int, int>(add, between(1, 3), between(-5, 10)), -4, 13));
    static_assert(is(of<int, int>(subtract, between(1, 3), between(-5, 10)), -9, 8));
    static_assert(is(of<int, int>(multiply, between(-2, 3), between(-5, 10)), -20, 30));
    static_assert(is(of<int, int>(divide, between(-7, 7), possible_value::of(2)), -3, 3));
    static_assert(is(of<int, int>(remainder, possible_value::of(-7), possible_value::of(3)), -1, -1));
    static_assert(is(of<int, int>(remainder, between(-7, 0), possible_value::of(3)), -2, 0));
    static_assert(is(of<int, money>(add, possible_value::of(1), possible_value::of(25)), 125, 125));
    static_assert(is(of<money, money>(divide, possible_value::of(100), possible_value::of(300)), 33'333'333,
                     33'333'334));
}

TEST_CASE("halves are rounded away from zero") {
    const auto rounded = [](int128 units, unsigned scale) {
        expression_node number = detail::node_of_type<money>();
        number.scale = 3;
        const expression_node digits = detail::constant_node(static_cast<int>(scale));
        return calculate(detail::node_of(operation::rounded, number, digits), number, digits,
                         possible_value::of(units), possible_value::of(static_cast<int>(scale)))
            .low;
    };
    CHECK(rounded(1'994, 2) == 199);
    CHECK(rounded(1'995, 2) == 200);
    CHECK(rounded(-1'994, 2) == -199);
    CHECK(rounded(-1'995, 2) == -200);
    CHECK(rounded(499, 0) == 0);
    CHECK(rounded(-500, 0) == -1);
    CHECK(rounded(7, 5) == 700);
}

TEST_CASE("what SQL has no room for is an error, and so is a division by zero") {
    static_assert(of<int, int>(add, possible_value::of(2'147'483'647), possible_value::of(1)).is_error());
    static_assert(
        !of<int, std::int64_t>(add, possible_value::of(2'147'483'647), possible_value::of(1)).is_error());
    static_assert(is(of<int, int>(add, between(2'147'483'647, 2'147'483'647), between(-1, 1)), 2'147'483'646,
                     2'147'483'647));
    static_assert(of<int, int>(divide, possible_value::of(1), possible_value::of(0)).is_error());
    static_assert(of<money, money>(remainder, possible_value::of(1), possible_value::of(0)).is_error());
    static_assert(of<date, int>(add, possible_value::of(0), possible_value::of(2'147'483'647)).is_error());
    static_assert(of<int, int>(add, possible_value::error(), possible_value::null()).is_error());
}

TEST_CASE("NULL makes NULL") {
    static_assert(!of<int, int>(add, possible_value::null(), possible_value::of(1)).may_be_value);
    static_assert(!of<int, int>(divide, possible_value::null(), possible_value::of(0)).may_be_value);
    static_assert(of<int, int>(divide, possible_value::null(), possible_value::of(0)).may_be_null);
}

TEST_CASE("times go around the clock and dates move by days and months") {
    constexpr int128 hour = 3'600'000'000;
    static_assert(
        is(of<time_of_day, interval>(add, possible_value::of(20 * hour), possible_value::of(9 * hour)),
           5 * hour, 5 * hour));
    static_assert(is(of<date, date>(subtract, possible_value::of(9), possible_value::of(2)), 7, 7));
    static_assert(is(of<date, time_of_day>(add, possible_value::of(1), possible_value::of(hour)), 25 * hour,
                     25 * hour));
    possible_value month = possible_value::of(0);
    month.months = 1;
    const possible_value later = of<date, interval>(add, possible_value::of(30), month); // 1970-01-31
    CHECK(is(later, 58 * 24 * hour, 58 * 24 * hour));
    const possible_value open = of<date, interval>(add, between(28, 30), month);
    CHECK(is(open, 58 * 24 * hour, 59 * 24 * hour - 1));
    CHECK(of<interval, int>(multiply, month, possible_value::of(3)).months == 3);
    CHECK(of<interval, int>(divide, month, possible_value::of(0)).is_error());
}

TEST_CASE("functions of one number keep to its bounds") {
    const expression_node whole = detail::node_of_type<int>();
    const auto one = [&](operation what, const possible_value& inner, const expression_node& operand) {
        return calculate(detail::node_of(what, operand, operand), operand, inner);
    };
    CHECK(is(one(negate, between(-2, 5), whole), -5, 2));
    CHECK(is(one(absolute, between(-7, 5), whole), 0, 7));
    CHECK(is(one(absolute, between(-7, -5), whole), 5, 7));
    CHECK(one(negate, possible_value::of(-2'147'483'648LL), whole).is_error());
    CHECK(is(one(year_of, possible_value::of(-1), detail::node_of_type<date>()), 1969, 1969));
    CHECK(is(one(year_of, possible_value::of(-719'528), detail::node_of_type<date>()), -1, -1)); // 1 BC
    CHECK(is(one(date_of, possible_value::of(-1), detail::node_of_type<timestamp>()), -1, -1));
}

} // namespace
