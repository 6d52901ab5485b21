// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_SHORTEST_DIGITS_HPP
#define SYNTH_SINK_SHORTEST_DIGITS_HPP

#include <bit>
#include <concepts>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <synth/core/integer.hpp>
#include <synth/sink/decimal_powers.hpp>

namespace synth {

/// digits × 10^exponent; the digits do not end with a zero.
struct decimal_number {
    std::uint64_t digits;
    int exponent;
};

namespace detail {

template<typename Float>
using bits_of = std::conditional_t<sizeof(Float) == 8, std::uint64_t, std::uint32_t>;

// Floors of logarithms by a product and a shift, exact far beyond the exponents of a double.
constexpr int log10_of_power_of_two(int exponent) { return exponent * 1'262'611 >> 22; }
constexpr int log10_of_three_quarters(int exponent) { return (exponent * 1'262'611 - 524'031) >> 22; }
constexpr int log2_of_power_of_ten(int exponent) { return exponent * 1'741'647 >> 19; }

// The upper 64 bits of power × factor, made odd if any of what is cut off is not zero: enough to compare with
// integers as the exact product would. The power may be too great by less than one in its last place, which
// shows in the middle bits as one at most.
constexpr std::uint64_t round_to_odd(const decimal_power& power, std::uint64_t factor) {
    const uint128 low = multiply_wide(power.low, factor);
    const uint128 high = multiply_wide(power.high, factor) + static_cast<std::uint64_t>(low >> 64U);
    return static_cast<std::uint64_t>(high >> 64U) | (static_cast<std::uint64_t>(high) > 1 ? 1U : 0U);
}

constexpr void drop_zeros(decimal_number& number, std::uint64_t power, int zeros) {
    const std::uint64_t rest = number.digits / power;
    if (rest * power == number.digits) {
        number = {rest, number.exponent + zeros};
    }
}

constexpr decimal_number without_zeros(decimal_number number) {
    if (number.digits % 10 == 0) {
        drop_zeros(number, 100'000'000, 8);
        drop_zeros(number, 100'000'000, 8);
        drop_zeros(number, 10'000, 4);
        drop_zeros(number, 100, 2);
        drop_zeros(number, 10, 1);
    }
    return number;
}

} // namespace detail

/// The fewest digits that name a number above 0 to every reader, and of these the nearest. Digits half-way to
/// a neighbour read back right only where the reader rounds to even, and are not taken. Method: Schubfach
/// (Giulietti 2020).
template<std::floating_point Float>
[[nodiscard]] constexpr decimal_number shortest_digits(Float value) {
    static_assert(std::numeric_limits<Float>::is_iec559 && sizeof(Float) <= 8);
    constexpr int mantissa_bits = std::numeric_limits<Float>::digits - 1;
    constexpr int lowest_exponent = std::numeric_limits<Float>::min_exponent - 1 - mantissa_bits;
    const auto bits = std::bit_cast<detail::bits_of<Float>>(value);
    const auto biased = static_cast<int>(bits >> mantissa_bits);
    const std::uint64_t low = bits & ((detail::bits_of<Float>{1} << mantissa_bits) - 1);
    // value == mantissa × 2^exponent
    const std::uint64_t mantissa = biased == 0 ? low : low | std::uint64_t{1} << mantissa_bits;
    const int exponent = lowest_exponent + (biased == 0 ? 0 : biased - 1);

    // Four times the number and where its interval begins and ends; below a power of two the neighbours are
    // half as far apart.
    const bool narrow_below = low == 0 && biased > 1;
    const std::uint64_t four = 4 * mantissa;
    const int power =
        narrow_below ? detail::log10_of_three_quarters(exponent) : detail::log10_of_power_of_two(exponent);
    const int shift = exponent + detail::log2_of_power_of_ten(-power) + 1;
    const detail::decimal_power& scale = detail::decimal_power_of(-power);
    const std::uint64_t number = detail::round_to_odd(scale, four << shift);
    const std::uint64_t begin = detail::round_to_odd(scale, (four - (narrow_below ? 1 : 2)) << shift);
    const std::uint64_t end = detail::round_to_odd(scale, (four + 2) << shift);

    // In units of 10^power: the interval holds one number of the next longer unit at most.
    const std::uint64_t whole = number / 4;
    const std::uint64_t tens = whole / 10 * 10;
    if (whole >= 10) {
        const bool below = begin < 4 * tens;
        const bool above = 4 * (tens + 10) < end;
        if (below != above) {
            return detail::without_zeros({below ? tens : tens + 10, power});
        }
    }
    const bool below = begin < 4 * whole;
    const bool above = 4 * (whole + 1) < end;
    if (below != above) {
        return detail::without_zeros({below ? whole : whole + 1, power});
    }
    const std::uint64_t middle = 4 * whole + 2;
    const bool nearer_below = number < middle || (number == middle && whole % 2 == 0);
    return detail::without_zeros({nearer_below ? whole : whole + 1, power});
}

} // namespace synth

#endif
