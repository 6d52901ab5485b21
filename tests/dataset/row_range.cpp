// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <iterator>
#include <ranges>

#include <doctest/doctest.h>

#include <synth/dataset/row_range.hpp>

#include "shop.hpp"

namespace {

const synth::dataset<shop::database> data;
using range = synth::row_range<synth::dataset<shop::database>, shop::customer>;

} // namespace

TEST_CASE("rows are a random-access range") {
    static_assert(std::random_access_iterator<range::iterator>);
    static_assert(std::ranges::random_access_range<range> && std::ranges::sized_range<range>);
    const auto rows = data.rows<shop::customer>();
    CHECK(rows.size() == 1'000);
    CHECK(rows.end() - rows.begin() == 1'000);
    CHECK(rows[5].id == 6);
}

TEST_CASE("an iterator moves like a pointer") {
    const auto rows = data.rows<shop::customer>();
    auto place = rows.begin();
    CHECK((*place++).id == 1);
    CHECK((*++place).id == 3);
    CHECK((*place--).id == 3);
    CHECK((*--place).id == 1);
    CHECK((place += 10)[-1].id == 10);
    CHECK((*(5 + place - 3)).id == 13);
    place -= 10;
    CHECK(place == rows.begin());
    CHECK(place < rows.end());
}

TEST_CASE("algorithms work on rows") {
    const auto rows = data.rows<shop::customer>();
    const auto found = std::ranges::lower_bound(rows, 700, {}, &shop::customer::id);
    CHECK((*found).id == 700);
    CHECK(std::ranges::count_if(rows, [](const shop::customer& each) { return each.id > 990; }) == 10);
}
