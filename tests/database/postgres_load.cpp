// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/postgres_load.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

using scratch::has;

namespace {

const std::string two_tables =
    "CREATE SCHEMA sales; CREATE TABLE sales.parent (id bigserial PRIMARY KEY, name text);"
    "CREATE TABLE child (id bigint PRIMARY KEY, parent bigint REFERENCES sales.parent)";
const std::vector<std::size_t> both{0, 1};

row_list family(std::string last_parent = "2") {
    row_list source;
    source.add({"sales", "parent", {bigint("id"), text("name", true)}}, {{"1", "a"}, {"2", std::nullopt}});
    source.add({"", "child", {bigint("id"), bigint("parent", true)}},
               {{"1", "1"}, {"2", std::nullopt}, {"3", std::move(last_parent)}});
    return source;
}

// Children that must have a parent.
row_list orphans() {
    row_list source;
    source.add({"sales", "parent", {bigint("id"), text("name", true)}}, {{"1", "a"}});
    source.add({"", "child", {bigint("id"), bigint("parent")}}, {{"1", "1"}});
    return source;
}

} // namespace

TEST_CASE("tables are loaded in order, with nulls, and sequences follow") {
    auto connection = scratch::postgres(two_tables);
    if (!connection) {
        return;
    }
    std::string told;
    synth::load_options options;
    options.progress = [&](std::size_t table, std::uint64_t rows) {
        told += std::to_string(table) + ":" + std::to_string(rows) + " ";
    };
    const synth::load_report report = synth::load_postgres(*connection, family(), both, options);
    CHECK(report.rows == 5);
    CHECK(report.tables == both);
    CHECK(report.bytes > 0);
    CHECK(told == "0:2 1:3 1:3 1:3 "); // and before the statistics of each
    told.clear();
    connection->query("test", "TRUNCATE sales.parent, child");
    options.commit_each = true;
    (void)synth::load_postgres(*connection, family(), both, options);
    CHECK(told == "0:2 0:2 1:3 1:3 "); // never back
    CHECK(scratch::cell(*connection, "SELECT count(*) || ' ' || count(name) FROM sales.parent") == "2 1");
    CHECK(scratch::cell(*connection,
                        "SELECT string_agg(coalesce(parent::text, '-'), ',' ORDER BY id) FROM child") ==
          "1,-,2");
    CHECK(scratch::cell(*connection, "INSERT INTO sales.parent DEFAULT VALUES RETURNING id") == "3");
}

TEST_CASE("rows that a trigger leaves out are not counted") {
    auto connection = scratch::postgres(
        two_tables +
        "; CREATE FUNCTION few() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF new.id % 2 = 0 THEN "
        "RETURN NULL; END IF; RETURN new; END'; CREATE TRIGGER few BEFORE INSERT ON child FOR EACH "
        "ROW EXECUTE FUNCTION few()");
    if (!connection) {
        return;
    }
    const synth::load_report report = synth::load_postgres(*connection, family(), both);
    CHECK(report.rows == 4);
    REQUIRE(report.left_out.size() == 1);
    CHECK(report.left_out[0].table == 1);
    CHECK(report.left_out[0].rows == 1);
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM child") == "2");
}

TEST_CASE("the text form is used where a column has no binary one") {
    auto connection = scratch::postgres("CREATE TABLE t (id bigint, at point)");
    if (!connection) {
        return;
    }
    row_list source;
    source.add({"", "t", {bigint("id"), {"at", "point", "text", 25, true, true, 0, {}}}},
               {{"1", "(1,2)"}, {"2", std::nullopt}});
    CHECK(synth::load_postgres(*connection, source, std::vector<std::size_t>{0}).rows == 2);
    CHECK(scratch::cell(*connection, "SELECT at FROM t WHERE id = 1") == "(1,2)");
}

