// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/postgres_rebuild.hpp>
#include <synth/database/postgres_structure.hpp>
#include <synth/database/postgres_unfinished.hpp>

#include "scratch.hpp"

using scratch::has;

namespace {

// What a load over several connections has done when its process dies: keys are dropped, and one of two
// writers has committed. Somebody else's row came in meanwhile.
std::vector<std::string> break_off(synth::postgres_connection& connection) {
    const std::vector<std::string> oids{scratch::oid_of(connection, "parent"),
                                        scratch::oid_of(connection, "child")};
    synth::postgres_connection dying{*scratch::postgres_target()};
    std::string journal;
    {
        synth::postgres_transaction transaction{dying};
        const synth::rebuild_plan plan = synth::plan_rebuild(synth::structure_of(dying, oids), oids);
        synth::drop_parts(dying, plan.dropped);
        journal = synth::begin_unfinished(dying, oids, plan.dropped);
        transaction.commit("test");
    }
    CHECK(journal == "public.synth_unfinished_load");
    {
        synth::postgres_connection writer{*scratch::postgres_target()};
        synth::postgres_transaction transaction{writer};
        synth::note_writer(dying, journal, synth::transaction_number(writer));
        writer.query("test", "INSERT INTO parent VALUES (1)");
        writer.query("test", "INSERT INTO child VALUES (2, 3)");
        transaction.commit("test");
    }
    connection.query("test", "INSERT INTO parent VALUES (7)");
    // While it is at work nobody undoes it.
    const std::string error = scratch::thrown_by([&] { (void)synth::undo_broken_loads(connection, oids); });
    CHECK(error == "synth: another load over several connections is at work (table "
                   "public.synth_unfinished_load): wait until it has ended");
    return oids;
}

const std::string tables = "CREATE TABLE parent (id bigint PRIMARY KEY);"
                           "CREATE TABLE child (id bigint PRIMARY KEY, parent bigint REFERENCES parent)";
const std::string keys =
    "SELECT string_agg(conname, ' ' ORDER BY conname) FROM pg_constraint WHERE conrelid IN"
    " ('parent'::regclass, 'child'::regclass)";

} // namespace

TEST_CASE("a load that was broken off is undone by the next, rows of others stay") {
    auto connection = scratch::postgres(tables);
    if (!connection) {
        return;
    }
    const std::vector<std::string> oids = break_off(*connection);
    CHECK(scratch::cell(*connection, keys).empty());
    // The server needs a moment to see that a session is gone.
    std::vector<std::string> undone;
    for (int attempt = 0; attempt < 100 && undone.empty(); ++attempt) {
        connection->query("test", "SELECT pg_sleep(0.02)");
        (void)scratch::thrown_by([&] { undone = synth::undo_broken_loads(*connection, oids); });
    }
    CHECK(undone == std::vector<std::string>{
                        "undid a load that was broken off, by table public.synth_unfinished_load"});
    CHECK(scratch::cell(*connection, keys) == "child_parent_fkey child_pkey parent_pkey");
    CHECK(scratch::cell(*connection, "SELECT string_agg(id::text, ' ') FROM parent") == "7");
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM child") == "0");
    CHECK(scratch::cell(*connection, "SELECT to_regclass('synth_unfinished_load') IS NULL") == "t");
    CHECK(synth::undo_broken_loads(*connection, oids).empty());
}

TEST_CASE("the words of another role are never run") {
    auto connection =
        scratch::postgres(tables + "; CREATE TABLE synth_unfinished_load (place bigint, kind text,"
                                   " words text); INSERT INTO synth_unfinished_load VALUES"
                                   " (1, 'put back', 'DROP TABLE child')");
    if (!connection) {
        return;
    }
    const std::string role = "synth_test_" + std::to_string(::getpid());
    connection->query("test", "CREATE ROLE " + role);
    connection->query("test", "ALTER TABLE synth_unfinished_load OWNER TO " + role);
    const std::vector<std::string> oids{scratch::oid_of(*connection, "child")};
    const std::string error = scratch::thrown_by([&] { (void)synth::undo_broken_loads(*connection, oids); });
    CHECK(has(error, "synth: role " + role + " has a load over several connections at work, or broken off"));
    CHECK(has(error, "load once more as that role, which undoes it"));
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM child") == "0");
    connection->query("test", "DROP OWNED BY " + role);
    connection->query("test", "DROP ROLE " + role);
}

