// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_DIVISORS_HPP
#define SYNTH_GENERATE_DIVISORS_HPP

#include <cstddef>

#include <synth/core/integer.hpp>
#include <synth/core/interval_set.hpp>

namespace synth {

/// What may divide a number, for `total % part = 0` where the total is known: its least divisors, what the
/// number divided by them is, and all between these, of either sign. It holds every divisor, and more, so the
/// set is estimated; but most of its intervals are divisors.
[[nodiscard]] constexpr interval_set divisors_of(int128 number) {
    constexpr int128 greatest = 64; // that is looked at
    constexpr std::size_t most = 6;
    const int128 size = number < 0 ? -number : number;
    if (size == 0) {
        return interval_set::all().estimated();
    }
    interval_set found;
    std::size_t count = 0;
    int128 next = 1;
    for (; next <= greatest && next * next <= size && count < most; ++next) {
        if (size % next == 0) {
            found = found | interval_set{next, next} | interval_set{size / next, size / next};
            ++count;
        }
    }
    found = found | interval_set{next, size / next};
    return (found | found.negated()).estimated();
}

} // namespace synth

#endif