TEST_CASE("tables with rows are refused, all of them in one message, unless they may be truncated") {
    auto connection = scratch::postgres(two_tables);
    if (!connection) {
        return;
    }
    (void)synth::load_postgres(*connection, family(), both);
    CHECK(scratch::thrown_by([&] { (void)synth::load_postgres(*connection, family(), both); }) ==
          "synth: not empty: sales.parent, child; give --truncate to replace the rows, or choose another "
          "database");
    synth::load_options options;
    options.truncate = true;
    CHECK(synth::load_postgres(*connection, family(), both, options).rows == 5);
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM child") == "3");
}

TEST_CASE("a table elsewhere that refers to the rows keeps them from being truncated") {
    auto connection = scratch::postgres(two_tables + "; CREATE TABLE other (id bigint REFERENCES child)");
    if (!connection) {
        return;
    }
    synth::load_options options;
    options.truncate = true;
    const std::string error =
        scratch::thrown_by([&] { (void)synth::load_postgres(*connection, family(), both, options); });
    CHECK(error == "synth: cannot empty child: other refers to it by other_id_fkey and is not loaded, and "
                   "PostgreSQL empties "
                   "no such table; drop the constraint for the load, or load other too");
}

TEST_CASE("nothing is loaded when any table does not fit") {
    auto connection = scratch::postgres(two_tables + "; ALTER TABLE child DROP COLUMN parent");
    if (!connection) {
        return;
    }
    const std::string error =
        scratch::thrown_by([&] { (void)synth::load_postgres(*connection, family(), both); });
    CHECK(has(error, "synth: child has no column parent"));
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM sales.parent") == "0");
}

TEST_CASE("a table that fails leaves no rows of any") {
    auto connection = scratch::postgres(two_tables);
    if (!connection) {
        return;
    }
    const std::string error =
        scratch::thrown_by([&] { (void)synth::load_postgres(*connection, family("99"), both); });
    CHECK(has(error, "violates foreign key constraint"));
    CHECK(has(error, "; nothing was loaded"));
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM sales.parent") == "0");
}

TEST_CASE("where each table is a transaction, one that fails leaves none of its rows and the error says what "
          "is complete") {
    auto connection = scratch::postgres(two_tables);
    if (!connection) {
        return;
    }
    synth::load_options options;
    options.commit_each = true;
    const std::string error =
        scratch::thrown_by([&] { (void)synth::load_postgres(*connection, family("99"), both, options); });
    CHECK(
        has(error,
            "synth: cannot load child: insert or update on table \"child\" violates foreign key constraint"));
    CHECK(has(error, "(Key (parent)=(99) is not present in table \"parent\".), table child, constraint "
                     "child_parent_fkey"));
    CHECK(has(error, "; complete before it: sales.parent; nothing of the other tables"));
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM child") == "0");
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM sales.parent") == "2");
}

TEST_CASE("a dry run checks and loads nothing") {
    auto connection = scratch::postgres(two_tables);
    if (!connection) {
        return;
    }
    synth::load_options options;
    options.dry_run = true;
    CHECK(synth::load_postgres(*connection, family(), both, options).tables.empty());
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM sales.parent") == "0");
}

TEST_CASE("what the progress throws rolls the table back") {
    auto connection = scratch::postgres(two_tables);
    if (!connection) {
        return;
    }
    synth::load_options options;
    options.progress = [](std::size_t table, std::uint64_t) {
        if (table == 1) {
            throw synth::database_error{"interrupted"};
        }
    };
    const std::string error =
        scratch::thrown_by([&] { (void)synth::load_postgres(*connection, family(), both, options); });
    CHECK(has(error, "synth: interrupted; nothing was loaded"));
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM child") == "0");
}

TEST_CASE("a role without privileges is told which one is missing") {
    auto connection = scratch::postgres(two_tables);
    if (!connection) {
        return;
    }
    const std::string role = "synth_test_" + std::to_string(::getpid());
    connection->query("test", "CREATE ROLE " + role);
    connection->query("test", "GRANT USAGE ON SCHEMA sales TO " + role);
    connection->query("test", "GRANT SELECT ON sales.parent TO " + role);
    connection->query("test", "SET ROLE " + role);
    const std::string error =
        scratch::thrown_by([&] { (void)synth::load_postgres(*connection, family(), both); });
    connection->query("test", "RESET ROLE");
    connection->query("test", "DROP OWNED BY " + role);
    connection->query("test", "DROP ROLE " + role);
    CHECK(has(error,
              "role " + role + " may not INSERT on sales.parent; grant it, or connect as the table's owner"));
}

