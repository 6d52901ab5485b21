// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_DOMAIN_TEMPORAL_HPP
#define SYNTH_GENERATE_DOMAIN_TEMPORAL_HPP

#include <concepts>
#include <cstdint>
#include <optional>

#include <synth/core/civil.hpp>
#include <synth/generate/domain_number.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/ticks.hpp>
#include <synth/schema/temporal.hpp>

namespace synth {

namespace detail {

// Every database holds these days, MariaDB's TIMESTAMP included.
inline constexpr std::int64_t first_key_day = days_from_civil({1971, 1, 1});
inline constexpr std::int64_t key_days = days_from_civil({2038, 1, 1}) - first_key_day;
inline constexpr std::int64_t year_one = days_from_civil({1, 1, 1});
inline constexpr std::int64_t all_days = days_from_civil({10'000, 1, 1}) - year_one;

} // namespace detail

/// The days of 1971 to 2037 while they suffice for the table's rows, else those of the years 1 to 9999; the
/// latter, too, without rows, which asks how many there can be.
template<>
class domain<date> {
public:
    explicit domain(const column_plan& plan) {
        if (plan.rows == 0 || plan.rows > static_cast<std::uint64_t>(detail::key_days)) {
            low_ = detail::year_one;
            last_ = static_cast<std::uint64_t>(detail::all_days) - 1;
        }
    }

    [[nodiscard]] std::uint64_t last() const { return last_; }
    [[nodiscard]] date at(std::uint64_t index) const {
        return {static_cast<std::int32_t>(low_ + static_cast<std::int64_t>(index))};
    }
    [[nodiscard]] std::optional<std::uint64_t> index_of(date value) const {
        const auto index = static_cast<std::uint64_t>(std::int64_t{value.days} - low_);
        return index > last_ ? std::nullopt : std::optional{index};
    }

private:
    std::int64_t low_ = detail::first_key_day;
    std::uint64_t last_ = static_cast<std::uint64_t>(detail::key_days) - 1;
};

/// The moments of 1971 to 2037 that the column's fraction digits tell apart.
template<typename Moment>
    requires std::same_as<Moment, timestamp> || std::same_as<Moment, timestamp_tz>
class domain<Moment> {
public:
    explicit domain(const column_plan& plan)
        : ticks_{plan, detail::first_key_day * microseconds_per_day,
                 (detail::first_key_day + detail::key_days) * microseconds_per_day - 1} {}

    [[nodiscard]] std::uint64_t last() const { return ticks_.last(); }
    [[nodiscard]] Moment at(std::uint64_t index) const { return {ticks_.at(index)}; }
    [[nodiscard]] std::optional<std::uint64_t> index_of(Moment value) const {
        return ticks_.index_of(value.microseconds);
    }

private:
    ticks ticks_;
};

/// The times of a day that the column's fraction digits tell apart; with a time zone, at offset 0.
template<typename Time>
    requires std::same_as<Time, time_of_day> || std::same_as<Time, time_of_day_tz>
class domain<Time> {
public:
    explicit domain(const column_plan& plan) : ticks_{plan, 0, microseconds_per_day - 1} {}

    [[nodiscard]] std::uint64_t last() const { return ticks_.last(); }
    [[nodiscard]] Time at(std::uint64_t index) const {
        Time value{};
        value.microseconds = ticks_.at(index);
        return value;
    }
    [[nodiscard]] std::optional<std::uint64_t> index_of(Time value) const {
        if constexpr (std::same_as<Time, time_of_day_tz>) {
            if (value.offset_seconds != 0) {
                return std::nullopt;
            }
        }
        return ticks_.index_of(value.microseconds);
    }

private:
    ticks ticks_;
};

/// Spans of less than ten thousand days, as days and a time below a day: databases take 24 hours for a day
/// and 30 days for a month when they compare, so months or longer times would make equal keys.
template<>
class domain<interval> {
public:
    explicit domain(const column_plan& plan) : ticks_{plan, 0, 10'000 * microseconds_per_day - 1} {}

    [[nodiscard]] std::uint64_t last() const { return ticks_.last(); }
    [[nodiscard]] interval at(std::uint64_t index) const {
        const std::int64_t total = ticks_.at(index);
        return {0, static_cast<std::int32_t>(total / microseconds_per_day), total % microseconds_per_day};
    }
    [[nodiscard]] std::optional<std::uint64_t> index_of(interval value) const {
        if (value.months != 0 || value.days < 0 || value.microseconds < 0 ||
            value.microseconds >= microseconds_per_day) {
            return std::nullopt;
        }
        return ticks_.index_of(value.days * microseconds_per_day + value.microseconds);
    }

private:
    ticks ticks_;
};

} // namespace synth

#endif
