// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/postgres_load.hpp>
#include <synth/database/postgres_put_back.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

using scratch::has;
using scratch::over;

namespace {

const std::vector<std::size_t> all{0, 1, 2};

// Each step of putting back has something to do here: keys, an index, a key to which two foreign keys lead,
// one of them deferred and with a comment, one of a table to itself.
const std::string tables =
    "CREATE TABLE parent (id bigint PRIMARY KEY, note text UNIQUE);"
    "CREATE TABLE child (id bigint PRIMARY KEY, parent bigint REFERENCES parent ON DELETE CASCADE"
    " DEFERRABLE INITIALLY DEFERRED, before bigint REFERENCES child);"
    "CREATE TABLE other (id bigint, child bigint REFERENCES child);"
    "CREATE INDEX by_child ON other (child) WHERE id > 3;"
    "COMMENT ON CONSTRAINT child_parent_fkey ON child IS 'whose it is'";

const std::string structure =
    "SELECT (SELECT string_agg(concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid), "
    "convalidated,"
    " obj_description(oid, 'pg_constraint')), E'\\n' ORDER BY conrelid, conname) FROM pg_constraint"
    " WHERE conrelid IN ('parent'::regclass, 'child'::regclass, 'other'::regclass)) || (SELECT"
    " string_agg(pg_get_indexdef(indexrelid) || indisvalid, E'\\n' ORDER BY indexrelid::regclass::text) FROM"
    " pg_index WHERE indrelid IN ('parent'::regclass, 'child'::regclass, 'other'::regclass))";

const std::string counts =
    "SELECT concat_ws(' ', (SELECT count(*) FROM parent), (SELECT count(*) FROM child),"
    " (SELECT count(*) FROM other))";

// The last row of child refers to this parent.
row_list family(std::size_t rows, std::size_t last_parent = 1) {
    row_list source;
    std::vector<row_list::row> parents;
    std::vector<row_list::row> children;
    std::vector<row_list::row> others;
    for (std::size_t index = 1; index <= rows; ++index) {
        const std::size_t parent = index == rows ? last_parent : rows + 1 - index;
        parents.push_back({std::to_string(index), "note " + std::to_string(index)});
        children.push_back({std::to_string(index), std::to_string(parent), std::to_string(rows + 1 - index)});
        others.push_back({std::to_string(index), std::to_string(rows + 1 - index)});
    }
    source.add({"", "parent", {bigint("id"), text("note")}}, std::move(parents));
    source.add({"", "child", {bigint("id"), bigint("parent"), bigint("before")}}, std::move(children));
    source.add({"", "other", {bigint("id"), bigint("child")}}, std::move(others));
    return source;
}

} // namespace

TEST_CASE("several connections put back all that was dropped, and gather statistics") {
    auto connection = scratch::postgres(tables);
    if (!connection) {
        return;
    }
    const std::string before = scratch::cell(*connection, structure);
    for (const unsigned connections : {2U, 3U, 5U}) {
        CHECK(synth::load_postgres(*connection, family(100), all, over(connections)).rows == 300);
        CHECK(scratch::cell(*connection, structure) == before);
        CHECK(scratch::cell(*connection, "SELECT string_agg(reltuples::text, ' ') FROM pg_class WHERE relname"
                                         " IN ('parent', 'child', 'other')") == "100 100 100");
        CHECK(scratch::cell(*connection, "SELECT to_regclass('synth_unfinished_load') IS NULL") == "t");
        connection->query("test", "TRUNCATE parent, child, other");
    }
}

TEST_CASE("wherever it is broken off, no row stays and all that was dropped is there") {
    auto connection = scratch::postgres(tables);
    if (!connection) {
        return;
    }
    const std::string before = scratch::cell(*connection, structure);
    const row_list source = family(20);
    unsigned steps = 0; // of putting back, that were done before it was broken off
    for (bool loaded = false; !loaded; ++steps) {
        REQUIRE(steps < 20);
        synth::load_options options = over(2);
        unsigned seen = 0;
        options.progress = [&](std::size_t, std::uint64_t) {
            // The rows are told of once a connection and table.
            if (++seen > 6 + steps) {
                throw synth::database_error{"interrupted"};
            }
        };
        const std::string error =
            scratch::thrown_by([&] { (void)synth::load_postgres(*connection, source, all, options); });
        loaded = error.empty();
        CAPTURE(steps);
        CHECK((loaded || error == "synth: interrupted; nothing was loaded"));
        CHECK(scratch::cell(*connection, structure) == before);
        CHECK(scratch::cell(*connection, counts) == (loaded ? "20 20 20" : "0 0 0"));
        CHECK(scratch::cell(*connection, "SELECT to_regclass('synth_unfinished_load') IS NULL") == "t");
    }
    CHECK(steps == 6); // keys of three tables, foreign keys of two, and the load that was not broken off
}

TEST_CASE("rows that a key or a foreign key refuses are taken back") {
    auto connection = scratch::postgres(tables);
    if (!connection) {
        return;
    }
    const std::string before = scratch::cell(*connection, structure);
    const auto refusal = [&](const row_list& source) {
        std::string error =
            scratch::thrown_by([&] { (void)synth::load_postgres(*connection, source, all, over(2)); });
        CHECK(scratch::cell(*connection, structure) == before);
        CHECK(scratch::cell(*connection, counts) == "0 0 0");
        return error;
    };
    const std::string orphan = refusal(family(20, 21));
    CHECK(has(orphan, "synth: cannot put back foreign key child_parent_fkey of child: "));
    CHECK(has(orphan, "Key (parent)=(21) is not present in table \"parent\""));
    CHECK(has(orphan, "; nothing was loaded"));
    row_list twice = family(2);
    row_list same;
    same.add(twice.shape(0), {{"1", "note"}, {"2", "note"}});
    same.add(twice.shape(1), {});
    same.add(twice.shape(2), {});
    CHECK(has(refusal(same), "synth: cannot put back key parent_note_key of parent: "));
}
