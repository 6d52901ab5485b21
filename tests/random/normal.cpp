// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/random/mix.hpp>
#include <synth/random/normal.hpp>

using synth::normal_quantile;

namespace {

// The error of the quantile in standard deviations, by Newton's step on the tail: erfc is exact far out.
double error_at(std::uint64_t word) {
    const bool above = word >> 63U != 0;
    const long double tail = (static_cast<long double>(above ? ~word : word) + 0.5L) * 0x1p-64L;
    const long double value = static_cast<long double>(normal_quantile(word)) * 0x1p-32L;
    const long double distance = above ? value : -value;
    const long double found = 0.5L * std::erfc(distance / std::sqrt(2.0L));
    const long double density =
        std::exp(-distance * distance / 2) / std::sqrt(2 * 3.14159265358979323846264L);
    return static_cast<double>(std::fabs((found - tail) / density));
}

} // namespace

TEST_CASE("the normal quantile has known answers at compile time and at run time") {
    static_assert(normal_quantile(std::uint64_t{1} << 63U) == 0);
    CHECK(normal_quantile(0) == -39321687344);
    CHECK(normal_quantile(~std::uint64_t{0}) == 39321687344);
    CHECK(normal_quantile(1) == -38808975936);
    CHECK(normal_quantile(0x9e3779b97f4a7c15U) == 1289871302);
}

TEST_CASE("the normal quantile is right to 1e-5 standard deviations down to the last word") {
    double worst = 0;
    for (unsigned zeros = 0; zeros < 64; ++zeros) {
        for (std::uint64_t index = 0; index < 3'000; ++index) {
            const std::uint64_t word = synth::mix(index + zeros * 1'000'003) >> zeros;
            worst = std::fmax(worst, std::fmax(error_at(word), error_at(~word)));
        }
    }
    for (std::uint64_t word = 0; word < 5'000; ++word) {
        worst = std::fmax(worst, error_at(word));
    }
    INFO("largest error ", worst);
    CHECK(worst < 1e-5);
}

TEST_CASE("opposite words give opposite numbers") {
    for (std::uint64_t index = 1; index < 10'000; ++index) {
        CHECK(normal_quantile(synth::mix(index)) == -normal_quantile(~synth::mix(index)));
    }
}

TEST_CASE("the normal quantile never falls") {
    bool rises = true;
    for (unsigned zeros = 0; zeros < 63; ++zeros) {
        // Through a whole octave of the tail, over the borders of all its pieces.
        const std::uint64_t start = std::uint64_t{1} << (63U - zeros);
        const std::uint64_t step = start > 4096 ? start / 4096 : 1;
        for (std::uint64_t word = start / 2; word < start - step && word + step < (std::uint64_t{1} << 63U);
             word += step) {
            rises = rises && normal_quantile(word) <= normal_quantile(word + 1) &&
                    normal_quantile(word) <= normal_quantile(word + step);
        }
    }
    CHECK(rises);
}

TEST_CASE("normal numbers have the moments of the normal law") {
    constexpr int count = 400'000;
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (std::uint64_t index = 0; index < count; ++index) {
        const double value =
            static_cast<double>(normal_quantile(synth::mix(index * 0x9e3779b97f4a7c15U))) * 0x1p-32;
        first += value;
        second += value * value;
        third += value * value * value;
        fourth += value * value * value * value;
    }
    CHECK(std::abs(first / count) < 4 * std::sqrt(1.0 / count));
    CHECK(std::abs(second / count - 1) < 4 * std::sqrt(2.0 / count));
    CHECK(std::abs(third / count) < 4 * std::sqrt(15.0 / count));
    CHECK(std::abs(fourth / count - 3) < 4 * std::sqrt(96.0 / count));
}
