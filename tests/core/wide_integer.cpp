// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <limits>
#include <string>

#include <doctest/doctest.h>

#include <synth/core/wide_integer.hpp>

namespace {

using wide = synth::wide_integer<4>;
using synth::int128;

constexpr std::uint64_t mix(std::uint64_t word) {
    word = (word ^ (word >> 30U)) * 0xbf58'476d'1ce4'e5b9U;
    word = (word ^ (word >> 27U)) * 0x94d0'49bb'1331'11ebU;
    return word ^ (word >> 31U);
}

// Numbers below 2^126, so that a sum of two fits 128 bits.
int128 some_number(std::uint64_t seed) {
    const auto magnitude =
        ((static_cast<synth::uint128>(mix(seed)) << 64U) | mix(seed + 1)) >> (2 + mix(seed + 2) % 125);
    return mix(seed + 3) % 2 == 0 ? static_cast<int128>(magnitude) : -static_cast<int128>(magnitude);
}

TEST_CASE("a wide integer agrees with 128-bit arithmetic") {
    for (std::uint64_t step = 0; step < 20'000; ++step) {
        const int128 left = some_number(step * 11);
        const int128 right = some_number(step * 11 + 5);
        REQUIRE((static_cast<int128>(wide{left} + wide{right}) == left + right));
        REQUIRE((static_cast<int128>(wide{left} - wide{right}) == left - right));
        REQUIRE((static_cast<int128>(-wide{left}) == -left));
        REQUIRE((wide{left} < wide{right}) == (left < right));
        REQUIRE((wide{left} == wide{right}) == (left == right));
        REQUIRE((wide{left} + wide{right} == wide{left + right}));
        const std::uint64_t divisor = mix(step) | 1U;
        wide quotient = wide{left}.magnitude();
        const std::uint64_t remainder = quotient.divide(divisor);
        const int128 magnitude = left < 0 ? -left : left;
        REQUIRE((static_cast<int128>(quotient) == magnitude / divisor));
        REQUIRE((remainder == static_cast<std::uint64_t>(magnitude % divisor)));
    }
}

TEST_CASE("a wide integer reads and writes decimal text") {
    const std::string nines(70, '9');
    CHECK(wide::from_text(nines)->to_text() == nines);
    CHECK(wide::from_text("-" + nines)->to_text() == "-" + nines);
    CHECK(wide::from_text("0")->to_text() == "0");
    CHECK(wide::from_text("-0")->to_text() == "0");
    CHECK(wide{-7}.to_text() == "-7");
    CHECK_FALSE(wide::from_text("").has_value());
    CHECK_FALSE(wide::from_text("-").has_value());
    CHECK_FALSE(wide::from_text("1a").has_value());
}

TEST_CASE("carries and borrows run through all limbs") {
    wide power{1};
    for (int step = 0; step < 192; ++step) {
        power += power;
    }
    CHECK(power - wide{1} + wide{1} == power);
    CHECK((power - wide{1}).limbs[2] == ~std::uint64_t{0});
    CHECK((power - wide{1}).limbs[3] == 0);
    CHECK((-power).negative());
    CHECK((-power).magnitude() == power);
    CHECK(-power < wide{std::numeric_limits<std::int64_t>::min()});
    CHECK(power > wide{std::numeric_limits<std::uint64_t>::max()});
}

TEST_CASE("a wide integer takes every built-in integer with its sign") {
    static_assert(wide{std::uint64_t{7}} == wide{7});
    static_assert(wide{-1}.negative() && wide{-1}.limbs[3] == ~std::uint64_t{0});
    static_assert(!wide{~synth::uint128{0}}.negative());
    static_assert(synth::wide_integer<2>{-7} + 10 == synth::wide_integer<2>{3});
    static_assert(synth::wide_integer<2>{}.zero() && !wide{1}.zero());
    CHECK(wide{-1} + 1 == wide{});
    CHECK(wide{std::int16_t{-5}}.to_text() == "-5");
}

TEST_CASE("multiply_add appends digits") {
    wide value;
    for (int digit = 1; digit <= 9; ++digit) {
        value.multiply_add(1'000'000'000, static_cast<std::uint64_t>(digit));
    }
    CHECK(value.to_text() == "1000000002000000003000000004000000005000000006000000007000000008000000009");
}

} // namespace
