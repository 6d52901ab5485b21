// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include <synth/generate/sequence.hpp>

#include "law_test.hpp"

using namespace synth;
using law_test::plan_for;
using law_test::refusal_by;

static_assert(key_for<sequence, std::int32_t> && key_for<sequence, double> &&
              key_for<sequence, decimal<30, 2>>);
static_assert(!key_for<sequence, std::string>);

TEST_CASE("a sequence counts the rows from one") {
    const auto key = sequence().bind<std::int64_t>(plan_for());
    CHECK(key.at(0) == 1);
    CHECK(key.at(999) == 1'000);
    CHECK(key.row_of(1'000) == 999);
    CHECK(key.last() == static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max() - 1));
    CHECK(key.at(key.last()) == std::numeric_limits<std::int64_t>::max());
    CHECK(key(law_test::cell(5)) == 6);
}

TEST_CASE("a sequence has a start and a step of either sign") {
    const auto tens = sequence(1'000, 10).bind<std::int32_t>(plan_for());
    CHECK(tens.at(2) == 1'020);
    CHECK(tens.row_of(1'020) == 2);
    for (const std::int32_t other : {999, 990, 1'021, 0, std::numeric_limits<std::int32_t>::min()}) {
        CHECK(!tens.row_of(other));
    }
    const auto down = sequence(5, -3).bind<std::int64_t>(plan_for());
    CHECK(down.at(2) == -1);
    CHECK(down.row_of(-1) == 2);
    CHECK(!down.row_of(8));
    CHECK(down.row_of(down.at(down.last())) == down.last());
    const auto all = sequence(std::numeric_limits<std::int64_t>::min()).bind<std::int64_t>(plan_for());
    CHECK(all.last() == ~std::uint64_t{0});
    CHECK(all.row_of(std::numeric_limits<std::int64_t>::max()) == ~std::uint64_t{0});
}

TEST_CASE("a sequence of decimals counts whole numbers where it can") {
    const auto money = sequence().bind<decimal<12, 2>>(plan_for());
    CHECK(money.at(4).units == 500);
    CHECK(money.row_of(decimal<12, 2>{500}) == 4);
    CHECK(!money.row_of(decimal<12, 2>{501}));
    CHECK(money.last() == 9'999'999'998);
    CHECK(sequence().bind<decimal<4, 4>>(plan_for()).at(4).units == 5);
}

TEST_CASE("a sequence of reals stops where whole numbers end and knows no strangers") {
    const auto key = sequence().bind<float>(plan_for());
    CHECK(key.last() == 16'777'215);
    CHECK(key.row_of(3.0F) == 2);
    CHECK(!key.row_of(2.5F));
    CHECK(!key.row_of(std::nanf("")));
    CHECK(!key.row_of(INFINITY));
}

TEST_CASE("a sequence that does not fit is refused with both numbers") {
    column_plan plan = plan_for();
    plan.rows = 40'000;
    CHECK(refusal_by([&] { return sequence().bind<std::int16_t>(plan); }) ==
          "synth: shop.item: 40000 rows need as many distinct values, but the column has only 32767; plan at "
          "most 32767 "
          "rows or widen the column");
    CHECK(refusal_by([&] { return sequence(1, 0).bind<std::int16_t>(plan); }) ==
          "synth: shop.item: the step of a sequence must not be zero; use constant(value) for equal values");
    CHECK(refusal_by([&] { return sequence(40'000).bind<std::int16_t>(plan); }) ==
          "synth: shop.item: a sequence that starts at 40000 does not fit the column, which holds -32768 to "
          "32767; "
          "start inside or widen the column");
}

TEST_CASE("a sequence describes itself") { CHECK(sequence(5, 2).describe() == "sequence from 5 by 2"); }
