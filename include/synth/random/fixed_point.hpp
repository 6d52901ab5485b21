// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_RANDOM_FIXED_POINT_HPP
#define SYNTH_RANDOM_FIXED_POINT_HPP

#include <algorithm>
#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>

#include <synth/core/integer.hpp>
#include <synth/core/power_of_ten.hpp>
#include <synth/random/fixed_point_table.hpp>

// Real numbers as integers, so that every compiler and processor gives the same bits. Qn is an integer that
// counts steps of 2^-n. Logarithms are Q52 in std::int64_t (range -2048 to 2048); what may be of any size is
// a `fixed`, 63 significant bits and an exponent. Floating point enters by `to_fixed` and leaves by
// `to_double`, which round once; nothing between them uses it.

namespace synth {

/// The real number value * 2^exponent: `fixed{3, -1}` is 1.5. Results of arithmetic are rounded to nearest
/// and keep 62 bits or more; the exponent must stay within +-10^9.
struct fixed {
    std::int64_t value{};
    int exponent{};
};

namespace detail {

[[nodiscard]] constexpr uint128 magnitude(int128 value) {
    return value < 0 ? uint128{0} - static_cast<uint128>(value) : static_cast<uint128>(value);
}

[[nodiscard]] constexpr unsigned bit_width(uint128 value) {
    const auto high = static_cast<std::uint64_t>(value >> 64U);
    return static_cast<unsigned>(high != 0 ? 64 + std::bit_width(high)
                                           : std::bit_width(static_cast<std::uint64_t>(value)));
}

// value / 2^count to nearest, halves away from zero; a shift of 128 or more leaves zero.
[[nodiscard]] constexpr uint128 shift_rounded(uint128 value, unsigned count) {
    if (count == 0) {
        return value;
    }
    return count > 128 ? 0 : ((count == 128 ? uint128{0} : value >> count) + (value >> (count - 1U) & 1U));
}

[[nodiscard]] constexpr fixed normalized(bool negative, uint128 size, int exponent) {
    // One bit is left free for the sign and one for the carry of the rounding.
    if (const unsigned width = bit_width(size); width > 62) {
        size = shift_rounded(size, width - 62);
        exponent += static_cast<int>(width - 62);
    }
    const auto value = static_cast<std::int64_t>(size);
    return {negative ? -value : value, exponent};
}

[[nodiscard]] constexpr fixed normalized(int128 value, int exponent) {
    return normalized(value < 0, magnitude(value), exponent);
}

[[nodiscard]] constexpr std::int64_t multiply_shifted(std::int64_t left, std::int64_t right, unsigned shift) {
    return static_cast<std::int64_t>((static_cast<int128>(left) * right) >> shift);
}

[[nodiscard]] constexpr double power_of_two(int exponent) { // -1022 to 1023
    return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52U);
}

} // namespace detail

/// The number with the other sign.
[[nodiscard]] constexpr fixed operator-(fixed number) {
    return number.value == std::numeric_limits<std::int64_t>::min()
               ? fixed{std::int64_t{1} << 62U, number.exponent + 1}
               : fixed{-number.value, number.exponent};
}

/// The product.
[[nodiscard]] constexpr fixed operator*(fixed left, fixed right) {
    return detail::normalized(static_cast<int128>(left.value) * right.value, left.exponent + right.exponent);
}

/// The sum; only exactly opposite numbers give zero.
[[nodiscard]] constexpr fixed operator+(fixed left, fixed right) {
    if (left.value == 0 || right.value == 0) {
        return left.value == 0 ? right : left;
    }
    const fixed coarse = left.exponent >= right.exponent ? left : right;
    const fixed fine = left.exponent >= right.exponent ? right : left;
    const int gap = coarse.exponent - fine.exponent;
    const int raise = gap < 63 ? gap : 63;
    // What is lower than the raised number's last bit cannot change the sign of the sum.
    const int lower = gap - raise;
    const int128 small = fine.value >> (lower < 63 ? lower : 63);
    return detail::normalized(static_cast<int128>(coarse.value) * (int128{1} << raise) + small,
                              fine.exponent + lower);
}

/// The difference; zero exactly when the numbers are equal.
[[nodiscard]] constexpr fixed operator-(fixed left, fixed right) { return left + -right; }

