// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/core/power_of_ten.hpp>

TEST_CASE("powers of ten go up to the last that 64 bits hold") {
    static_assert(synth::power_of_ten(0) == 1);
    static_assert(synth::power_of_ten(19) == 10'000'000'000'000'000'000U);
    std::uint64_t power = 1;
    for (std::size_t exponent = 0; exponent < 20; ++exponent) {
        CHECK(synth::power_of_ten(exponent) == power);
        power *= 10;
    }
}