TEST_CASE("a server that goes away in the middle is reported") {
    auto connection = scratch::postgres(two_tables);
    if (!connection) {
        return;
    }
    auto killer = synth::postgres_connection{*scratch::postgres_target()};
    synth::load_options options;
    options.progress = [&](std::size_t table, std::uint64_t) {
        if (table == 1) {
            killer.query("test", "SELECT pg_terminate_backend($1::int, 5000)",
                         {std::to_string(PQbackendPID(connection->get()))});
        }
    };
    const std::string error =
        scratch::thrown_by([&] { (void)synth::load_postgres(*connection, family(), both, options); });
    CHECK(has(error, "synth: cannot load child: "));
    CHECK(has(error, "; nothing was loaded"));
    CHECK(scratch::cell(killer, "SELECT count(*) FROM child") == "0");
}

TEST_CASE("to replace rows is all or nothing") {
    auto connection = scratch::postgres(two_tables);
    if (!connection) {
        return;
    }
    (void)synth::load_postgres(*connection, family(), both);
    connection->query("test", "UPDATE sales.parent SET name = 'mine'");
    synth::load_options options;
    options.truncate = true;
    const std::string error =
        scratch::thrown_by([&] { (void)synth::load_postgres(*connection, family("99"), both, options); });
    CHECK(has(error, "violates foreign key constraint"));
    CHECK(has(error, "; nothing was changed, the old rows are still there"));
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM child") == "3");
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM sales.parent WHERE name = 'mine'") == "2");
    CHECK(synth::load_postgres(*connection, family(), both, options).tables == both);
    CHECK(scratch::cell(*connection, "SELECT count(name) FROM sales.parent") == "1");
}

TEST_CASE("a deferred reference is checked table by table when rows are replaced") {
    auto connection =
        scratch::postgres("CREATE SCHEMA sales; CREATE TABLE sales.parent (id bigint PRIMARY KEY, name text);"
                          "CREATE TABLE child (id bigint PRIMARY KEY, parent bigint REFERENCES sales.parent"
                          " DEFERRABLE INITIALLY DEFERRED)");
    if (!connection) {
        return;
    }
    synth::load_options options;
    options.truncate = true;
    CHECK(synth::load_postgres(*connection, family(), both, options).rows == 5);
    const std::string error =
        scratch::thrown_by([&] { (void)synth::load_postgres(*connection, family("99"), both, options); });
    CHECK(has(error, "synth: cannot load child: "));
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM child") == "3");
}

TEST_CASE("rows are not deleted when their parents are missing") {
    auto connection =
        scratch::postgres("CREATE SCHEMA sales; CREATE TABLE sales.parent (id bigint PRIMARY KEY, name text);"
                          "CREATE TABLE child (id bigint PRIMARY KEY, parent bigint NOT NULL)");
    if (!connection) {
        return;
    }
    connection->query("test", "INSERT INTO child VALUES (7, 7)");
    connection->query("test", "ALTER TABLE child ADD FOREIGN KEY (parent) REFERENCES sales.parent NOT VALID");
    synth::load_options options;
    options.truncate = true;
    const std::vector<std::size_t> child_only{1};
    CHECK(has(
        scratch::thrown_by([&] { (void)synth::load_postgres(*connection, orphans(), child_only, options); }),
        "synth: child refers by child_parent_fkey to sales.parent, which is empty"));
    CHECK(scratch::cell(*connection, "SELECT id FROM child") == "7");
}

