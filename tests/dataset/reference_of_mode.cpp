// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <map>
#include <set>

#include <doctest/doctest.h>

#include <synth/dataset/reference_of_mode.hpp>

namespace {

using synth::reference_mode;

struct no_law {
    std::uint64_t operator()(synth::draw&) const { return 0; }
};

template<reference_mode Mode, bool MayBeAbsent = false>
auto planned(std::uint64_t children, std::uint64_t parents, double share = 0) {
    return synth::reference_of_mode<Mode, MayBeAbsent, true, synth::all_rows, no_law>{
        {"t(c) -> p", children, parents, synth::make_stream_key(42, {"t"})},
        {},
        share,
        [](const synth::reference_plan&) { return no_law{}; }};
}

} // namespace

TEST_CASE("dealt parents have equally many children, and know the places of these") {
    const auto dealt = planned<reference_mode::dealt>(120, 30);
    std::map<std::uint64_t, std::set<std::uint64_t>> children;
    for (std::uint64_t row = 0; row < 120; ++row) {
        children[dealt.dealt(row)].insert(row);
        CHECK(dealt.row_at(dealt.place_of(row)) == row);
    }
    CHECK(children.size() == 30);
    for (const auto& [parent, rows] : children) {
        CHECK(rows.size() == 4);
        const synth::owned_range places = dealt.places_of({0, parent, parent + 1});
        std::set<std::uint64_t> found;
        for (std::uint64_t place = places.first; place < places.last; ++place) {
            found.insert(dealt.row_at(place));
        }
        CHECK(found == rows);
    }
}

TEST_CASE("a list goes from row to row, and ends where a row may be without") {
    CHECK(planned<reference_mode::forest, true>(10, 10).previous(5, 3) == 4);
    CHECK(planned<reference_mode::forest, true>(10, 10).previous(3, 3) == 3);
    CHECK(planned<reference_mode::forest>(10, 10).previous(5, 3) == 5);
}

TEST_CASE("a share of the rows is without a parent") {
    const auto some = planned<reference_mode::drawn, true>(10'000, 5, 0.25);
    int absent = 0;
    for (std::uint64_t row = 0; row < 10'000; ++row) {
        absent += some.is_absent(row) ? 1 : 0;
    }
    CHECK(absent > 2'300);
    CHECK(absent < 2'700);
    CHECK_FALSE(planned<reference_mode::drawn>(10, 5).is_absent(1));
}
