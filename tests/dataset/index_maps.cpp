// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/dataset/index_maps.hpp>

#include "shop.hpp"

namespace {

using options = synth::plan_options<shop::database>;
constexpr std::size_t orders = shop::database::index_or_none<shop::order>();
constexpr std::size_t lines = shop::database::index_or_none<shop::line>();
const synth::index_maps<shop::database, true> maps{options{}};

} // namespace

TEST_CASE("a frame finds the parents that a look-up of one reference finds") {
    synth::row_frame<shop::database, lines> frame;
    constexpr std::size_t first = synth::catalog_of<shop::database>.tables[lines].first_reference;
    for (std::uint64_t row = 0; row < 200; ++row) {
        maps.seek<lines>(frame, row);
        CHECK(frame.parents[0] == maps.parent_of<first>(row));
        CHECK(frame.absent[0] == maps.absent<first>(row));
    }
}

TEST_CASE("a frame that jumps finds what a frame that walks finds") {
    synth::row_frame<shop::database, lines> walking;
    const std::uint64_t rows = maps.state<lines>().rows();
    for (std::uint64_t row = 0; row < rows; ++row) {
        maps.seek<lines>(walking, row);
        synth::row_frame<shop::database, lines> jumping;
        maps.seek<lines>(jumping, row);
        CHECK(walking.parents == jumping.parents);
    }
}

TEST_CASE("the key of a row is what its children repeat") {
    CHECK(maps.key_value<orders, 0>(7) == maps.key_value<orders, 0>(7));
    CHECK(maps.key_value<orders, 0>(7) != maps.key_value<orders, 0>(8));
}
