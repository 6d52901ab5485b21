// SPDX-License-Identifier: BSL-1.0
#include <array>

#include <doctest/doctest.h>

#include <synth/dataset/row_frame.hpp>

#include "../schema/tenants.hpp"
#include "shop.hpp"

TEST_CASE("references come behind those that they depend on") {
    constexpr auto order = synth::order_references<tenants::database, 5>(); // task
    static_assert(order.size() == 4);
    std::array<std::size_t, 16> place{};
    for (std::size_t index = 0; index < order.size(); ++index) {
        place[order[index]] = index;
        const synth::schema_index via = synth::derivation_of<tenants::database>.references[order[index]].via;
        CHECK((via == synth::no_index || place[via] < index));
    }
    CHECK(synth::order_references<tenants::database, 0>().empty());
}

TEST_CASE("a frame that is moved holds what a new one would") {
    const synth::dataset<shop::database> data;
    synth::row_frame<shop::database, 2> moved;
    for (const std::uint64_t row : {0U, 1U, 2U, 500U, 499U, 1'999U, 0U}) {
        synth::row_frame<shop::database, 2> fresh;
        data.seek<2>(moved, row);
        data.seek<2>(fresh, row);
        CHECK(moved.row == row);
        CHECK(moved.parents == fresh.parents);
        CHECK(moved.absent == fresh.absent);
        CHECK(moved.owner.range.first == fresh.owner.range.first);
        CHECK(moved.owner.range.contains(row));
    }
}
