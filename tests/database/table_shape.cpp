// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/table_shape.hpp>

#include "row_list.hpp"

TEST_CASE("an identifier is quoted, and quotes in it are doubled") {
    CHECK(synth::identifier("orders") == "\"orders\"");
    CHECK(synth::identifier("we\"ird") == "\"we\"\"ird\"");
    CHECK(synth::identifier("") == "\"\"");
}

TEST_CASE("a table is named with its schema where it has one") {
    CHECK(synth::identifier(synth::table_shape{"", "orders", {}}) == "\"orders\"");
    CHECK(synth::identifier(synth::table_shape{"sa les", "or\"ders", {}}) == "\"sa les\".\"or\"\"ders\"");
    CHECK(synth::table_shape{"", "orders", {}}.shown() == "orders");
    CHECK(synth::table_shape{"sales", "orders", {}}.shown() == "sales.orders");
}

TEST_CASE("columns are found by their names and named by their places") {
    const synth::table_shape table{"sales", "orders", {bigint("id"), bigint("to\"tal"), text("note")}};
    CHECK(table.position_of("id") == 0);
    CHECK(table.position_of("note") == 2);
    CHECK(table.position_of("Note") == 3);
    CHECK(table.shown_columns(std::vector<std::size_t>{2, 0}) == "sales.orders.note, sales.orders.id");
    CHECK(table.shown_columns({}).empty());
    CHECK(synth::column_identifiers(table) == R"("id", "to""tal", "note")");
    CHECK(synth::column_identifiers(synth::table_shape{}).empty());
}
