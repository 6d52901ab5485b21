// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <limits>

#include <doctest/doctest.h>

#include <synth/sink/shortest_digits.hpp>

namespace {

template<typename Float>
constexpr bool has_digits(Float value, std::uint64_t digits, int exponent) {
    const synth::decimal_number number = synth::shortest_digits(value);
    return number.digits == digits && number.exponent == exponent;
}

} // namespace

// The texts of many numbers are looked at in float_text.cpp.
TEST_CASE("the fewest digits name a real number") {
    static_assert(has_digits(0.1, 1, -1));
    CHECK(has_digits(0.3, 3, -1));
    CHECK(has_digits(0.1 + 0.2, 30'000'000'000'000'004U, -17));
    CHECK(has_digits(100.0, 1, 2));
    CHECK(has_digits(1e16, 1, 16));
    CHECK(has_digits(123'456'789.0, 123'456'789, 0));
    CHECK(has_digits(0.1F, 1, -1));
    CHECK(has_digits(16'777'216.0F, 16'777'216, 0));
}

TEST_CASE("the ends of the range have their digits") {
    CHECK(has_digits(std::numeric_limits<double>::denorm_min(), 5, -324));
    CHECK(has_digits(std::numeric_limits<double>::min(), 22'250'738'585'072'014U, -324));
    CHECK(has_digits(std::numeric_limits<double>::max(), 17'976'931'348'623'157U, 292));
    CHECK(has_digits(std::numeric_limits<float>::denorm_min(), 1, -45));
    CHECK(has_digits(std::numeric_limits<float>::max(), 34'028'235, 31));
}

TEST_CASE("digits half-way to a neighbour are not taken") {
    CHECK(has_digits(1e23, 9'999'999'999'999'999U, 7));
    CHECK(has_digits(9007199254740992.0, 9'007'199'254'740'992U, 0));
}
