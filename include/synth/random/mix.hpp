// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_RANDOM_MIX_HPP
#define SYNTH_RANDOM_MIX_HPP

#include <cstdint>

namespace synth {

/// Scrambles a 64-bit number into another, one to one, so that counting numbers give words that pass for
/// random: `mix(0) == 0`, `mix(1) == 0x3c02aa47758292bd`. The function is moremur (Evensen 2019).
[[nodiscard]] [[gnu::always_inline]] constexpr std::uint64_t mix(std::uint64_t value) {
    value ^= value >> 27U;
    value *= 0x3c79ac492ba7b653U;
    value ^= value >> 33U;
    value *= 0x1c69b3f74ac4ae35U;
    value ^= value >> 27U;
    return value;
}

} // namespace synth

#endif
