// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TYPICAL_TEMPORAL_HPP
#define SYNTH_GENERATE_TYPICAL_TEMPORAL_HPP

#include <concepts>
#include <cstdint>

#include <synth/core/civil.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/ticks.hpp>
#include <synth/generate/typical_number.hpp>
#include <synth/random/draw.hpp>
#include <synth/schema/temporal.hpp>

namespace synth {

namespace detail {

inline constexpr std::int64_t days_of_ten_years = 3652;

// The day of a moment, rounded down.
[[nodiscard]] constexpr std::int64_t day_of(timestamp moment) {
    const std::int64_t day = moment.microseconds / microseconds_per_day;
    return moment.microseconds % microseconds_per_day < 0 ? day - 1 : day;
}

} // namespace detail

/// A day of the ten years before the plan's "now".
template<>
class typical<date> {
public:
    explicit typical(const column_plan& plan)
        : last_{static_cast<std::int32_t>(detail::day_of(plan.now) - 1)} {}
    date operator()(draw& cell) const {
        return {static_cast<std::int32_t>(
            last_ -
            static_cast<std::int32_t>(cell.below(static_cast<std::uint64_t>(detail::days_of_ten_years))))};
    }

private:
    std::int32_t last_;
};

/// A moment of the ten years before the plan's "now", as fine as the column's fraction digits.
template<typename Moment>
    requires std::same_as<Moment, timestamp> || std::same_as<Moment, timestamp_tz>
class typical<Moment> {
public:
    explicit typical(const column_plan& plan)
        : range_{plan, plan.now.microseconds - detail::days_of_ten_years * microseconds_per_day,
                 plan.now.microseconds - 1} {}
    Moment operator()(draw& cell) const { return {range_.at(cell.between(std::uint64_t{0}, range_.last()))}; }

private:
    ticks range_;
};

/// A time of the day, as fine as the column's fraction digits; with a time zone, at offset 0.
template<typename Time>
    requires std::same_as<Time, time_of_day> || std::same_as<Time, time_of_day_tz>
class typical<Time> {
public:
    explicit typical(const column_plan& plan) : range_{plan, 0, microseconds_per_day - 1} {}
    Time operator()(draw& cell) const {
        Time value{};
        value.microseconds = range_.at(cell.between(std::uint64_t{0}, range_.last()));
        return value;
    }

private:
    ticks range_;
};

/// Up to thirty days and a time below a day.
template<>
class typical<interval> {
public:
    explicit typical(const column_plan& plan) : range_{plan, 0, microseconds_per_day - 1} {}
    interval operator()(draw& cell) const {
        const auto days = static_cast<std::int32_t>(cell.below(31));
        return {0, days, range_.at(cell.between(std::uint64_t{0}, range_.last()))};
    }

private:
    ticks range_;
};

} // namespace synth

#endif
