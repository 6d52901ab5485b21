// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <string>

#include <doctest/doctest.h>

#include <synth/sink/digits.hpp>

#include "sample_values.hpp"

namespace {

template<typename Value>
std::string printed(const char* format, Value value) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), format, value);
    return text.data();
}

template<typename Write>
std::string written(Write write) {
    std::array<char, 128> room{};
    return {room.data(), static_cast<std::size_t>(write(room.data()) - room.data())};
}

TEST_CASE("whole numbers are written as printf writes them") {
    samples::random_words words{1};
    for (int step = 0; step < 200'000; ++step) {
        const std::uint64_t value = words.spread();
        REQUIRE(written([&](char* out) { return synth::write_unsigned(out, value); }) ==
                printed("%" PRIu64, value));
        const auto with_sign = static_cast<std::int64_t>(words.spread() * (step % 2 == 0 ? 1 : ~0ULL));
        REQUIRE(written([&](char* out) { return synth::write_signed(out, with_sign); }) ==
                printed("%" PRId64, with_sign));
    }
    for (std::uint64_t value = 0; value < 20'000; ++value) {
        REQUIRE(written([&](char* out) { return synth::write_unsigned(out, value); }) ==
                std::to_string(value));
    }
    std::uint64_t power = 1;
    for (int digits = 0; digits < 19; ++digits) {
        power *= 10;
        for (const std::uint64_t value : {power - 1, power, power + 1}) {
            REQUIRE(written([&](char* out) { return synth::write_unsigned(out, value); }) ==
                    std::to_string(value));
        }
    }
    CHECK(written([](char* out) {
              return synth::write_signed(out, std::numeric_limits<std::int64_t>::min());
          }) == "-9223372036854775808");
    CHECK(written([](char* out) {
              return synth::write_unsigned(out, std::numeric_limits<std::uint64_t>::max());
          }) == "18446744073709551615");
}

TEST_CASE("padded numbers have exactly their digits") {
    CHECK(written([](char* out) { return synth::write_padded<0>(out, 0); }).empty());
    CHECK(written([](char* out) { return synth::write_padded<1>(out, 7); }) == "7");
    CHECK(written([](char* out) { return synth::write_padded<3>(out, 7); }) == "007");
    CHECK(written([](char* out) { return synth::write_padded<6>(out, 42'000); }) == "042000");
    CHECK(written([](char* out) { return synth::write_padded<19>(out, 1); }) == "0000000000000000001");
    CHECK(written([](char* out) { return synth::write_two_digits(out, 5); }) == "05");
}

TEST_CASE("long numbers are written with all digits") {
    const auto value = static_cast<synth::uint128>(1'234'567'890'123'456'789U) * 10'000'000'000U + 42;
    CHECK(written([&](char* out) { return synth::write_all_digits<39>(out, value); }) ==
          "000000000012345678901234567890000000042");
    CHECK(written([](char* out) { return synth::write_all_digits<39>(out, ~synth::uint128{0}); }) ==
          "340282366920938463463374607431768211455");
    const synth::wide_integer<4> wide{value};
    CHECK(written([&](char* out) { return synth::write_all_digits<39>(out, wide); }) ==
          "000000000012345678901234567890000000042");
}

TEST_CASE("hexadecimal digits are lower-case and high first") {
    CHECK(written([](char* out) { return synth::write_hexadecimal(out, 0xdead'beef); }) == "deadbeef");
    CHECK(written([](char* out) { return synth::write_hexadecimal(out, 0x0123'4567); }) == "01234567");
    CHECK(written([](char* out) { return synth::write_hexadecimal(out, 0x89ab'cdef); }) == "89abcdef");
    for (unsigned byte = 0; byte < 256; ++byte) {
        REQUIRE(written([&](char* out) {
                    return synth::write_hexadecimal_byte(out, static_cast<std::uint8_t>(byte));
                }) == printed("%02x", byte));
        REQUIRE(written([&](char* out) { return synth::write_hexadecimal(out, byte << 12U); }) ==
                printed("%08x", byte << 12U));
    }
}

} // namespace
