// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/generate/tried_numbers.hpp>

namespace {

using synth::int128;
using synth::interval_set;
using synth::tried_numbers;

TEST_CASE("numbers that pass a test are numbered without gaps") {
    const auto is_square = [](int128 number) {
        int128 root = 0;
        for (; root * root < number; ++root) {
        }
        return root * root == number;
    };
    const tried_numbers squares{interval_set{-50, 10'000}, is_square, 0};
    CHECK(squares.chosen());
    REQUIRE(squares.count() == 101);
    for (std::uint64_t index = 0; index < squares.count(); ++index) {
        CHECK(squares.at(index) == static_cast<int128>(index * index));
        CHECK(squares.index_of(squares.at(index)) == index);
    }
    CHECK_FALSE(squares.index_of(99));
    CHECK_FALSE(squares.index_of(-99));
}

constexpr interval_set large{1, int128{1} << 60U};

bool any(int128) { return true; }

TEST_CASE("a large set is taken as it is where more rows need one and all samples pass") {
    for (const std::uint64_t rows : {std::uint64_t{0}, tried_numbers<>::most_tried + 1}) {
        const tried_numbers all{large, any, rows};
        CHECK_FALSE(all.chosen());
        CHECK(all.count() == std::uint64_t{1} << 60U);
        CHECK(all.at(5) == 6);
        CHECK(all.index_of(6) == 5);
    }
    CHECK(tried_numbers{interval_set{3, 4}}.count() == 2);
    CHECK_FALSE(tried_numbers{interval_set{3, 4}, any, 2}.chosen());
}

TEST_CASE("for fewer rows each number is tried") {
    const auto most = [](int128 number) { return number % 10'007 != 3'336; };
    for (const std::uint64_t rows : {1U, 5'000U, 500'000U}) {
        const tried_numbers chosen{interval_set{1, 2'147'483'647}, most, rows};
        REQUIRE(chosen.count() >= rows);
        bool good = true;
        for (std::uint64_t index = 0; index < chosen.count(); ++index) {
            good = good && most(chosen.at(index)) && chosen.index_of(chosen.at(index)) == index;
        }
        CHECK(good);
        CHECK_FALSE(chosen.index_of(3'336));
    }
    CHECK(tried_numbers{large, any, 1}.count() == tried_numbers<>::most_tried);
}

TEST_CASE("only so many numbers are tried") {
    const auto is_odd = [](int128 number) { return number % 2 == 1; };
    const tried_numbers odd{interval_set{0, int128{1} << 60U}, is_odd, 0};
    CHECK(odd.count() == tried_numbers<>::most_tried / 2);
    CHECK(tried_numbers{interval_set{0, 99}, [](int128) { return false; }, 0}.empty());
}

} // namespace
