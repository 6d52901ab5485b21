// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_RANDOM_NORMAL_HPP
#define SYNTH_RANDOM_NORMAL_HPP

#include <bit>
#include <cstddef>
#include <cstdint>

#include <synth/random/normal_table.hpp>

namespace synth {

/// The standard normal value in Q32 (steps of 2^-32) below which a share of (word + 1/2) / 2^64 lies, from
/// -9.16 to 9.16; a random word so becomes a normal number: `normal_quantile(1ULL << 63) == 0`. It rises with
/// the word, `~word` gives the opposite number, and the error is below 10^-5.
[[nodiscard]] constexpr std::int64_t normal_quantile(std::uint64_t word) {
    const bool above = word >> 63U != 0;
    const std::uint64_t tail = (above ? ~word : word) * 2 + 1; // in steps of 2^-65, at most 1/2
    // A node every 1/32 of an octave: steps shrink with the tail, so the error stays the same (the method
    // of Hoermann and Leydold 2003 with a fixed grid).
    const auto zeros = static_cast<unsigned>(std::countl_zero(tail));
    const std::uint64_t within = tail << zeros << 1U; // the place in the octave, Q64
    const std::size_t first = std::size_t{63U - zeros} * 32U + (within >> 60U) * 2U;
    const auto place = static_cast<std::int64_t>(within << 4U >> 33U); // from the first node, Q30 in [0, 2)
    // The parabola through three nodes by Newton's differences.
    const std::int64_t start = detail::normal_table[first];
    const std::int64_t step = detail::normal_table[first + 1] - start;
    const std::int64_t bend = detail::normal_table[first + 2] - start - 2 * step;
    const std::int64_t product = place * (place - (std::int64_t{1} << 30U)) / (std::int64_t{1} << 31U);
    const std::int64_t distance = (start << 30U) + step * place + bend * product; // Q58
    const std::int64_t rounded = (distance + (std::int64_t{1} << 25U)) >> 26U;
    return above ? rounded : -rounded;
}

} // namespace synth

#endif
