// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_CALENDAR_DAYS_HPP
#define SYNTH_CORE_CALENDAR_DAYS_HPP

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include <synth/core/civil.hpp>
#include <synth/core/integer.hpp>

namespace synth {

/// Days that come each year, as the first of each month: for each month, bit d is its day d. They are
/// numbered in order of time, from the first of the year 0 on.
class calendar_days {
public:
    constexpr calendar_days() = default; // none

    /// Each day that a function says yes to; it is given the month and the day.
    template<typename Function>
    [[nodiscard]] static constexpr calendar_days where(const Function& function) {
        calendar_days result;
        for (unsigned month = 1; month <= 12; ++month) {
            for (unsigned day = 1; day <= length(month); ++day) {
                result.days_[month - 1] |= function(month, day) ? 1U << day : 0U;
            }
        }
        return result;
    }

    /// Whether there are none.
    [[nodiscard]] constexpr bool empty() const { return *this == calendar_days{}; }

    /// Whether a day, counted from 1970-01-01, is one of them.
    [[nodiscard]] constexpr bool contains(std::int64_t day) const {
        const civil date = civil_from_days(day);
        return (days_[date.month - 1] >> date.day & 1U) != 0;
    }

    /// How many of them there are before a day, from the first of the year 0 on; negative before it.
    [[nodiscard]] constexpr std::int64_t rank(std::int64_t day) const {
        const civil date = civil_from_days(day);
        std::int64_t before = before_year(date.year);
        for (unsigned month = 1; month < date.month; ++month) {
            before += std::popcount(in_month(date.year, month));
        }
        return before + std::popcount(in_month(date.year, date.month) & ((1U << date.day) - 1));
    }

    /// The inverse; there must be days.
    [[nodiscard]] constexpr std::int64_t select(std::int64_t rank) const {
        // An estimate from which few steps lead on; 400 years have 97 leap days.
        std::int64_t year = rank * 400 / (per_year() * 400 + (leap_day() ? 97 : 0));
        while (before_year(year) > rank) {
            --year;
        }
        while (before_year(year + 1) <= rank) {
            ++year;
        }
        std::int64_t left = rank - before_year(year);
        unsigned month = 1;
        for (; left >= std::popcount(in_month(year, month)); ++month) {
            left -= std::popcount(in_month(year, month));
        }
        std::uint32_t days = in_month(year, month);
        for (; left > 0; --left) {
            days &= days - 1;
        }
        return days_from_civil({year, month, static_cast<unsigned>(std::countr_zero(days))});
    }

    /// The days in both, and in one of them.
    [[nodiscard]] friend constexpr calendar_days operator&(calendar_days left, const calendar_days& right) {
        for (std::size_t month = 0; month < 12; ++month) {
            left.days_[month] &= right.days_[month];
        }
        return left;
    }
    [[nodiscard]] friend constexpr calendar_days operator|(calendar_days left, const calendar_days& right) {
        for (std::size_t month = 0; month < 12; ++month) {
            left.days_[month] |= right.days_[month];
        }
        return left;
    }
    [[nodiscard]] friend constexpr bool operator==(const calendar_days&, const calendar_days&) = default;

private:
    static constexpr std::uint32_t leap_bit = 1U << 29U;

    static constexpr unsigned length(unsigned month) { // of a leap year
        return month == 2 ? 29 : 30 + ((month + month / 8) & 1U);
    }
    static constexpr bool is_leap(std::int64_t year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    [[nodiscard]] constexpr bool leap_day() const { return (days_[1] & leap_bit) != 0; }
    [[nodiscard]] constexpr std::uint32_t in_month(std::int64_t year, unsigned month) const {
        return month == 2 && !is_leap(year) ? days_[1] & ~leap_bit : days_[month - 1];
    }
    [[nodiscard]] constexpr std::int64_t per_year() const { // that is no leap year
        std::int64_t count = leap_day() ? -1 : 0;
        for (const std::uint32_t month : days_) {
            count += std::popcount(month);
        }
        return count;
    }
    [[nodiscard]] constexpr std::int64_t before_year(std::int64_t year) const {
        const std::int64_t leap_years =
            ceiling_quotient(year, 4) - ceiling_quotient(year, 100) + ceiling_quotient(year, 400);
        return per_year() * year + (leap_day() ? leap_years : 0);
    }

    std::array<std::uint32_t, 12> days_{};
};

} // namespace synth

#endif
