// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/generate/pattern_count.hpp>

using namespace synth::detail;

TEST_CASE("counts stop at the largest") {
    CHECK(capped_sum(2, 3) == 5);
    CHECK(capped_sum(most_count, 1) == most_count);
    CHECK(capped_sum(most_count - 1, 1) == most_count);
    CHECK(capped_product(1ULL << 32U, (1ULL << 32U) - 1) == ((1ULL << 32U) - 1) << 32U);
    CHECK(capped_product(1ULL << 32U, 1ULL << 32U) == most_count);
    CHECK(capped_product(0, most_count) == 0);
}

TEST_CASE("rough counts follow the exact ones") {
    rough_count powers = one_text;
    double logarithm = 0;
    for (int step = 0; step < 255; ++step) {
        powers = rough_sum({}, powers, 95);
        logarithm += std::log2(95.0);
        const double seen = std::log2(static_cast<double>(powers.mantissa)) + powers.power;
        CHECK(std::abs(seen - logarithm) < 1e-6);
        CHECK(powers.mantissa >= 0x8000'0000U);
    }
    rough_count total{};
    for (int each = 0; each < 1'000; ++each) {
        total = rough_sum(total, one_text, 3);
    }
    CHECK(std::ldexp(total.mantissa, total.power) == doctest::Approx(3'000));
    CHECK(rough_sum(total, {}, 7).mantissa == total.mantissa);
    CHECK(rough_sum({}, {}, 7).mantissa == 0);
    CHECK(rough_sum(powers, one_text, 1).power == powers.power); // too small to matter
    CHECK(rough_sum(one_text, powers, 1).power == powers.power);
}

TEST_CASE("rough counts compare in a common unit") {
    const rough_count three = rough_sum({}, one_text, 3);
    CHECK(three.in_units_of(three.power) == three.mantissa);
    CHECK(one_text.in_units_of(0) == 1);
    CHECK(one_text.in_units_of(1) == 0);
    CHECK(one_text.in_units_of(1'000'000) == 0);
    CHECK(rough_count{}.in_units_of(5) == 0);
}
