// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <string>

#include <doctest/doctest.h>

#include <synth/sink/temporal_text.hpp>

#include "forms_of.hpp"
#include "sample_values.hpp"

namespace {

using namespace synth;
using forms::text;

template<typename... Values>
std::string printed(const char* format, Values... values) {
    std::array<char, 128> room{};
    std::snprintf(room.data(), room.size(), format, values...);
    return room.data();
}

std::string reference_day(std::int64_t days) {
    const civil day = civil_from_days(days);
    return printed("%04" PRId64 "-%02u-%02u", day.year > 0 ? day.year : 1 - day.year, day.month, day.day);
}

std::string era(std::int64_t days) { return civil_from_days(days).year > 0 ? "" : " BC"; }

std::string reference_clock(std::uint64_t microseconds) {
    std::string result = printed("%02" PRIu64 ":%02" PRIu64 ":%02" PRIu64, microseconds / 3'600'000'000,
                                 microseconds / 60'000'000 % 60, microseconds / 1'000'000 % 60);
    if (microseconds % 1'000'000 != 0) {
        result += printed(".%06" PRIu64, microseconds % 1'000'000);
        result.erase(result.find_last_not_of('0') + 1);
    }
    return result;
}

std::int64_t day_of(std::int64_t microseconds) {
    return microseconds / microseconds_per_day - (microseconds % microseconds_per_day < 0 ? 1 : 0);
}

TEST_CASE("dates are written like the reference") {
    for (std::int32_t days = date::of(1890, 1, 1).days; days < date::of(2110, 1, 1).days; ++days) {
        REQUIRE(text<date>({days}) == reference_day(days) + era(days));
    }
    for (const date value : samples::values<date>(50'000)) {
        REQUIRE(text<date>(value) == reference_day(value.days) + era(value.days));
    }
    CHECK(text<date>(date::of(2024, 2, 29)) == "2024-02-29");
    CHECK(text<date>(date::of(-43, 3, 15)) == "0044-03-15 BC");
    CHECK(text<date>(date::of(0, 12, 31)) == "0001-12-31 BC");
    CHECK(text<date>(date::of(12'345, 1, 1)) == "12345-01-01");
    CHECK(text<date>({std::numeric_limits<std::int32_t>::max()}) == "5881580-07-11");
    CHECK(text<date>({std::numeric_limits<std::int32_t>::min()}) == "5877642-06-23 BC");
}

TEST_CASE("times are written like the reference") {
    for (const time_of_day value : samples::values<time_of_day>(50'000)) {
        REQUIRE(text<time_of_day>(value) == reference_clock(static_cast<std::uint64_t>(value.microseconds)));
    }
    CHECK(text<time_of_day>(time_of_day::of(4, 5, 6, 789'000)) == "04:05:06.789");
    CHECK(text<time_of_day>(time_of_day::of(24, 0)) == "24:00:00");
    // No time of the day, but inside the bound.
    CHECK(text<time_of_day>({std::numeric_limits<std::int64_t>::min()}).size() <= 32);
    CHECK(text<time_of_day>({-1}).size() <= 32);
}

TEST_CASE("times with a zone show minutes and seconds of the offset by need") {
    for (const time_of_day_tz value : samples::values<time_of_day_tz>(50'000)) {
        const int offset = value.offset_seconds < 0 ? -value.offset_seconds : value.offset_seconds;
        std::string expected = reference_clock(static_cast<std::uint64_t>(value.microseconds));
        expected += printed("%c%02d", value.offset_seconds < 0 ? '-' : '+', offset / 3600);
        expected += offset % 3600 != 0 ? printed(":%02d", offset / 60 % 60) : "";
        expected += offset % 60 != 0 ? printed(":%02d", offset % 60) : "";
        REQUIRE(text<time_of_day_tz>(value) == expected);
    }
    CHECK(text<time_of_day_tz>({0, 0}) == "00:00:00+00");
    CHECK(text<time_of_day_tz>({1, 19'800}) == "00:00:00.000001+05:30");
    CHECK(text<time_of_day_tz>({0, -59}) == "00:00:00-00:00:59");
    CHECK(text<time_of_day_tz>({-1, std::numeric_limits<std::int32_t>::min()}).size() <= 48);
}

TEST_CASE("timestamps are written like the reference") {
    for (const timestamp value : samples::values<timestamp>(50'000)) {
        const std::int64_t day = day_of(value.microseconds);
        const auto rest = static_cast<std::uint64_t>(value.microseconds - day * microseconds_per_day);
        const std::string start = reference_day(day) + " " + reference_clock(rest);
        REQUIRE(text<timestamp>(value) == start + era(day));
        REQUIRE(text<timestamp_tz>({value.microseconds}) == start + "+00" + era(day));
    }
    CHECK(text<timestamp>({-1}) == "1969-12-31 23:59:59.999999");
    CHECK(text<timestamp>(timestamp::of(date::of(-43, 3, 15))) == "0044-03-15 00:00:00 BC");
    CHECK(text<timestamp_tz>(timestamp_tz::of(date::of(-43, 3, 15))) == "0044-03-15 00:00:00+00 BC");
    CHECK(text<timestamp>({std::numeric_limits<std::int64_t>::max()}) == "294247-01-10 04:00:54.775807");
    CHECK(text<timestamp_tz>({std::numeric_limits<std::int64_t>::min()}) ==
          "290309-12-21 19:59:05.224192+00 BC");
}

std::string reference_interval(const interval& value) {
    std::string result;
    bool after_negative = false;
    const auto put = [&](int amount, const std::string& unit) {
        if (amount != 0) {
            result += result.empty() ? "" : " ";
            result += after_negative && amount > 0 ? "+" : "";
            result += std::to_string(amount) + " " + unit + (amount != 1 ? "s" : "");
            after_negative = amount < 0;
        }
    };
    put(value.months / 12, "year");
    put(value.months % 12, "mon");
    put(value.days, "day");
    if (result.empty() || value.microseconds != 0) {
        result += result.empty() ? "" : " ";
        result += value.microseconds < 0 ? "-" : after_negative ? "+" : "";
        const auto bits = static_cast<std::uint64_t>(value.microseconds);
        result += reference_clock(value.microseconds < 0 ? 0 - bits : bits);
    }
    return result;
}

TEST_CASE("intervals are written in PostgreSQL's own style") {
    for (const interval& value : samples::values<interval>(50'000)) {
        REQUIRE(text<interval>(value) == reference_interval(value));
    }
    CHECK(text<interval>({14, 3, 14'706'789'000}) == "1 year 2 mons 3 days 04:05:06.789");
    CHECK(text<interval>({}) == "00:00:00");
    CHECK(text<interval>({0, -1, 7'380'000'000}) == "-1 days +02:03:00");
    CHECK(text<interval>({-13, 1, 0}) == "-1 years -1 mons +1 day");
    CHECK(text<interval>({0, 0, std::numeric_limits<std::int64_t>::min()}) == "-2562047788:00:54.775808");
    constexpr std::int32_t low = std::numeric_limits<std::int32_t>::min();
    CHECK(text<interval>({low, low, std::numeric_limits<std::int64_t>::min()}) ==
          "-178956970 years -8 mons -2147483648 days -2562047788:00:54.775808");
}

} // namespace
