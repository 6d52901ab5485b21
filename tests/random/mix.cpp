// SPDX-License-Identifier: BSL-1.0
#include <bit>
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/random/mix.hpp>

namespace {

// Newton's iteration for the inverse of an odd number modulo 2^64.
constexpr std::uint64_t odd_inverse(std::uint64_t odd) {
    std::uint64_t inverse = odd;
    for (int step = 0; step < 6; ++step) {
        inverse *= 2 - odd * inverse;
    }
    return inverse;
}

constexpr std::uint64_t undo_shift(std::uint64_t value, unsigned shift) {
    std::uint64_t result = value;
    for (unsigned done = shift; done < 64; done += shift) {
        result = value ^ result >> shift;
    }
    return result;
}

constexpr std::uint64_t unmix(std::uint64_t value) {
    value = undo_shift(value, 27) * odd_inverse(0x1c69b3f74ac4ae35U);
    value = undo_shift(value, 33) * odd_inverse(0x3c79ac492ba7b653U);
    return undo_shift(value, 27);
}

} // namespace

TEST_CASE("mix gives the known answers of moremur") {
    static_assert(synth::mix(0) == 0);
    static_assert(synth::mix(1) == 0x3c02aa47758292bdU);
    CHECK(synth::mix(2) == 0x946f086bbb956c5dU);
    CHECK(synth::mix(0x9e3779b97f4a7c15U) == 0xb70fb2cc55af013fU);
    CHECK(synth::mix(~std::uint64_t{0}) == 0x78a9666a39c1a1b5U);
}

TEST_CASE("mix loses nothing") {
    std::uint64_t value = 1;
    for (int count = 0; count < 1000; ++count) {
        CHECK(unmix(synth::mix(value)) == value);
        value = value * 6364136223846793005U + 1442695040888963407U;
    }
}
