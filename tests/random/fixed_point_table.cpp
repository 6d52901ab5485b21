// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <cstddef>

#include <doctest/doctest.h>

#include <synth/random/fixed_point_table.hpp>

TEST_CASE("reciprocals are those of the middles of 64 pieces") {
    for (std::size_t index = 0; index < 64; ++index) {
        const double middle = 1 + (static_cast<double>(index) + 0.5) / 64;
        const double reciprocal = synth::detail::reciprocal_table[index] * 0x1p-16;
        CHECK(std::abs(reciprocal - 1 / middle) <= 0x1p-17);
        CHECK(std::abs(static_cast<double>(synth::detail::logarithm_table[index]) * 0x1p-60 +
                       std::log2(reciprocal)) < 1e-15);
    }
}

TEST_CASE("powers of two and the coefficients of both series are right") {
    for (std::size_t index = 0; index < 64; ++index) {
        const double power = static_cast<double>(synth::detail::power_table[index]) * 0x1p-63;
        CHECK(std::abs(power / std::exp2(static_cast<double>(index) / 64) - 1) < 1e-15);
    }
    double term = 1;
    for (std::size_t order = 1; order <= 7; ++order) {
        term *= std::log(2.0) / static_cast<double>(order);
        const double power = static_cast<double>(synth::detail::power_series[order - 1]) * 0x1p-64;
        const double logarithm = static_cast<double>(synth::detail::logarithm_series[order - 1]) * 0x1p-61;
        CHECK(std::abs(power / term - 1) < 1e-13);
        CHECK(std::abs(logarithm * std::log(2.0) * static_cast<double>(order) - 1) < 1e-15);
    }
}
