// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/law.hpp>
#include <synth/generate/zipf.hpp>

#include "law_test.hpp"

using namespace synth;
using law_test::plan_for;
using law_test::refusal_by;

static_assert(reference_law<zipf> && !zipf::ordered);
static_assert(generator_for<zipf, std::int32_t> && generator_for<zipf, double> &&
              !generator_for<zipf, std::string>);

namespace {

// Ranks 0 to 31 by themselves, then bins that grow by a quarter, with the law summed term by term.
double misfit_of_ranks(double exponent, std::uint64_t parents, std::uint64_t rows) {
    std::vector<std::uint64_t> ends;
    for (std::uint64_t end = 1; end < parents; end += end < 32 ? 1 : end / 4) {
        ends.push_back(end);
    }
    ends.push_back(parents);
    std::vector<double> expected(ends.size());
    double total = 0;
    for (std::uint64_t rank = parents; rank-- > 0;) {
        const auto bin =
            static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), rank) - ends.begin());
        const double share = std::pow(static_cast<double>(rank + 1), -exponent);
        expected[bin] += share;
        total += share;
    }
    std::vector<double> seen(ends.size());
    const auto law = zipf(exponent).bind_law(parents, {});
    for (std::uint64_t row = 0; row < rows; ++row) {
        draw cell = law_test::cell(row);
        ++seen.at(
            static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), law(cell)) - ends.begin()));
    }
    // Bins with few expected rows are taken together, or the statistic is none.
    std::vector<double> merged_seen(1);
    std::vector<double> merged_expected(1);
    for (std::size_t bin = 0; bin < ends.size(); ++bin) {
        merged_seen.back() += seen[bin];
        merged_expected.back() += expected[bin] / total * static_cast<double>(rows);
        if (merged_expected.back() >= 20 && bin + 1 < ends.size()) {
            merged_seen.push_back(0);
            merged_expected.push_back(0);
        }
    }
    if (merged_expected.back() < 20 && merged_expected.size() > 1) {
        merged_expected[merged_expected.size() - 2] += merged_expected.back();
        merged_seen[merged_seen.size() - 2] += merged_seen.back();
        merged_expected.pop_back();
        merged_seen.pop_back();
    }
    return merged_seen.size() < 2 ? 0 : law_test::misfit(merged_seen, merged_expected);
}

} // namespace

TEST_CASE("ranks follow the law of Zipf, inside the table and beyond it") {
    for (const double exponent : {0.0, 0.5, 0.99, 1.0, 1.0001, 1.1, 2.0, 5.0}) {
        for (const std::uint64_t parents : {3ULL, 256ULL, 257ULL, 10'000ULL, 300'000ULL}) {
            CAPTURE(exponent);
            CAPTURE(parents);
            CHECK(misfit_of_ranks(exponent, parents, 100'000) < 5);
        }
    }
}

TEST_CASE("the tail follows the integral of the law for any number of parents") {
    constexpr std::uint64_t parents = std::uint64_t{1} << 62U;
    for (const double exponent : {0.0, 0.5, 0.9, 1.0, 1.001, 1.1, 1.5}) {
        CAPTURE(exponent);
        const auto law = zipf(exponent).bind_law(parents, {});
        std::vector<double> sample;
        for (std::uint64_t row = 0; sample.size() < 5'000; ++row) {
            draw cell = law_test::cell(row);
            const std::uint64_t index = law(cell);
            REQUIRE(index < parents);
            if (index >= 256) {
                sample.push_back(static_cast<double>(index));
            }
        }
        // The exponent has steps of 2^-16.
        const double slope = 1 - std::round(exponent * 65'536) / 65'536;
        const double end = std::log(0x1p62 / 256.5);
        CHECK(law_test::distance(sample, [&](double index) {
                  const double place = std::log((index + 1) / 256.5);
                  return slope == 0 ? place / end : std::expm1(slope * place) / std::expm1(slope * end);
              }) < 1.95);
    }
}

TEST_CASE("every exponent and every number of parents stay in range") {
    for (const double exponent : {0.0, 1e-5, 1.00002, 3.0, 30.0, 60.0}) {
        for (const std::uint64_t parents : {0ULL, 1ULL, 2ULL, 258ULL, 1ULL << 40U, ~0ULL}) {
            const auto law = zipf(exponent).bind_law(parents, {});
            for (std::uint64_t row = 0; row < 200; ++row) {
                draw cell = law_test::cell(row);
                CHECK(law(cell) < std::max<std::uint64_t>(parents, 1));
            }
        }
    }
}

TEST_CASE("a column of ranks counts from one to n") {
    double greatest = 0;
    for (const double value : law_test::sample(bind_generator<std::int32_t>(zipf(0.5, 1'000), plan_for()))) {
        CHECK((value >= 1 && value <= 1'000));
        greatest = std::max(greatest, value);
    }
    CHECK(greatest > 990);
}

TEST_CASE("a zipf without a fitting n or exponent is refused") {
    CHECK(refusal_by([] { return zipf(1.1).bind<std::int16_t>(plan_for()); }) ==
          "synth: shop.item: zipf(exponent, n) needs an n from 1 to 32767, not 0");
    CHECK(!refusal_by([] { return zipf(1.1, 40'000).bind<std::int16_t>(plan_for()); }).empty());
    CHECK(refusal_by([] { return zipf(-1); }) == "synth: the exponent of zipf must lie between 0 and 60");
    CHECK(!refusal_by([] { return zipf(std::nan("")); }).empty());
}

TEST_CASE("ranks are the same in every build") {
    CHECK(law_test::fingerprint<std::int64_t>(zipf(0.5, 1'000'000'000'000)) == 0xd5dc61509ad722eeU);
    CHECK(law_test::fingerprint<std::int64_t>(zipf(1, 1'000'000'000'000)) == 0xe871ff1a2a1f54e8U);
    CHECK(law_test::fingerprint<std::int64_t>(zipf(1.1, 1'000'000'000'000)) == 0x75c5432d50c453a1U);
    CHECK(law_test::fingerprint<decimal<6, 2>>(zipf(1.1, 100)) == 0xd225c3c5489728dcU);
}

TEST_CASE("a zipf describes itself") {
    CHECK(zipf(1.1).describe() == "zipf, exponent 1.1");
    CHECK(zipf(1.1, 50).describe() == "zipf, exponent 1.1, 1 to 50");
}
