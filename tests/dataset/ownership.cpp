// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <limits>

#include <doctest/doctest.h>

#include <synth/dataset/ownership.hpp>

namespace {

const synth::stream_key key = synth::make_stream_key(42, {"line", "owner"});

// Every row has an owner, ranges follow each other without gaps in the order of the parents.
template<typename Law>
void check_ranges(std::uint64_t parents, std::uint64_t children, const Law& law) {
    CAPTURE(parents);
    CAPTURE(children);
    const synth::ownership<Law> map{parents, children, law, key};
    std::uint64_t end = 0;
    bool good = true;
    typename synth::ownership<Law>::cursor place{};
    for (std::uint64_t parent = 0; parent < parents; ++parent) {
        const synth::owned_range range = map.children_of(parent);
        good = good && range.parent == parent && range.first == end && range.last >= range.first &&
               range.size() >= law.least(parents, children) && range.size() <= law.most(parents, children);
        for (std::uint64_t row = range.first; row < range.last; ++row) {
            const synth::owned_range owner = map.owner(row);
            map.seek(place, row);
            good = good && owner.parent == parent && owner.first == range.first && owner.last == range.last &&
                   place.range.parent == parent && place.range.first == range.first &&
                   place.range.last == range.last;
        }
        end = range.last;
    }
    CHECK(end == children);
    CHECK(good);
}

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
    const synth::ownership<synth::children_between> dealt{100, 450, {0, 9}, key};
    const synth::ownership<synth::even> even{100, 450, {}, key};
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

TEST_CASE("no children have no owner, and no parents no children") {
    const synth::ownership<synth::even> none{5, 0, {}, key};
    CHECK(none.children_of(3).size() == 0);
    CHECK(none.owner(0).size() == 0);
    const synth::ownership<synth::children_between> empty{0, 0, {1, 2}, key};
    CHECK(empty.children_of(0).size() == 0);
    CHECK(empty.owner(0).size() == 0);
}

TEST_CASE("ownership reaches the last row that 64 bits count") {
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    const synth::ownership<synth::even> wide{most / 3, most, {}, key};
    CHECK(wide.owner(most - 1).parent == most / 3 - 1);
    CHECK(wide.owner(most - 1).last == most);
    const synth::ownership<synth::children_between> dealt{most / 4, most / 4 * 3 + 1, {1, 9}, key};
    CHECK(dealt.owner(most / 4 * 3).parent == most / 4 - 1);
    CHECK(dealt.children_of(most / 4 - 1).last == most / 4 * 3 + 1);
    const synth::ownership<synth::even> one{1, most, {}, key};
    CHECK(one.owner(most - 1).first == 0);
}
