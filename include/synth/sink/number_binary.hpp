// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_NUMBER_BINARY_HPP
#define SYNTH_SINK_NUMBER_BINARY_HPP

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <synth/core/big_endian.hpp>
#include <synth/core/integer.hpp>
#include <synth/core/power_of_ten.hpp>
#include <synth/schema/decimal.hpp>
#include <synth/sink/form.hpp>

namespace synth {

/// One byte, 1 or 0.
template<>
struct binary_form<bool> {
    static constexpr std::size_t fixed_size = 1;

    static constexpr std::size_t bound(bool) { return fixed_size; }
    static char* write(char* out, bool value) {
        *out = value ? '\1' : '\0';
        return out + 1;
    }
};

/// Two's complement, big endian.
template<std::signed_integral Integer>
struct binary_form<Integer> {
    static constexpr std::size_t fixed_size = sizeof(Integer);

    static constexpr std::size_t bound(Integer) { return fixed_size; }
    static char* write(char* out, Integer value) {
        return store_big_endian(out, static_cast<std::make_unsigned_t<Integer>>(value));
    }
};

/// IEEE 754, big endian; every NaN is the quiet one without a sign.
template<std::floating_point Float>
struct binary_form<Float> {
    static_assert(std::numeric_limits<Float>::is_iec559);
    static constexpr std::size_t fixed_size = sizeof(Float);

    static constexpr std::size_t bound(Float) { return fixed_size; }
    static char* write(char* out, Float value) {
        using bits = std::conditional_t<sizeof(Float) == 8, std::uint64_t, std::uint32_t>;
        // The sign and payload of a NaN depend on the processor.
        // NOLINTNEXTLINE(misc-redundant-expression): NaN alone differs from itself
        const Float clean = value != value ? std::numeric_limits<Float>::quiet_NaN() : value;
        return store_big_endian(out, std::bit_cast<bits>(clean));
    }
};

/// Digits of base 10'000 with the weight of the first one, a sign and the scale.
template<unsigned Precision, int Scale>
struct binary_form<decimal<Precision, Scale>> {
    using value = decimal<Precision, Scale>;

    // Groups of four digits start at the decimal point: `padding` zeros complete the lowest one, whose weight
    // is `lowest_weight`.
    static constexpr unsigned padding = static_cast<unsigned>(((-Scale % 4) + 4) % 4);
    static constexpr int lowest_weight = (-Scale - static_cast<int>(padding)) / 4;
    static constexpr std::size_t groups =
        ((sizeof(value::units) == 8 ? 19 : 20 * sizeof(value::units) / 8) + padding + 3) / 4 + 1;

    static constexpr std::size_t fixed_size = 0;

    static constexpr std::size_t bound(const value&) { return 8 + 2 * groups; }

    static char* write(char* out, const value& number) {
        if constexpr (Precision <= 18) {
            constexpr std::uint64_t few = std::uint64_t{power(4 - padding)} * 1'000'000'000'000;
            const auto units = static_cast<std::uint64_t>(number.units);
            if (units < few) [[likely]] {
                return write_few(out, units);
            }
        }
        return write_any(out, number);
    }

private:
    // Four groups at most, and not negative: all groups in one number, so that how many there are is no
    // branch.
    [[gnu::always_inline]] static char* write_few(char* out, std::uint64_t units) {
        constexpr std::uint64_t lowest_unit = power(4 - padding);
        const std::uint64_t second = units / lowest_unit;
        const std::uint64_t third = second / 10'000;
        const std::uint64_t fourth = third / 10'000;
        const std::uint64_t all = fourth << 48U | (third - fourth * 10'000) << 32U |
                                  (second - third * 10'000) << 16U |
                                  (units - second * lowest_unit) * power(padding);
        // One is set below and above the groups, so that zero has none of either.
        const auto above = static_cast<unsigned>(std::countl_zero(all | 1U)) / 16;
        const auto below = static_cast<unsigned>(std::countr_zero(all | std::uint64_t{1} << 63U)) / 16;
        const std::uint64_t count = all == 0 ? 0 : 4 - above - below;
        const auto weight =
            static_cast<std::uint16_t>(all == 0 ? 0 : lowest_weight + 3 - static_cast<int>(above));
        constexpr std::uint64_t scale = Scale > 0 ? static_cast<std::uint64_t>(Scale) : 0;
        store_big_endian(out, count << 48U | std::uint64_t{weight} << 32U | scale);
        store_big_endian(out + 8, all << (16 * above));
        return out + 8 + 2 * count;
    }

    static char* write_any(char* out, const value& number) {
        const bool negative = number.units < typename value::storage{};
        std::array<std::uint16_t, groups> digits{}; // the lowest first
        const std::size_t count = split(number.units, negative, digits);
        std::size_t lowest = 0;
        while (lowest < count && digits[lowest] == 0) {
            ++lowest;
        }
        out = put(out, static_cast<int>(count - lowest));
        out = put(out, count == lowest ? 0 : lowest_weight + static_cast<int>(count) - 1);
        out = put(out, negative ? 0x4000 : 0);
        out = put(out, Scale > 0 ? Scale : 0);
        for (std::size_t index = count; index-- > lowest;) {
            out = put(out, digits[index]);
        }
        return out;
    }

    static char* put(char* out, int number) {
        return store_big_endian(out, static_cast<std::uint16_t>(number));
    }

    static constexpr std::uint16_t power(unsigned exponent) {
        return static_cast<std::uint16_t>(power_of_ten(exponent));
    }

    // Returns the number of groups up to the highest that is not zero.
    static std::size_t split(const typename value::storage& units, bool negative,
                             std::array<std::uint16_t, groups>& digits) {
        if constexpr (any_integer<typename value::storage>) {
            using bits = unsigned_of<typename value::storage>;
            const auto plain = static_cast<bits>(units);
            return split_integer(negative ? static_cast<bits>(0 - plain) : plain, digits);
        } else {
            auto rest = units.magnitude();
            digits[0] = static_cast<std::uint16_t>(rest.divide(power(4 - padding)) * power(padding));
            std::size_t count = 1;
            while (!rest.zero()) {
                digits[count++] = static_cast<std::uint16_t>(rest.divide(10'000));
            }
            return count == 1 && digits[0] == 0 ? 0 : count;
        }
    }

    template<typename Bits>
    static std::size_t split_integer(Bits rest, std::array<std::uint16_t, groups>& digits) {
        if constexpr (sizeof(Bits) == 16) {
            if (rest >> 64U == 0) { // no 128-bit divisions
                return split_integer(static_cast<std::uint64_t>(rest), digits);
            }
        }
        std::size_t count = 0;
        unsigned missing = padding;
        while (rest != 0) {
            const std::uint16_t unit = power(4 - missing);
            digits[count++] =
                static_cast<std::uint16_t>(static_cast<std::uint16_t>(rest % unit) * power(missing));
            rest = static_cast<Bits>(rest / unit);
            missing = 0;
        }
        return count;
    }
};

} // namespace synth

#endif
