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
    const tried_numbers squares{interval_set{-50, 10'000}, is_square};
    CHECK(squares.chosen());
    REQUIRE(squares.count() == 101);
    for (std::uint64_t index = 0; index < squares.count(); ++index) {
        CHECK(squares.at(index) == static_cast<int128>(index * index));
        CHECK(squares.index_of(squares.at(index)) == index);
    }
    CHECK_FALSE(squares.index_of(99));
    CHECK_FALSE(squares.index_of(-99));
}

TEST_CASE("where all samples pass the set is taken as it is") {
    const tried_numbers all{interval_set{1, int128{1} << 60U}, [](int128) { return true; }};
    CHECK_FALSE(all.chosen());
    CHECK(all.count() == std::uint64_t{1} << 60U);
    CHECK(all.at(5) == 6);
    CHECK(tried_numbers{interval_set{3, 4}}.count() == 2);
}

TEST_CASE("only so many numbers are tried") {
    const tried_numbers odd{interval_set{0, int128{1} << 60U}, [](int128 number) { return number % 2 == 1; }};
    CHECK(odd.count() == tried_numbers::most_tried / 2);
    CHECK(tried_numbers{interval_set{0, 99}, [](int128) { return false; }}.empty());
}

} // namespace
