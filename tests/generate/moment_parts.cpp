// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/generate/arithmetic.hpp>
#include <synth/generate/moment_parts.hpp>
#include <synth/random/mix.hpp>
#include <synth/schema/expression_result.hpp>

#include "moment_cases.hpp"

namespace {

using namespace synth;
using enum operation;

template<typename Moment>
possible_value part(operation what, const possible_value& inner) {
    const expression_node operand = detail::node_of_type<Moment>();
    return calculate(detail::node_of(what, operand, operand), operand, inner);
}

int128 of_day(operation what, civil day) {
    const possible_value result = part<date>(what, possible_value::of(days_from_civil(day)));
    CHECK(result.known());
    return result.low;
}

int128 of_moment(operation what, civil day, time_of_day time) {
    return part<timestamp>(
               what, possible_value::of(days_from_civil(day) * microseconds_per_day + time.microseconds))
        .low;
}

TEST_CASE("parts of days are those of the calendar") {
    CHECK(of_day(iso_day_of_week, {2024, 2, 29}) == 4);
    CHECK(of_day(iso_day_of_week, {2024, 3, 3}) == 7);
    CHECK(of_day(day_of_week, {2024, 3, 3}) == 0);
    CHECK(of_day(week_of, {2021, 1, 3}) == 53);
    CHECK(of_day(iso_year_of, {2021, 1, 3}) == 2020);
    CHECK(of_day(iso_year_of, {2018, 12, 31}) == 2019);
    CHECK(of_day(week_of, {2018, 12, 31}) == 1);
    CHECK(of_day(day_of_year, {2024, 12, 31}) == 366);
    CHECK(of_day(quarter_of, {2024, 9, 30}) == 3);
    CHECK(of_day(century_of, {2000, 12, 31}) == 20);
    CHECK(of_day(century_of, {2001, 1, 1}) == 21);
    CHECK(of_day(century_of, {0, 12, 31}) == -1);
    CHECK(of_day(millennium_of, {2001, 1, 1}) == 3);
    CHECK(of_day(decade_of, {1999, 1, 1}) == 199);
    CHECK(of_day(year_of, {0, 1, 1}) == -1);
    CHECK(of_day(epoch_of, {1970, 1, 2}) == 86'400);
}

TEST_CASE("parts of moments count from the day, the hour and the minute") {
    constexpr civil day{1969, 12, 31};
    constexpr time_of_day time = time_of_day::of(23, 45, 6, 789'000);
    CHECK(of_moment(hour_of, day, time) == 23);
    CHECK(of_moment(minute_of, day, time) == 45);
    CHECK(of_moment(second_of, day, time) == 6'789'000);
    CHECK(of_moment(start_of_second, day, time) ==
          of_moment(start_of_millisecond, day, time_of_day::of(23, 45, 6)));
    CHECK(of_moment(start_of_hour, day, time) == -microseconds_per_day / 24);
    CHECK(of_moment(time_of, day, time) == time.microseconds);
    CHECK(of_moment(start_of_week, day, time) == -3 * microseconds_per_day);
    CHECK(of_moment(start_of_quarter, day, time) == days_from_civil({1969, 10, 1}) * microseconds_per_day);
    CHECK(of_moment(start_of_century, {2000, 5, 5}, time) ==
          days_from_civil({1901, 1, 1}) * microseconds_per_day);
    CHECK(part<time_of_day>(hour_of, possible_value::of(microseconds_per_day)).low == 24);
    CHECK(part<interval>(epoch_of, possible_value::of(7)).low == 7);
    possible_value year = possible_value::of(0);
    year.months = 13;
    CHECK(part<interval>(epoch_of, year).low == (36'525 + 3'000) * int128{microseconds_per_day} / 100);
}

TEST_CASE("bounds of a part hold every part between the bounds of a moment") {
    for (std::uint64_t seed = 0; seed < 4'000; ++seed) {
        const auto some = [seed](std::uint64_t which, std::uint64_t bound) {
            return static_cast<std::int64_t>(mix(seed * 8 + which) % bound);
        };
        const std::int64_t low = some(0, 80'000) * 86'399'999'999 - 40'000 * microseconds_per_day;
        const std::int64_t span = some(1, std::uint64_t{1} << (10 + seed % 40));
        possible_value moments = possible_value::of(low);
        moments.high += span;
        const auto check = [&](const moment_test::named_part& each) {
            CAPTURE(each.field);
            const possible_value bounds = part<timestamp>(each.what, moments);
            for (std::uint64_t which = 2; which < 6; ++which) {
                const std::int64_t moment =
                    low + (span == 0 ? 0 : some(which, static_cast<std::uint64_t>(span)));
                const possible_value one = part<timestamp>(each.what, possible_value::of(moment));
                REQUIRE(one.known());
                REQUIRE((bounds.low <= one.low && one.low <= bounds.high));
            }
        };
        for (const moment_test::named_part& each : moment_test::parts) {
            check(each);
        }
        for (const moment_test::named_part& each : moment_test::starts) {
            check(each);
        }
    }
}

TEST_CASE("parts of moments without bounds have their own") {
    CHECK(part<timestamp>(hour_of, {}).high == 23);
    CHECK(part<date>(month_of, {}).low == 1);
    CHECK(part<date>(week_of, {}).high == 53);
    CHECK(part<date>(year_of, {}).high == no_upper_bound);
    CHECK(part<timestamp>(start_of_month, {}).may_be_value);
}

} // namespace
