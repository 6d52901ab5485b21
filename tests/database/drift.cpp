// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/drift.hpp>

TEST_CASE("a database that is not the described one is said to be so") {
    CHECK(std::string{synth::drift("orders.total", "is a generated column").what()} ==
          "synth: orders.total is a generated column; the database is not the described one: run "
          "synth-introspect again");
}

TEST_CASE("a column that is not there is named with the one that was meant") {
    const synth::table_shape table{"sales", "orders", {}};
    const std::vector<std::string_view> others{"joined_at", "note"};
    CHECK(std::string{synth::missing_column(table, "joinedAt", others).what()}.starts_with(
        "synth: sales.orders has no column joinedAt, but joined_at; the database is not"));
    CHECK(std::string{synth::missing_column(table, "xyz", others).what()}.starts_with(
        "synth: sales.orders has no column xyz; the database is not"));
}
