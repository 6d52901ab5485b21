// SPDX-License-Identifier: BSL-1.0
#include <type_traits>

#include <doctest/doctest.h>

#include <synth/dataset/owner_law.hpp>

#include "../schema/tpcc.hpp"
#include "shop.hpp"

TEST_CASE("the law of a table's owner is that of the reference that owns, else even") {
    constexpr auto lines = synth::detail::owner_law<shop::database, 2>();
    static_assert(std::is_same_v<std::remove_const_t<decltype(lines)>, synth::children_between>);
    CHECK(lines.low == 1);
    CHECK(lines.high == 7);
    using tpcc::database;
    constexpr std::size_t orders = database::index_or_none<tpcc::orders>();
    static_assert(synth::detail::derived_table_of<database, orders>.owner != synth::no_index);
    static_assert(std::is_same_v<decltype(synth::detail::owner_law<database, orders>()), synth::even>);
}