TEST_CASE("a locked table is an error after a while, with the remedy") {
    auto connection = scratch::postgres(two_tables);
    if (!connection) {
        return;
    }
    auto other = synth::postgres_connection{*scratch::postgres_target()};
    const synth::postgres_transaction holding{other};
    other.query("test", "LOCK TABLE child IN ACCESS EXCLUSIVE MODE");
    synth::load_options options;
    options.lock_timeout = 1;
    const std::string error =
        scratch::thrown_by([&] { (void)synth::load_postgres(*connection, family(), both, options); });
    CHECK(has(error, "synth: cannot read child: canceling statement due to lock timeout"));
    CHECK(has(error, "; another session holds the table"));
    CHECK(has(error, "--lock-timeout"));
}

TEST_CASE("a load waits thirty seconds for a lock unless somebody says otherwise") {
    auto connection = scratch::postgres(two_tables);
    if (!connection) {
        return;
    }
    synth::load_options options;
    options.dry_run = true;
    const auto timeout = [&] { return scratch::cell(*connection, "SELECT current_setting('lock_timeout')"); };
    (void)synth::load_postgres(*connection, family(), both, options);
    CHECK(timeout() == "30s");
    connection->query("test", "SET lock_timeout = '7s'");
    (void)synth::load_postgres(*connection, family(), both, options);
    CHECK(timeout() == "7s");
    options.lock_timeout = 0;
    (void)synth::load_postgres(*connection, family(), both, options);
    CHECK(timeout() == "0");
}

TEST_CASE("keys and foreign keys of large tables are made again behind the rows, which are frozen") {
    auto connection = scratch::postgres(two_tables + "; CREATE INDEX by_parent ON child (parent)");
    if (!connection) {
        return;
    }
    synth::load_options options;
    options.rebuild_from = 3; // child
    options.dry_run = true;
    const std::string steps = "one transaction: all of this, or nothing\n"
                              "drop for the load: foreign key child_parent_fkey of child\n"
                              "drop for the load: key child_pkey of child, index by_parent of child\n"
                              "make empty tables anew, for frozen rows: sales.parent, child\n"
                              "COPY sales.parent: 2 rows, binary, frozen\n"
                              "set sequence sales.parent_id_seq past sales.parent.id\n"
                              "COPY child: 3 rows, binary, frozen\n"
                              "put back: key child_pkey of child, index by_parent of child\n"
                              "ANALYZE sales.parent, child\n"
                              "put back and check: foreign key child_parent_fkey of child\n";
    const auto told = [](const synth::load_report& report) {
        return synth::joined(report.steps, "", [](const std::string& each) { return each + "\n"; });
    };
    CHECK(told(synth::load_postgres(*connection, family(), both, options)) == steps);
    options.dry_run = false;
    const std::string structure =
        "SELECT string_agg(conname || pg_get_constraintdef(oid), ' ' ORDER BY conname) || (SELECT "
        "string_agg(pg_get_indexdef(indexrelid), ' ' ORDER BY indexrelid::regclass::text) FROM pg_index"
        " WHERE indrelid IN ('child'::regclass, 'sales.parent'::regclass)) FROM pg_constraint WHERE conrelid "
        "IN ('child'::regclass, 'sales.parent'::regclass)";
    const std::string before = scratch::cell(*connection, structure);
    SUBCASE("in one transaction") {
        const synth::load_report report = synth::load_postgres(*connection, family(), both, options);
        CHECK(told(report) == steps);
        CHECK(report.kept.empty());
        CHECK(scratch::cell(*connection, "SELECT pg_relation_size('child', 'vm') > 0") == "t");
    }
    SUBCASE("in a transaction for each table") {
        options.commit_each = true;
        CHECK(synth::load_postgres(*connection, family(), both, options).rows == 5);
    }
    SUBCASE("where the rows are replaced") {
        (void)synth::load_postgres(*connection, family(), both);
        options.truncate = true;
        CHECK(synth::load_postgres(*connection, family(), both, options).rows == 5);
    }
    SUBCASE("over several connections") {
        options.connections = 2;
        CHECK(synth::load_postgres(*connection, family(), both, options).rows == 5);
        CHECK(scratch::cell(*connection, "INSERT INTO sales.parent DEFAULT VALUES RETURNING id") == "3");
        connection->query("test", "DELETE FROM sales.parent WHERE id = 3");
    }
    CHECK(scratch::cell(*connection, structure) == before);
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM child") == "3");
    CHECK(scratch::cell(*connection, "SELECT string_agg(reltuples::text, ' ' ORDER BY relname) FROM pg_class"
                                     " WHERE oid IN ('child'::regclass, 'sales.parent'::regclass)") == "3 2");
}

