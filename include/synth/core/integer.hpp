// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_INTEGER_HPP
#define SYNTH_CORE_INTEGER_HPP

#include <concepts>
#include <cstdint>
#include <type_traits>

namespace synth {

// The keyword keeps -Wpedantic quiet about a type that every supported compiler has.
__extension__ using int128 = __int128;
__extension__ using uint128 = unsigned __int128;

/// An integer a draw or a decimal can hold: the standard ones and the 128-bit ones, which are not
/// `std::integral` under strict -std=c++20.
template<typename Type>
concept any_integer = std::integral<Type> || std::same_as<Type, int128> || std::same_as<Type, uint128>;

/// The unsigned integer of the same width: `unsigned_of<int128>` is `uint128`.
template<any_integer Type>
struct unsigned_twin : std::make_unsigned<Type> {};
template<>
struct unsigned_twin<int128> {
    using type = uint128;
};
template<>
struct unsigned_twin<uint128> {
    using type = uint128;
};
template<any_integer Type>
using unsigned_of = typename unsigned_twin<Type>::type;

/// Quotients rounded down and up, of a divisor above zero: `floor_quotient(-7, 2) == -4`.
template<typename Integer>
[[nodiscard]] constexpr Integer floor_quotient(Integer number, std::type_identity_t<Integer> divisor) {
    const Integer quotient = number / divisor;
    return quotient - (number - quotient * divisor < 0 ? 1 : 0);
}
template<typename Integer>
[[nodiscard]] constexpr Integer ceiling_quotient(Integer number, std::type_identity_t<Integer> divisor) {
    const Integer quotient = number / divisor;
    return quotient + (number - quotient * divisor > 0 ? 1 : 0);
}

/// All 128 bits of a product.
[[nodiscard]] constexpr uint128 multiply_wide(std::uint64_t left, std::uint64_t right) {
    return static_cast<uint128>(left) * right;
}

/// The upper half of a product: `multiply_high(1ULL << 63, 6) == 3`.
[[nodiscard]] constexpr std::uint64_t multiply_high(std::uint64_t left, std::uint64_t right) {
    return static_cast<std::uint64_t>(multiply_wide(left, right) >> 64U);
}

/// `left * right / divisor`, rounded down, without losing the upper half of the product; the result must
/// fit 64 bits: `scale(10, 7, 4) == 17`.
[[nodiscard]] constexpr std::uint64_t scale(std::uint64_t left, std::uint64_t right, std::uint64_t divisor) {
    const uint128 product = multiply_wide(left, right);
    // A division of 128 bits is a call that costs several of 64 bits.
    return static_cast<std::uint64_t>(product >> 64U) == 0 ? static_cast<std::uint64_t>(product) / divisor
                                                           : static_cast<std::uint64_t>(product / divisor);
}

} // namespace synth

#endif
