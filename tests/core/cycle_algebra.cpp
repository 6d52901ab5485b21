// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>

#include <doctest/doctest.h>

#include <synth/core/cycle_algebra.hpp>

#include "some_cycle.hpp"

namespace {

using namespace core_test;
using synth::number_cycle;
using synth::number_row;

TEST_CASE("cycles meet and unite as their numbers do") {
    int met = 0;
    int joined = 0;
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
        const number_cycle left = some_cycle(2 * seed);
        const number_cycle right = some_cycle(2 * seed + 1);
        const std::optional<number_cycle> both = meet(left, right);
        const std::optional<number_cycle> either = join(left, right);
        CAPTURE(seed);
        met += both ? 1 : 0;
        joined += either ? 1 : 0;
        for (int number = -200; number <= 200; ++number) {
            const bool mine = left.contains(number);
            const bool theirs = right.contains(number);
            REQUIRE((!both || both->contains(number) == (mine && theirs)));
            REQUIRE((!either || either->contains(number) == (mine || theirs)));
        }
    }
    CHECK(met > 2'900); // few do not fit
    CHECK(joined > 2'700);
}

TEST_CASE("times of the day on days of the week are a cycle of the week") {
    constexpr std::int64_t second = 1'000'000;
    constexpr std::int64_t hour = 3600 * second;
    constexpr std::int64_t day = 24 * hour;
    constexpr number_cycle open = [] {
        number_cycle result{1, 0, day};
        result.add(8 * hour, 18 * hour - 1);
        return result;
    }();
    constexpr number_cycle working_days = [] {
        number_cycle result{1, -3 * day, 7 * day};
        result.add(0, 5 * day - 1);
        return result;
    }();
    constexpr std::optional<number_cycle> both = meet(open, working_days);
    static_assert(both && both->count_of_period() == 50 * hour && both->range_count() == 5);
    constexpr std::optional<number_cycle> seconds = meet(*both, number_cycle{number_row::of(second, 0)});
    static_assert(seconds && seconds->count_of_period() == 50 * 3600 && seconds->step() == second);
    constexpr std::optional<number_cycle> hours = meet(*seconds, number_cycle{number_row::of(hour, 0)});
    static_assert(hours && hours->count_of_period() == 50);
    // A row whose step is some periods of the other, however long they are.
    constexpr synth::int128 weeks = synth::int128{7} * day * day;
    constexpr number_cycle mondays{number_row::of(weeks, 4 * day)};
    constexpr number_cycle sundays{number_row::of(weeks, 3 * day)};
    CHECK(meet(mondays, working_days) == mondays);
    CHECK(meet(working_days, sundays) == number_cycle::none());
    static_assert(!meet(number_cycle{number_row::of(1'000'003, 0)}, number_cycle{number_row::of(2, 0)}));
}

} // namespace
