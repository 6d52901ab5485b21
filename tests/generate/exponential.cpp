// SPDX-License-Identifier: BSL-1.0
#include <cmath>

#include <doctest/doctest.h>

#include <synth/generate/exponential.hpp>

#include "law_test.hpp"

using namespace synth;
using law_test::plan_for;
using law_test::refusal_by;

TEST_CASE("an exponential law has the distribution of waiting times") {
    const auto law = bind_generator<double>(exponential(30), plan_for());
    CHECK(law_test::distance(law_test::sample(law), [](double value) { return 1 - std::exp(-value / 30); }) <
          1.95);
}

TEST_CASE("an exponential law stops at the bounds of its column") {
    for (const double value :
         law_test::sample(bind_generator<std::int16_t>(exponential(1e5), plan_for()), 1'000)) {
        CHECK((value >= 0 && value <= 32'767));
    }
}

TEST_CASE("a mean that is not above zero is refused") {
    CHECK(refusal_by([] { return exponential(0).bind<double>(plan_for()); }) ==
          "synth: shop.item: the mean of exponential, mean 0 must be above 0");
    CHECK(!refusal_by([] { return exponential(std::nan("")).bind<double>(plan_for()); }).empty());
    CHECK(!refusal_by([] { return exponential(HUGE_VAL).bind<double>(plan_for()); }).empty());
}

TEST_CASE("exponential values are the same in every build") {
    CHECK(law_test::fingerprint<double>(exponential(30)) == 0x579a9d669b40fa41U);
    CHECK(law_test::fingerprint<decimal<12, 2>>(exponential(30)) == 0x28bfe27b03e32d9dU);
}
