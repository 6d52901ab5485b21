// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/postgres_parents.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

namespace {

const synth::table_shape child{"", "child", {bigint("id"), bigint("parent")}};

std::string refused(synth::postgres_connection& connection, bool parent_is_loaded = false) {
    std::vector<std::string> loaded{scratch::oid_of(connection, "child")};
    if (parent_is_loaded) {
        loaded.push_back(scratch::oid_of(connection, "sales.parent"));
    }
    return scratch::thrown_by([&] { synth::require_parents(connection, child, loaded.front(), loaded); });
}

} // namespace

TEST_CASE("a parent without rows that is not loaded is refused before anything is done") {
    auto connection = scratch::postgres(
        "CREATE SCHEMA sales; CREATE TABLE sales.parent (id bigint PRIMARY KEY);"
        "CREATE TABLE child (id bigint PRIMARY KEY, parent bigint NOT NULL REFERENCES sales.parent,"
        " self bigint NOT NULL REFERENCES child)");
    if (!connection) {
        return;
    }
    CHECK(
        refused(*connection) ==
        "synth: child refers by child_parent_fkey to sales.parent, which is empty: load sales.parent too, or "
        "first with the same --seed and --rows");
    CHECK(refused(*connection, true).empty());
    connection->query("test", "ALTER TABLE child DISABLE TRIGGER ALL");
    CHECK(refused(*connection).empty()); // nobody checks it
    connection->query("test", "ALTER TABLE child ENABLE TRIGGER ALL");
    connection->query("test", "ALTER TABLE child ALTER parent DROP NOT NULL");
    CHECK(refused(*connection).empty()); // all may be NULL
    connection->query("test", "ALTER TABLE child ALTER parent SET NOT NULL");
    CHECK_FALSE(refused(*connection).empty());
    connection->query("test", "INSERT INTO sales.parent VALUES (1)");
    CHECK(refused(*connection).empty());
}
