// SPDX-License-Identifier: BSL-1.0
#include <cmath>

#include <doctest/doctest.h>

#include <synth/generate/normal.hpp>

#include "law_test.hpp"

using namespace synth;
using law_test::plan_for;
using law_test::refusal_by;

TEST_CASE("a normal law follows the bell curve") {
    for (const double scale : {1e-200, 1.0, 1e200}) {
        const auto law = bind_generator<double>(normal(5 * scale, 2 * scale), plan_for());
        CHECK(law_test::distance(law_test::sample(law), [scale](double value) {
                  return 0.5 * std::erfc((5 * scale - value) / (2 * scale) / std::sqrt(2.0));
              }) < 1.95);
    }
}

TEST_CASE("a normal decimal is rounded to its last place") {
    const auto law = bind_generator<decimal<12, 2>>(normal(-100, 15), plan_for());
    double sum = 0;
    double squares = 0;
    for (std::uint64_t row = 0; row < 20'000; ++row) {
        draw cell = law_test::cell(row);
        const double value = static_cast<double>(law(cell).units) / 100;
        sum += value;
        squares += (value + 100) * (value + 100);
    }
    CHECK(std::abs(sum / 20'000 + 100) < 0.5);
    CHECK(std::abs(std::sqrt(squares / 20'000) - 15) < 0.4);
}

TEST_CASE("a normal law stops at the bounds of its column") {
    const auto law = bind_generator<std::int16_t>(normal(0, 1e6), plan_for());
    for (const double value : law_test::sample(law, 1'000)) {
        CHECK((value >= -32'768 && value <= 32'767));
    }
}

TEST_CASE("a normal law without deviation is constant") {
    for (const double value : law_test::sample(bind_generator<double>(normal(0.1, 0), plan_for()), 10)) {
        CHECK(value == 0.1);
    }
    for (const double value : law_test::sample(bind_generator<double>(normal(0, 0), plan_for()), 10)) {
        CHECK(value == 0);
    }
}

TEST_CASE("a negative deviation is refused") {
    CHECK(refusal_by([] { return normal(0, -1).bind<double>(plan_for()); }) ==
          "synth: shop.item: the deviation of normal, mean 0, deviation -1 must not be negative");
    CHECK(!refusal_by([] { return normal(std::nan(""), 1).bind<double>(plan_for()); }).empty());
    CHECK(!refusal_by([] { return normal(0, HUGE_VAL).bind<double>(plan_for()); }).empty());
}

TEST_CASE("normal values are the same in every build") {
    CHECK(law_test::fingerprint<double>(normal(0.1, 0.7)) == 0x6e634f38dc516b36U);
    CHECK(law_test::fingerprint<decimal<12, 2>>(normal(170, 10)) == 0xca7f7f92ad7e35c5U);
    CHECK(law_test::fingerprint<std::int32_t>(normal(170, 10)) == 0x1b0e5dd283609c2aU);
}