/// The quotient; the divisor must not be zero.
[[nodiscard]] constexpr fixed operator/(fixed left, fixed right) {
    const uint128 above = detail::magnitude(left.value);
    const uint128 below = detail::magnitude(right.value);
    // As many bits as fit are put under the dividend; the divisor has at most 63, so 63 or more remain.
    const unsigned raise = 127U - detail::bit_width(above);
    return detail::normalized((left.value < 0) != (right.value < 0), (above << raise) / below,
                              left.exponent - right.exponent - static_cast<int>(raise));
}

/// Numbers compare by what they stand for: `fixed{4, 0} == fixed{1, 2}`.
[[nodiscard]] constexpr std::strong_ordering operator<=>(fixed left, fixed right) {
    return (left - right).value <=> std::int64_t{0};
}
[[nodiscard]] constexpr bool operator==(fixed left, fixed right) { return (left - right).value == 0; }

/// An exact copy of a finite double: `to_fixed(0.1)` is 0x1999999999999a * 2^-56. Infinity and NaN must be
/// refused by the caller.
[[nodiscard]] constexpr fixed to_fixed(double number) {
    const auto bits = std::bit_cast<std::uint64_t>(number);
    const int biased = static_cast<int>(bits >> 52U & 0x7ffU);
    const auto fraction = static_cast<std::int64_t>(bits & 0xfffffffffffffU);
    const std::int64_t size = biased == 0 ? fraction : fraction | std::int64_t{1} << 52U;
    return {bits >> 63U != 0 ? -size : size, (biased == 0 ? 1 : biased) - 1075};
}

/// An exact copy of an integer.
[[nodiscard]] constexpr fixed to_fixed(std::int64_t number) { return {number, 0}; }

/// The nearest double, ties to even as the hardware does; too large becomes infinite, too small zero.
[[nodiscard]] constexpr double to_double(fixed number) {
    const auto size = static_cast<std::uint64_t>(detail::magnitude(number.value));
    const int width = static_cast<int>(std::bit_width(size));
    if (size == 0 || number.exponent + width < -1074) {
        return number.value < 0 ? -0.0 : 0.0;
    }
    if (number.exponent + width > 1024) {
        return number.value < 0 ? -std::numeric_limits<double>::infinity()
                                : std::numeric_limits<double>::infinity();
    }
    // Bits that go: those under 53, and for subnormal results those under 2^-1074.
    const int over = width - 53 > -1074 - number.exponent ? width - 53 : -1074 - number.exponent;
    const int drop = over > 0 ? over : 0;
    std::uint64_t kept = drop < 64 ? size >> drop : 0;
    if (drop > 0) {
        const std::uint64_t half = std::uint64_t{1} << (drop - 1);
        const std::uint64_t rest = drop < 64 ? size - (kept << drop) : size;
        kept += rest > half || (rest == half && kept % 2 == 1) ? 1 : 0;
    }
    // Both factors and the product are exact: kept has at most 53 bits. Two steps reach subnormals, and
    // a power above the largest double.
    const int power = number.exponent + drop;
    const int first = std::clamp(power, -1000, 1000);
    const double result =
        static_cast<double>(kept) * detail::power_of_two(first) * detail::power_of_two(power - first);
    return number.value < 0 ? -result : result;
}

/// The number times 10^scale, to the nearest integer, halves away from zero: the units of a decimal.
/// `to_units(fixed{5, -2}, 2) == 125`. Beyond +-(2^127 - 1) it stays there.
[[nodiscard]] constexpr int128 to_units(fixed number, int scale) {
    constexpr auto quintillion = static_cast<std::int64_t>(power_of_ten(18));
    for (; scale > 18 && number.value != 0; scale -= 18) {
        number = number * fixed{quintillion, 0};
    }
    for (; scale < -18 && number.value != 0; scale += 18) {
        number = number / fixed{quintillion, 0};
    }
    if (number.value == 0) {
        return 0;
    }
    if (scale < 0) {
        number = number / fixed{static_cast<std::int64_t>(power_of_ten(static_cast<std::size_t>(-scale))), 0};
        scale = 0;
    }
    const uint128 size =
        detail::magnitude(number.value) * static_cast<uint128>(power_of_ten(static_cast<std::size_t>(scale)));
    constexpr uint128 most = ~uint128{0} >> 1U;
    uint128 units = 0;
    if (number.exponent <= 0) {
        units = detail::shift_rounded(size, 0U - static_cast<unsigned>(number.exponent));
    } else {
        const bool fits = number.exponent < 128 && size <= most >> number.exponent;
        units = fits ? size << number.exponent : most;
    }
    const auto result = static_cast<int128>(units);
    return number.value < 0 ? -result : result;
}

