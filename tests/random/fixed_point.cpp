// SPDX-License-Identifier: BSL-1.0
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include <doctest/doctest.h>

#include <synth/core/integer.hpp>
#include <synth/random/fixed_point.hpp>
#include <synth/random/mix.hpp>

using synth::fixed;
using synth::int128;
using synth::mix;
using synth::to_double;
using synth::to_fixed;
using synth::to_units;
using synth::uint128;

namespace {

constexpr std::int64_t one = std::int64_t{1} << 52U;
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

// On x86 a long double holds every fixed exactly; where it is a double the bounds below still hold.
constexpr bool wide_reference = std::numeric_limits<long double>::digits >= 64;

long double real(fixed number) { return std::ldexp(static_cast<long double>(number.value), number.exponent); }

fixed any_fixed(std::uint64_t index) {
    return {static_cast<std::int64_t>(mix(3 * index)) >> (mix(3 * index + 1) % 62),
            static_cast<int>(mix(3 * index + 2) % 200) - 100};
}

double relative_error(long double found, long double wanted) {
    return static_cast<double>(std::fabs(found - wanted) / std::fabs(wanted));
}

} // namespace

TEST_CASE("the binary logarithm of an integer is right to 0.6 steps") {
    static_assert(synth::log2(std::uint64_t{1}) == 0);
    for (unsigned bit = 0; bit < 64; ++bit) {
        CHECK(synth::log2(std::uint64_t{1} << bit) == std::int64_t{bit} * one);
    }
    CHECK(synth::log2(std::uint64_t{10}) == 14960634130286307);
    if (wide_reference) {
        double worst = 0;
        for (std::uint64_t index = 1; index < 300'000; ++index) {
            const std::uint64_t number = (mix(index) >> (index % 64)) | 1U;
            const long double wanted = std::log2(static_cast<long double>(number)) * 0x1p52L;
            const auto found = static_cast<long double>(synth::log2(number));
            worst = std::fmax(worst, static_cast<double>(std::fabs(found - wanted)));
        }
        INFO("largest error ", worst);
        CHECK(worst < 0.6);
    }
}

TEST_CASE("the binary logarithm never falls") {
    for (std::uint64_t piece = 0; piece < 64; ++piece) {
        const std::uint64_t border = (std::uint64_t{64} + piece) << 57U;
        CHECK(synth::log2(border - 1) <= synth::log2(border));
        CHECK(synth::log2(border) <= synth::log2(border + 1));
        CHECK(synth::log2(border - 1'000'000) < synth::log2(border + 1'000'000));
    }
}

TEST_CASE("two to a power is right to 2^-61") {
    static_assert(to_double(synth::exp2(3 * one)) == 8);
    static_assert(to_double(synth::exp2(-one)) == 0.5);
    CHECK(to_double(synth::exp2(one / 2)) == 0x1.6a09e667f3bcdp+0);
    CHECK(to_double(synth::exp2(2000 * one)) == std::numeric_limits<double>::infinity());
    CHECK(to_double(synth::exp2(-2000 * one)) == 0);
    if (wide_reference) {
        double worst = 0;
        for (std::uint64_t index = 0; index < 300'000; ++index) {
            const std::int64_t power = static_cast<std::int64_t>(mix(index)) >> (1 + index % 60);
            const long double wanted = std::exp2(static_cast<long double>(power) * 0x1p-52L);
            worst = std::fmax(worst, relative_error(real(synth::exp2(power)), wanted));
        }
        INFO("largest error ", worst);
        CHECK(worst < 0x1p-61);
    }
}

