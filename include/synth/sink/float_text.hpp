// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_FLOAT_TEXT_HPP
#define SYNTH_SINK_FLOAT_TEXT_HPP

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>
#include <type_traits>

#include <synth/core/power_of_ten.hpp>
#include <synth/sink/digits.hpp>
#include <synth/sink/form.hpp>
#include <synth/sink/shortest_digits.hpp>

namespace synth {

namespace detail {

// std::signbit without <cmath>, a tenth of a second of parsing.
template<typename Float>
bool is_negative(Float value) {
    return std::bit_cast<bits_of<Float>>(value) >> (8 * sizeof(Float) - 1) != 0;
}

// How many digits a number above 0 has: from its bits, to one.
constexpr unsigned count_digits(std::uint64_t number) {
    const unsigned least = static_cast<unsigned>(std::bit_width(number)) * 1'233U >> 12U;
    return least + (number >= power_of_ten(least) ? 1 : 0);
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
        return write_digits(out, shortest_digits(value));
    }

private:
    static char* put(char* out, std::string_view text) { return copy_bytes(out, text.data(), text.size()); }

    static char* write_digits(char* out, const decimal_number& number) {
        // PostgreSQL's own limits of the form without an exponent.
        constexpr int largest_exponent = std::numeric_limits<Float>::digits10 - 1;
        const unsigned count = detail::count_digits(number.digits);
        const int exponent = number.exponent + static_cast<int>(count) - 1; // of the first digit
        if (exponent >= 0 && exponent <= largest_exponent) {
            const auto whole = static_cast<unsigned>(exponent) + 1;
            if (count <= whole) {
                out = write_unsigned(out, number.digits);
                std::memset(out, '0', 16);
                return out + (whole - count);
            }
            // A digit in front of those behind the point keeps their zeros, and gives its place to the point.
            const std::uint64_t unit = power_of_ten(count - whole);
            const std::uint64_t before = number.digits / unit;
            char* const point = write_unsigned(out, before);
            char* const end = write_unsigned(point, number.digits - before * unit + unit);
            *point = '.';
            return end;
        }
        if (exponent < 0 && exponent >= -4) {
            write_literal(out, "0.000000");
            return write_unsigned(out + 1 - exponent, number.digits);
        }
        char* const end = write_unsigned(out + 1, number.digits);
        out[0] = out[1];
        out[1] = '.';
        out = count == 1 ? out + 1 : end;
        *out++ = 'e';
        *out++ = exponent < 0 ? '-' : '+';
        const auto magnitude = static_cast<std::uint64_t>(exponent < 0 ? -exponent : exponent);
        return magnitude < 100 ? write_two_digits(out, magnitude) : write_unsigned(out, magnitude);
    }
};

} // namespace synth

#endif
