// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/core/civil.hpp>

using synth::civil;
using synth::civil_from_days;
using synth::days_from_civil;

namespace {

constexpr bool is_leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr unsigned days_in(std::int64_t year, unsigned month) {
    constexpr unsigned days[]{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

} // namespace

TEST_CASE("known days have known numbers") {
    static_assert(days_from_civil({1970, 1, 1}) == 0);
    static_assert(days_from_civil({2000, 3, 1}) == 11017);
    static_assert(civil_from_days(11017) == civil{2000, 3, 1});
    CHECK(days_from_civil({1969, 12, 31}) == -1);
    CHECK(days_from_civil({2000, 2, 29}) == 11016);
    CHECK(days_from_civil({2038, 1, 19}) == 24855);
    CHECK(days_from_civil({1, 1, 1}) == -719162);
    CHECK(days_from_civil({0, 3, 1}) == -719468);
    // Both ends of the type date in PostgreSQL: 4714-11-24 BC and 5874897-12-31.
    CHECK(days_from_civil({-4713, 11, 24}) == -2440588);
    CHECK(days_from_civil({5874897, 12, 31}) == 2145042905);
}

TEST_CASE("days are numbered without a gap and in order") {
    civil date{-401, 1, 1};
    std::int64_t number = days_from_civil(date);
    bool right = true;
    while (date.year < 2402) {
        right = right && days_from_civil(date) == number && civil_from_days(number) == date;
        ++number;
        if (++date.day > days_in(date.year, date.month)) {
            date.day = 1;
            if (++date.month > 12) {
                date.month = 1;
                ++date.year;
            }
        }
    }
    CHECK(right);
}

TEST_CASE("far days come back") {
    bool right = true;
    for (std::int64_t number = -4'000'000'000; number < 4'000'000'000; number += 999'983) {
        const civil date = civil_from_days(number);
        right = right && days_from_civil(date) == number && date.month >= 1 && date.month <= 12 &&
                date.day >= 1 && date.day <= days_in(date.year, date.month);
    }
    CHECK(right);
}