TEST_CASE("natural logarithm and exponential agree with libm and undo each other") {
    for (const double number : {1e-300, 1e-10, 0.5, 1.0, 2.0, 3.25, 1e6, 1e300}) {
        CHECK(std::abs(to_double(ln(to_fixed(number))) - std::log(number)) <=
              1e-15 * (1 + std::abs(std::log(number))));
        CHECK(std::abs(to_double(exp(ln(to_fixed(number)))) / number - 1) < 3e-13);
    }
    for (const double power : {-700.0, -20.0, -1.0, 0.0, 1e-9, 1.0, 20.0, 700.0}) {
        CHECK(std::abs(to_double(exp(to_fixed(power))) / std::exp(power) - 1) <
              4e-16 * (1 + std::abs(power)));
    }
    CHECK(to_double(exp(to_fixed(1e9))) == std::numeric_limits<double>::infinity());
    CHECK(to_double(exp(to_fixed(-1e9))) == 0);
    CHECK(to_double(synth::exp2(to_fixed(10.0))) == 1024);
    CHECK(to_double(synth::log2(to_fixed(0.125))) == -3);
}

TEST_CASE("arithmetic keeps 61 bits or more") {
    if (!wide_reference) {
        return;
    }
    for (std::uint64_t index = 1; index < 200'000; ++index) {
        const fixed left = any_fixed(index);
        const fixed right = any_fixed(index + 1'000'000);
        if (left.value == 0 || right.value == 0) {
            continue;
        }
        REQUIRE(relative_error(real(left * right), real(left) * real(right)) <= 0x1p-61);
        REQUIRE(relative_error(real(left / right), real(left) / real(right)) <= 0x1p-61);
        const long double larger = std::fmax(std::fabs(real(left)), std::fabs(real(right)));
        REQUIRE(std::fabs(real(left + right) - (real(left) + real(right))) <= larger * 0x1p-60L);
        REQUIRE(std::fabs(real(left - right) - (real(left) - real(right))) <= larger * 0x1p-60L);
        REQUIRE((left < right) == (real(left) < real(right)));
        REQUIRE((left == right) == (real(left) == real(right)));
    }
}

TEST_CASE("arithmetic holds at the ends of its range") {
    static_assert(fixed{4, 0} == fixed{1, 2});
    CHECK(fixed{1, 63} > fixed{most, 0});
    CHECK(fixed{1, 64} > fixed{most, 1});
    CHECK(fixed{-1, 63} < fixed{most, 0});
    CHECK(fixed{-1, 63} == fixed{least, 0});
    CHECK(fixed{1, 1000} > fixed{most, 0});
    CHECK(fixed{1, -1000} > fixed{0, 0});
    CHECK(fixed{1, 1000} + fixed{1, -1000} == fixed{1, 1000});
    CHECK(-fixed{least, 0} == fixed{1, 63});
    CHECK(fixed{least, 0} * fixed{least, 0} == fixed{1, 126});
    CHECK(fixed{least, 0} / fixed{least, 5} == fixed{1, -5});
    CHECK(fixed{most, 0} + fixed{most, 0} == fixed{1, 64}); // rounded to 62 bits
    CHECK(fixed{7, 0} - fixed{7, 0} == fixed{0, 5});
    CHECK(fixed{0, 0} / fixed{3, 0} == fixed{0, 0});
}

TEST_CASE("a double passes through unchanged") {
    static_assert(to_double(to_fixed(0.1)) == 0.1);
    static_assert(to_fixed(0.1).value == 0x1999999999999a && to_fixed(0.1).exponent == -56);
    for (const double number : {0.0, 1.0, -1.5, 1e308, 5e-324, 2.2250738585072011e-308,
                                2.2250738585072014e-308, -0x1.fffffffffffffp+1023}) {
        CHECK(to_double(to_fixed(number)) == number);
    }
    for (std::uint64_t index = 0; index < 200'000; ++index) {
        const auto number = std::bit_cast<double>(mix(index));
        REQUIRE((!std::isfinite(number) || to_double(to_fixed(number)) == number));
    }
}

