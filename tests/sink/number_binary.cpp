// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <limits>
#include <string>

#include <doctest/doctest.h>

#include <synth/sink/number_binary.hpp>
#include <synth/sink/number_text.hpp>

#include "forms_of.hpp"
#include "sample_values.hpp"

namespace {

using namespace synth;
using forms::binary;

TEST_CASE("numbers are big endian") {
    CHECK(binary<bool>(true) == "01");
    CHECK(binary<bool>(false) == "00");
    CHECK(binary<std::int16_t>(-2) == "fffe");
    CHECK(binary<std::int32_t>(0x0102'0304) == "01020304");
    CHECK(binary<std::int64_t>(std::numeric_limits<std::int64_t>::min()) == "8000000000000000");
    CHECK(binary<double>(1) == "3ff0000000000000");
    CHECK(binary<double>(-0.0) == "8000000000000000");
    CHECK(binary<float>(-2.5F) == "c0200000");
    CHECK(binary<double>(-std::numeric_limits<double>::quiet_NaN()) == "7ff8000000000000");
    CHECK(binary<float>(std::numeric_limits<float>::infinity()) == "7f800000");
}

TEST_CASE("decimals are digits of base 10000 without zeros at the ends") {
    // Digits, weight, sign, scale, and the digits.
    CHECK(binary<decimal<12, 2>>({0}) == "0000"
                                         "0000"
                                         "0000"
                                         "0002");
    CHECK(binary<decimal<12, 2>>({-5}) == "0001"
                                          "ffff"
                                          "4000"
                                          "0002"
                                          "01f4");
    CHECK(binary<decimal<12, 2>>({1'234'567}) == "0003"
                                                 "0001"
                                                 "0000"
                                                 "0002"
                                                 "0001"
                                                 "0929"
                                                 "1a2c");
    CHECK(binary<decimal<12, 2>>({1'000'000}) == "0001"
                                                 "0001"
                                                 "0000"
                                                 "0002"
                                                 "0001");
    CHECK(binary<decimal<5, -3>>({12}) == "0002"
                                          "0001"
                                          "0000"
                                          "0000"
                                          "0001"
                                          "07d0");
    CHECK(binary<decimal<3, 7>>({1}) == "0001"
                                        "fffe"
                                        "0000"
                                        "0007"
                                        "000a");
    CHECK(binary<decimal<38, 0>>({int128{-10'001}}) == "0002"
                                                       "0001"
                                                       "4000"
                                                       "0000"
                                                       "0001"
                                                       "0001");
    CHECK(binary<decimal<40, 0>>({10'001}) == "0002"
                                              "0001"
                                              "0000"
                                              "0000"
                                              "0001"
                                              "0001");
    CHECK(binary<decimal<40, 2>>({}) == "0000"
                                        "0000"
                                        "0000"
                                        "0002");
}

// Turns the binary form back into text.
std::string reread(const std::string& form) {
    const auto word = [&](std::size_t index) {
        return static_cast<int>(
            static_cast<std::int16_t>(load_big_endian<std::uint16_t>(form.data() + 2 * index)));
    };
    const int count = word(0);
    const int weight = word(1);
    const int scale = word(3);
    REQUIRE(form.size() == static_cast<std::size_t>(8 + 2 * count));
    const auto group = [&](int index) {
        const int at = weight - index;
        std::string text = std::to_string(at >= 0 && at < count ? word(static_cast<std::size_t>(4 + at)) : 0);
        return text.insert(0, 4 - text.size(), '0');
    };
    std::string whole;
    for (int index = weight; index >= 0; --index) {
        whole += group(index);
    }
    whole.erase(0, whole.find_first_not_of('0'));
    std::string fraction;
    for (int index = -1; fraction.size() < static_cast<std::size_t>(scale); --index) {
        fraction += group(index);
    }
    fraction.resize(static_cast<std::size_t>(scale));
    return (word(2) == 0x4000 ? "-" : "") + (whole.empty() ? "0" : whole) + (scale > 0 ? "." + fraction : "");
}

template<typename... Decimals>
void check_rereading() {
    const auto check = []<typename Decimal>(Decimal) {
        for (const Decimal& value : samples::values<Decimal>(2'000)) {
            REQUIRE(reread(forms::written<binary_form<Decimal>>(value)) == forms::text<Decimal>(value));
        }
    };
    (check(Decimals{}), ...);
}

TEST_CASE("the binary form of a decimal reads back as its text") {
    check_rereading<decimal<1, 0>, decimal<1, 1>, decimal<12, 2>, decimal<12, 3>, decimal<18, 4>,
                    decimal<18, 0>, decimal<18, 18>, decimal<18, 19>, decimal<5, -1>, decimal<5, -2>,
                    decimal<5, -3>, decimal<5, -4>, decimal<3, 7>>();
    check_rereading<decimal<19, 0>, decimal<38, 19>, decimal<38, 38>, decimal<30, 50>, decimal<25, -9>>();
    check_rereading<decimal<39, 0>, decimal<77, 33>, decimal<50, 60>, decimal<50, -61>>();
}

} // namespace
