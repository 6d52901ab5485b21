// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_WHOLE_NUMBER_HPP
#define SYNTH_GENERATE_WHOLE_NUMBER_HPP

#include <cstdint>
#include <type_traits>

#include <synth/core/civil.hpp>
#include <synth/core/integer.hpp>
#include <synth/core/interval_set.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/number.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/ticks.hpp>
#include <synth/schema/column_type.hpp>
#include <synth/schema/enumeration.hpp>
#include <synth/schema/expression.hpp>
#include <synth/schema/temporal.hpp>

namespace synth {

namespace detail {

template<typename Value>
inline constexpr value_kind kind_of = node_of_type<Value>().kind;

inline constexpr std::int64_t real_units = 1'000'000; // 10^real_scale

} // namespace detail

/// A type whose values are whole numbers behind the kind that expressions see (schema/expression.hpp).
template<typename Value>
concept whole_numbered =
    detail::kind_of<Value> != value_kind::other && detail::kind_of<Value> != value_kind::text;

/// The whole number behind a value: units of a decimal, days of a date, microseconds, the position of a
/// label; a floating-point number counts in millionths.
template<whole_numbered Value>
[[nodiscard]] int128 whole_number_of(const Value& value) {
    if constexpr (std::is_same_v<Value, bool> || any_integer<Value>) {
        return value;
    } else if constexpr (is_decimal<Value>) {
        return value.units;
    } else if constexpr (std::is_floating_point_v<Value>) {
        const double wide = static_cast<double>(value) * 1e6;
        constexpr double most = 9e18;
        // NOLINTNEXTLINE(readability-simplify-boolean-expr): written so that NaN has no number, too.
        if (!(wide > -most && wide < most)) {
            return wide < 0 ? no_lower_bound : no_upper_bound;
        }
        const auto cut = static_cast<std::int64_t>(wide);
        const double rest = wide - static_cast<double>(cut);
        return cut + static_cast<int>(rest >= 0.5) - static_cast<int>(rest <= -0.5);
    } else if constexpr (std::is_enum_v<Value>) {
        return static_cast<std::int64_t>(value);
    } else if constexpr (std::is_same_v<Value, date>) {
        return value.days;
    } else if constexpr (std::is_same_v<Value, interval>) {
        return static_cast<int128>(value.months) * 30 * detail::microseconds_in_day +
               static_cast<int128>(value.days) * detail::microseconds_in_day + value.microseconds;
    } else {
        return value.microseconds;
    }
}

/// The inverse; the number must be one of `natural_numbers`.
template<whole_numbered Value>
[[nodiscard]] Value of_whole_number(int128 number) {
    if constexpr (std::is_same_v<Value, bool>) {
        return number != 0;
    } else if constexpr (std::is_floating_point_v<Value>) {
        // One division, rounded once: the nearest number to what the digits say.
        return static_cast<Value>(static_cast<double>(static_cast<std::int64_t>(number)) /
                                  static_cast<double>(detail::real_units));
    } else if constexpr (any_integer<Value> || is_decimal<Value>) {
        return detail::from_units<Value>(number);
    } else if constexpr (std::is_enum_v<Value>) {
        return static_cast<Value>(number);
    } else if constexpr (std::is_same_v<Value, date>) {
        return {static_cast<std::int32_t>(number)};
    } else if constexpr (std::is_same_v<Value, interval>) {
        const int128 rest = interval_set::floor_remainder(number, detail::microseconds_in_day);
        return {0, static_cast<std::int32_t>((number - rest) / detail::microseconds_in_day),
                static_cast<std::int64_t>(rest)};
    } else {
        Value value{};
        value.microseconds = static_cast<std::int64_t>(number);
        return value;
    }
}

/// How many of its numbers make one of a value: 100 for a decimal of two places.
template<whole_numbered Value>
inline constexpr int128 unit_of = detail::ten_to(detail::node_of_type<Value>().scale);

/// All numbers that a column of a type can hold, as finely as it keeps seconds; dates from year 1 to 9999.
template<whole_numbered Value>
[[nodiscard]] interval_set natural_numbers(const column_plan& plan) {
    constexpr std::int64_t first_day = days_from_civil({1, 1, 1});
    constexpr std::int64_t last_day = days_from_civil({9999, 12, 31});
    constexpr int128 day = detail::microseconds_in_day;
    interval_set numbers;
    if constexpr (std::is_same_v<Value, bool>) {
        return {0, 1};
    } else if constexpr (std::is_floating_point_v<Value>) {
        // Bounds within which millionths, or what the narrow type keeps of them, are told apart.
        constexpr int128 most = std::is_same_v<Value, float> ? 10'000'000 : std::int64_t{1} << 52U;
        return {-most, most};
    } else if constexpr (any_integer<Value> || is_decimal<Value>) {
        return {detail::least_units<Value>(), detail::greatest_units<Value>()};
    } else if constexpr (std::is_enum_v<Value>) {
        return {0, static_cast<std::int64_t>(label_count<Value>) - 1};
    } else if constexpr (std::is_same_v<Value, date>) {
        return {first_day, last_day};
    } else {
        if constexpr (std::is_same_v<Value, time_of_day>) {
            numbers = {0, day - 1};
        } else if constexpr (std::is_same_v<Value, interval>) {
            numbers = {-3'650 * day, 3'650 * day};
        } else {
            numbers = {first_day * day, (last_day + 1) * day - 1};
        }
        return numbers & interval_set::every(tick_of(plan), 0);
    }
}

} // namespace synth

#endif
