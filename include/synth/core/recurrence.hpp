// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_RECURRENCE_HPP
#define SYNTH_CORE_RECURRENCE_HPP

#include <cstdint>
#include <optional>

#include <synth/core/calendar_days.hpp>
#include <synth/core/cycle_algebra.hpp>
#include <synth/core/integer.hpp>
#include <synth/core/number_cycle.hpp>
#include <synth/core/number_range.hpp>

namespace synth {

/// Numbers that come again and again: a cycle and, of dates and moments, only those on some days of each
/// year. Their ranks are in the order of the numbers.
class recurrence {
public:
    /// Beyond so many days no calendar is asked.
    static constexpr int128 most_days = 10'000'000'000;

    constexpr recurrence() = default; // every number
    // There is no cheaper move, and a cycle is the same thing.
    constexpr recurrence(const number_cycle& cycle) // NOLINT(*-explicit-*, modernize-pass-by-value)
        : cycle_(cycle) {}
    /// The numbers on some days, of which each has so many numbers.
    constexpr recurrence(const calendar_days& days, int128 day) : days_(days), day_(day) {}

    [[nodiscard]] constexpr bool is_every() const { return day_ == 0 && cycle_.is_every(); }
    [[nodiscard]] constexpr bool empty() const { return cycle_.empty() || (day_ > 0 && days_.empty()); }
    [[nodiscard]] constexpr bool has_calendar() const { return day_ > 0; }
    /// The cycle without the days.
    [[nodiscard]] constexpr const number_cycle& cycle() const { return cycle_; }
    /// The numbers of the days that are counted.
    [[nodiscard]] constexpr number_range span() const {
        const int128 most = most_days * day_;
        return day_ > 0 ? number_range{moved_ - most, moved_ + most}
                        : number_range{no_lower_bound, no_upper_bound};
    }
    /// How far neighbours lie apart at most: years, where they lie on the 29th of February alone.
    [[nodiscard]] constexpr int128 widest_gap() const {
        constexpr int128 days = int128{366} * 8;
        return day_ > 0 ? days * day_ : cycle_.period();
    }

    /// Whether a number is one of them.
    [[nodiscard]] constexpr bool contains(int128 number) const {
        return (day_ == 0 || days_.contains(day_of(number))) && cycle_.contains(number);
    }

    /// How many of them lie before a number, from some number on.
    [[nodiscard]] constexpr int128 rank(int128 number) const {
        if (day_ == 0) {
            return cycle_.rank(number);
        }
        const std::int64_t day = day_of(number);
        const int128 midnight = moved_ + day_ * day;
        const bool here = number >= midnight && number - midnight < day_ && days_.contains(day);
        const int128 today = here ? cycle_.rank(number) - cycle_.rank(midnight) : 0;
        return days_.rank(day) * count_of_day() + today;
    }

    /// The inverse; there must be numbers.
    [[nodiscard]] constexpr int128 select(int128 rank) const {
        if (day_ == 0) {
            return cycle_.select(rank);
        }
        const int128 days_before = floor_quotient(rank, count_of_day());
        const int128 of_day = rank - days_before * count_of_day();
        const int128 midnight = moved_ + day_ * days_.select(static_cast<std::int64_t>(days_before));
        return cycle_.select(cycle_.rank(midnight) + of_day);
    }

    /// The numbers in both, and in one of them, where they are a recurrence again.
    [[nodiscard]] friend constexpr std::optional<recurrence> meet(const recurrence& left,
                                                                  const recurrence& right) {
        const std::optional<number_cycle> cycle = meet(left.cycle_, right.cycle_);
        if (!cycle || (left.day_ > 0 && right.day_ > 0 && !left.same_days_as(right))) {
            return std::nullopt;
        }
        recurrence result = left.day_ > 0 ? left : right;
        result.days_ = left.day_ > 0 && right.day_ > 0 ? left.days_ & right.days_ : result.days_;
        result.cycle_ = *cycle;
        const bool daily = result.day_ == 0 || result.empty() || result.day_ % cycle->period() == 0;
        return daily ? std::optional{result} : std::nullopt;
    }
    [[nodiscard]] friend constexpr std::optional<recurrence> join(const recurrence& left,
                                                                  const recurrence& right) {
        recurrence result = left;
        if (left.day_ == 0 && right.day_ == 0) {
            const std::optional<number_cycle> cycle = join(left.cycle_, right.cycle_);
            return cycle ? std::optional<recurrence>{*cycle} : std::nullopt;
        }
        if (left.cycle_ == right.cycle_ && left.same_days_as(right)) {
            result.days_ = left.days_ | right.days_;
            return result;
        }
        return left == right ? std::optional{result} : std::nullopt;
    }

