// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_RANDOM_MIX_HPP
#define SYNTH_RANDOM_MIX_HPP

#include <cstdint>
#include <type_traits>

namespace synth {

namespace detail {

// A factor that the optimizer does not know. g++ looks for shifts and sums in place of each product with a
// constant, in case it could make vectors of them: 10 ms for every mix, a third of what a file of unit tests
// takes to compile (docs/design/compile_time.md). There are none, and a row takes as long as before.
[[nodiscard]] [[gnu::always_inline]] constexpr std::uint64_t opaque_factor(std::uint64_t factor) {
#if defined __GNUC__ && !defined __clang__
    if (!std::is_constant_evaluated()) {
        asm("" : "+r"(factor)); // no instruction
    }
#endif
    return factor;
}

} // namespace detail

/// Scrambles a 64-bit number into another, one to one, so that counting numbers give words that pass for
/// random: `mix(0) == 0`, `mix(1) == 0x3c02aa47758292bd`. The function is moremur (Evensen 2019).
[[nodiscard]] [[gnu::always_inline]] constexpr std::uint64_t mix(std::uint64_t value) {
    value ^= value >> 27U;
    value *= detail::opaque_factor(0x3c79ac492ba7b653U);
    value ^= value >> 33U;
    value *= detail::opaque_factor(0x1c69b3f74ac4ae35U);
    value ^= value >> 27U;
    return value;
}

} // namespace synth

#endif
