// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include <synth/random/alias_table.hpp>
#include <synth/random/mix.hpp>

using synth::alias_table;

namespace {

// Picks with words that are spread evenly, so that the counts are the shares themselves.
template<typename Table>
std::vector<std::uint64_t> counts_of(const Table& table, std::uint64_t words) {
    std::vector<std::uint64_t> counts(table.size());
    for (std::uint64_t index = 0; index < words; ++index) {
        ++counts[table.pick(index * (~std::uint64_t{0} / words) + 1)];
    }
    return counts;
}

} // namespace

TEST_CASE("an alias table is a constant expression") {
    static constexpr alias_table table{std::array<std::uint64_t, 3>{1, 0, 3}};
    static_assert(table.size() == 3);
    static_assert(table.pick(0) == 0);
    static_assert(table.pick(~std::uint64_t{0}) == 2);
    CHECK(table.pick(0) == 0);
    CHECK(alias_table{std::array<std::uint64_t, 2>{0, 1}}.pick(0) == 1);
}

TEST_CASE("an alias table picks in proportion to its weights") {
    std::vector<std::vector<std::uint64_t>> cases{{1},
                                                  {1, 1},
                                                  {3, 1},
                                                  {1, 2, 3, 4, 5},
                                                  {0, 7, 0, 1},
                                                  {1'000'000, 1},
                                                  {1, 0, 0},
                                                  {5, 5, 5, 5},
                                                  {std::uint64_t{1} << 62U, std::uint64_t{1} << 61U, 1}};
    std::vector<std::uint64_t> zipf;
    for (std::uint64_t rank = 1; rank <= 500; ++rank) {
        zipf.push_back(1'000'000 / rank);
    }
    cases.push_back(zipf);
    constexpr std::uint64_t words = 1'000'000;
    for (const auto& weights : cases) {
        const alias_table table{weights};
        CHECK(table.size() == weights.size());
        double total = 0;
        for (const std::uint64_t weight : weights) {
            total += static_cast<double>(weight);
        }
        const std::vector<std::uint64_t> counts = counts_of(table, words);
        for (std::size_t index = 0; index < weights.size(); ++index) {
            const double expected = static_cast<double>(weights[index]) / total * words;
            // Each of the slots that an index owns part of adds less than one word of error at each border.
            CHECK(std::abs(static_cast<double>(counts[index]) - expected) <=
                  1 + static_cast<double>(weights.size()));
            if (weights[index] == 0) {
                CHECK(counts[index] == 0);
            }
        }
    }
}

TEST_CASE("a table of fixed size and one of any size pick alike") {
    const std::array<std::uint64_t, 6> fixed{10, 1, 4, 0, 90, 2};
    const alias_table left{fixed};
    const alias_table right{std::vector<std::uint64_t>(fixed.begin(), fixed.end())};
    for (std::uint64_t index = 0; index < 10'000; ++index) {
        CHECK(left.pick(synth::mix(index)) == right.pick(synth::mix(index)));
    }
}

TEST_CASE("weights without a sum are refused") {
    const std::vector<std::uint64_t> nothing;
    const std::vector<std::uint64_t> zeros{0, 0};
    const std::vector<std::uint64_t> large{~std::uint64_t{0}, 1};
    CHECK_THROWS_AS(alias_table{nothing}, synth::plan_error);
    CHECK_THROWS_AS(alias_table{zeros}, synth::plan_error);
    CHECK_THROWS_AS(alias_table{large}, synth::plan_error);
}
