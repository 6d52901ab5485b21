// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/sqlite_parents.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

namespace {

const synth::table_shape child{"", "child", {bigint("id"), bigint("parent")}};

std::string refused(synth::sqlite_connection& connection, std::vector<std::string_view> loaded = {"child"}) {
    return scratch::thrown_by([&] { synth::require_parents(connection, child, loaded); });
}

} // namespace

TEST_CASE("a parent without rows that is not loaded is refused before anything is done") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(
        where, "CREATE TABLE parent (id INTEGER PRIMARY KEY); CREATE TABLE gone (id INTEGER PRIMARY KEY);"
               "CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES PARENT,"
               " other INTEGER REFERENCES gone, self INTEGER NOT NULL REFERENCES child)")};
    CHECK(refused(connection) ==
          "synth: child refers by parent to parent, which is empty: load parent too, or "
          "first with the same --seed and --rows");
    CHECK(refused(connection, {"child", "Parent"}).empty());
    connection.execute("test", "INSERT INTO parent VALUES (1)");
    CHECK(refused(connection).empty());
}
