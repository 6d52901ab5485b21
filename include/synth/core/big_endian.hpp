// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_BIG_ENDIAN_HPP
#define SYNTH_CORE_BIG_ENDIAN_HPP

#include <concepts>
#include <cstddef>

namespace synth {

/// Writes an unsigned integer most significant byte first and returns the end: the order of every network
/// format.
template<std::unsigned_integral Integer>
constexpr char* store_big_endian(char* out, Integer value) {
    // Compilers turn this loop into one byte swap and one store.
    for (std::size_t index = 0; index < sizeof(Integer); ++index) {
        out[index] =
            static_cast<char>(static_cast<unsigned char>(value >> (8 * (sizeof(Integer) - 1 - index))));
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
