// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_NUMBER_HPP
#define SYNTH_GENERATE_NUMBER_HPP

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

#include <synth/core/integer.hpp>
#include <synth/core/power_of_ten.hpp>
#include <synth/random/fixed_point.hpp>
#include <synth/schema/decimal.hpp>

namespace synth {

/// A column type that counts or measures: an integer, a floating point number or a decimal.
template<typename Value>
concept number =
    (std::integral<Value> && !std::same_as<Value, bool>) || std::floating_point<Value> || is_decimal<Value>;

namespace detail {

template<number Value>
inline constexpr int scale_of = 0;
template<unsigned Precision, int Scale>
inline constexpr int scale_of<decimal<Precision, Scale>> = Scale;

// An integer of any size as a real number: exact in 64 bits, else to 62 bits.
[[nodiscard]] constexpr fixed real_of(int128 value) {
    if (value == static_cast<std::int64_t>(value)) {
        return {static_cast<std::int64_t>(value), 0};
    }
    const auto middle = static_cast<std::int64_t>(value >> 32U & 0xffff'ffffU);
    const auto low = static_cast<std::int64_t>(value & 0xffff'ffffU);
    return fixed{static_cast<std::int64_t>(value >> 64U), 64} + fixed{middle, 32} + fixed{low, 0};
}

// The exponent of the power of two just above a number; far below all others for zero.
[[nodiscard]] constexpr int top_of(fixed number) {
    const auto size = static_cast<std::uint64_t>(number.value < 0 ? -number.value : number.value);
    return size == 0 ? -1'100 : static_cast<int>(std::bit_width(size)) + number.exponent;
}

// The largest of the units that a number type counts in: itself for integers, 10^-Scale for decimals. The
// smallest is its negative, less one for integers. Decimals of more than 38 digits stop at the largest
// 128-bit integer.
template<number Value>
[[nodiscard]] constexpr int128 greatest_units() {
    if constexpr (is_decimal<Value>) {
        if constexpr (Value::precision <= 38) {
            return Value::largest().units;
        } else {
            return static_cast<int128>(~uint128{0} >> 1U);
        }
    } else {
        return static_cast<int128>(std::numeric_limits<Value>::max());
    }
}

template<number Value>
[[nodiscard]] constexpr int128 least_units() {
    return is_decimal<Value> ? -greatest_units<Value>() : -greatest_units<Value>() - 1;
}

template<typename Value>
    requires std::integral<Value> || is_decimal<Value>
[[nodiscard]] constexpr Value from_units(int128 units) {
    if constexpr (!is_decimal<Value>) {
        return static_cast<Value>(units);
    } else if constexpr (any_integer<typename Value::storage>) {
        return Value::from_units(static_cast<typename Value::storage>(units));
    } else {
        return Value::from_units(units);
    }
}

} // namespace detail

/// The number of a column type that is nearest to a real one; what lies beyond the type's bounds becomes the
/// bound: `nearest_number<std::int16_t>(to_fixed(1e9)) == 32767`.
template<number Value>
[[nodiscard]] constexpr Value nearest_number(fixed real) {
    if constexpr (std::floating_point<Value>) {
        constexpr double most = std::numeric_limits<Value>::max();
        const double wide = to_double(real);
        if (wide >= most) {
            return std::numeric_limits<Value>::max();
        }
        return wide <= -most ? std::numeric_limits<Value>::lowest() : static_cast<Value>(wide);
    } else {
        const int128 units = to_units(real, detail::scale_of<Value>);
        constexpr int128 most = detail::greatest_units<Value>();
        constexpr int128 least = detail::least_units<Value>();
        return detail::from_units<Value>(units > most ? most : std::max(units, least));
    }
}

/// The whole numbers that a number type holds exactly, as far as 64 bits go.
template<number Value>
struct whole_numbers {
    // A decimal without room for whole numbers counts in its own units; so does one of a negative scale.
    static constexpr bool counts_units = [] {
        if constexpr (is_decimal<Value>) {
            return Value::scale <= 0 || Value::scale > 18 ||
                   static_cast<int>(Value::precision) <= Value::scale;
        } else {
            return false;
        }
    }();
    static constexpr std::int64_t unit =
        counts_units
            ? 1
            : static_cast<std::int64_t>(power_of_ten(static_cast<std::size_t>(detail::scale_of<Value>)));

    static constexpr std::int64_t greatest = [] {
        constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
        if constexpr (std::floating_point<Value>) {
            return std::int64_t{1} << std::numeric_limits<Value>::digits;
        } else {
            const int128 whole = detail::greatest_units<Value>() / unit;
            return whole > most ? most : static_cast<std::int64_t>(whole);
        }
    }();
    static constexpr std::int64_t least = std::integral<Value> ? -greatest - 1 : -greatest;

    [[nodiscard]] static constexpr Value of(std::int64_t whole) {
        if constexpr (std::floating_point<Value>) {
            return static_cast<Value>(whole);
        } else {
            return detail::from_units<Value>(static_cast<int128>(whole) * unit);
        }
    }

    /// The number as an integer; empty if it is not whole or out of range, whatever it is.
    [[nodiscard]] static constexpr std::optional<std::int64_t> from(const Value& value) {
        if constexpr (std::floating_point<Value>) {
            // The range comes first: converting NaN or a greater number would be undefined.
            if (!(value >= static_cast<Value>(least) && value <= static_cast<Value>(greatest))) {
                return std::nullopt;
            }
            const auto whole = static_cast<std::int64_t>(value);
            return static_cast<Value>(whole) == value ? std::optional{whole} : std::nullopt;
        } else if constexpr (!is_decimal<Value>) {
            return value;
        } else {
            // Comparing first keeps wide integers that do not fit 128 bits out of the conversion.
            if (value > of(greatest) || value < of(least)) {
                return std::nullopt;
            }
            const auto units = static_cast<int128>(value.units);
            return units % unit == 0 ? std::optional{static_cast<std::int64_t>(units / unit)} : std::nullopt;
        }
    }
};

} // namespace synth

#endif
