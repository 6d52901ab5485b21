// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_WIDE_INTEGER_HPP
#define SYNTH_CORE_WIDE_INTEGER_HPP

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <synth/core/integer.hpp>

namespace synth {

/// A signed integer of `Limbs` × 64 bits in two's complement, the lowest limb first; it wraps like an
/// unsigned one: `wide_integer<4>{-7} + 10 == 3`.
template<std::size_t Limbs>
struct wide_integer {
    static_assert(Limbs >= 2);

    std::array<std::uint64_t, Limbs> limbs{};

    constexpr wide_integer() = default;

    template<any_integer Integer>
    constexpr explicit(false) wide_integer(Integer value) {
        const auto wide = static_cast<uint128>(value); // sign-extends
        limbs[0] = static_cast<std::uint64_t>(wide);
        limbs[1] = static_cast<std::uint64_t>(wide >> 64U);
        if (value < Integer{}) {
            std::fill(limbs.begin() + 2, limbs.end(), ~std::uint64_t{});
        }
    }

    [[nodiscard]] constexpr bool negative() const { return limbs[Limbs - 1] >> 63U != 0; }

    [[nodiscard]] constexpr bool zero() const {
        return std::all_of(limbs.begin(), limbs.end(), [](std::uint64_t limb) { return limb == 0; });
    }

    /// The value without its sign; the lowest value of all is its own magnitude, read without a sign.
    [[nodiscard]] constexpr wide_integer magnitude() const { return negative() ? -*this : *this; }

    /// The low 128 bits: the value, where it fits.
    [[nodiscard]] constexpr explicit operator int128() const {
        return static_cast<int128>((static_cast<uint128>(limbs[1]) << 64U) | limbs[0]);
    }

    constexpr wide_integer& operator+=(const wide_integer& other) {
        std::uint64_t carry = 0;
        for (std::size_t index = 0; index < Limbs; ++index) {
            const uint128 sum = static_cast<uint128>(limbs[index]) + other.limbs[index] + carry;
            limbs[index] = static_cast<std::uint64_t>(sum);
            carry = static_cast<std::uint64_t>(sum >> 64U);
        }
        return *this;
    }

    constexpr wide_integer& operator-=(const wide_integer& other) { return *this += -other; }

    [[nodiscard]] constexpr wide_integer operator-() const {
        wide_integer result;
        std::uint64_t carry = 1;
        for (std::size_t index = 0; index < Limbs; ++index) {
            result.limbs[index] = ~limbs[index] + carry;
            carry = carry != 0 && result.limbs[index] == 0 ? 1 : 0;
        }
        return result;
    }

    [[nodiscard]] friend constexpr wide_integer operator+(wide_integer left, const wide_integer& right) {
        return left += right;
    }
    [[nodiscard]] friend constexpr wide_integer operator-(wide_integer left, const wide_integer& right) {
        return left -= right;
    }

    /// this × factor + addend, for a factor that is not negative.
    constexpr void multiply_add(std::uint64_t factor, std::uint64_t addend) {
        for (std::uint64_t& limb : limbs) {
            const uint128 product = multiply_wide(limb, factor) + addend;
            limb = static_cast<std::uint64_t>(product);
            addend = static_cast<std::uint64_t>(product >> 64U);
        }
    }

    /// Divides the limbs, read without a sign, and returns the remainder: take the magnitude first.
    constexpr std::uint64_t divide(std::uint64_t divisor) {
        std::uint64_t remainder = 0;
        for (std::size_t index = Limbs; index-- > 0;) {
            const uint128 dividend = (static_cast<uint128>(remainder) << 64U) | limbs[index];
            limbs[index] = static_cast<std::uint64_t>(dividend / divisor);
            remainder = static_cast<std::uint64_t>(dividend % divisor);
        }
        return remainder;
    }

    bool operator==(const wide_integer&) const = default;
    constexpr std::strong_ordering operator<=>(const wide_integer& other) const {
        if (negative() != other.negative()) {
            return negative() ? std::strong_ordering::less : std::strong_ordering::greater;
        }
        for (std::size_t index = Limbs; index-- > 0;) {
            if (limbs[index] != other.limbs[index]) {
                return limbs[index] <=> other.limbs[index];
            }
        }
        return std::strong_ordering::equal;
    }

    /// The integer of a decimal text such as "-120", nothing if it is none; what does not fit wraps.
    [[nodiscard]] static constexpr std::optional<wide_integer> from_text(std::string_view text) {
        const bool minus = text.starts_with('-');
        text.remove_prefix(minus ? 1 : 0);
        wide_integer result;
        for (const char digit : text) {
            if (digit < '0' || digit > '9') {
                return std::nullopt;
            }
            result.multiply_add(10, static_cast<std::uint64_t>(digit - '0'));
        }
        if (text.empty()) {
            return std::nullopt;
        }
        return minus ? -result : result;
    }

    /// The decimal text: `wide_integer<2>{-7}.to_text() == "-7"`.
    [[nodiscard]] constexpr std::string to_text() const {
        std::string digits;
        wide_integer rest = magnitude();
        do {
            digits.insert(0, 1, static_cast<char>('0' + rest.divide(10)));
        } while (!rest.zero());
        if (negative()) {
            digits.insert(0, 1, '-');
        }
        return digits;
    }
};

} // namespace synth

#endif
