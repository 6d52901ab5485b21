// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/postgres_rebuild.hpp>
#include <synth/database/postgres_structure.hpp>

#include "scratch.hpp"

namespace {

// All that the catalog says of indexes and constraints, without the numbers of things.
const std::string catalog =
    "SELECT string_agg(line, E'\\n' ORDER BY line) FROM ("
    " SELECT concat_ws(' ', c.conname, c.conrelid::regclass, c.contype, c.condeferrable, c.condeferred,"
    "  c.convalidated, c.conindid::regclass, c.confrelid::regclass, pg_get_constraintdef(c.oid),"
    "  obj_description(c.oid, 'pg_constraint')) AS line FROM pg_constraint c WHERE c.conrelid <> 0"
    " UNION ALL SELECT concat_ws(' ', pg_get_indexdef(i.indexrelid), i.indisunique, i.indisprimary,"
    "  i.indisexclusion, i.indimmediate, i.indisclustered, i.indisvalid, i.indisreplident, x.reloptions,"
    "  pg_get_userbyid(x.relowner), s.spcname, obj_description(x.oid, 'pg_class'), (SELECT"
    "   string_agg(a.attname || a.attstattarget, ',' ORDER BY a.attnum) FROM pg_attribute a"
    "   WHERE a.attrelid = x.oid))"
    "  FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid LEFT JOIN pg_tablespace s ON s.oid ="
    "  x.reltablespace JOIN pg_class t ON t.oid = i.indrelid WHERE t.relnamespace IN"
    "  ('public'::regnamespace, to_regnamespace('sales'))"
    " UNION ALL SELECT relname || ' ' || relreplident::text || ' ' || relhasindex FROM pg_class WHERE "
    "relkind = 'r'"
    "  AND relnamespace = 'public'::regnamespace"
    " UNION ALL SELECT attrelid::regclass || '.' || attname || ' ' || attnotnull FROM pg_attribute"
    "  WHERE attnum > 0 AND attrelid IN (SELECT oid FROM pg_class WHERE relkind = 'r' AND"
    "   relnamespace = 'public'::regnamespace)) l";

std::vector<std::string> oids_of(synth::postgres_connection& connection,
                                 const std::vector<std::string>& tables) {
    std::vector<std::string> oids;
    for (const std::string& table : tables) {
        oids.push_back(scratch::oid_of(connection, table));
    }
    return oids;
}

const synth::structure_part& part_of(const std::vector<synth::structure_part>& parts,
                                     const std::string& shown) {
    const auto found = std::ranges::find(parts, shown, &synth::structure_part::shown);
    REQUIRE_MESSAGE(found != parts.end(), shown);
    return *found;
}

} // namespace

TEST_CASE("what is dropped comes back with all that it had") {
    auto connection = scratch::postgres(
        "CREATE TABLE \"odd \"\"one\" (\"Id\" bigint, a int, b text COLLATE \"C\", c int4range,"
        " CONSTRAINT \"the key\" PRIMARY KEY (\"Id\") INCLUDE (a) WITH (fillfactor = 71),"
        " UNIQUE (a) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT \"two's\" UNIQUE NULLS NOT DISTINCT (a, b) "
        "DEFERRABLE,"
        " CONSTRAINT apart EXCLUDE USING gist (c WITH &&) WITH (fillfactor = 80) DEFERRABLE);"
        "COMMENT ON CONSTRAINT \"the key\" ON \"odd \"\"one\" IS 'it''s \"the\" one';"
        "COMMENT ON INDEX \"the key\" IS 'its index';"
        "CREATE UNIQUE INDEX plain ON \"odd \"\"one\" (b DESC NULLS LAST, a) WHERE a > 7;"
        "COMMENT ON INDEX plain IS 'plain one';"
        "CREATE INDEX computed ON \"odd \"\"one\" USING btree (a, lower(b) text_pattern_ops) WITH "
        "(deduplicate_items = off);"
        "ALTER INDEX computed ALTER COLUMN 2 SET STATISTICS 777;"
        "CREATE INDEX \"Hashed\" ON \"odd \"\"one\" USING hash (b);"
        "ALTER TABLE \"odd \"\"one\" CLUSTER ON computed;"
        "ALTER TABLE \"odd \"\"one\" REPLICA IDENTITY USING INDEX \"the key\";"
        "CREATE TABLE child (id bigint PRIMARY KEY, up bigint, self bigint REFERENCES child,"
        " CONSTRAINT \"up it\" FOREIGN KEY (up) REFERENCES \"odd \"\"one\" MATCH FULL ON UPDATE CASCADE"
        "  ON DELETE SET NULL (up) DEFERRABLE INITIALLY DEFERRED);"
        "COMMENT ON CONSTRAINT \"up it\" ON child IS 'upwards'");
    if (!connection) {
        return;
    }
    const std::string before = scratch::cell(*connection, catalog);
    const std::vector<std::string> oids = oids_of(*connection, {"\"odd \"\"one\"", "child"});
    const synth::rebuild_plan plan = synth::plan_rebuild(synth::structure_of(*connection, oids), oids);
    CHECK(plan.dropped.size() == 10);
    CHECK(plan.kept.empty());
    CHECK(plan.others.empty());
    {
        synth::postgres_transaction transaction{*connection};
        synth::drop_parts(*connection, plan.dropped);
        CHECK(scratch::cell(*connection, "SELECT count(*) FROM pg_index WHERE indrelid IN (" + oids[0] +
                                             ", " + oids[1] + ")") == "0");
        int called = 0;
        const auto between = [&] { ++called; };
        synth::put_back_parts(*connection, plan.dropped, synth::put_back_turn::keys_and_indexes, between);
        synth::put_back_parts(*connection, plan.dropped, synth::put_back_turn::foreign_keys, between);
        CHECK(called == 10);
        transaction.commit("test");
    }
    CHECK(scratch::cell(*connection, catalog) == before);
}

