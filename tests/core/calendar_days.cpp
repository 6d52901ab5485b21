// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/core/calendar_days.hpp>
#include <synth/core/civil.hpp>
#include <synth/random/mix.hpp>

namespace {

using synth::calendar_days;
using synth::civil_from_days;
using synth::days_from_civil;

// Counts over two rounds of the calendar of 400 years, the years before 0 included, and seeks each day again.
template<typename Function>
void check_counts(const Function& wanted) {
    const calendar_days days = calendar_days::where(wanted);
    const std::int64_t first = days_from_civil({-400, 1, 1});
    const std::int64_t last = days_from_civil({400, 12, 31});
    std::int64_t rank = days.rank(first);
    bool good = true;
    std::int64_t day = first;
    for (; good && day <= last; ++day) {
        const synth::civil date = civil_from_days(day);
        const bool inside = wanted(date.month, date.day);
        good = days.contains(day) == inside && days.rank(day) == rank;
        good = good && (!inside || days.select(rank) == day);
        rank += inside ? 1 : 0;
    }
    CAPTURE(day);
    CHECK(good);
}

TEST_CASE("days of the calendar are counted and found by their number") {
    check_counts([](unsigned, unsigned day) { return day == 1; });
    check_counts([](unsigned month, unsigned) { return month == 2; });
    check_counts([](unsigned month, unsigned day) { return month == 2 && day == 29; });
    check_counts([](unsigned month, unsigned day) { return month % 3 == 1 && day == 1; });
    check_counts([](unsigned, unsigned day) { return day == 31; });
    check_counts([](unsigned, unsigned) { return true; });
    check_counts([](unsigned month, unsigned day) { return month == 12 && day == 31; });
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
        check_counts([seed](unsigned month, unsigned day) {
            return synth::mix(seed * 1000 + month * 32 + day) % (seed + 2) == 0;
        });
    }
}

TEST_CASE("days of the calendar meet and unite") {
    constexpr calendar_days firsts = calendar_days::where([](unsigned, unsigned day) { return day == 1; });
    constexpr calendar_days may = calendar_days::where([](unsigned month, unsigned) { return month == 5; });
    static_assert((firsts & may).contains(days_from_civil({2024, 5, 1})));
    static_assert(!(firsts & may).contains(days_from_civil({2024, 5, 2})));
    static_assert((firsts | may).contains(days_from_civil({2024, 5, 2})));
    static_assert(!(firsts | may).contains(days_from_civil({2024, 6, 2})));
    static_assert(calendar_days{}.empty() && !may.empty());
    static_assert(
        calendar_days::where([](unsigned month, unsigned day) { return month == 2 && day == 30; }).empty());
    static_assert(firsts.rank(days_from_civil({2, 1, 1})) == 24);
    static_assert(firsts.select(24) == days_from_civil({2, 1, 1}));
    static_assert(firsts.select(12 * 20'000'000) == days_from_civil({20'000'000, 1, 1})); // in few steps
}

} // namespace
