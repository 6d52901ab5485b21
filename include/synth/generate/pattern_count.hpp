// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_PATTERN_COUNT_HPP
#define SYNTH_GENERATE_PATTERN_COUNT_HPP

#include <bit>
#include <cstdint>
#include <limits>

#include <synth/core/integer.hpp>

namespace synth::detail {

// Counts of texts end here; it stands for all that are larger, too.
inline constexpr std::uint64_t most_count = std::numeric_limits<std::uint64_t>::max();

[[nodiscard]] inline std::uint64_t capped_sum(std::uint64_t left, std::uint64_t right) {
    return left > most_count - right ? most_count : left + right;
}

[[nodiscard]] inline std::uint64_t capped_product(std::uint64_t left, std::uint64_t right) {
    const uint128 product = multiply_wide(left, right);
    return product > most_count ? most_count : static_cast<std::uint64_t>(product);
}

// mantissa * 2^power, the mantissa in [2^31, 2^32) or 0: enough to choose by, for any number of texts, and
// the same on every machine.
struct rough_count {
    std::uint32_t mantissa = 0;
    std::int32_t power = 0;

    // As a multiple of 2^unit, rounded down; the unit must be the power or more.
    [[nodiscard]] std::uint64_t in_units_of(std::int32_t unit) const {
        const std::int32_t shift = unit - power;
        return mantissa == 0 || shift > 31 ? 0 : mantissa >> static_cast<unsigned>(shift);
    }
};

inline constexpr rough_count one_text{0x8000'0000U, -31};

// left + right * factor, rounded down.
[[nodiscard]] inline rough_count rough_sum(rough_count left, rough_count right, std::uint32_t factor) {
    const std::uint64_t product = std::uint64_t{right.mantissa} * factor;
    const bool left_first = product == 0 || (left.mantissa != 0 && left.power > right.power);
    std::uint64_t large = left_first ? left.mantissa : product;
    const std::uint64_t small = left_first ? product : left.mantissa;
    const std::int32_t power = left_first ? left.power : right.power;
    if (large == 0) {
        return {};
    }
    const std::int32_t shift = power - (left_first ? right.power : left.power);
    large += small == 0 || shift > 63 ? 0 : small >> static_cast<unsigned>(shift);
    const int surplus = static_cast<int>(std::bit_width(large)) - 32;
    const std::uint64_t mantissa =
        surplus > 0 ? large >> static_cast<unsigned>(surplus) : large << static_cast<unsigned>(-surplus);
    return {static_cast<std::uint32_t>(mantissa), power + surplus};
}

// Texts of one length that can follow a state.
struct text_count {
    std::uint64_t exact = 0; // or most_count
    rough_count rough;
};

} // namespace synth::detail

#endif
