// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/core/civil.hpp>
#include <synth/generate/possible_value.hpp>

namespace {

using namespace synth;

constexpr int128 moment(std::int64_t year, unsigned month, unsigned day, int128 hour = 0) {
    return days_from_civil({year, month, day}) * int128{detail::microseconds_in_day} + hour * 3'600'000'000;
}

TEST_CASE("a value is known where it is one, or NULL for sure") {
    static_assert(possible_value::of(7).known() && possible_value::null().known());
    static_assert(possible_value::of("a").known());
    static_assert(!possible_value{}.known() && !possible_value::error().known());
}

TEST_CASE("a check is met by what is true or unknown") {
    static_assert(possible_value::truth(true, false, false).holds());
    static_assert(possible_value::truth(false, false, true).holds());
    static_assert(!possible_value::truth(false, true, false).may_hold());
    static_assert(possible_value::truth(true, true, false).may_hold());
    static_assert(!possible_value::truth(true, true, false).holds());
    static_assert(!possible_value::error().may_hold() && possible_value::error().is_error());
}

TEST_CASE("a month of an interval counts as 30 days") {
    possible_value span = possible_value::of(5);
    span.months = -2;
    CHECK(span.with_months_as_days().low == 5 - 60 * int128{detail::microseconds_in_day});
    CHECK(span.with_months_as_days().months == 0);
}

TEST_CASE("the bounds of a range are its parts, NULL where it is endless") {
    const auto is_null = [](const possible_value& value) { return value.known() && value.may_be_null; };
    constexpr possible_value range = possible_value::of_range(3, no_upper_bound);
    static_assert(range.part_of(column_part::lower).low == 3 && range.part_of(column_part::lower).high == 3);
    CHECK(is_null(range.part_of(column_part::upper)));
    CHECK(is_null(possible_value::of_range(no_lower_bound, 5).part_of(column_part::lower)));
    CHECK(is_null(possible_value::null().part_of(column_part::upper)));
    // Of a value that is not known neither bound is.
    CHECK(!possible_value{}.part_of(column_part::lower).known());
    CHECK(possible_value{}.part_of(column_part::lower).may_be_null);
    CHECK(range.part_of(column_part::whole).is_range);
    CHECK(possible_value::of(7).part_of(column_part::element).low == 7);
}

TEST_CASE("sums and products stop at the bounds") {
    static_assert(detail::bounded_sum(no_upper_bound, -5) == no_upper_bound);
    static_assert(detail::bounded_sum(no_upper_bound - 1, 5) == no_upper_bound);
    static_assert(detail::bounded_product(no_upper_bound, -3) == no_lower_bound);
    static_assert(detail::bounded_product(int128{1} << 100U, int128{1} << 100U) == no_upper_bound);
    static_assert(detail::rescale(-15, 1, 0) == -2 && detail::rescale(15, 1, 3) == 1500);
    static_assert(detail::rescale(no_upper_bound, 5, 0) == no_upper_bound);
    static_assert(detail::ten_to(0) == 1 && detail::ten_to(3) == 1000);
}

TEST_CASE("quotients are rounded down and up") {
    for (int number = -9; number <= 9; ++number) {
        for (const int divisor : {-4, -1, 1, 4}) {
            const int128 below = detail::quotient_below(number, divisor);
            const int128 above = detail::quotient_above(number, divisor);
            CHECK((divisor > 0 ? below * divisor <= number : below * divisor >= number));
            CHECK((divisor > 0 ? above * divisor >= number : above * divisor <= number));
            CHECK(above - below == (number % divisor == 0 ? 0 : 1));
        }
    }
    static_assert(detail::quotient_below(no_lower_bound, 7) == no_lower_bound);
    static_assert(detail::quotient_above(no_lower_bound, -7) == no_upper_bound);
}

TEST_CASE("a moment some months later is cut to the length of the month") {
    static_assert(detail::add_months(moment(2020, 1, 31, 5), 1) == moment(2020, 2, 29, 5));
    static_assert(detail::add_months(moment(2021, 3, 31), -1) == moment(2021, 2, 28));
    static_assert(detail::add_months(moment(2020, 12, 15), 1) == moment(2021, 1, 15));
    static_assert(detail::add_months(moment(2020, 1, 15), -13) == moment(2018, 12, 15));
    static_assert(detail::add_months(no_upper_bound, 1) == no_upper_bound);
    static_assert(detail::day_of_moment(-1) == -1 &&
                  detail::start_of_day(-1) == -detail::microseconds_in_day);
}

} // namespace
