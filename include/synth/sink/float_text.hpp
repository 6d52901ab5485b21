// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_FLOAT_TEXT_HPP
#define SYNTH_SINK_FLOAT_TEXT_HPP

#include <bit>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>
#include <type_traits>

#include <synth/core/integer.hpp>
#include <synth/sink/digits.hpp>
#include <synth/sink/form.hpp>

namespace synth {

namespace detail {

template<typename Float>
using bits_of = std::conditional_t<sizeof(Float) == 8, std::uint64_t, std::uint32_t>;

// std::signbit without <cmath>, a tenth of a second of parsing.
template<typename Float>
bool is_negative(Float value) {
    return std::bit_cast<bits_of<Float>>(value) >> (8 * sizeof(Float) - 1) != 0;
}

// digits × 10^(exponent - count + 1), the digits without a point.
struct float_digits {
    char text[24];
    int count;
    int exponent;
};

// Takes "d.ddde-XX", what std::to_chars writes in scientific form, apart.
inline float_digits split_scientific(const char* begin, const char* end) {
    float_digits result{};
    const char* mark = end;
    while (*--mark != 'e') {
    }
    result.text[0] = *begin;
    result.count = 1;
    if (mark - begin > 2) {
        std::memcpy(result.text + 1, begin + 2, static_cast<std::size_t>(mark - begin - 2));
        result.count = static_cast<int>(mark - begin - 1);
    }
    for (const char* digit = mark + 2; digit < end; ++digit) {
        result.exponent = result.exponent * 10 + (*digit - '0');
    }
    result.exponent = mark[1] == '-' ? -result.exponent : result.exponent;
    while (result.count > 1 && result.text[result.count - 1] == '0') {
        --result.count;
    }
    return result;
}

// Whether the digits lie exactly half-way between a number mantissa × 2^exponent and one of its neighbours.
inline bool is_half_way(const float_digits& digits, std::uint64_t mantissa, int exponent, bool narrow_below) {
    // digits × 10^power == border × 2^(exponent - 1) needs 5^|power| to divide an integer below 2^60.
    const int power = digits.exponent - digits.count + 1;
    if (power > 25 || power < -25 || (power < 0 && digits.text[digits.count - 1] != '5')) {
        return false;
    }
    std::uint64_t number = 0;
    for (int index = 0; index < digits.count; ++index) {
        number = number * 10 + static_cast<std::uint64_t>(digits.text[index] - '0');
    }
    uint128 fives = 1;
    for (int index = power < 0 ? -power : power; index > 0; --index) {
        fives *= 5;
    }
    const auto equal = [&](std::uint64_t border, int shift) {
        uint128 left = power < 0 ? uint128{number} : number * fives;
        const uint128 right = power < 0 ? border * fives : uint128{border};
        int twos = power - shift;
        while ((left & 1U) == 0) {
            left >>= 1U;
            ++twos;
        }
        return twos == 0 && left == right;
    };
    // Below a power of two the neighbours are half as far apart.
    return equal(2 * mantissa + 1, exponent - 1) ||
           (narrow_below ? equal(4 * mantissa - 1, exponent - 2) : equal(2 * mantissa - 1, exponent - 1));
}

// The shortest digits that name the number to every reader. std::to_chars also takes digits half-way to a
// neighbour, which read back right only by rounding to even; PostgreSQL does not, so those get more digits.
template<std::floating_point Float>
float_digits shortest_digits(Float value) {
    constexpr int mantissa_bits = std::numeric_limits<Float>::digits - 1;
    char text[40];
    float_digits result = split_scientific(
        text, std::to_chars(text, text + sizeof(text), value, std::chars_format::scientific).ptr);
    const auto bits = std::bit_cast<bits_of<Float>>(value);
    if ((bits & 1U) != 0) { // the ends of an odd number's interval do not round to it
        return result;
    }
    const auto biased = static_cast<int>(bits >> mantissa_bits);
    const std::uint64_t low = bits & ((bits_of<Float>{1} << mantissa_bits) - 1);
    const std::uint64_t mantissa = biased == 0 ? low : low | (std::uint64_t{1} << mantissa_bits);
    const int exponent =
        (biased == 0 ? 1 : biased) + std::numeric_limits<Float>::min_exponent - 2 - mantissa_bits;
    for (int precision = result.count; precision < std::numeric_limits<Float>::max_digits10 &&
                                       is_half_way(result, mantissa, exponent, low == 0 && biased > 1);
         ++precision) {
        result = split_scientific(
            text,
            std::to_chars(text, text + sizeof(text), value, std::chars_format::scientific, precision).ptr);
    }
    return result;
}

} // namespace detail

/// The shortest digits that read back as the same number, spelled as PostgreSQL does: "0.1", "1e+22", "-0",
/// "NaN", "-Infinity".
template<std::floating_point Float>
struct text_form<Float> {
    static constexpr bool plain = true;
    static constexpr std::size_t fixed_bound = 40;

    static constexpr std::size_t bound(Float) { return fixed_bound; }

    static char* write(char* out, Float value) {
        // NOLINTNEXTLINE(misc-redundant-expression): NaN alone differs from itself
        if (value != value) {
            return put(out, "NaN");
        }
        *out = '-';
        if (detail::is_negative(value)) {
            ++out;
            value = -value;
        }
        if (value > std::numeric_limits<Float>::max()) {
            return put(out, "Infinity");
        }
        if (value == 0) {
            return put(out, "0");
        }
        return write_digits(out, detail::shortest_digits(value));
    }

private:
    static char* put(char* out, std::string_view text) { return copy_bytes(out, text.data(), text.size()); }

    static char* write_digits(char* out, const detail::float_digits& digits) {
        // PostgreSQL's own limits of the form without an exponent.
        constexpr int largest_exponent = std::numeric_limits<Float>::digits10 - 1;
        const int exponent = digits.exponent;
        const auto count = static_cast<std::size_t>(digits.count);
        if (exponent >= 0 && exponent <= largest_exponent) {
            const auto whole = static_cast<std::size_t>(exponent) + 1;
            std::memcpy(out, digits.text, 24);
            if (count <= whole) {
                std::memset(out + count, '0', whole - count);
                return out + whole;
            }
            out[whole] = '.';
            std::memcpy(out + whole + 1, digits.text + whole, count - whole);
            return out + count + 1;
        }
        if (exponent < 0 && exponent >= -4) {
            write_literal(out, "0.000000");
            out += 1 - exponent;
            std::memcpy(out, digits.text, 24);
            return out + count;
        }
        *out++ = digits.text[0];
        if (count > 1) {
            *out++ = '.';
            std::memcpy(out, digits.text + 1, count - 1);
            out += count - 1;
        }
        *out++ = 'e';
        *out++ = exponent < 0 ? '-' : '+';
        const auto magnitude = static_cast<std::uint64_t>(exponent < 0 ? -exponent : exponent);
        return magnitude < 100 ? write_two_digits(out, magnitude) : write_unsigned(out, magnitude);
    }
};

} // namespace synth

#endif
