// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <limits>

#include <doctest/doctest.h>

#include <synth/dataset/ownership.hpp>

#include "owned_ranges.hpp"

namespace {

using owned_ranges::check_ranges;
using owned_ranges::stream;

} // namespace

TEST_CASE("even ranges follow each other") {
    for (std::uint64_t parents = 1; parents < 40; ++parents) {
        for (std::uint64_t children = 0; children < 100; children += 7) {
            check_ranges(parents, children, synth::even{});
        }
    }
}

TEST_CASE("dealt ranges follow each other over the borders of blocks") {
    for (const std::uint64_t parents : {1U, 2U, 15U, 16U, 17U, 31U, 32U, 33U, 100U}) {
        check_ranges(parents, 0, synth::children_between{0, 3});
        check_ranges(parents, parents, synth::children_between{1, 1});
        check_ranges(parents, parents * 2, synth::children_between{0, 9});
        check_ranges(parents, parents * 3 + parents / 2, synth::children_between{2, 5});
        check_ranges(parents, parents * 9, synth::children_between{0, 9});
        check_ranges(parents, 1, synth::children_between{0, 9});
    }
}

TEST_CASE("a cursor finds its row from anywhere") {
    const synth::ownership<synth::children_between> dealt{100, 450, {0, 9}, stream};
    const synth::ownership<synth::even> even{100, 450, {}, stream};
    synth::ownership<synth::children_between>::cursor dealt_place{};
    synth::ownership<synth::even>::cursor even_place{};
    for (std::uint64_t step = 0; step < 2'000; ++step) {
        const std::uint64_t row = step * step * 37 % 450;
        dealt.seek(dealt_place, row);
        even.seek(even_place, row);
        CHECK(dealt_place.range.parent == dealt.owner(row).parent);
        CHECK(dealt_place.range.contains(row));
        CHECK(even_place.range.parent == even.owner(row).parent);
    }
}

TEST_CASE("a cursor goes on from a range that somebody else has set") {
    const synth::ownership<synth::children_between> dealt{100, 450, {0, 9}, stream};
    synth::ownership<synth::children_between>::cursor place{};
    for (std::uint64_t step = 0; step < 2'000; ++step) {
        const std::uint64_t parent = step * 37 % 100;
        const synth::owned_range range = dealt.children_of(parent);
        place.range = range;
        for (std::uint64_t row = range.first; row < range.last && row < range.first + 3; ++row) {
            dealt.seek(place, row);
            REQUIRE(place.range.parent == parent);
            REQUIRE(place.range.first == range.first);
        }
        if (step % 3 == 0 && range.last < 450) {
            dealt.seek(place, range.last);
            REQUIRE(place.range.parent == dealt.owner(range.last).parent);
        }
    }
}

TEST_CASE("no children have no owner, and no parents no children") {
    const synth::ownership<synth::even> none{5, 0, {}, stream};
    CHECK(none.children_of(3).size() == 0);
    CHECK(none.owner(0).size() == 0);
    const synth::ownership<synth::children_between> empty{0, 0, {1, 2}, stream};
    CHECK(empty.children_of(0).size() == 0);
    CHECK(empty.owner(0).size() == 0);
}

TEST_CASE("ownership reaches the last row that 64 bits count") {
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    const synth::ownership<synth::even> wide{most / 3, most, {}, stream};
    CHECK(wide.owner(most - 1).parent == most / 3 - 1);
    CHECK(wide.owner(most - 1).last == most);
    const synth::ownership<synth::children_between> dealt{most / 4, most / 4 * 3 + 1, {1, 9}, stream};
    CHECK(dealt.owner(most / 4 * 3).parent == most / 4 - 1);
    CHECK(dealt.children_of(most / 4 - 1).last == most / 4 * 3 + 1);
    const synth::ownership<synth::even> one{1, most, {}, stream};
    CHECK(one.owner(most - 1).first == 0);
}

TEST_CASE("what a thread keeps of one table is never taken for another") {
    const synth::children_between law{1, 7};
    const synth::ownership<synth::children_between> map{40, 160, law, stream};
    const synth::ownership<synth::children_between> others[]{
        {40, 160, law, synth::make_stream_key(43, {"line", "owner"})},
        {40, 161, law, stream},
        {41, 160, law, stream},
        {40, 160, synth::children_between{2, 6}, stream},
    };
    for (const auto& other : others) {
        bool differs = false;
        for (std::uint64_t parent = 0; parent < 40; ++parent) {
            const synth::owned_range own = map.children_of(parent);
            const synth::owned_range its = other.children_of(parent);
            differs = differs || own.first != its.first || own.last != its.last;
            // The way by the row keeps nothing.
            CHECK(map.owner(own.first).last == own.last);
            CHECK(other.owner(its.first).last == its.last);
        }
        CHECK(differs);
    }
}

TEST_CASE("rows of which every parent has as many are found without dealing") {
    const synth::children_between four = synth::children_fixed(4);
    const synth::ownership<synth::children_between> map{1'000, 4'000, four, stream};
    constexpr synth::ownership<synth::even> evenly{1'000, 4'000, synth::even{}, {}};
    static_assert(evenly.owner(17).parent == 4 && evenly.children_of(4).first == 16);
    for (const std::uint64_t row : {0U, 3U, 4U, 17U, 3'999U}) {
        CHECK(map.owner(row).parent == row / 4);
        CHECK(map.owner(row).first == row / 4 * 4);
        CHECK(map.owner(row).last == row / 4 * 4 + 4);
        CHECK(evenly.owner(row).parent == row / 4);
        synth::ownership<synth::children_between>::cursor place{};
        map.seek(place, row);
        CHECK(place.range.parent == row / 4);
    }
}
