// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_TEMPORAL_HPP
#define SYNTH_SCHEMA_TEMPORAL_HPP

#include <compare>
#include <cstdint>

#include <synth/core/civil.hpp>
#include <synth/core/integer.hpp>

namespace synth {

inline constexpr std::int64_t microseconds_per_second = 1'000'000;
inline constexpr std::int64_t microseconds_per_day = 86'400 * microseconds_per_second;

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01:
/// `date::of(2000, 3, 1).days == 11017`; year 0 is 1 BC.
struct date {
    std::int32_t days{};

    [[nodiscard]] static constexpr date of(std::int64_t year, unsigned month, unsigned day) {
        return {static_cast<std::int32_t>(days_from_civil({year, month, day}))};
    }

    auto operator<=>(const date&) const = default;
};

/// A time of the day; 24:00:00 is a value of its own: `time_of_day::of(12, 30).microseconds`.
struct time_of_day {
    std::int64_t microseconds{};

    [[nodiscard]] static constexpr time_of_day of(int hour, int minute, int second = 0, int microsecond = 0) {
        return {((hour * 60LL + minute) * 60 + second) * microseconds_per_second + microsecond};
    }

    auto operator<=>(const time_of_day&) const = default;
};

/// A local time and its offset from UTC, east positive. Ordered like PostgreSQL's timetz: by the instant,
/// then the eastern zone first.
struct time_of_day_tz {
    std::int64_t microseconds{};
    std::int32_t offset_seconds{};

    bool operator==(const time_of_day_tz&) const = default;
    constexpr std::strong_ordering operator<=>(const time_of_day_tz& other) const {
        const std::int64_t here = microseconds - offset_seconds * microseconds_per_second;
        const std::int64_t there = other.microseconds - other.offset_seconds * microseconds_per_second;
        const auto instant = here <=> there;
        return instant != std::strong_ordering::equal ? instant : other.offset_seconds <=> offset_seconds;
    }
};

/// Microseconds since 1970-01-01 00:00:00 without a zone:
/// `timestamp::of(date::of(2025, 1, 1), time_of_day::of(12, 30))`.
struct timestamp {
    std::int64_t microseconds{};

    [[nodiscard]] static constexpr timestamp of(date day, time_of_day time = {}) {
        return {day.days * microseconds_per_day + time.microseconds};
    }

    auto operator<=>(const timestamp&) const = default;
};

/// An instant: microseconds since 1970-01-01 00:00:00 UTC.
struct timestamp_tz {
    std::int64_t microseconds{};

    [[nodiscard]] static constexpr timestamp_tz of(date day, time_of_day time = {}) {
        return {day.days * microseconds_per_day + time.microseconds};
    }

    auto operator<=>(const timestamp_tz&) const = default;
};

/// Months, days and microseconds, which do not convert into each other. Compared as PostgreSQL does, a month
/// being 30 days: `interval{.months = 1} == interval{.days = 30}`.
struct interval {
    std::int32_t months{};
    std::int32_t days{};
    std::int64_t microseconds{};

    constexpr bool operator==(const interval& other) const { return length() == other.length(); }
    constexpr std::weak_ordering operator<=>(const interval& other) const {
        if (length() == other.length()) {
            return std::weak_ordering::equivalent;
        }
        return length() < other.length() ? std::weak_ordering::less : std::weak_ordering::greater;
    }

private:
    [[nodiscard]] constexpr int128 length() const {
        return static_cast<int128>(months * 30LL + days) * microseconds_per_day + microseconds;
    }
};

} // namespace synth

#endif
