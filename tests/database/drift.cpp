// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/drift.hpp>

TEST_CASE("a database that is not the described one is said to be so") {
    CHECK(std::string{synth::drift("orders.total", "is a generated column").what()} ==
          "synth: orders.total is a generated column; the database is not the described one: run "
          "synth-introspect again");
}

TEST_CASE("a column that is not there is named with the one that was meant") {
    synth::table_shape table{"sales", "orders", {}};
    table.columns.emplace_back().name = "notes";
    const std::vector<std::string> found{"joined_at", "notes"};
    const std::string rest = "; the database is not the described one: run synth-introspect again";
    CHECK_NOTHROW(synth::require_column(table, "notes", found));
    CHECK_THROWS_WITH(synth::require_column(table, "joinedAt", found),
                      ("synth: sales.orders has no column joinedAt, but joined_at" + rest).c_str());
    CHECK_THROWS_WITH(synth::require_column(table, "xyz", found),
                      ("synth: sales.orders has no column xyz" + rest).c_str());
    // What is described already was not meant.
    CHECK_THROWS_WITH(synth::require_column(table, "note", found),
                      ("synth: sales.orders has no column note" + rest).c_str());
}
