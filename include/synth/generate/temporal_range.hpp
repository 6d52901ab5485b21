// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TEMPORAL_RANGE_HPP
#define SYNTH_GENERATE_TEMPORAL_RANGE_HPP

#include <synth/generate/uniform.hpp>
#include <synth/schema/temporal.hpp>

namespace synth {

/// Any day from one to another, both included; in a timestamp column, any moment of these days:
/// `dates(date::of(2024, 1, 1), date::of(2024, 12, 31))`.
[[nodiscard]] constexpr uniform<date> dates(date from, date to) { return {from, to}; }

/// Any moment from one to another, as fine as the column's fraction digits:
/// `timestamps(timestamp::of(date::of(2024, 1, 1)), timestamp::of(date::of(2025, 1, 1)))`.
[[nodiscard]] constexpr uniform<timestamp> timestamps(timestamp from, timestamp to) { return {from, to}; }

/// Any time from one to another, as fine as the column's fraction digits:
/// `times(time_of_day::of(9, 0), time_of_day::of(17, 0))`.
[[nodiscard]] constexpr uniform<time_of_day> times(time_of_day from, time_of_day to) { return {from, to}; }

} // namespace synth

#endif
