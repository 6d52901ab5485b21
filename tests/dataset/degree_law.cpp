// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include <doctest/doctest.h>

#include <synth/dataset/degree_law.hpp>

namespace {

std::vector<std::uint64_t> dealt(const synth::children_between& law, std::size_t parents, std::uint64_t total,
                                 std::uint64_t block) {
    std::vector<std::uint64_t> degrees(parents);
    synth::draw words{synth::make_stream_key(42, {"degrees"}), block};
    law.deal(degrees, total, words);
    return degrees;
}

} // namespace

TEST_CASE("even gives every parent as many children, give or take one") {
    static_assert(synth::degree_law<synth::even> && synth::degree_law<synth::children_between>);
    static_assert(!synth::degree_law<int>);
    static_assert(synth::even::least(7, 20) == 2 && synth::even::most(7, 20) == 3);
    static_assert(synth::even::least(7, 21) == 3 && synth::even::most(7, 21) == 3);
    CHECK(synth::even::least(0, 0) == 0);
    CHECK(synth::even::most(0, 5) == 0);
}

TEST_CASE("dealt degrees lie within the law and meet the total") {
    const synth::children_between law{3, 11};
    for (std::size_t parents = 1; parents <= synth::degree_block; ++parents) {
        for (std::uint64_t total = 3 * parents; total <= 11 * parents; ++total) {
            const std::vector<std::uint64_t> degrees = dealt(law, parents, total, total);
            CHECK(std::accumulate(degrees.begin(), degrees.end(), std::uint64_t{0}) == total);
            CHECK(std::all_of(degrees.begin(), degrees.end(),
                              [](std::uint64_t degree) { return degree >= 3 && degree <= 11; }));
        }
    }
}

TEST_CASE("every number of children comes equally often where the total allows it") {
    const synth::children_between law{1, 8};
    std::array<std::uint64_t, 9> seen{};
    for (std::uint64_t block = 0; block < 1'000; ++block) {
        for (const std::uint64_t degree : dealt(law, 16, 72, block)) {
            ++seen[degree];
        }
    }
    for (std::size_t degree = 1; degree <= 8; ++degree) {
        CHECK(seen[degree] > 1'800);
        CHECK(seen[degree] < 2'200);
    }
}

TEST_CASE("a total far from the law's mean costs no more than one near it") {
    const synth::children_between law{0, 1'000'000'000'000'000};
    const std::vector<std::uint64_t> degrees = dealt(law, 16, 100, 1);
    CHECK(std::accumulate(degrees.begin(), degrees.end(), std::uint64_t{0}) == 100);
    const std::vector<std::uint64_t> full = dealt(law, 16, 15'999'999'999'999'999, 1);
    CHECK(std::accumulate(full.begin(), full.end(), std::uint64_t{0}) == 15'999'999'999'999'999);
}

TEST_CASE("a degree law describes itself") {
    CHECK(synth::even{}.describe() == "evenly");
    CHECK(synth::children_between(5, 15).describe() == "5 to 15 for each parent");
    CHECK(synth::children_fixed(3).describe() == "3 for each parent");
}

TEST_CASE("a fixed number is every parent's") {
    constexpr synth::children_between law = synth::children_fixed(3);
    static_assert(law.least(7, 21) == 3 && law.most(7, 21) == 3);
    CHECK(dealt(law, 16, 48, 5) == std::vector<std::uint64_t>(16, 3));
}

namespace {

struct doubled { // one parent has half of the children
    using degree_law = doubled;
    static constexpr bool endless = true;
    static std::uint64_t most(std::uint64_t, std::uint64_t children) { return (children + 1) / 2; }
};

} // namespace

TEST_CASE("an endless law has as many rows as its heaviest parent may have") {
    static_assert(synth::endless_law<doubled> && !synth::endless_law<synth::even>);
    CHECK(synth::most_owned_rows(doubled{}, 10, 100) == 200);
    CHECK(synth::most_owned_rows(doubled{}, 1, 100) == 100);
    CHECK(synth::most_owned_rows(doubled{}, 10, 0) == 0);
}
