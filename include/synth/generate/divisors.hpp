// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_DIVISORS_HPP
#define SYNTH_GENERATE_DIVISORS_HPP

#include <cstddef>

#include <synth/core/integer.hpp>
#include <synth/core/interval_set.hpp>

namespace synth {

/// Divisors of a number, for `total % part = 0` where the total is known: those up to 64 and what the number
/// divided by them is, the least first, as many as a set holds. There are others, so the set is estimated.
[[nodiscard]] constexpr interval_set divisors_of(int128 number) {
    constexpr int128 greatest = 64;
    constexpr std::size_t most = interval_set::capacity - 2;
    const int128 size = number < 0 ? -number : number;
    interval_set found;
    for (int128 divisor = 1; divisor <= greatest && divisor <= size; ++divisor) {
        if (size % divisor == 0 && found.interval_count() < most) {
            found = found | interval_set{divisor, divisor} | interval_set{size / divisor, size / divisor};
        }
    }
    return found.estimated();
}

} // namespace synth

#endif