TEST_CASE("what would not come back as it was stays, with the reason") {
    auto connection = scratch::postgres(
        "CREATE TABLE lone (id bigint PRIMARY KEY, note text);"
        "CREATE TABLE parent (id bigint PRIMARY KEY, note text UNIQUE);"
        "CREATE VIEW grouped AS SELECT id, note FROM lone GROUP BY id;"
        "CREATE TABLE child (id bigint PRIMARY KEY, parent bigint REFERENCES parent);"
        "CREATE TABLE loose (id bigint PRIMARY KEY, parent bigint);"
        "INSERT INTO loose VALUES (1, 99);"
        "ALTER TABLE loose ADD FOREIGN KEY (parent) REFERENCES parent NOT VALID;"
        "CREATE TABLE off (parent bigint REFERENCES lone); ALTER TABLE off DISABLE TRIGGER ALL;"
        "CREATE TABLE sliced (id bigint PRIMARY KEY) PARTITION BY RANGE (id);"
        "CREATE TABLE slice PARTITION OF sliced DEFAULT");
    if (!connection) {
        return;
    }
    const std::vector<std::string> oids =
        oids_of(*connection, {"lone", "parent", "loose", "off", "sliced", "slice"});
    const std::vector<synth::structure_part> parts = synth::structure_of(*connection, oids);
    const auto why = [&](const std::string& shown) { return part_of(parts, shown).why_kept; };
    CHECK(why("key lone_pkey of lone") == "rule _RETURN on view grouped depends on it");
    CHECK(why("key parent_note_key of parent").empty());
    CHECK(why("foreign key child_parent_fkey of child") == "its table is not loaded");
    CHECK(why("foreign key loose_parent_fkey of loose") == "it is NOT VALID");
    CHECK(why("foreign key off_parent_fkey of off") == "its check is switched off");
    CHECK(why("key sliced_pkey of sliced") == "the table is partitioned");
    CHECK(why("key slice_pkey of slice") == "the table is partitioned");
    const std::vector<std::string> child_only = oids_of(*connection, {"child"});
    CHECK(part_of(synth::structure_of(*connection, child_only), "foreign key child_parent_fkey of child")
              .why_kept == "its parent is not loaded");
}

TEST_CASE("a role keeps what it may not drop or make again") {
    auto connection = scratch::postgres(
        "CREATE TABLE mine (id bigint PRIMARY KEY); CREATE TABLE theirs (id bigint PRIMARY KEY);"
        "CREATE SCHEMA sales; CREATE TABLE sales.closed (id bigint PRIMARY KEY)");
    if (!connection) {
        return;
    }
    const std::string role = "synth_test_" + std::to_string(::getpid());
    const auto run = [&](const std::string& sql) { connection->query("test", sql); };
    run("CREATE ROLE " + role);
    run("GRANT USAGE, CREATE ON SCHEMA public TO " + role);
    run("GRANT USAGE ON SCHEMA sales TO " + role);
    run("ALTER TABLE mine OWNER TO " + role);
    run("ALTER TABLE sales.closed OWNER TO " + role);
    const std::vector<std::string> oids = oids_of(*connection, {"mine", "theirs", "sales.closed"});
    run("SET ROLE " + role);
    const std::vector<synth::structure_part> parts = synth::structure_of(*connection, oids);
    run("RESET ROLE");
    run("DROP OWNED BY " + role);
    run("DROP ROLE " + role);
    CHECK(part_of(parts, "key mine_pkey of mine").why_kept.empty());
    CHECK(part_of(parts, "key theirs_pkey of theirs").why_kept == "role " + role + " does not own the table");
    CHECK(part_of(parts, "key closed_pkey of sales.closed").why_kept ==
          "role " + role + " may not create in schema sales");
}
