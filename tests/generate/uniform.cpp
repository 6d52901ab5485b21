// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <set>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/uniform.hpp>

#include "law_test.hpp"

using namespace synth;
using law_test::plan_for;
using law_test::refusal_by;

static_assert(generator_for<uniform<int>, std::int16_t> && generator_for<uniform<double>, decimal<12, 2>>);
static_assert(generator_for<uniform<date>, timestamp_tz> &&
              generator_for<uniform<time_of_day>, time_of_day_tz>);
static_assert(!generator_for<uniform<date>, std::int32_t> && !generator_for<uniform<int>, date>);
static_assert(!generator_for<uniform<int>, std::string>);

TEST_CASE("a uniform integer takes every value of its range equally often") {
    std::vector<double> counts(6);
    for (const double value :
         law_test::sample(bind_generator<std::int16_t>(uniform(1, 6), plan_for()), 60'000)) {
        REQUIRE((value >= 1 && value <= 6));
        ++counts[static_cast<std::size_t>(value) - 1];
    }
    CHECK(law_test::misfit_of_even(counts) < 5);
}

TEST_CASE("a uniform real is uniform") {
    const auto law = bind_generator<double>(uniform(-2.0, 6.0), plan_for());
    CHECK(law_test::distance(law_test::sample(law), [](double value) { return (value + 2) / 8; }) < 1.95);
}

TEST_CASE("a decimal takes bounds of every kind") {
    std::set<std::int64_t> seen;
    const auto cents = bind_generator<decimal<12, 2>>(uniform(0.01, 0.05), plan_for());
    const auto whole = bind_generator<decimal<12, 2>>(uniform(1, 2), plan_for());
    const auto exact =
        bind_generator<decimal<12, 2>>(uniform(decimal<5, 2>{199}, decimal<5, 2>{200}), plan_for());
    for (std::uint64_t row = 0; row < 300; ++row) {
        draw cell = law_test::cell(row);
        seen.insert(cents(cell).units);
        const std::int64_t units = whole(cell).units;
        CHECK((units >= 100 && units <= 200));
        const std::int64_t other = exact(cell).units;
        CHECK((other == 199 || other == 200));
    }
    CHECK(seen == std::set<std::int64_t>{1, 2, 3, 4, 5});
}

TEST_CASE("a uniform date takes both ends") {
    std::set<std::int32_t> seen;
    const auto law = bind_generator<date>(uniform(date::of(2024, 2, 28), date::of(2024, 3, 1)), plan_for());
    for (std::uint64_t row = 0; row < 100; ++row) {
        draw cell = law_test::cell(row);
        seen.insert(law(cell).days);
    }
    CHECK(seen == std::set<std::int32_t>{19'781, 19'782, 19'783});
}

TEST_CASE("dates bound a timestamp by whole days") {
    column_plan plan = plan_for();
    plan.fraction_digits = 0;
    const auto law = bind_generator<timestamp>(uniform(date::of(2024, 1, 1), date::of(2024, 1, 1)), plan);
    std::int64_t latest = 0;
    for (std::uint64_t row = 0; row < 2'000; ++row) {
        draw cell = law_test::cell(row);
        const timestamp value = law(cell);
        CHECK(value >= timestamp::of(date::of(2024, 1, 1)));
        CHECK(value < timestamp::of(date::of(2024, 1, 2)));
        CHECK(value.microseconds % 1'000'000 == 0);
        latest = std::max(latest, value.microseconds % microseconds_per_day);
    }
    CHECK(latest > microseconds_per_day * 99 / 100);
}

TEST_CASE("a wrong range is refused") {
    CHECK(refusal_by([] { return uniform(6, 1).bind<std::int32_t>(plan_for()); }) ==
          "synth: shop.item: the range 6 to 1 is empty; give the smaller bound first");
    CHECK(refusal_by([] { return uniform(0.0, std::nan("")).bind<double>(plan_for()); }) ==
          "synth: shop.item: the range 0 to NaN is empty; give the smaller bound first");
    CHECK(refusal_by([] { return uniform(0.0, HUGE_VAL).bind<double>(plan_for()); }) ==
          "synth: shop.item: a parameter must be finite, not infinity");
    CHECK(refusal_by([] { return uniform(0, 1'000).bind<decimal<4, 2>>(plan_for()); }) ==
          "synth: shop.item: 1000 does not fit the column, which holds -99.99 to 99.99; use a smaller value "
          "or widen "
          "the column");
}

TEST_CASE("uniform values are the same in every build") {
    CHECK(law_test::fingerprint<std::int32_t>(uniform(1, 1'000)) == 0xd1980216439b9383U);
    CHECK(law_test::fingerprint<double>(uniform(-0.1, 0.3)) == 0xb9d6713b0c36331eU);
    CHECK(law_test::fingerprint<float>(uniform(-0.1, 0.3)) == 0x4462586b524c0563U);
    CHECK(law_test::fingerprint<decimal<30, 4>>(uniform(0.01, 99.99)) == 0x6d6d5c2139700056U);
    CHECK(law_test::fingerprint<timestamp>(uniform(date::of(2024, 1, 1), date::of(2024, 12, 31))) ==
          0xde667cf12c05085bU);
}

TEST_CASE("a uniform law describes itself") {
    CHECK(uniform(1, 10).describe() == "uniform 1 to 10");
    CHECK(uniform(0.01, 99.99).describe() == "uniform 0.01 to 99.99");
    CHECK(uniform(date::of(2024, 1, 1), date::of(2024, 12, 31)).describe() ==
          "uniform 2024-01-01 to 2024-12-31");
}
