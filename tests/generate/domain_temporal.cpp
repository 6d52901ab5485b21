// SPDX-License-Identifier: BSL-1.0
#include <limits>

#include <doctest/doctest.h>

#include <synth/generate/domain_temporal.hpp>

#include "domain_test.hpp"

using namespace synth;

namespace {

column_plan with_digits(std::uint8_t digits) {
    column_plan plan = law_test::plan_for();
    plan.fraction_digits = digits;
    return plan;
}

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

} // namespace

TEST_CASE("date keys lie between 1971 and 2037 while these days suffice") {
    const auto days = domain_test::check_bijection<date>();
    CHECK(days.last() == 24'471);
    CHECK(days.at(0) == date::of(1971, 1, 1));
    CHECK(days.at(days.last()) == date::of(2037, 12, 31));
    column_plan plan = law_test::plan_for();
    plan.rows = 24'473;
    const auto all = domain_test::check_bijection<date>(plan);
    CHECK(all.at(0) == date::of(1, 1, 1));
    CHECK(all.at(all.last()) == date::of(9'999, 12, 31));
    for (const std::int32_t other :
         {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()}) {
        CHECK(!all.index_of(date{other}));
        CHECK(!days.index_of(date{other}));
    }
}

TEST_CASE("keys of moments keep to the fraction digits") {
    const auto seconds = domain_test::check_bijection<timestamp>(with_digits(0));
    CHECK(seconds.last() == 2'114'380'799);
    CHECK(seconds.at(0) == timestamp::of(date::of(1971, 1, 1)));
    CHECK(seconds.at(seconds.last()) == timestamp::of(date::of(2037, 12, 31), time_of_day::of(23, 59, 59)));
    CHECK(!seconds.index_of(timestamp{seconds.at(5).microseconds + 1}));
    domain_test::check_bijection<timestamp>(with_digits(6));
    const auto milliseconds = domain_test::check_bijection<timestamp_tz>(with_digits(3));
    CHECK(milliseconds.at(1).microseconds - milliseconds.at(0).microseconds == 1'000);
    for (const std::int64_t other : {least, most, std::int64_t{0}}) {
        CHECK(!seconds.index_of(timestamp{other}));
        CHECK(!milliseconds.index_of(timestamp_tz{other}));
    }
}

TEST_CASE("keys of times lie inside a day") {
    const auto seconds = domain_test::check_bijection<time_of_day>(with_digits(0));
    CHECK(seconds.last() == 86'399);
    CHECK(!seconds.index_of(time_of_day{-1}));
    CHECK(!seconds.index_of(time_of_day{microseconds_per_day}));
    const auto zoned = domain_test::check_bijection<time_of_day_tz>(with_digits(6));
    CHECK(zoned.last() == 86'399'999'999U);
    CHECK(!zoned.index_of(time_of_day_tz{0, 3'600}));
}

TEST_CASE("no two keys of intervals are equal by PostgreSQL's rules") {
    const auto spans = domain_test::check_bijection<interval>();
    CHECK(spans.last() == 863'999'999'999'999U);
    const std::uint64_t day = static_cast<std::uint64_t>(microseconds_per_day);
    CHECK(spans.at(day).days == 1);
    CHECK(spans.at(day - 1) < spans.at(day));
    CHECK(spans.at(day) < spans.at(day + 1));
    CHECK(!spans.index_of(interval{1, 0, 0}));
    CHECK(!spans.index_of(interval{0, -1, 0}));
    CHECK(!spans.index_of(interval{0, 1, -1}));
    CHECK(!spans.index_of(interval{0, 10'000, 0}));
    CHECK(!spans.index_of(interval{0, std::numeric_limits<std::int32_t>::max(), most}));
    CHECK(!spans.index_of(interval{0, 0, microseconds_per_day}));
    CHECK(!spans.index_of(interval{0, 0, least}));
}
