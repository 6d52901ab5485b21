// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <cstdint>
#include <limits>

#include <doctest/doctest.h>

#include <synth/generate/parameter.hpp>

#include "law_test.hpp"

using namespace synth;
using law_test::plan_for;
using law_test::refusal_by;

TEST_CASE("a parameter becomes a value of the column's type") {
    CHECK(exact_parameter<decimal<12, 2>>(0.01, plan_for()).units == 1);
    CHECK(exact_parameter<decimal<12, 2>>(99.99, plan_for()).units == 9'999);
    CHECK(exact_parameter<decimal<12, 2>>(7, plan_for()).units == 700);
    CHECK(exact_parameter<decimal<12, 4>>(decimal<5, 2>{1'999}, plan_for()).units == 199'900);
    CHECK(exact_parameter<std::int64_t>(-3, plan_for()) == -3);
    CHECK(exact_parameter<double>(decimal<5, 2>{1'950}, plan_for()) == 19.5);
    CHECK(exact_parameter<double>(decimal<5, -2>{3}, plan_for()) == 300);
    CHECK(exact_parameter<std::int64_t>(std::numeric_limits<std::int64_t>::min(), plan_for()) ==
          std::numeric_limits<std::int64_t>::min());
}

TEST_CASE("a parameter that the column cannot hold is refused with the column's range") {
    CHECK(refusal_by([] { return exact_parameter<std::int16_t>(40'000, plan_for()); }) ==
          "synth: shop.item: 40000 does not fit the column, which holds -32768 to 32767; use a smaller value "
          "or "
          "widen the column");
    CHECK(refusal_by([] { return exact_parameter<decimal<5, 2>>(1'000.0, plan_for()); }) ==
          "synth: shop.item: 1000 does not fit the column, which holds -999.99 to 999.99; use a smaller "
          "value or "
          "widen the column");
    CHECK(!refusal_by([] { return exact_parameter<decimal<5, 2>>(-1e40, plan_for()); }).empty());
}

TEST_CASE("infinity and NaN are no parameters") {
    CHECK(refusal_by([] { return exact_parameter<double>(INFINITY, plan_for()); }) ==
          "synth: shop.item: a parameter must be finite, not infinity");
    CHECK(refusal_by([] { return real_parameter(std::nan(""), plan_for()); }) ==
          "synth: shop.item: a parameter must be finite, not NaN");
}

TEST_CASE("large integers stay exact") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    CHECK(exact_parameter<decimal<38, 2>>(most, plan_for()).units == static_cast<int128>(most) * 100);
    CHECK(exact_parameter<std::int64_t>(static_cast<std::uint64_t>(most), plan_for()) == most);
    CHECK(!refusal_by([] { return exact_parameter<std::int64_t>(~std::uint64_t{0}, plan_for()); }).empty());
    CHECK(exact_parameter<double>(~std::uint64_t{0}, plan_for()) == 0x1p64);
}
