// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/sqlite_load.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

using scratch::has;

namespace {

const std::string two_tables =
    "CREATE TABLE parent (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT);"
    "CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent)";
const std::vector<std::size_t> both{0, 1};

row_list family(std::string last_parent = "2") {
    row_list source;
    source.add({"", "parent", {bigint("id"), text("name", true)}}, {{"1", "a"}, {"2", std::nullopt}});
    source.add({"", "child", {bigint("id"), bigint("parent", true)}},
               {{"1", "1"}, {"2", std::nullopt}, {"3", std::move(last_parent)}});
    return source;
}

// Children that must have a parent.
row_list orphans() {
    row_list source;
    source.add({"", "parent", {bigint("id"), text("name", true)}}, {{"1", "a"}});
    source.add({"", "child", {bigint("id"), bigint("parent")}}, {{"1", "1"}});
    return source;
}

} // namespace

TEST_CASE("tables are loaded in order, and numbering goes on behind them") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(where, two_tables)};
    const synth::load_report report = synth::load_sqlite(connection, family(), both);
    CHECK(report.rows == 5);
    CHECK(report.tables == both);
    CHECK(scratch::cell(connection, "SELECT count(*) || ' ' || count(name) FROM parent") == "2 1");
    CHECK(scratch::cell(connection, "INSERT INTO parent (name) VALUES ('c') RETURNING id") == "3");
}

TEST_CASE("rows that a trigger ignores are not counted") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(
        where, two_tables +
                   "; CREATE TABLE log (id INTEGER PRIMARY KEY); CREATE TRIGGER few BEFORE INSERT ON child "
                   "WHEN new.id % 2 = 0 BEGIN SELECT RAISE(IGNORE); END; CREATE TRIGGER noted AFTER "
                   "INSERT ON parent BEGIN INSERT INTO log VALUES (NULL); END")};
    const synth::load_report report = synth::load_sqlite(connection, family(), both);
    CHECK(report.rows == 4);
    REQUIRE(report.left_out.size() == 1);
    CHECK(report.left_out[0].table == 1);
    CHECK(report.left_out[0].rows == 1);
    CHECK(scratch::cell(connection, "SELECT count(*) FROM child") == "2");
}

TEST_CASE("tables with rows are refused unless they may be emptied") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(where, two_tables)};
    (void)synth::load_sqlite(connection, family(), both);
    CHECK(scratch::thrown_by([&] { (void)synth::load_sqlite(connection, family(), both); }) ==
          "synth: not empty: parent, child; give --truncate to replace the rows, or choose another database");
    synth::load_options options;
    options.truncate = true;
    CHECK(synth::load_sqlite(connection, family(), both, options).rows == 5);
    CHECK(scratch::cell(connection, "SELECT count(*) FROM child") == "3");
}

TEST_CASE("a row without its parent takes the table back, and the error names the column") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(where, two_tables)};
    const std::string error =
        scratch::thrown_by([&] { (void)synth::load_sqlite(connection, family("99"), both); });
    CHECK(has(error,
              "synth: cannot load child: the row 3 refers by parent to a row of parent that is not there"));
    CHECK(has(error, "; complete before it: parent; nothing of the other tables"));
    CHECK(scratch::cell(connection, "SELECT count(*) FROM child") == "0");
    CHECK(scratch::cell(connection, "SELECT count(*) FROM parent") == "2");
}

TEST_CASE("rows of one table may refer to later ones") {
    const scratch::folder where;
    synth::sqlite_connection connection{
        scratch::sqlite(where, "CREATE TABLE t (id INTEGER PRIMARY KEY, next INTEGER REFERENCES t)")};
    row_list source;
    source.add({"", "t", {bigint("id"), bigint("next", true)}}, {{"1", "2"}, {"2", "1"}});
    CHECK(synth::load_sqlite(connection, source, std::vector<std::size_t>{0}).rows == 2);
}

TEST_CASE("a constraint that the description does not know takes the table back") {
    const scratch::folder where;
    synth::sqlite_connection connection{
        scratch::sqlite(where, "CREATE TABLE t (id INTEGER CONSTRAINT small CHECK (id < 2))")};
    row_list source;
    source.add({"", "t", {bigint("id", true)}}, {{"1"}, {"2"}});
    const std::string error = scratch::thrown_by(
        [&] { (void)synth::load_sqlite(connection, source, std::vector<std::size_t>{0}); });
    CHECK(has(error, "synth: cannot load t: CHECK constraint failed: small; "));
    CHECK(has(error, "; nothing was loaded"));
    CHECK(scratch::cell(connection, "SELECT count(*) FROM t") == "0");
}

