// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <vector>

#include <doctest/doctest.h>

#include <synth/core/recurrence.hpp>

#include "some_cycle.hpp"

namespace {

using namespace core_test;
using synth::calendar_days;
using synth::int128;
using synth::number_cycle;
using synth::recurrence;

constexpr calendar_days firsts = calendar_days::where([](unsigned, unsigned day) { return day == 1; });
constexpr calendar_days summer =
    calendar_days::where([](unsigned month, unsigned) { return month >= 6 && month <= 8; });

// Times of days of 24 numbers.
constexpr number_cycle times(std::int64_t low, std::int64_t high) {
    number_cycle result{1, 0, 24};
    result.add(low, high);
    return result;
}

void check_ranks(const recurrence& some) {
    int128 rank = some.rank(-20'000);
    for (int number = -20'000; number <= 20'000; ++number) {
        REQUIRE(some.rank(number) == rank);
        if (some.contains(number)) {
            REQUIRE(some.select(rank) == number);
            ++rank;
        }
    }
}

TEST_CASE("days of the calendar and times of the day are numbered together") {
    check_ranks({firsts, 1});
    check_ranks({firsts, 24});
    check_ranks(*meet(recurrence{firsts, 24}, recurrence{times(8, 17)}));
    check_ranks(meet(recurrence{summer, 24}, recurrence{times(8, 8)})->shifted(5));
    check_ranks(times(8, 17));
}

TEST_CASE("recurrences meet, unite and change as their numbers do") {
    const std::vector<recurrence> all{{},
                                      times(0, 0),
                                      times(8, 17),
                                      {firsts, 24},
                                      {summer, 24},
                                      recurrence{summer, 24}.shifted(7),
                                      *meet(recurrence{firsts, 24}, recurrence{times(8, 17)}),
                                      some_cycle(3),
                                      some_cycle(4)};
    int exact = 0;
    for (const recurrence& left : all) {
        const std::optional<recurrence> turned = left.negated();
        const std::optional<recurrence> wide = left.widened(3);
        const std::optional<recurrence> narrow = left.divided(24);
        const recurrence moved = left.shifted(-5);
        for (int number = -5'000; number <= 5'000; ++number) {
            REQUIRE((!turned || turned->contains(number) == left.contains(-number)));
            REQUIRE((!wide || wide->contains(3 * number + 1) == left.contains(number)));
            REQUIRE((!narrow || narrow->contains(number) == left.contains(24 * number)));
            REQUIRE(moved.contains(number) == left.contains(number + 5));
        }
        for (const recurrence& right : all) {
            const std::optional<recurrence> both = meet(left, right);
            const std::optional<recurrence> either = join(left, right);
            const recurrence narrower = recurrence::narrower(left, right);
            exact += both ? 1 : 0;
            for (int number = -5'000; number <= 5'000; ++number) {
                const bool mine = left.contains(number);
                const bool theirs = right.contains(number);
                REQUIRE((!both || both->contains(number) == (mine && theirs)));
                REQUIRE((!either || either->contains(number) == (mine || theirs)));
                REQUIRE((narrower.contains(number) || !(mine && theirs)));
            }
        }
    }
    CHECK(exact > 50);
}

TEST_CASE("neighbours are no farther apart than is said") {
    constexpr recurrence leap_days{
        calendar_days::where([](unsigned month, unsigned day) { return month == 2 && day == 29; }), 1};
    static_assert(leap_days.widest_gap() >=
                  synth::days_from_civil({2104, 2, 29}) - synth::days_from_civil({2096, 2, 29}));
    static_assert(recurrence{times(8, 17)}.widest_gap() == 24 && recurrence{}.widest_gap() == 1);
    static_assert(recurrence{calendar_days{}, 1}.empty() && !leap_days.empty());
}

TEST_CASE("far beyond any calendar nothing is counted") {
    constexpr int128 far = int128{1} << 124U;
    constexpr calendar_days ends =
        calendar_days::where([](unsigned month, unsigned day) { return month == 12 && day >= 2; });
    const calendar_days all = calendar_days::where([](unsigned, unsigned) { return true; });
    for (const calendar_days& days : {firsts, summer, ends, all}) {
        for (const int day : {1, 24}) {
            const recurrence some{days, day};
            CHECK((some.rank(far) > some.rank(0) && some.rank(-far) < some.rank(0)));
            CHECK(some.rank(far) == some.rank(far / 2));
            CHECK(some.rank(-far) == some.rank(-far / 2));
        }
    }
}

TEST_CASE("of two recurrences of great periods the one with fewer numbers is told") {
    constexpr int128 unit = 1'000'000'000'000'000'000;
    number_cycle halves{1, 0, unit};
    halves.add(0, unit / 2 - 1);
    const number_cycle thousands{synth::number_row::of(1'000 * unit, 0)};
    CHECK(recurrence::narrower(halves, thousands).cycle() == thousands);
    CHECK(recurrence::narrower(thousands, halves).cycle() == thousands);
}

} // namespace