TEST_CASE("a load that fails at the end leaves keys and rows as they were") {
    auto connection = scratch::postgres(two_tables);
    if (!connection) {
        return;
    }
    synth::load_options options;
    options.rebuild_from = 1;
    const std::string keys = "SELECT string_agg(conname, ' ' ORDER BY conname) FROM pg_constraint"
                             " WHERE conrelid IN ('child'::regclass, 'sales.parent'::regclass)";
    const std::string before = scratch::cell(*connection, keys);
    SUBCASE("in one transaction") {}
    SUBCASE("over several connections") { options.connections = 3; }
    const std::string error =
        scratch::thrown_by([&] { (void)synth::load_postgres(*connection, family("99"), both, options); });
    CHECK(has(error, "synth: cannot put back foreign key child_parent_fkey of child: "));
    CHECK(has(error, "; nothing was loaded"));
    CHECK(scratch::cell(*connection, keys) == before);
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM sales.parent") == "0");
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM child") == "0");
}

TEST_CASE("statistics are left alone on request, and indexes too") {
    auto connection = scratch::postgres(two_tables);
    if (!connection) {
        return;
    }
    synth::load_options options;
    options.rebuild_from = 1;
    options.analyze = false;
    options.keep_indexes = true;
    const std::string index = scratch::cell(*connection, "SELECT 'child_pkey'::regclass::oid");
    (void)synth::load_postgres(*connection, family(), both, options);
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM pg_stats WHERE tablename = 'child'") == "0");
    CHECK(scratch::cell(*connection, "SELECT 'child_pkey'::regclass::oid") == index);
}

TEST_CASE("what stays although it costs is told") {
    auto connection = scratch::postgres(
        two_tables + "; CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
                     "CREATE TRIGGER audit BEFORE INSERT ON child FOR EACH ROW EXECUTE FUNCTION f()");
    if (!connection) {
        return;
    }
    synth::load_options options;
    options.rebuild_from = 3;
    const synth::load_report report = synth::load_postgres(*connection, family(), both, options);
    CHECK(report.kept ==
          std::vector<std::string>{"in force during the load, which it slows down: foreign key "
                                   "child_parent_fkey of child, key child_pkey of child: trigger audit of "
                                   "child may need it"});
    CHECK(report.rows == 5);
}

TEST_CASE("whatever the defaults are, rows are looked for as they are now, and waiting ends no session") {
    auto connection = scratch::postgres(two_tables);
    if (!connection) {
        return;
    }
    connection->query("test", "SET default_transaction_isolation = 'serializable'");
    connection->query("test", "SET idle_in_transaction_session_timeout = '1s'");
    CHECK(synth::load_postgres(*connection, family(), both).rows == 5);
    CHECK(scratch::cell(*connection, "SHOW transaction_isolation") == "read committed");
    CHECK(scratch::cell(*connection, "SELECT string_agg(setting, ' ') FROM pg_settings WHERE name LIKE"
                                     " 'idle%session_timeout' AND setting <> '0'")
              .empty());
}