    /// Of two whose meeting is none, what holds it and has few numbers besides.
    [[nodiscard]] static constexpr recurrence narrower(const recurrence& left, const recurrence& right) {
        if (left.day_ == 0 && right.day_ == 0) {
            const int128 longer =
                left.widest_gap() > right.widest_gap() ? left.widest_gap() : right.widest_gap();
            const int128 unit = (longer >> 60U) + 1; // so that the products fit
            const int128 mine = left.cycle_.count_of_period() * (right.cycle_.period() / unit);
            const int128 theirs = right.cycle_.count_of_period() * (left.cycle_.period() / unit);
            return mine < theirs ? left : right;
        }
        recurrence result = left.day_ > 0 ? left : right;
        const std::optional<number_cycle> cycle = meet(left.cycle_, right.cycle_);
        if (cycle) { // of which each day has a row
            const int128 step = detail::greatest_divisor(cycle->step(), result.day_);
            result.cycle_ = number_cycle{number_row::of(step, cycle->start())};
        }
        return result;
    }

    /// The numbers, each so much greater.
    [[nodiscard]] constexpr recurrence shifted(int128 by) const {
        recurrence result = *this;
        result.cycle_ = cycle_.shifted(by);
        result.moved_ = day_ > 0 ? moved_ + by : 0;
        return result;
    }
    /// The numbers with the other sign, where they are one.
    [[nodiscard]] constexpr std::optional<recurrence> negated() const {
        return day_ > 0 ? std::nullopt : std::optional<recurrence>{cycle_.negated()};
    }
    /// What is in it when divided by a factor and rounded down, and when multiplied by one.
    [[nodiscard]] constexpr std::optional<recurrence> widened(int128 factor) const {
        const std::optional<number_cycle> cycle = cycle_.widened(factor);
        if (!cycle) {
            return std::nullopt;
        }
        recurrence result = *this;
        result.cycle_ = *cycle;
        result.day_ = day_ * factor;
        result.moved_ = moved_ * factor;
        return result;
    }
    [[nodiscard]] constexpr std::optional<recurrence> divided(int128 factor) const {
        const std::optional<number_cycle> cycle = cycle_.divided(factor);
        if (!cycle || day_ % factor != 0 || moved_ % factor != 0) {
            return std::nullopt;
        }
        recurrence result = *this;
        result.cycle_ = *cycle;
        result.day_ = day_ / factor;
        result.moved_ = moved_ / factor;
        return result;
    }

    [[nodiscard]] friend constexpr bool operator==(const recurrence&, const recurrence&) = default;

private:
    [[nodiscard]] constexpr bool same_days_as(const recurrence& other) const {
        return day_ == other.day_ && moved_ == other.moved_;
    }
    [[nodiscard]] constexpr std::int64_t day_of(int128 number) const {
        const int128 day = floor_quotient(number - moved_, day_);
        const int128 above = day < -most_days ? -most_days : day;
        return static_cast<std::int64_t>(above > most_days ? most_days : above);
    }
    [[nodiscard]] constexpr int128 count_of_day() const {
        return day_ / cycle_.period() * cycle_.count_of_period();
    }

    number_cycle cycle_; // with a calendar one that fits into a day
    calendar_days days_;
    int128 day_{};   // how many numbers a day has; 0: no calendar
    int128 moved_{}; // by how much
};

} // namespace synth

#endif