TEST_CASE("a fixed becomes the nearest double and ties go to even") {
    constexpr std::int64_t half = std::int64_t{1} << 53U;
    CHECK(to_double({half + 1, 0}) == 0x1p53);
    CHECK(to_double({half + 3, 0}) == 0x1p53 + 4);
    CHECK(to_double({4 * half + 3, 0}) == 0x1p55);
    CHECK(to_double({4 * half + 5, 0}) == 0x1p55 + 8);
    CHECK(to_double({most, 0}) == 0x1p63);
    CHECK(to_double({least, 0}) == -0x1p63);
    CHECK(to_double({1, -1074}) == 0x1p-1074);
    CHECK(to_double({1, -1075}) == 0);
    CHECK(to_double({3, -1076}) == 0x1p-1074);
    CHECK(to_double({5, -1076}) == 0x1p-1074);
    CHECK(to_double({7, -1076}) == 0x1p-1073);
    CHECK(to_double({most, -1137}) == 0x1p-1074);
    CHECK(to_double({most, -1139}) == 0);
    CHECK(to_double({1, 1023}) == 0x1p1023);
    CHECK(to_double({1, 1024}) == std::numeric_limits<double>::infinity());
    CHECK(to_double({-most, 961}) == -std::numeric_limits<double>::infinity());
    CHECK(to_double({most - 1023, 961}) == std::numeric_limits<double>::max());
    CHECK(to_double({-1, 5000}) == -std::numeric_limits<double>::infinity());
    if (wide_reference) {
        for (std::uint64_t index = 0; index < 200'000; ++index) {
            const fixed number{static_cast<std::int64_t>(mix(index)) >> (mix(index + 7) % 40),
                               static_cast<int>(mix(index + 9) % 200) - 100};
            REQUIRE(to_double(number) == static_cast<double>(real(number)));
        }
    }
}

TEST_CASE("a fixed becomes decimal units and halves go away from zero") {
    static_assert(to_units({5, -2}, 2) == 125);
    CHECK((to_units({1, -1}, 0) == 1));
    CHECK((to_units({-1, -1}, 0) == -1));
    CHECK((to_units({3, -1}, 0) == 2));
    CHECK((to_units({1, -2}, 0) == 0));
    CHECK((to_units({1, -1000}, 0) == 0));
    CHECK((to_units({most, -128}, 0) == 0));
    CHECK((to_units({1, 3}, 2) == 800));
    CHECK((to_units(to_fixed(0.1), 1) == 1));
    CHECK((to_units({123'456, 0}, -2) == 1235));
    CHECK((to_units({123'456, 0}, -3) == 123));
    CHECK((to_units({1, 0}, -30) == 0));
    // 10^38 to 60 bits.
    CHECK(std::abs(static_cast<double>(to_units({1, 0}, 38)) * 1e-38 - 1) < 1e-15);
    CHECK((to_units({0, 50}, 38) == 0));
    const auto limit = static_cast<int128>(~uint128{0} >> 1U);
    CHECK((to_units({1, 127}, 0) == limit));
    CHECK((to_units({-1, 127}, 0) == -limit));
    CHECK((to_units({1, 126}, 0) == int128{1} << 126U));
    CHECK((to_units({most, 500}, 18) == limit));
    CHECK((to_units({1, 100}, 18) == limit));
    if (wide_reference) {
        for (std::uint64_t index = 0; index < 100'000; ++index) {
            const fixed number{static_cast<std::int64_t>(mix(index)) >> 24U, -40};
            REQUIRE((to_units(number, 6) == static_cast<int128>(std::round(real(number) * 1e6L))));
        }
    }
}

TEST_CASE("a fixed becomes the nearest integer inside the type") {
    CHECK(synth::to_int64({5, -1}) == 3);
    CHECK(synth::to_int64({-5, -1}) == -3);
    CHECK(synth::to_int64({most, 0}) == most);
    CHECK(synth::to_int64({least, 0}) == least);
    CHECK(synth::to_int64({most, 1}) == most);
    CHECK(synth::to_int64({least, 1}) == least);
    CHECK(synth::to_int64({1, 200}) == most);
}
