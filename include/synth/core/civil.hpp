// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_CIVIL_HPP
#define SYNTH_CORE_CIVIL_HPP

#include <cstdint>

namespace synth {

/// A day of the proleptic Gregorian calendar; year 0 is 1 BC.
struct civil {
    std::int64_t year{1970};
    unsigned month{1};
    unsigned day{1};

    bool operator==(const civil&) const = default;
};

/// Days since 1970-01-01: `days_from_civil({2000, 3, 1}) == 11017`. Algorithm: Howard Hinnant,
/// chrono-compatible low-level date algorithms, 2013.
[[nodiscard]] constexpr std::int64_t days_from_civil(civil date) {
    const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year; // years that begin in March
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const auto year_of_era = static_cast<std::uint64_t>(year - era * 400);
    const std::uint64_t month = date.month > 2 ? date.month - 3U : date.month + 9U;
    const std::uint64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    const std::uint64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + static_cast<std::int64_t>(day_of_era) - 719468;
}

/// The inverse: `civil_from_days(11017) == civil{2000, 3, 1}`.
[[nodiscard]] constexpr civil civil_from_days(std::int64_t days) {
    const std::int64_t shifted = days + 719468;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const auto day_of_era = static_cast<std::uint64_t>(shifted - era * 146097);
    const std::uint64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::uint64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::uint64_t month = (5 * day_of_year + 2) / 153;
    const auto day = static_cast<unsigned>(day_of_year - (153 * month + 2) / 5 + 1);
    const auto civil_month = static_cast<unsigned>(month < 10 ? month + 3 : month - 9);
    const std::int64_t year = static_cast<std::int64_t>(year_of_era) + era * 400 + (civil_month <= 2 ? 1 : 0);
    return {year, civil_month, day};
}

} // namespace synth

#endif
