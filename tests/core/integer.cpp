// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <limits>
#include <type_traits>

#include <doctest/doctest.h>

#include <synth/core/integer.hpp>

using synth::int128;
using synth::uint128;

TEST_CASE("every integer up to 128 bits is an integer and nothing else is") {
    static_assert(synth::any_integer<char>);
    static_assert(synth::any_integer<std::int64_t>);
    static_assert(synth::any_integer<int128>);
    static_assert(synth::any_integer<uint128>);
    static_assert(!synth::any_integer<double>);
    static_assert(!synth::any_integer<void*>);
    static_assert(std::is_same_v<synth::unsigned_of<int128>, uint128>);
    static_assert(std::is_same_v<synth::unsigned_of<uint128>, uint128>);
    static_assert(std::is_same_v<synth::unsigned_of<std::int16_t>, std::uint16_t>);
    static_assert(sizeof(int128) == 16);
    CHECK((int128{-1} < int128{0}));
    CHECK((uint128{0} - 1 > uint128{1} << 127U));
}

TEST_CASE("quotients are rounded down and up") {
    for (int number = -20; number <= 20; ++number) {
        for (int divisor = 1; divisor <= 7; ++divisor) {
            const int below = synth::floor_quotient(number, divisor);
            const int above = synth::ceiling_quotient(number, divisor);
            CHECK((below * divisor <= number && (below + 1) * divisor > number));
            CHECK((above * divisor >= number && (above - 1) * divisor < number));
        }
    }
    static_assert(synth::floor_quotient(-(int128{1} << 124U), 3) * 3 == -(int128{1} << 124U) - 2);
}

TEST_CASE("a wide product has all its bits") {
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    static_assert(synth::multiply_wide(most, most) == ((uint128{most - 1} << 64U) | 1U));
    static_assert(synth::multiply_high(std::uint64_t{1} << 63U, 6) == 3);
    CHECK(synth::multiply_high(most, most) == most - 1);
    CHECK(synth::multiply_high(most, 1) == 0);
    CHECK((synth::multiply_wide(0xffffffffU, 0x100000001U) == 0xffffffffffffffffU));
}

TEST_CASE("scaling rounds down and keeps the upper half of the product") {
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    static_assert(synth::scale(10, 7, 4) == 17);
    CHECK(synth::scale(most, most, most) == most);
    CHECK(synth::scale(most, 10, 20) == most / 2);
    CHECK(synth::scale(0, most, 3) == 0);
}
