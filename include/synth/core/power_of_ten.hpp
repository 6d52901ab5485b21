// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_POWER_OF_TEN_HPP
#define SYNTH_CORE_POWER_OF_TEN_HPP

#include <array>
#include <cstddef>
#include <cstdint>

namespace synth {

namespace detail {

inline constexpr auto powers_of_ten = [] {
    std::array<std::uint64_t, 20> powers{};
    std::uint64_t power = 1;
    for (std::uint64_t& each : powers) {
        each = power;
        power *= 10;
    }
    return powers;
}();

} // namespace detail

/// Ten to the power of a number below 20: `power_of_ten(3) == 1'000`.
[[nodiscard]] constexpr std::uint64_t power_of_ten(std::size_t exponent) {
    return detail::powers_of_ten[exponent];
}

} // namespace synth

#endif