TEST_CASE("a file that another program writes to is left alone") {
    const scratch::folder where;
    const std::string path = scratch::sqlite(where, two_tables);
    synth::sqlite_connection other{path};
    const synth::sqlite_transaction lock{other};
    synth::sqlite_connection connection{path};
    sqlite3_busy_timeout(connection.get(), 1);
    CHECK(has(scratch::thrown_by([&] { (void)synth::load_sqlite(connection, family(), both); }),
              "database is locked; another program is writing to the file"));
}

TEST_CASE("tables of one name in two schemas are refused") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(where, "CREATE TABLE t (id)")};
    row_list source;
    source.add({"a", "t", {bigint("id", true)}}, {});
    source.add({"b", "t", {bigint("id", true)}}, {});
    CHECK(has(scratch::thrown_by([&] { (void)synth::load_sqlite(connection, source, both); }),
              "SQLite has no schemas, but b.t and a.t have the same name"));
}

TEST_CASE("the statement names every column and a parameter for each") {
    CHECK(synth::insert_statement({"", "t", {bigint("i\"d"), text("name")}}) ==
          "INSERT INTO main.\"t\" (\"i\"\"d\", \"name\") VALUES (?1, ?2)");
}

TEST_CASE("to replace rows is all or nothing") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(where, two_tables)};
    (void)synth::load_sqlite(connection, family(), both);
    connection.execute("test", "UPDATE parent SET name = 'mine'");
    synth::load_options options;
    options.truncate = true;
    const std::string error =
        scratch::thrown_by([&] { (void)synth::load_sqlite(connection, family("99"), both, options); });
    CHECK(has(error, "synth: cannot load child: the row 3 refers by parent to a row of parent"));
    CHECK(has(error, "; nothing was changed, the old rows are still there"));
    CHECK(scratch::cell(connection, "SELECT count(*) FROM child") == "3");
    CHECK(scratch::cell(connection, "SELECT count(*) FROM parent WHERE name = 'mine'") == "2");
}

TEST_CASE("rows are not deleted when their parents are missing") {
    const scratch::folder where;
    synth::sqlite_connection connection{
        scratch::sqlite(where, "CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE child "
                               "(id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES parent);"
                               "INSERT INTO child VALUES (7, 7)")};
    synth::load_options options;
    options.truncate = true;
    const std::vector<std::size_t> child_only{1};
    CHECK(
        has(scratch::thrown_by([&] { (void)synth::load_sqlite(connection, orphans(), child_only, options); }),
            "synth: child refers by parent to parent, which is empty"));
    CHECK(scratch::cell(connection, "SELECT id FROM child") == "7");
}

TEST_CASE("a table elsewhere that refers to the rows keeps them from being deleted") {
    const scratch::folder where;
    synth::sqlite_connection connection{
        scratch::sqlite(where, two_tables + "; CREATE TABLE other (id INTEGER REFERENCES child)")};
    (void)synth::load_sqlite(connection, family(), both);
    connection.execute("test", "INSERT INTO other VALUES (3)");
    synth::load_options options;
    options.truncate = true;
    const std::string error =
        scratch::thrown_by([&] { (void)synth::load_sqlite(connection, family(), both, options); });
    CHECK(has(error, "synth: cannot empty the tables: rows of other refer to child"));
    CHECK(scratch::cell(connection, "SELECT count(*) FROM child") == "3");
}

TEST_CASE("to replace rows never changes those of a table that is not loaded") {
    const scratch::folder where;
    const std::string path =
        scratch::sqlite(where, "CREATE TABLE city (id INTEGER PRIMARY KEY); INSERT INTO city VALUES (1);"
                               "CREATE TABLE country (capital INTEGER REFERENCES city ON DELETE CASCADE);"
                               "INSERT INTO country VALUES (1)");
    synth::sqlite_connection connection{path};
    row_list source;
    source.add({"", "city", {bigint("id")}}, {{"2"}});
    synth::load_options options;
    options.truncate = true;
    const std::vector<std::size_t> only{0};
    CHECK(has(scratch::thrown_by([&] { (void)synth::load_sqlite(connection, source, only, options); }),
              "synth: cannot empty city: rows of country refer to it ON DELETE CASCADE, and country is not "
              "loaded"));
    CHECK(scratch::cell(connection, "SELECT count(*) FROM country") == "1");
}
