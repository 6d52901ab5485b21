// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_NUMBER_RANGE_HPP
#define SYNTH_CORE_NUMBER_RANGE_HPP

#include <synth/core/integer.hpp>

namespace synth {

/// The whole numbers from low to high, both included.
struct number_range {
    int128 low; // not set by default: a set of intervals has many, and uses few
    int128 high;

    [[nodiscard]] friend constexpr bool operator==(const number_range&, const number_range&) = default;
};

/// The bounds that stand for "no bound": sums of a few of them still fit 128 bits.
inline constexpr int128 no_upper_bound = int128{1} << 124U;
inline constexpr int128 no_lower_bound = -no_upper_bound;

} // namespace synth

#endif
