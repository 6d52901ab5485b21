// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>

#include <doctest/doctest.h>

#include <synth/sink/float_text.hpp>

#include "forms_of.hpp"
#include "sample_values.hpp"

namespace {

using forms::text;

template<typename Float>
Float parsed(const std::string& from) {
    if constexpr (sizeof(Float) == 8) {
        return std::strtod(from.c_str(), nullptr);
    } else {
        return std::strtof(from.c_str(), nullptr);
    }
}

// The fewest digits of printf that read back as the same number.
template<typename Float>
std::string fewest_digits(Float value) {
    std::array<char, 64> digits{};
    for (int precision = 0; precision < 20; ++precision) {
        std::snprintf(digits.data(), digits.size(), "%.*e", precision, static_cast<double>(value));
        if (parsed<Float>(digits.data()) == value) {
            break;
        }
    }
    return digits.data();
}

std::size_t count_digits(const std::string& number) {
    std::string digits;
    for (const char character : number) {
        if (character == 'e') {
            break;
        }
        if (character >= '0' && character <= '9') {
            digits.push_back(character);
        }
    }
    digits.erase(0, digits.find_first_not_of('0'));
    digits.erase(digits.find_last_not_of('0') + 1);
    return digits.size();
}

template<typename Float>
void check_shortest() {
    std::size_t longer = 0;
    for (const Float value : samples::values<Float>(60'000)) {
        if (!(value - value == 0) || value == 0) {
            continue;
        }
        const std::string written = text<Float>(value);
        CAPTURE(written);
        REQUIRE(std::bit_cast<typename samples::values_of<Float>::bits>(parsed<Float>(written)) ==
                std::bit_cast<typename samples::values_of<Float>::bits>(value));
        const std::size_t fewest = count_digits(fewest_digits(value));
        // At a power of two the shortest digits need not be the nearest ones, which printf tries.
        REQUIRE(count_digits(written) + 1 >= fewest);
        longer += count_digits(written) > fewest ? 1 : 0;
    }
    CHECK(longer < 600); // digits half-way between two numbers are not taken
}

TEST_CASE("the text of a real number is the shortest that reads back as the same number") {
    check_shortest<double>();
    check_shortest<float>();
}

TEST_CASE("real numbers are spelled as PostgreSQL spells them") {
    CHECK(text<double>(0) == "0");
    CHECK(text<double>(-0.0) == "-0");
    CHECK(text<double>(0.1) == "0.1");
    CHECK(text<double>(-1234.5) == "-1234.5");
    CHECK(text<double>(0.0001) == "0.0001");
    CHECK(text<double>(0.00001) == "1e-05");
    CHECK(text<double>(123456789012345.0) == "123456789012345");
    CHECK(text<double>(1e14) == "100000000000000");
    CHECK(text<double>(1e15) == "1e+15");
    CHECK(text<double>(1.5e300) == "1.5e+300");
    CHECK(text<double>(5e-324) == "5e-324");
    CHECK(text<double>(std::numeric_limits<double>::lowest()) == "-1.7976931348623157e+308");
    CHECK(text<double>(std::numeric_limits<double>::quiet_NaN()) == "NaN");
    CHECK(text<double>(-std::numeric_limits<double>::quiet_NaN()) == "NaN");
    CHECK(text<double>(std::numeric_limits<double>::infinity()) == "Infinity");
    CHECK(text<double>(-std::numeric_limits<double>::infinity()) == "-Infinity");
    CHECK(text<float>(0.1F) == "0.1");
    CHECK(text<float>(100000) == "100000");
    CHECK(text<float>(1000000) == "1e+06");
    CHECK(text<float>(16777216) == "1.6777216e+07");
    CHECK(text<float>(std::numeric_limits<float>::infinity()) == "Infinity");
}

TEST_CASE("digits half-way to a neighbour are not taken for a real number") {
    // The half-way case reads back right only where the reader rounds to even.
    CHECK(text<double>(1e23) == "9.999999999999999e+22");
    CHECK(text<double>(9007199254740992.0) == "9.007199254740992e+15");
    CHECK(text<double>(2.0e-44) == "2e-44");
    CHECK(text<float>(8388608.0F * 4) == "3.3554432e+07");
}

// FNV-1a (Fowler, Noll, Vo 1991).
template<typename Float>
void absorb(std::uint64_t& checksum, Float value) {
    for (const char character : text<Float>(value)) {
        checksum = (checksum ^ static_cast<unsigned char>(character)) * 0x100'0000'01b3U;
    }
}

TEST_CASE("the texts of real numbers have the same checksum on every compiler and processor") {
    std::uint64_t checksum = 0xcbf2'9ce4'8422'2325U;
    for (const double value : samples::values<double>(0)) {
        absorb(checksum, value);
    }
    for (const float value : samples::values<float>(0)) {
        absorb(checksum, value);
    }
    samples::random_words words{7};
    for (int step = 0; step < 300'000; ++step) {
        const std::uint64_t word = words();
        absorb(checksum, std::bit_cast<double>(word));
        absorb(checksum, std::bit_cast<float>(static_cast<std::uint32_t>(word)));
        absorb(checksum, static_cast<double>(word >> 40U) / 1024);
    }
    CHECK(checksum == 17894076817004594711U);
}

} // namespace
