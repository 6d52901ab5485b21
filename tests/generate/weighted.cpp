// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/weighted.hpp>

#include "law_test.hpp"

using namespace synth;
using law_test::plan_for;
using law_test::refusal_by;

namespace {
constexpr weighted flags(share("R", 1), share("A", 2.5), share("N", 0), share("X", 6.5));
}

TEST_CASE("weighted values come as often as their weights say") {
    std::map<std::string, double> counts;
    const auto law = bind_generator<std::string>(flags, plan_for());
    for (std::uint64_t row = 0; row < 50'000; ++row) {
        draw cell = law_test::cell(row);
        ++counts[std::string{law(cell)}];
    }
    CHECK(counts.size() == 3); // never the one of weight zero
    CHECK(law_test::misfit(std::vector{counts["R"], counts["A"], counts["X"]},
                           std::vector{5'000.0, 12'500.0, 32'500.0}) < 5);
}

TEST_CASE("integer weights keep the ratios of whole weights exactly") {
    const auto weights = integer_weights<3>({3, 1, 0});
    CHECK(weights[0] == 3 * weights[1]);
    CHECK(weights[2] == 0);
    const auto tiny = integer_weights<2>({3e-300, 1e-300});
    CHECK(tiny[0] / tiny[1] == 3 - (tiny[0] < 3 * tiny[1] ? 1 : 0));
    CHECK(integer_weights<1>({1e300})[0] < std::uint64_t{1} << 48U);
}

TEST_CASE("weights that are no weights are refused") {
    CHECK(refusal_by([] { return weighted(share("a", -1)); }) ==
          "synth: weights must be finite and not negative");
    CHECK(refusal_by([] { return weighted(share("a", std::nan(""))); }) != "");
    CHECK(refusal_by([] { return weighted(share("a", HUGE_VAL)); }) != "");
    CHECK(refusal_by([] { return weighted(share("a", 0), share("b", 0)); }) ==
          "synth: weights must not all be zero");
    CHECK(refusal_by([] { return flags.bind<std::string>(plan_for(1)); }).empty());
}

TEST_CASE("weighted values are the same in every build") {
    CHECK(law_test::fingerprint<std::string>(flags) == 0x7beb31265ccee23aU);
}

TEST_CASE("weighted values describe themselves") {
    CHECK(flags.describe() == "one of 4 weighted values: R, ...");
}
