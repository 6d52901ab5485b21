// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_BIG_ENDIAN_HPP
#define SYNTH_CORE_BIG_ENDIAN_HPP

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <type_traits>

namespace synth {

namespace detail {

template<std::unsigned_integral Integer>
[[nodiscard]] constexpr Integer swap_bytes(Integer value) {
    if constexpr (sizeof(Integer) == 1) {
        return value;
    } else if constexpr (sizeof(Integer) == 2) {
        return __builtin_bswap16(value);
    } else if constexpr (sizeof(Integer) == 4) {
        return __builtin_bswap32(value);
    } else {
        return __builtin_bswap64(value);
    }
}

} // namespace detail

/// Writes an unsigned integer most significant byte first and returns the end: the order of every network
/// format.
template<std::unsigned_integral Integer>
constexpr char* store_big_endian(char* out, Integer value) {
    if (std::is_constant_evaluated()) {
        for (std::size_t index = 0; index < sizeof(Integer); ++index) {
            out[index] =
                static_cast<char>(static_cast<unsigned char>(value >> (8 * (sizeof(Integer) - 1 - index))));
        }
    } else { // g++ 12 makes single stores of the loop
        const Integer ordered =
            std::endian::native == std::endian::little ? detail::swap_bytes(value) : value;
        std::memcpy(out, &ordered, sizeof ordered);
    }
    return out + sizeof(Integer);
}

/// Reads what `store_big_endian` wrote.
template<std::unsigned_integral Integer>
[[nodiscard]] constexpr Integer load_big_endian(const char* in) {
    Integer value = 0;
    for (std::size_t index = 0; index < sizeof(Integer); ++index) {
        const auto byte = static_cast<Integer>(static_cast<unsigned char>(in[index]));
        value =
            static_cast<Integer>(value | static_cast<Integer>(byte << (8 * (sizeof(Integer) - 1 - index))));
    }
    return value;
}

} // namespace synth

#endif
