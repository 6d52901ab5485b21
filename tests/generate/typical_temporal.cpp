// SPDX-License-Identifier: BSL-1.0
#include <algorithm>

#include <doctest/doctest.h>

#include <synth/generate/typical_temporal.hpp>

#include "law_test.hpp"

using namespace synth;

TEST_CASE("typical dates and moments lie in the ten years before now") {
    column_plan plan = law_test::plan_for();
    plan.now = timestamp::of(date::of(2001, 9, 9), time_of_day::of(1, 46, 40));
    plan.fraction_digits = 3;
    const typical<date> days{plan};
    const typical<timestamp> moments{plan};
    const typical<timestamp_tz> zoned{plan};
    date first = date::of(9'999, 1, 1);
    date last{};
    for (std::uint64_t row = 0; row < 20'000; ++row) {
        draw cell = law_test::cell(row);
        const date day = days(cell);
        first = std::min(first, day);
        last = std::max(last, day);
        const timestamp moment = moments(cell);
        CHECK(moment < plan.now);
        CHECK(moment >= timestamp::of(date::of(1991, 9, 10)));
        CHECK(moment.microseconds % 1'000 == 0);
        CHECK(zoned(cell).microseconds < plan.now.microseconds);
    }
    CHECK(last == date::of(2001, 9, 8));
    CHECK(first == date::of(1991, 9, 10));
}

TEST_CASE("a now before 1970 has days before it") {
    column_plan plan = law_test::plan_for();
    plan.now = timestamp{-1};
    const typical<date> days{plan};
    for (std::uint64_t row = 0; row < 20'000; ++row) {
        draw cell = law_test::cell(row);
        CHECK(days(cell) <= date::of(1969, 12, 30));
    }
}

TEST_CASE("typical times and spans keep to the fraction digits") {
    column_plan plan = law_test::plan_for();
    plan.fraction_digits = 0;
    const typical<time_of_day> times{plan};
    const typical<time_of_day_tz> zoned{plan};
    const typical<interval> spans{plan};
    for (std::uint64_t row = 0; row < 1'000; ++row) {
        draw cell = law_test::cell(row);
        const time_of_day time = times(cell);
        CHECK((time.microseconds >= 0 && time.microseconds < microseconds_per_day));
        CHECK(time.microseconds % microseconds_per_second == 0);
        CHECK(zoned(cell).offset_seconds == 0);
        const interval span = spans(cell);
        CHECK((span.months == 0 && span.days >= 0 && span.days <= 30));
        CHECK(span.microseconds % microseconds_per_second == 0);
    }
}
