// SPDX-License-Identifier: BSL-1.0
// What holds of the rows that parents own, whatever their degree law.
#ifndef SYNTH_TESTS_DATASET_OWNED_RANGES_HPP
#define SYNTH_TESTS_DATASET_OWNED_RANGES_HPP

#include <cstdint>
#include <map>

#include <doctest/doctest.h>

#include <synth/dataset/ownership.hpp>

namespace owned_ranges {

inline const synth::stream_key stream = synth::make_stream_key(42, {"line", "owner"});

/// Every row has an owner, ranges follow each other without gaps in the order of the parents, and a walk
/// finds what a look-up finds.
template<typename Law>
void check_ranges(std::uint64_t parents, std::uint64_t children, const Law& law) {
    CAPTURE(parents);
    CAPTURE(children);
    const synth::ownership<Law> map{parents, children, law, stream};
    const std::uint64_t least = law.least(parents, children);
    const std::uint64_t most = law.most(parents, children);
    std::uint64_t end = 0;
    bool good = true;
    typename synth::ownership<Law>::cursor place{};
    for (std::uint64_t parent = 0; parent < parents; ++parent) {
        const synth::owned_range range = map.children_of(parent);
        good = good && range.parent == parent && range.first == end && range.last >= range.first &&
               range.size() >= least && range.size() <= most;
        for (std::uint64_t row = range.first; row < range.last; ++row) {
            map.seek(place, row);
            good = good && place.range.parent == parent && place.range.first == range.first &&
                   place.range.last == range.last;
            if (children < 1'000 || row == range.first || row + 1 == range.last || row % 13 == 0) {
                const synth::owned_range owner = map.owner(row);
                good =
                    good && owner.parent == parent && owner.first == range.first && owner.last == range.last;
            }
        }
        end = range.last;
    }
    CHECK(end == children);
    CHECK(good);
}

/// How many parents have each number of children.
template<typename Law>
std::map<std::uint64_t, std::uint64_t> degrees_of(const Law& law, std::uint64_t parents,
                                                  std::uint64_t children) {
    const synth::ownership<Law> map{parents, children, law, stream};
    std::map<std::uint64_t, std::uint64_t> degrees;
    for (std::uint64_t parent = 0; parent < parents; ++parent) {
        ++degrees[map.children_of(parent).size()];
    }
    return degrees;
}

/// Of a table too large to be walked: the ends, and rows all over it, whose neighbours fit.
template<typename Law>
void check_far(std::uint64_t parents, std::uint64_t children, const Law& law) {
    const synth::ownership<Law> map{parents, children, law, stream};
    CHECK(map.children_of(0).first == 0);
    CHECK(map.children_of(parents - 1).last == children);
    bool good = true;
    for (std::uint64_t index = 0; index < 300; ++index) {
        const std::uint64_t row = index == 0   ? 0
                                  : index == 1 ? children - 1
                                               : index * 0x9e3779b97f4a7c15U % children;
        const synth::owned_range owner = map.owner(row);
        const synth::owned_range again = map.children_of(owner.parent);
        good = good && owner.contains(row) && again.first == owner.first && again.last == owner.last &&
               owner.size() <= law.most(parents, children);
        if (owner.parent > 0) {
            good = good && map.children_of(owner.parent - 1).last == owner.first;
        }
        if (owner.parent + 1 < parents) {
            good = good && map.children_of(owner.parent + 1).first == owner.last;
        }
    }
    CHECK(good);
}

} // namespace owned_ranges

#endif
