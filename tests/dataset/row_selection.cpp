// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <set>

#include <doctest/doctest.h>

#include <synth/dataset/row_selection.hpp>

TEST_CASE("of as many rows as there are kinds each has another one, wherever they begin") {
    for (std::uint64_t first = 0; first < 20; ++first) {
        std::set<std::uint64_t> met;
        for (std::uint64_t row = first; row < first + 5; ++row) {
            met.insert(synth::kind_of_row(row, 5));
        }
        CHECK(met.size() == 5);
    }
}

TEST_CASE("selected rows are numbered without a gap, and the number of a row is found again") {
    for (const std::uint64_t kinds : {1U, 2U, 3U, 7U, 64U}) {
        for (const std::uint64_t bits : {~std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{0b101}}) {
            const std::uint64_t taken = kinds == 64 ? bits : bits & ((std::uint64_t{1} << kinds) - 1);
            const synth::row_selection some{kinds, taken};
            std::uint64_t rank = 0;
            for (std::uint64_t row = 0; row < 300; ++row) {
                CHECK(some.rank(row) == rank);
                CHECK(some.contains(row) == ((taken >> synth::kind_of_row(row, kinds) & 1U) != 0));
                if (some.contains(row)) {
                    CHECK(some.at(rank) == row);
                    ++rank;
                }
            }
        }
    }
}

TEST_CASE("so many rows have so many selected ones among them wherever they begin") {
    const synth::row_selection some{6, 0b1011};
    for (std::uint64_t wanted = 0; wanted < 10; ++wanted) {
        const std::uint64_t rows = some.rows_for(wanted);
        CHECK(some.fewest(rows) >= wanted);
        for (std::uint64_t first = 0; first < 60; ++first) {
            CHECK(some.ranks({0, first, first + rows}).size() >= wanted);
        }
    }
}

TEST_CASE("all rows are numbered by themselves") {
    static_assert(synth::all_rows::at(7) == 7 && synth::all_rows::rank(7) == 7 &&
                  synth::all_rows::contains(7));
    static_assert(synth::all_rows::fewest(7) == 7 && synth::all_rows::rows_for(7) == 7);
    CHECK(synth::all_rows::ranks({1, 2, 5}).size() == 3);
}
