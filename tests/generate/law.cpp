// SPDX-License-Identifier: BSL-1.0
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/law.hpp>

#include "law_test.hpp"

using namespace synth;

static_assert(reference_law<uniform_law> && reference_law<weighted_law<3>> && !reference_law<int>);

namespace {

template<typename Law>
std::vector<double> parents_of(const Law& law, std::uint64_t parents, std::uint64_t rows = 50'000) {
    const auto bound = law.bind_law(parents, law_test::plan_for().key);
    std::vector<double> counts(parents);
    for (std::uint64_t row = 0; row < rows; ++row) {
        draw cell = law_test::cell(row);
        ++counts.at(bound(cell));
    }
    return counts;
}

} // namespace

TEST_CASE("the uniform law takes all parents equally often") {
    CHECK(law_test::misfit_of_even(parents_of(uniform_law{}, 7)) < 5);
    CHECK(parents_of(uniform_law{}, 1, 10)[0] == 10);
}

TEST_CASE("the weighted law takes each parent by its weight") {
    const auto counts = parents_of(weighted_law(1, 6, 3), 3);
    CHECK(law_test::misfit(counts, std::vector{5'000.0, 30'000.0, 15'000.0}) < 5);
}

TEST_CASE("more parents than weights share the weights in groups of neighbours") {
    const auto counts = parents_of(weighted_law(3, 1), 5); // two parents, then three
    CHECK(law_test::misfit(counts,
                           std::vector{18'750.0, 18'750.0, 12'500 / 3.0, 12'500 / 3.0, 12'500 / 3.0}) < 5);
}

TEST_CASE("fewer parents than weights are refused with both numbers") {
    CHECK(law_test::refusal_by([] { return weighted_law(3, 1, 1).bind_law(2, {}); }) ==
          "synth: a weighted_law of 3 weights needs as many parents, not 2; plan more rows or give fewer "
          "weights");
    CHECK(law_test::refusal_by([] { return weighted_law(0, 0); }) == "synth: weights must not all be zero");
}

TEST_CASE("laws describe themselves") {
    CHECK(uniform_law{}.describe() == "uniform");
    CHECK(weighted_law(3, 1).describe() == "weighted, 2 weights");
}
