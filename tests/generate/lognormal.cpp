// SPDX-License-Identifier: BSL-1.0
#include <cmath>

#include <doctest/doctest.h>

#include <synth/generate/lognormal.hpp>

#include "law_test.hpp"

using namespace synth;
using law_test::plan_for;
using law_test::refusal_by;

TEST_CASE("the logarithm of a lognormal law is normal") {
    const auto law = bind_generator<double>(lognormal(3.2, 0.9), plan_for());
    CHECK(law_test::distance(law_test::sample(law), [](double value) {
              return 0.5 * std::erfc((3.2 - std::log(value)) / 0.9 / std::sqrt(2.0));
          }) < 1.95);
}

TEST_CASE("a lognormal law stops at the bounds of its column") {
    const auto law = bind_generator<decimal<5, 2>>(lognormal(8, 3), plan_for());
    bool clamped = false;
    for (std::uint64_t row = 0; row < 1'000; ++row) {
        draw cell = law_test::cell(row);
        const std::int64_t units = law(cell).units;
        CHECK((units >= 0 && units <= 99'999));
        clamped = clamped || units == 99'999;
    }
    CHECK(clamped);
}

TEST_CASE("the largest parameters stay finite") {
    const auto law = bind_generator<double>(lognormal(700, 70), plan_for());
    for (const double value : law_test::sample(law, 1'000)) {
        CHECK(value - value == 0.0);
    }
}

TEST_CASE("parameters that are not of the logarithm are refused") {
    CHECK(refusal_by([] { return lognormal(5'000, 1).bind<double>(plan_for()); }) ==
          "synth: shop.item: lognormal, mu 5000, sigma 1 must have mu in -700 to 700 and sigma in 0 to 70; "
          "both are of "
          "the logarithm");
    CHECK(!refusal_by([] { return lognormal(0, -1).bind<double>(plan_for()); }).empty());
    CHECK(!refusal_by([] { return lognormal(std::nan(""), 1).bind<double>(plan_for()); }).empty());
}

TEST_CASE("lognormal values are the same in every build") {
    CHECK(law_test::fingerprint<double>(lognormal(3.2, 0.9)) == 0x28cde88f6129c681U);
    CHECK(law_test::fingerprint<decimal<12, 2>>(lognormal(3.2, 0.9)) == 0x4f8655b227a82e69U);
}
