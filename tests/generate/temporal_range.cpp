// SPDX-License-Identifier: BSL-1.0
#include <algorithm>

#include <doctest/doctest.h>

#include <synth/generate/temporal_range.hpp>

#include "law_test.hpp"

using namespace synth;

static_assert(generator_for<decltype(dates({}, {})), date> &&
              generator_for<decltype(dates({}, {})), timestamp>);
static_assert(generator_for<decltype(timestamps({}, {})), timestamp_tz>);
static_assert(generator_for<decltype(times({}, {})), time_of_day>);

TEST_CASE("ranges of moments keep inside their ends") {
    constexpr date first = date::of(2024, 1, 1);
    constexpr date last = date::of(2024, 1, 3);
    const auto days = bind_generator<date>(dates(first, last), law_test::plan_for());
    const auto moments = bind_generator<timestamp_tz>(timestamps(timestamp::of(first), timestamp::of(last)),
                                                      law_test::plan_for());
    const auto hours = bind_generator<time_of_day>(times(time_of_day::of(9, 0), time_of_day::of(17, 0)),
                                                   law_test::plan_for());
    date earliest = last;
    timestamp_tz soonest = timestamp_tz::of(last);
    time_of_day lowest = time_of_day::of(17, 0);
    for (std::uint64_t row = 0; row < 1'000; ++row) {
        draw cell = law_test::cell(row);
        const date day = days(cell);
        CHECK((day >= first && day <= last));
        earliest = std::min(earliest, day);
        const timestamp_tz moment = moments(cell);
        CHECK((moment >= timestamp_tz::of(first) && moment <= timestamp_tz::of(last)));
        soonest = std::min(soonest, moment);
        const time_of_day hour = hours(cell);
        CHECK((hour >= time_of_day::of(9, 0) && hour <= time_of_day::of(17, 0)));
        lowest = std::min(lowest, hour);
    }
    CHECK(earliest == first);
    CHECK(soonest < timestamp_tz::of(first, time_of_day::of(1, 0)));
    CHECK(lowest < time_of_day::of(9, 5));
}