TEST_CASE("where the connection dies in COMMIT the error says that nobody knows") {
    // The session ends by a deferred trigger of another table, whose row comes when the rows of child are
    // checked, or when the note of the load is dropped.
    auto connection = scratch::postgres(
        two_tables +
        "; CREATE TABLE other (id bigint); CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql"
        " AS 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END';"
        "CREATE CONSTRAINT TRIGGER die AFTER INSERT ON other DEFERRABLE INITIALLY DEFERRED"
        " FOR EACH ROW EXECUTE FUNCTION die()");
    if (!connection) {
        return;
    }
    const std::string body = " LANGUAGE plpgsql AS 'BEGIN SET CONSTRAINTS ALL DEFERRED;"
                             " INSERT INTO other VALUES (1); RETURN";
    connection->query("test", "CREATE FUNCTION late() RETURNS trigger" + body + " NULL; END'");
    connection->query("test", "CREATE FUNCTION late_drop() RETURNS event_trigger" + body + "; END'");
    synth::load_options options;
    std::string after = "; it is not known whether it was committed: look at the tables";
    bool drops = false;
    SUBCASE("all at once") {}
    SUBCASE("table by table") {
        options.commit_each = true;
        after += "; complete before it: sales.parent";
    }
    SUBCASE("over several connections") {
        options.connections = 2;
        drops = true;
        after += "; if table sales.synth_unfinished_load is still there, the next load undoes this one";
    }
    connection->query("test", drops ? "CREATE EVENT TRIGGER synth_late ON sql_drop WHEN tag IN ('DROP TABLE')"
                                      " EXECUTE FUNCTION late_drop()"
                                    : "CREATE CONSTRAINT TRIGGER late AFTER INSERT ON child DEFERRABLE "
                                      "INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION late()");
    const std::string error =
        scratch::thrown_by([&] { (void)synth::load_postgres(*connection, family(), both, options); });
    CHECK(has(error, "terminating connection"));
    CHECK_MESSAGE(error.ends_with(after), error);
    synth::postgres_connection again{*scratch::postgres_target()};
    again.query("test", "DROP EVENT TRIGGER IF EXISTS synth_late");
    again.query("test", "DROP TRIGGER IF EXISTS late ON child");
    CHECK(scratch::cell(again, "SELECT count(*) FROM child") == (drops ? "3" : "0"));
    if (drops) {
        CHECK(synth::load_postgres(again, family(), both, options).kept.size() == 1);
        CHECK(scratch::cell(again, "SELECT count(*) FROM child") == "3");
    }
}

TEST_CASE("rows that come while the load waits for its locks are not lost") {
    auto connection =
        scratch::postgres(two_tables + "; CREATE TABLE outside (id bigint REFERENCES sales.parent)");
    if (!connection) {
        return;
    }
    synth::postgres_connection other{*scratch::postgres_target()};
    synth::load_options options;
    options.rebuild_from = 1;
    std::string coming = "INSERT INTO child VALUES (9)";
    std::string table = "child";
    SUBCASE("whatever the isolation") {
        connection->query("test", "SET default_transaction_isolation = 'repeatable read'");
    }
    SUBCASE("in a table that only then can be made anew") {
        coming = "INSERT INTO sales.parent (name) VALUES ('a')";
        table = "sales.parent";
    }
    synth::postgres_transaction holding{other};
    other.query("test", "LOCK TABLE child IN ROW EXCLUSIVE MODE");
    std::string error;
    std::thread load{[&] {
        error = scratch::thrown_by([&] { (void)synth::load_postgres(*connection, family(), both, options); });
    }};
    std::string waiting = "0";
    for (int attempt = 0; attempt < 500 && waiting == "0"; ++attempt) {
        other.query("test", "SELECT pg_sleep(0.02)");
        waiting = scratch::cell(other, "SELECT count(*) FROM pg_locks WHERE NOT granted"
                                       " AND relation = 'child'::regclass");
    }
    other.query("test", coming);
    if (table == "sales.parent") {
        other.query("test", "DROP TABLE outside");
    }
    holding.commit("test");
    load.join();
    CHECK(waiting == "1");
    CHECK(has(error, "synth: not empty: " + table + "; "));
    CHECK(scratch::cell(other, "SELECT count(*) FROM " + table) == "1");
}
