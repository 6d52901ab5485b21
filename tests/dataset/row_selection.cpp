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
            const synth::row_selection<1> some{{{{kinds, taken}}}};
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
    const synth::row_selection<1> some{{{{6, 0b1011}}}};
    for (std::uint64_t wanted = 0; wanted < 10; ++wanted) {
        const std::uint64_t rows = some.rows_for(wanted);
        CHECK(some.fewest(rows) >= wanted);
        for (std::uint64_t first = 0; first < 60; ++first) {
            CHECK(some.ranks({0, first, first + rows}).size() >= wanted);
        }
    }
}

TEST_CASE("rows are selected by several columns, of which each combination of kinds comes in turn") {
    for (const std::uint64_t of_all : {~std::uint64_t{0}, std::uint64_t{0b11}}) {
        const synth::row_selection<3> some{{{{4, 0b0101}, {2, of_all}, {3, 0b110}}}};
        std::uint64_t rank = 0;
        for (std::uint64_t row = 0; row < 300; ++row) {
            CHECK(some.rank(row) == rank);
            const bool taken = (0b0101U >> synth::kind_of_row(row, 4) & 1U) != 0 &&
                               (0b110U >> synth::kind_of_row(row, 3, 8) & 1U) != 0;
            CHECK(some.contains(row) == taken);
            if (taken) {
                CHECK(some.at(rank) == row);
                ++rank;
            }
        }
        CHECK(some.rows_for(1) == 24);
        CHECK(some.rows_for(9) == 48);
        CHECK(some.fewest(50) == 16);
        CHECK(!some.is_all());
    }
}

TEST_CASE("of all kinds every row is selected, and none is missed") {
    const synth::row_selection<2> all{{{{3, 0b111}, {64, ~std::uint64_t{0}}}}};
    CHECK(all.is_all());
    CHECK(all.fewest(7) == 7);
    CHECK(all.rows_for(7) == 7);
    CHECK(all.rank(1'000) == 1'000);
    CHECK(all.at(1'000) == 1'000);
}

TEST_CASE("all rows are numbered by themselves") {
    static_assert(synth::all_rows::at(7) == 7 && synth::all_rows::rank(7) == 7 &&
                  synth::all_rows::contains(7));
    static_assert(synth::all_rows::fewest(7) == 7 && synth::all_rows::rows_for(7) == 7);
    CHECK(synth::all_rows::ranks({1, 2, 5}).size() == 3);
}
