// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_NUMBER_TEXT_HPP
#define SYNTH_SINK_NUMBER_TEXT_HPP

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include <synth/core/integer.hpp>
#include <synth/core/power_of_ten.hpp>
#include <synth/schema/decimal.hpp>
#include <synth/sink/digits.hpp>
#include <synth/sink/form.hpp>

namespace synth {

/// "t" or "f".
template<>
struct text_form<bool> {
    static constexpr bool plain = true;
    static constexpr std::size_t fixed_bound = 1;

    static constexpr std::size_t bound(bool) { return fixed_bound; }
    static char* write(char* out, bool value) {
        *out = value ? 't' : 'f';
        return out + 1;
    }
};

/// "-42".
template<std::signed_integral Integer>
struct text_form<Integer> {
    static constexpr bool plain = true;
    static constexpr std::size_t fixed_bound = integer_bound;

    static constexpr std::size_t bound(Integer) { return fixed_bound; }
    static char* write(char* out, Integer value) { return write_signed(out, value); }
};

namespace detail {

// The most digits a storage can have, also beyond the precision of the decimal.
template<typename Storage>
inline constexpr unsigned storage_digits = 20 * sizeof(Storage) / 8;
template<>
inline constexpr unsigned storage_digits<std::int64_t> = 19;
template<>
inline constexpr unsigned storage_digits<int128> = 39;

} // namespace detail

/// Exactly Scale digits behind the point: "19.90", "-0.05"; with a negative scale the zeros are written out:
/// `decimal<3, -2>{7}` is "700".
template<unsigned Precision, int Scale>
struct text_form<decimal<Precision, Scale>> {
    using value = decimal<Precision, Scale>;

    static constexpr unsigned fraction = Scale > 0 ? static_cast<unsigned>(Scale) : 0;
    static constexpr unsigned zeros = Scale < 0 ? static_cast<unsigned>(-Scale) : 0;
    static constexpr unsigned digits =
        std::max(detail::storage_digits<typename value::storage>, fraction + 1);

    static constexpr bool plain = true;
    static constexpr std::size_t fixed_bound = digits + zeros + 8;

    static constexpr std::size_t bound(const value&) { return fixed_bound; }

    [[gnu::always_inline]] static char* write(char* out, const value& number) {
        if constexpr (fraction > 0 && fraction <= 10 && Precision <= 18) {
            constexpr std::uint64_t few = power_of_ten(fraction) * 100'000'000;
            const auto units = static_cast<std::uint64_t>(number.units);
            return units < few ? write_few(out, units) : write_any(out, number);
        } else {
            return write_any(out, number);
        }
    }

private:
    // With at most eight digits before the point, and not negative.
    [[gnu::always_inline]] static char* write_few(char* out, std::uint64_t units) {
        constexpr std::uint64_t unit = power_of_ten(fraction);
        const std::uint64_t whole = units / unit;
        const std::uint64_t rest = units - whole * unit; // g++ 12 divides again for %
        out = detail::write_up_to_eight(out, whole);
        *out++ = '.';
        return write_padded<fraction>(out, rest);
    }

    static char* write_any(char* out, const value& number) {
        const bool negative = number.units < typename value::storage{};
        *out = '-';
        out += negative ? 1 : 0;
        if constexpr (Precision <= 18 && Scale <= 18) {
            const auto bits = static_cast<std::uint64_t>(number.units);
            return write_short(out, negative ? 0 - bits : bits);
        } else if constexpr (Precision <= 38) {
            const auto bits = static_cast<uint128>(number.units);
            const uint128 magnitude = negative ? 0 - bits : bits;
            if constexpr (Scale <= 18) {
                if (magnitude >> 64U == 0) { // no 128-bit division
                    return write_short(out, static_cast<std::uint64_t>(magnitude));
                }
            }
            return write_long(out, magnitude);
        } else {
            return write_long(out, number.units.magnitude());
        }
    }

    static char* write_short(char* out, std::uint64_t magnitude) {
        if constexpr (fraction > 0) {
            constexpr std::uint64_t unit = power_of_ten(fraction);
            const std::uint64_t whole = magnitude / unit;
            const std::uint64_t rest = magnitude - whole * unit; // g++ 12 divides again for %
            out = write_unsigned(out, whole);
            *out++ = '.';
            return write_padded<fraction>(out, rest);
        } else {
            out = write_unsigned(out, magnitude);
            return magnitude == 0 ? out : write_zeros(out);
        }
    }

    template<typename Magnitude>
    static char* write_long(char* out, const Magnitude& magnitude) {
        char text[digits + 4];
        write_all_digits<digits>(text, magnitude);
        const char* first = text;
        const char* const point = text + (digits - fraction);
        while (first + 1 < point && *first == '0') {
            ++first;
        }
        out = copy_bytes(out, first, static_cast<std::size_t>(point - first));
        if constexpr (fraction > 0) {
            *out++ = '.';
            std::memcpy(out, point, fraction);
            return out + fraction;
        } else {
            return *first == '0' ? out : write_zeros(out);
        }
    }

    static char* write_zeros(char* out) {
        std::memset(out, '0', zeros);
        return out + zeros;
    }
};

} // namespace synth

#endif
