// SPDX-License-Identifier: BSL-1.0
#include <compare>
#include <type_traits>

#include <doctest/doctest.h>

#include <synth/schema/temporal.hpp>

namespace {

using synth::date;
using synth::interval;
using synth::time_of_day;
using synth::time_of_day_tz;
using synth::timestamp;
using synth::timestamp_tz;

static_assert(std::is_aggregate_v<date> && std::is_aggregate_v<time_of_day> &&
              std::is_aggregate_v<time_of_day_tz>);
static_assert(std::is_aggregate_v<timestamp> && std::is_aggregate_v<timestamp_tz> &&
              std::is_aggregate_v<interval>);

TEST_CASE("dates count from 1970") {
    CHECK(date::of(1970, 1, 1).days == 0);
    CHECK(date::of(2000, 3, 1).days == 11'017);
    CHECK(date::of(1969, 12, 31) < date{});
    CHECK(date::of(0, 12, 31).days == date::of(1, 1, 1).days - 1);
}

TEST_CASE("timestamps are a day and a time") {
    CHECK(timestamp::of(date{1}, time_of_day::of(0, 0, 1, 5)).microseconds == 86'401'000'005);
    CHECK(timestamp_tz::of(date{-1}).microseconds == -86'400'000'000);
    CHECK(time_of_day::of(24, 0) > time_of_day::of(23, 59, 59, 999'999));
}

TEST_CASE("times with a zone are ordered by their instant and then east before west") {
    const time_of_day_tz noon_utc{time_of_day::of(12, 0).microseconds, 0};
    const time_of_day_tz noon_east{time_of_day::of(12, 0).microseconds, 3600};
    const time_of_day_tz one_east{time_of_day::of(13, 0).microseconds, 3600};
    CHECK(noon_east < noon_utc);
    CHECK(one_east < noon_utc);
    CHECK(one_east != noon_utc);
}

TEST_CASE("intervals are compared with months of 30 days and days of 24 hours") {
    CHECK(interval{1, 0, 0} == interval{0, 30, 0});
    CHECK(interval{0, 1, 0} == interval{0, 0, synth::microseconds_per_day});
    CHECK(interval{1, 0, 0} < interval{0, 31, 0});
    CHECK(interval{0, -1, 0} < interval{});
    CHECK(interval{0, 0, 1} > interval{});
}

} // namespace
