// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <limits>
#include <string>

#include <doctest/doctest.h>

#include <synth/sink/number_text.hpp>

#include "forms_of.hpp"
#include "sample_values.hpp"

namespace {

using forms::text;
using synth::decimal;

// All digits by repeated division, then the point.
template<unsigned Precision, int Scale>
std::string reference(const decimal<Precision, Scale>& value) {
    const bool negative = value.units < typename decimal<Precision, Scale>::storage{};
    std::string digits = synth::wide_integer<60>{}.to_text();
    if constexpr (Precision <= 38) {
        digits = synth::wide_integer<3>{value.units}.magnitude().to_text();
    } else {
        digits = value.units.magnitude().to_text();
    }
    if (Scale < 0 && digits != "0") {
        digits.append(static_cast<std::size_t>(-Scale), '0');
    }
    if (Scale > 0) {
        const auto scale = static_cast<std::size_t>(Scale);
        if (digits.size() <= scale) {
            digits.insert(0, scale + 1 - digits.size(), '0');
        }
        digits.insert(digits.size() - scale, ".");
    }
    return (negative ? "-" : "") + digits;
}

template<typename... Decimals>
void compare_with_reference() {
    const auto compare = []<typename Decimal>(Decimal) {
        for (const Decimal& value : samples::values<Decimal>(2'000)) {
            REQUIRE(text<Decimal>(value) == reference(value));
        }
    };
    (compare(Decimals{}), ...);
}

TEST_CASE("decimals of every storage and scale are written like the reference") {
    compare_with_reference<decimal<1, 0>, decimal<1, 1>, decimal<12, 2>, decimal<12, 3>, decimal<18, 0>,
                           decimal<18, 18>, decimal<18, 19>, decimal<5, -3>, decimal<3, 7>>();
    compare_with_reference<decimal<19, 0>, decimal<19, 5>, decimal<30, 18>, decimal<38, 0>, decimal<38, 19>,
                           decimal<38, 38>, decimal<30, 50>, decimal<25, -9>>();
    compare_with_reference<decimal<39, 0>, decimal<77, 33>, decimal<50, 60>, decimal<50, -60>>();
    for (const auto& value : samples::values<decimal<1000, 500>>(20)) {
        REQUIRE(text<decimal<1000, 500>>(value) == reference(value));
    }
}

TEST_CASE("decimals keep their zeros") {
    CHECK(text<decimal<12, 2>>({0}) == "0.00");
    CHECK(text<decimal<12, 2>>({-5}) == "-0.05");
    CHECK(text<decimal<12, 2>>({199'900}) == "1999.00");
    CHECK(text<decimal<3, -2>>({7}) == "700");
    CHECK(text<decimal<3, -2>>({0}) == "0");
    CHECK(text<decimal<3, 5>>({7}) == "0.00007");
    CHECK(text<decimal<38, -2>>({synth::int128{-7}}) == "-700");
}

TEST_CASE("units beyond the precision stay inside the bound") {
    CHECK(text<decimal<1, 0>>({std::numeric_limits<std::int64_t>::min()}) == "-9223372036854775808");
    CHECK(text<decimal<1, 1>>({std::numeric_limits<std::int64_t>::min()}) == "-922337203685477580.8");
    CHECK(text<decimal<1, 10>>({std::numeric_limits<std::int64_t>::min()}) == "-922337203.6854775808");
    CHECK(text<decimal<1, 11>>({std::numeric_limits<std::int64_t>::min()}) == "-92233720.36854775808");
    const auto lowest = static_cast<synth::int128>(synth::uint128{1} << 127U);
    CHECK(text<decimal<19, 0>>({lowest}) == "-170141183460469231731687303715884105728");
}

TEST_CASE("integers and booleans are written as PostgreSQL writes them") {
    CHECK(text<bool>(true) == "t");
    CHECK(text<bool>(false) == "f");
    CHECK(text<std::int16_t>(std::numeric_limits<std::int16_t>::min()) == "-32768");
    CHECK(text<std::int32_t>(std::numeric_limits<std::int32_t>::min()) == "-2147483648");
    CHECK(text<std::int64_t>(std::numeric_limits<std::int64_t>::max()) == "9223372036854775807");
    CHECK(text<std::int64_t>(0) == "0");
}

} // namespace
