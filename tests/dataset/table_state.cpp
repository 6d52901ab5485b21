// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/dataset/table_state.hpp>

#include "../schema/tpcc.hpp"
#include "shop.hpp"

namespace {

using orders_state = synth::table_state<shop::database, 1>;
using lines_state = synth::table_state<shop::database, 2>;

} // namespace

TEST_CASE("a table knows its rows, its owner and its columns") {
    const synth::plan_options<shop::database> options;
    const lines_state lines{options};
    static_assert(lines_state::has_owner && !orders_state::has_owner);
    CHECK(lines.rows() == 2'000);
    CHECK(lines.owner().parents() == 500);
    CHECK(lines.owner_of(0).first == 0);
    CHECK(lines.owner_of(1'999).last == 2'000);
    CHECK(lines.column<2>().at(5) >= 1);
    CHECK(orders_state{options}.reference<1>().parents() == 1'000);
}

TEST_CASE("the stream of a table is its name, with its schema where it has one") {
    synth::catalog_table named;
    named.name = "orders";
    synth::catalog_table elsewhere = named;
    elsewhere.schema_name = "sales";
    CHECK(synth::detail::table_key(1, named) == synth::make_stream_key(1, {"orders"}));
    CHECK(synth::detail::table_key(1, elsewhere) == synth::make_stream_key(1, {"sales", "orders"}));
}

TEST_CASE("a reference is called by its columns and its parent") {
    const synth::reference_plan plan =
        synth::detail::plan_reference(synth::plan_options<tpcc::database>{}, 4);
    CHECK(plan.name == "new_order(no_w_id, no_d_id, no_o_id) -> orders");
    CHECK(plan.children == 18);
    CHECK(plan.parents == 60);
}
