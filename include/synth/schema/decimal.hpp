// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_DECIMAL_HPP
#define SYNTH_SCHEMA_DECIMAL_HPP

#include <compare>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <synth/core/integer.hpp>
#include <synth/core/wide_integer.hpp>

namespace synth {

namespace detail {

// 3322 / 1000 is a little more than log2(10); one more bit is the sign.
constexpr std::size_t limbs_for_digits(std::size_t digits) { return (digits * 3322 / 1000 + 2 + 63) / 64; }

template<unsigned Precision>
auto decimal_storage_for() {
    if constexpr (Precision <= 18) {
        return std::int64_t{};
    } else if constexpr (Precision <= 38) {
        return int128{};
    } else {
        return wide_integer<limbs_for_digits(Precision)>{};
    }
}

template<typename Storage>
struct decimal_division {
    Storage quotient;
    bool exact;
};

// value / 10^exponent towards zero, and whether nothing was lost. Divides digit by digit, so that the power
// itself need not fit.
template<any_integer Storage>
constexpr decimal_division<Storage> divide_by_power(Storage value, unsigned exponent) {
    bool exact = true;
    for (; exponent > 0 && value != 0; --exponent) {
        exact = exact && value % 10 == 0;
        value = static_cast<Storage>(value / 10);
    }
    return {value, exact};
}

template<std::size_t Limbs>
constexpr decimal_division<wide_integer<Limbs>> divide_by_power(const wide_integer<Limbs>& value,
                                                                unsigned exponent) {
    wide_integer<Limbs> quotient = value.magnitude();
    bool exact = true;
    for (; exponent > 0 && !quotient.zero(); --exponent) {
        exact = quotient.divide(10) == 0 && exact;
    }
    return {value.negative() ? -quotient : quotient, exact};
}

} // namespace detail

/// An exact decimal number, units × 10^-Scale with at most `Precision` digits of units, SQL's
/// numeric(Precision, Scale): `decimal<12, 2>{1999}` is 19.99; the scale may be negative.
template<unsigned Precision, int Scale>
struct decimal {
    static_assert(Precision >= 1 && Precision <= 1000, "synth: the precision of a decimal must be 1 to 1000");
    static_assert(Scale >= -1000 && Scale <= 1000, "synth: the scale of a decimal must be -1000 to 1000");

    /// An integer that holds `Precision` digits: 64 bits, 128 bits, or a `wide_integer`.
    using storage = decltype(detail::decimal_storage_for<Precision>());

    static constexpr unsigned precision = Precision;
    static constexpr int scale = Scale;

    storage units{};

    [[nodiscard]] static constexpr decimal from_units(const storage& units) { return {units}; }

    /// The largest value of the type, Precision nines: `decimal<3, 1>::largest()` is 99.9.
    [[nodiscard]] static constexpr decimal largest() {
        storage result{};
        for (unsigned digit = 0; digit < Precision; ++digit) {
            if constexpr (any_integer<storage>) {
                result = static_cast<storage>(result * 10 + 9);
            } else {
                result.multiply_add(10, 9);
            }
        }
        return {result};
    }

    /// The negative of `largest`.
    [[nodiscard]] static constexpr decimal lowest() { return -largest(); }

    [[nodiscard]] constexpr decimal operator-() const { return {-units}; }
    constexpr decimal& operator+=(const decimal& other) {
        units += other.units;
        return *this;
    }
    constexpr decimal& operator-=(const decimal& other) {
        units -= other.units;
        return *this;
    }
    [[nodiscard]] friend constexpr decimal operator+(decimal left, const decimal& right) {
        return left += right;
    }
    [[nodiscard]] friend constexpr decimal operator-(decimal left, const decimal& right) {
        return left -= right;
    }
    /// So many times the number, as a price and a quantity make an amount.
    [[nodiscard]] friend constexpr decimal operator*(const decimal& left, std::int64_t right)
        requires any_integer<storage>
    {
        return {static_cast<storage>(left.units * right)};
    }

    constexpr bool operator==(const decimal& other) const { return units == other.units; }
    constexpr std::strong_ordering operator<=>(const decimal& other) const {
        return order(units, other.units);
    }

    /// Compares with a whole number, exactly: `decimal<12, 2>{1999} > 19`.
    template<any_integer Integer>
    constexpr std::strong_ordering operator<=>(Integer whole) const {
        // Both sides are cut to whole numbers; where these agree, the digits cut off decide.
        if constexpr (Scale >= 0) {
            const auto cut = detail::divide_by_power(units, static_cast<unsigned>(Scale));
            const auto rough = order(as_wide(cut.quotient), as_wide(whole));
            return rough != 0 || cut.exact ? rough : order(units, storage{});
        } else {
            const auto cut = detail::divide_by_power(whole, static_cast<unsigned>(-Scale));
            const auto rough = order(as_wide(units), as_wide(cut.quotient));
            return rough != 0 || cut.exact ? rough : order(Integer{}, whole);
        }
    }
    template<any_integer Integer>
    constexpr bool operator==(Integer whole) const {
        return (*this <=> whole) == 0;
    }

private:
    // 128-bit integers have no built-in <=> in every library mode, and mixed signs must not wrap.
    template<typename Left>
    static constexpr std::strong_ordering order(const Left& left, const Left& right) {
        if (left == right) {
            return std::strong_ordering::equal;
        }
        return left < right ? std::strong_ordering::less : std::strong_ordering::greater;
    }

    // Wide enough for the units and for every integer, with the sign.
    using comparable = wide_integer<Precision <= 38 ? 3 : detail::limbs_for_digits(Precision)>;

    template<typename Integer>
    static constexpr comparable as_wide(const Integer& value) {
        return comparable{value};
    }
};

/// Whether a type is a `decimal`.
template<typename Type>
inline constexpr bool is_decimal = false;
template<unsigned Precision, int Scale>
inline constexpr bool is_decimal<decimal<Precision, Scale>> = true;

} // namespace synth

#endif
