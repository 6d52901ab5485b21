// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TEXT_OF_HPP
#define SYNTH_GENERATE_TEXT_OF_HPP

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <synth/core/civil.hpp>
#include <synth/core/integer.hpp>
#include <synth/random/fixed_point.hpp>
#include <synth/schema/decimal.hpp>
#include <synth/schema/enumeration.hpp>
#include <synth/schema/temporal.hpp>

namespace synth {

namespace detail {

// "19.99" from 1999 and 2, without trailing zeros.
[[nodiscard]] inline std::string text_of_units(int128 units, int scale) {
    std::string text;
    uint128 rest = units < 0 ? uint128{0} - static_cast<uint128>(units) : static_cast<uint128>(units);
    for (int place = 0; rest != 0 || place <= scale; ++place) {
        const auto digit = static_cast<char>('0' + static_cast<int>(rest % 10));
        rest /= 10;
        if (place >= scale || digit != '0' || !text.empty()) {
            text.insert(text.begin(), digit);
        }
        if (place + 1 == scale && !text.empty()) {
            text.insert(text.begin(), '.');
        }
    }
    return units < 0 ? "-" + text : text;
}

[[nodiscard]] inline std::string padded(std::int64_t number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

} // namespace detail

/// A parameter as `describe` and error messages show it: `text_of(0.25) == "0.25"`, `text_of(date::of(2025,
/// 1, 2)) == "2025-01-02"`. Reals show six decimals at most.
[[nodiscard]] inline std::string text_of(std::string_view value) { return std::string{value}; }
[[nodiscard]] inline std::string text_of(const char* value) { return value; }
[[nodiscard]] inline std::string text_of(bool value) { return value ? "true" : "false"; }

template<any_integer Integer>
    requires(!std::same_as<Integer, bool>)
[[nodiscard]] std::string text_of(Integer value) {
    return detail::text_of_units(static_cast<int128>(value), 0);
}

[[nodiscard]] inline std::string text_of(double value) {
    if (!(value - value == 0.0)) { // infinite or not a number
        if (value > 0) {
            return "infinity";
        }
        return value < 0 ? "-infinity" : "NaN";
    }
    constexpr int places = 6;
    return detail::text_of_units(to_units(to_fixed(value), places), places);
}

template<unsigned Precision, int Scale>
[[nodiscard]] std::string text_of(const decimal<Precision, Scale>& value) {
    const std::string text = detail::text_of_units(static_cast<int128>(value.units), Scale < 0 ? 0 : Scale);
    return Scale < 0 && text != "0" ? text + std::string(static_cast<std::size_t>(-Scale), '0') : text;
}

template<labelled_enum Enumeration>
[[nodiscard]] std::string text_of(Enumeration value) {
    return std::string{label_of(value)};
}

[[nodiscard]] inline std::string text_of(date value) {
    const civil day = civil_from_days(value.days);
    return detail::padded(day.year, 4) + "-" + detail::padded(day.month, 2) + "-" +
           detail::padded(day.day, 2);
}

[[nodiscard]] inline std::string text_of(time_of_day value) {
    const std::int64_t seconds = value.microseconds / microseconds_per_second;
    const std::string text = detail::padded(seconds / 3600, 2) + ":" + detail::padded(seconds / 60 % 60, 2) +
                             ":" + detail::padded(seconds % 60, 2);
    const std::int64_t fraction = value.microseconds % microseconds_per_second;
    return fraction == 0 ? text : text + "." + detail::padded(fraction, 6);
}

[[nodiscard]] inline std::string text_of(timestamp value) {
    std::int64_t days = value.microseconds / microseconds_per_day;
    std::int64_t rest = value.microseconds % microseconds_per_day;
    if (rest < 0) {
        rest += microseconds_per_day;
        --days;
    }
    return text_of(date{static_cast<std::int32_t>(days)}) + " " + text_of(time_of_day{rest});
}

[[nodiscard]] inline std::string text_of(timestamp_tz value) {
    return text_of(timestamp{value.microseconds}) + " UTC";
}
[[nodiscard]] inline std::string text_of(time_of_day_tz value) {
    return text_of(time_of_day{value.microseconds});
}

/// Any other value, such as bytes, which a message cannot show.
template<typename Value>
    requires(!std::convertible_to<Value, std::string_view> && !std::convertible_to<Value, double> &&
             !is_decimal<Value> && !labelled_enum<Value> && !any_integer<Value>)
[[nodiscard]] std::string text_of(const Value&) {
    return "a value";
}

} // namespace synth

#endif
