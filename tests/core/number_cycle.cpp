// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>

#include <doctest/doctest.h>

#include <synth/core/number_cycle.hpp>

#include "some_cycle.hpp"

namespace {

using namespace core_test;
using synth::int128;
using synth::number_cycle;
using synth::number_row;

TEST_CASE("a cycle numbers what it contains") {
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const number_cycle cycle = some_cycle(seed);
        CAPTURE(seed);
        int128 rank = cycle.rank(-100);
        for (int number = -100; number <= 100; ++number) {
            REQUIRE(cycle.rank(number) == rank);
            if (cycle.contains(number)) {
                REQUIRE(cycle.select(rank) == number);
                ++rank;
            }
        }
        CHECK(cycle.rank(cycle.start()) == 0);
        CHECK(cycle.rank(cycle.start() + cycle.period()) == cycle.count_of_period());
    }
}

TEST_CASE("a cycle moves, turns, widens and narrows as its numbers do") {
    int narrowed = 0;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const number_cycle cycle = some_cycle(seed);
        const int by = static_cast<int>(seed % 23) - 11;
        const int factor = 1 + static_cast<int>(seed % 7);
        const number_cycle moved = cycle.shifted(by);
        const number_cycle turned = cycle.negated();
        const number_cycle simple = cycle.simplified();
        const std::optional<number_cycle> wide = cycle.widened(factor);
        const std::optional<number_cycle> narrow = cycle.divided(factor);
        CAPTURE(seed);
        REQUIRE(wide);
        narrowed += narrow ? 1 : 0;
        for (int number = -100; number <= 100; ++number) {
            REQUIRE(moved.contains(number) == cycle.contains(number - by));
            REQUIRE(turned.contains(number) == cycle.contains(-number));
            REQUIRE(simple.contains(number) == cycle.contains(number));
            const int128 part = (number - number_row::floor_remainder(number, factor)) / factor;
            REQUIRE(wide->contains(number) == cycle.contains(part));
            REQUIRE((!narrow || narrow->contains(number) == cycle.contains(number * factor)));
        }
    }
    CHECK(narrowed > 200);
}

TEST_CASE("what is even is a row") {
    number_cycle quarters{1, 2, 60};
    for (const int place : {5, 20, 35, 50}) {
        CHECK(quarters.add(place, place));
    }
    CHECK(quarters.simplified() == number_cycle{number_row::of(15, 7)});
    number_cycle all{3, 1, 4};
    CHECK(all.add(0, 1));
    CHECK(all.add(2, 3));
    CHECK(all.simplified() == number_cycle{number_row::of(3, 1)});
    CHECK(number_cycle{}.is_every());
    CHECK(number_cycle::none().empty());
    CHECK(!number_cycle::none().contains(0));
}

TEST_CASE("a cycle has room for so many ranges") {
    number_cycle cycle{1, 0, 1'000};
    for (int index = 0; index < static_cast<int>(number_cycle::capacity); ++index) {
        CHECK(cycle.add(3 * index, 3 * index));
    }
    CHECK(!cycle.add(500, 500));
    const number_cycle copy = cycle;
    CHECK(copy == cycle);
    CHECK(!(copy == cycle.shifted(1)));
}

} // namespace
