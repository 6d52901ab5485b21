// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_TESTS_CORE_SOME_CYCLE_HPP
#define SYNTH_TESTS_CORE_SOME_CYCLE_HPP

#include <cstdint>

#include <synth/core/number_cycle.hpp>
#include <synth/random/mix.hpp>

namespace core_test {

/// A cycle of short period, sometimes a row; never without a number.
inline synth::number_cycle some_cycle(std::uint64_t seed) {
    std::uint64_t state = seed * 1'000'003;
    const auto below = [&](int bound) {
        return static_cast<int>(synth::mix(state++) % static_cast<std::uint64_t>(bound));
    };
    const int step = 1 + (below(2) == 0 ? 0 : below(4));
    const int start = below(41) - 20;
    if (below(4) == 0) {
        return synth::number_cycle{synth::number_row::of(step, start)};
    }
    constexpr int lengths[] = {2, 3, 4, 6, 7, 12, 14};
    const int length = lengths[below(7)];
    synth::number_cycle result{step, start, length};
    while (result.empty()) {
        for (int low = below(length); low < length; low += 2 + below(5)) {
            const int high = low + below(3);
            result.add(low, high < length ? high : length - 1);
        }
    }
    return result;
}

} // namespace core_test

#endif
