// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <limits>
#include <type_traits>

#include <doctest/doctest.h>

#include <synth/schema/decimal.hpp>

namespace {

using synth::decimal;

static_assert(std::is_aggregate_v<decimal<12, 2>> && std::is_default_constructible_v<decimal<12, 2>>);
static_assert(std::is_same_v<decimal<18, 2>::storage, std::int64_t>);
static_assert(std::is_same_v<decimal<19, 2>::storage, synth::int128>);
static_assert(std::is_same_v<decimal<38, 2>::storage, synth::int128>);
static_assert(sizeof(decimal<39, 2>) == 3 * 8 && sizeof(decimal<1000, 0>) <= 53 * 8);

TEST_CASE("a decimal compares with whole numbers exactly") {
    CHECK(decimal<12, 2>{1999} > 19);
    CHECK(decimal<12, 2>{1999} < 20);
    CHECK(decimal<12, 2>{1900} == 19);
    CHECK(decimal<12, 2>{-1999} < -19);
    CHECK(decimal<12, 2>{-1999} > -20);
    CHECK(0 < decimal<2, 1>{5});
    CHECK(decimal<2, 10>{-5} < 0);
    CHECK(decimal<4, -2>{3} > 299);
    CHECK(decimal<4, -2>{3} == 300U);
    CHECK(decimal<4, -2>{3} < 301);
    CHECK(decimal<4, -2>{-3} < -299);
    CHECK(decimal<3, -30>{1} > std::numeric_limits<std::int64_t>::max());
    CHECK(decimal<3, -30>{} == 0);
    CHECK(decimal<18, 0>{-1} < std::numeric_limits<std::uint64_t>::max());
    CHECK(decimal<60, 2>{-1999} < -19);
    CHECK(decimal<60, 2>{1900} == 19);
    CHECK(decimal<30, 2>{1901} > 19);
    CHECK(decimal<38, 0>::lowest() < std::numeric_limits<std::int64_t>::min());
    CHECK(decimal<18, 0>::largest() < ~synth::uint128{0});
}

TEST_CASE("a decimal adds and subtracts and compares with its own type") {
    using money = decimal<12, 2>;
    CHECK(money{150} + money{275} == money{425});
    CHECK(money{150} - money{275} == money{-125});
    CHECK(-money{150} < money{150});
    money sum{};
    sum += money{1};
    sum -= money{3};
    CHECK(sum == money::from_units(-2));
    using large = decimal<50, 5>;
    CHECK(large{7} + large{-9} == large{-2});
    CHECK(large{-9} < large{7});
}

TEST_CASE("the largest decimal is all nines") {
    static_assert(decimal<3, 1>::largest().units == 999);
    static_assert(decimal<18, 1>::lowest().units == -999'999'999'999'999'999);
    CHECK(decimal<40, 0>::largest().units.to_text() == "9999999999999999999999999999999999999999");
    CHECK(decimal<1000, 0>::largest().units.to_text().size() == 1000);
    CHECK(decimal<1000, 0>::lowest() < 0);
}

TEST_CASE("decimals are told from other types") {
    CHECK(synth::is_decimal<decimal<1, 0>>);
    CHECK_FALSE(synth::is_decimal<int>);
}

} // namespace
