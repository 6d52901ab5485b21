// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/sqlite_check.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

using scratch::has;

namespace {

std::string drift(synth::sqlite_connection& connection, std::vector<synth::column_shape> columns) {
    return scratch::thrown_by([&] { synth::check_shape(connection, {"", "t", std::move(columns)}); });
}

} // namespace

TEST_CASE("a table that is as described passes") {
    const scratch::folder where;
    synth::sqlite_connection connection{
        scratch::sqlite(where, "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL, twice AS (id * "
                               "2), made TEXT NOT NULL DEFAULT 'x')")};
    CHECK(drift(connection, {bigint("id"), text("name")}).empty());
}

TEST_CASE("what differs is named") {
    const scratch::folder where;
    synth::sqlite_connection connection{
        scratch::sqlite(where, "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL, twice AS (id * "
                               "2), n FLOAT); CREATE VIEW v AS SELECT 1")};
    CHECK(
        drift(connection, {bigint("id"), text("nick")}).find("synth: t.name is NOT NULL without a default") ==
        0);
    CHECK(
        has(drift(connection, {bigint("id"), text("name"), text("nick")}), "synth: t has no column nick; "));
    CHECK(has(drift(connection, {bigint("id"), text("name", true)}),
              "t.name is NOT NULL, but was described as nullable"));
    CHECK(has(drift(connection, {bigint("id"), text("name"), bigint("twice")}),
              "t.twice is a generated column"));
    CHECK(has(drift(connection, {bigint("id"), text("name"), text("n", true)}),
              "t.n has type FLOAT, but was described as text"));
    CHECK(has(scratch::thrown_by([&] { synth::check_shape(connection, {"", "none", {}}); }),
              "has no table none"));
    CHECK(has(scratch::thrown_by([&] { synth::check_shape(connection, {"", "v", {}}); }),
              "v is a view, no ordinary table"));
}

TEST_CASE("a column that was meant is named, whatever its case") {
    const scratch::folder where;
    synth::sqlite_connection connection{
        scratch::sqlite(where, "CREATE TABLE t (id INTEGER PRIMARY KEY, joined_at TEXT, code TEXT)")};
    CHECK(has(drift(connection, {bigint("id"), text("joinedAt", true), text("code", true)}),
              "synth: t has no column joinedAt, but joined_at; "));
    CHECK(has(drift(connection, {bigint("id"), text("joined_at", true), text("codes", true)}),
              "synth: t has no column codes, but code; "));
    CHECK(has(drift(connection, {bigint("id"), text("code", true), text("codes", true)}),
              "synth: t has no column codes; ")); // code was not meant: it is described
}