TEST_CASE("nobody else may write what is run later") {
    auto connection = scratch::postgres(tables);
    if (!connection) {
        return;
    }
    connection->query("test", "ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC");
    const std::vector<std::string> oids{scratch::oid_of(*connection, "child")};
    const std::string journal = synth::begin_unfinished(*connection, oids, {});
    connection->query("test", "ALTER DEFAULT PRIVILEGES REVOKE ALL ON TABLES FROM PUBLIC");
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM pg_class, aclexplode(relacl) WHERE oid = '" +
                                         journal + "'::regclass AND grantee = 0") == "0");
    synth::undo_unfinished(*connection, journal);
}

TEST_CASE("a load at other tables is in nobody's way, one that was broken off in another schema is undone") {
    auto connection =
        scratch::postgres(tables + "; CREATE SCHEMA sales; CREATE TABLE sales.child (id bigint);"
                                   "CREATE TABLE sales.other (id bigint)");
    if (!connection) {
        return;
    }
    const std::vector<std::string> away{scratch::oid_of(*connection, "sales.child")};
    const std::vector<std::string> here{scratch::oid_of(*connection, "child")};
    const std::vector<std::string> beside{scratch::oid_of(*connection, "sales.other")};
    std::vector<std::string> undone;
    {
        synth::postgres_connection working{*scratch::postgres_target()};
        (void)synth::begin_unfinished(working, away, {});
        CHECK(synth::undo_broken_loads(*connection, here).empty());
        CHECK(synth::undo_broken_loads(*connection, beside).empty());
        const std::string at_work =
            "synth: another load over several connections is at work (table sales.synth_unfinished_load): "
            "wait until it has ended";
        CHECK(scratch::thrown_by([&] { (void)synth::undo_broken_loads(*connection, away); }) == at_work);
        CHECK(scratch::thrown_by([&] { (void)synth::begin_unfinished(*connection, beside, {}); }) == at_work);
    }
    for (int attempt = 0; attempt < 100 && undone.empty(); ++attempt) {
        connection->query("test", "SELECT pg_sleep(0.02)");
        undone = synth::undo_broken_loads(*connection, here);
    }
    CHECK(undone ==
          std::vector<std::string>{"undid a load that was broken off, by table sales.synth_unfinished_load"});
}

TEST_CASE("a load that cannot be undone says how to go on") {
    auto connection = scratch::postgres(tables);
    if (!connection) {
        return;
    }
    const std::vector<std::string> child{scratch::oid_of(*connection, "child")};
    (void)synth::begin_unfinished(*connection, child, {});
    const std::vector<std::string> parent{scratch::oid_of(*connection, "parent")};
    connection->query("test", "DROP TABLE child");
    CHECK(scratch::thrown_by([&] { (void)synth::undo_broken_loads(*connection, parent); }) ==
          "synth: cannot undo the unfinished load that public.synth_unfinished_load describes: relation "
          "\"public.child\" does not exist; if its tables were made anew, DROP TABLE "
          "public.synth_unfinished_load; else put right what is said and load again (its column words has "
          "the statements)");
}

TEST_CASE("rows of partitions are undone") {
    auto connection =
        scratch::postgres("CREATE TABLE p (id bigint) PARTITION BY RANGE (id);"
                          "CREATE TABLE low PARTITION OF p FOR VALUES FROM (0) TO (10);"
                          "CREATE TABLE high PARTITION OF p DEFAULT; CREATE TABLE base (id bigint);"
                          "CREATE TABLE heir () INHERITS (base); INSERT INTO p VALUES (1)");
    if (!connection) {
        return;
    }
    const std::vector<std::string> oids{scratch::oid_of(*connection, "p"),
                                        scratch::oid_of(*connection, "base")};
    const std::string journal = synth::begin_unfinished(*connection, oids, {});
    {
        synth::postgres_transaction transaction{*connection};
        synth::note_writer(*connection, journal, synth::transaction_number(*connection));
        connection->query("test", "INSERT INTO p VALUES (2), (20)");
        connection->query("test", "INSERT INTO base VALUES (3)");
        connection->query("test", "INSERT INTO heir VALUES (4)");
        transaction.commit("test");
    }
    synth::undo_unfinished(*connection, journal);
    CHECK(scratch::cell(*connection, "SELECT string_agg(id::text, ' ') FROM p") == "1");
    CHECK(scratch::cell(*connection, "SELECT string_agg(id::text, ' ') FROM base") == "4");
}
