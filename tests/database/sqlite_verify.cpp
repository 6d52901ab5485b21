// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/sqlite_load.hpp>
#include <synth/database/sqlite_verify.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

using scratch::told_by;

namespace {

const std::string two_tables = "CREATE TABLE parent (id INTEGER PRIMARY KEY, total NUMERIC(12,2), name TEXT, "
                               "seen TEXT DEFAULT CURRENT_TIMESTAMP);"
                               "CREATE TABLE child (id INTEGER PRIMARY KEY, parent INT REFERENCES parent);";
const std::vector<std::size_t> both{0, 1};

row_list family() {
    row_list source;
    source.add({"", "parent", {bigint("id"), text("total"), text("name", true)}},
               {{"1", "12.50", "a"}, {"2", "1.00", std::nullopt}, {"3", "0.10", "3"}});
    source.add({"", "child", {bigint("id"), bigint("parent", true)}},
               {{"1", "1"}, {"2", std::nullopt}, {"3", "2"}});
    return source;
}

std::string differences(const std::string& change) {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(where, two_tables)};
    const row_list source = family();
    (void)synth::load_sqlite(connection, source, both);
    connection.execute("test", change);
    return told_by(synth::verify_sqlite(connection, source, both));
}

} // namespace

TEST_CASE("what was loaded is equal, and columns that are not described do not count") {
    CHECK(differences("").empty());
    CHECK(differences("UPDATE parent SET seen = NULL").empty());
    CHECK(differences("UPDATE parent SET total = 12.5 WHERE id = 1").empty());
}

TEST_CASE("each kind of difference is found and named") {
    CHECK(differences("UPDATE parent SET total = 13.5 WHERE id = 1") ==
          "parent row 0 (id 1): total is 13.5, not 12.5\n");
    CHECK(differences("UPDATE parent SET name = x'61' WHERE id = 1") ==
          "parent row 0 (id 1): name is x'61', not 'a'\n");
    CHECK(differences("UPDATE parent SET name = '' WHERE id = 2") ==
          "parent row 1 (id 2): name is '', not NULL\n");
    CHECK(differences("DELETE FROM child WHERE id = 3") == "child row 2: not in the database: (3, 2)\n");
    CHECK(differences("INSERT INTO child VALUES (77, 1)") ==
          "child: a row that the plan does not make: (77, 1)\n");
    CHECK(differences("PRAGMA foreign_keys = OFF; DELETE FROM parent WHERE id = 2") ==
          "parent row 1: not in the database: (2, 1, NULL)\nchild: 1 row breaks foreign key (parent) to "
          "parent\n");
}

TEST_CASE("declared types of any kind store what is made as they store what is loaded") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(
        where, "CREATE TABLE odd (\"rowid\" \"my INT (x\", b, c REAL, d BLOB, e \"wo\"\"rd\", f "
               "DECIMAL(10,5), g DATE,"
               " PRIMARY KEY (b, c)) WITHOUT ROWID; CREATE TABLE exact (a ANY, b INTEGER, c TEXT) STRICT")};
    row_list source;
    source.add(
        {"",
         "odd",
         {bigint("rowid"),
          bigint("b"),
          {"c", "real", "double precision", 701, false, true, 0, {}},
          {"d", "oddity", "oddity", 0, true, true, 0, {}},
          {"e", "oddity", "oddity", 0, true, true, 0, {}},
          {"f", "numeric", "numeric", 1700, true, true, 0, {}},
          {"g", "date", "date", 1082, true, true, 0, {}}}},
        {{"1", "01", "5", "7", "0x10", "1e3", "2025-06-30"}, {"2", "2", "2.5", "", " 8 ", "x", "20250630"}});
    source.add({"", "exact", {text("a"), bigint("b"), text("c")}}, {{"01", "07", "1.0"}});
    (void)synth::load_sqlite(connection, source, both);
    CHECK(told_by(synth::verify_sqlite(connection, source, both)).empty());
    connection.execute("test", "UPDATE exact SET a = 1");
    CHECK(told_by(synth::verify_sqlite(connection, source, both)) ==
          "exact row 0: not in the database: ('01', 7, '1.0')\n"
          "exact: a row that the plan does not make: (1, 7, '1.0')\n");
}

TEST_CASE("a comparison writes nothing, needs no write permission and tells what is missing") {
    const scratch::folder where;
    const std::string path = scratch::sqlite(where, two_tables);
    const row_list source = family();
    {
        synth::sqlite_connection connection{path};
        (void)synth::load_sqlite(connection, source, both);
    }
    const auto written = std::filesystem::last_write_time(path);
    synth::sqlite_connection connection{path};
    std::string told;
    synth::verify_options options;
    options.progress = [&](std::size_t table, std::uint64_t rows) {
        told += std::to_string(table) + ":" + std::to_string(rows) + " ";
    };
    CHECK(synth::verify_sqlite(connection, source, both, options).equal());
    CHECK(told == "0:0 0:0 0:3 0:3 1:3 1:3 ");
    CHECK(std::filesystem::last_write_time(path) == written);
    options.progress = [](std::size_t, std::uint64_t) { throw synth::database_error{"interrupted"}; };
    CHECK(scratch::thrown_by([&] { (void)synth::verify_sqlite(connection, source, both, options); }) ==
          "synth: interrupted");
    connection.execute("test", "DROP TABLE child");
    CHECK(scratch::has(scratch::thrown_by([&] { (void)synth::verify_sqlite(connection, source, both); }),
                       "has no table child; the database is not the described one"));
}
