// SPDX-License-Identifier: BSL-1.0
#include <limits>

#include <doctest/doctest.h>

#include <synth/generate/ticks.hpp>

#include "law_test.hpp"

using namespace synth;

namespace {

column_plan with_digits(std::uint8_t digits) {
    column_plan plan = law_test::plan_for();
    plan.fraction_digits = digits;
    return plan;
}

} // namespace

TEST_CASE("a tick is the last of the fraction digits") {
    CHECK(tick_of(with_digits(6)) == 1);
    CHECK(tick_of(with_digits(3)) == 1'000);
    CHECK(tick_of(with_digits(0)) == 1'000'000);
}

TEST_CASE("ticks are counted inside the range, from the first to the last") {
    const ticks range{with_digits(3), -1'500, 2'999};
    CHECK(range.at(0) == -1'000);
    CHECK(range.last() == 3);
    CHECK(range.at(3) == 2'000);
    for (std::uint64_t index = 0; index <= range.last(); ++index) {
        CHECK(range.index_of(range.at(index)) == index);
    }
    for (const std::int64_t other : {-2'000LL, -999LL, 1LL, 3'000LL}) {
        CHECK(!range.index_of(other));
    }
    CHECK(ticks{with_digits(3), -3'000, -1}.last() == 2);
}

TEST_CASE("the range of all moments does not overflow") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    const ticks range{with_digits(6), least, most};
    CHECK(range.last() == ~std::uint64_t{0});
    CHECK(range.at(range.last()) == most);
    CHECK(range.index_of(least) == 0);
}

TEST_CASE("a range without a tick is refused") {
    CHECK(law_test::refusal_by([] { return ticks{with_digits(0), 1, 999}; }) ==
          "synth: shop.item: no moment of the range has so few fraction digits; widen the range");
}