/// The nearest integer, halves away from zero; beyond the range of the type it stays at its limit.
[[nodiscard]] constexpr std::int64_t to_int64(fixed number) {
    const int128 units = to_units(number, 0);
    constexpr int128 most = std::numeric_limits<std::int64_t>::max();
    constexpr int128 least = std::numeric_limits<std::int64_t>::min();
    return static_cast<std::int64_t>(std::clamp(units, least, most));
}

/// The binary logarithm in Q52 of an integer above 0: `log2(8) == 3LL << 52`. The error is below 0.6 steps.
/// Method: table of reciprocals, then a series (Tang 1990).
[[nodiscard]] constexpr std::int64_t log2(std::uint64_t number) {
    const auto zeros = static_cast<unsigned>(std::countl_zero(number));
    const std::uint64_t mantissa = number << zeros; // Q63 in [1, 2)
    const std::size_t index = mantissa >> 57U & 63U;
    // Exact in Q79, kept in Q69: the rest is below 2^-6.9.
    const uint128 product = multiply_wide(mantissa, detail::reciprocal_table[index]);
    const auto rest = static_cast<std::int64_t>(static_cast<int128>(product - (uint128{1} << 79U)) >> 10U);
    std::int64_t sum = detail::logarithm_series[6];
    for (std::size_t term = 6; term > 0; --term) {
        sum = detail::logarithm_series[term - 1] - detail::multiply_shifted(rest, sum, 69);
    }
    const std::int64_t fraction = detail::logarithm_table[index] + detail::multiply_shifted(rest, sum, 70);
    return (std::int64_t{63 - static_cast<int>(zeros)} << 52U) + ((fraction + 128) >> 8U);
}

/// The binary logarithm of any number above 0, exact to 2^-52.
[[nodiscard]] constexpr fixed log2(fixed number) {
    return fixed{log2(static_cast<std::uint64_t>(number.value)), -52} + fixed{number.exponent, 0};
}

/// Two to a power in Q52: `exp2(3LL << 52)` is 8. The relative error is below 2^-61.
[[nodiscard]] constexpr fixed exp2(std::int64_t power) {
    const auto fraction = static_cast<std::uint64_t>(power) & 0xfffffffffffffU;
    const std::uint64_t rest = fraction << 18U >> 6U; // Q64, below 2^-6
    std::uint64_t sum = detail::power_series[6];
    for (std::size_t term = 6; term > 0; --term) {
        sum = detail::power_series[term - 1] + multiply_high(rest, sum);
    }
    const std::uint64_t step = detail::power_table[fraction >> 46U]; // Q63 in [1, 2)
    const std::uint64_t result = step + multiply_high(step, multiply_high(rest, sum));
    return {static_cast<std::int64_t>((result >> 2U) + (result >> 1U & 1U)),
            static_cast<int>(power >> 52U) - 61};
}

/// Two to any power; the power is rounded to Q52 and held within +-2047.
[[nodiscard]] constexpr fixed exp2(fixed power) {
    const std::int64_t rounded = to_int64({power.value, power.exponent + 52});
    constexpr std::int64_t most = std::int64_t{2047} << 52U;
    return exp2(std::clamp(rounded, -most, most));
}

/// ln 2 and its reciprocal, to 2^-63.
inline constexpr fixed ln_2{0x2c5c85fdf473de6b, -62};
inline constexpr fixed log2_e{0x5c551d94ae0bf85e, -62};

/// The natural logarithm of a number above 0 and the exponential function, by way of base 2.
[[nodiscard]] constexpr fixed ln(fixed number) { return log2(number) * ln_2; }
[[nodiscard]] constexpr fixed exp(fixed power) { return exp2(power * log2_e); }

} // namespace synth

#endif
