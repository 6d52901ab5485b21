// SPDX-License-Identifier: BSL-1.0
// Loads of tables that refer to each other.
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/sqlite_cycles.hpp>
#include <synth/database/sqlite_load.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

using scratch::has;

namespace {

using places = std::vector<std::size_t>;

const std::string farm_tables =
    "CREATE TABLE nest (id INTEGER PRIMARY KEY);"
    "CREATE TABLE hen (id INTEGER PRIMARY KEY, egg INTEGER NOT NULL REFERENCES EGG);"
    "CREATE TABLE egg (id INTEGER PRIMARY KEY, hen INTEGER NOT NULL REFERENCES hen);"
    "CREATE TABLE chick (id INTEGER PRIMARY KEY, egg INTEGER NOT NULL REFERENCES egg)";
const places all{0, 1, 2, 3};

row_list farm(std::string last = "11") {
    row_list source;
    source.add({"", "nest", {bigint("id")}}, {{"1"}});
    source.add({"", "hen", {bigint("id"), bigint("egg")}},
               {{"1", "12"}, {"2", "11"}, {"3", std::move(last)}});
    source.add({"", "egg", {bigint("id"), bigint("hen")}}, {{"11", "1"}, {"12", "3"}});
    source.add({"", "chick", {bigint("id"), bigint("egg")}}, {{"21", "12"}});
    return source;
}

std::string counts(synth::sqlite_connection& connection) {
    return scratch::cell(connection,
                         "SELECT (SELECT count(*) FROM nest) || ' ' || (SELECT count(*) FROM hen) || ' ' ||"
                         " (SELECT count(*) FROM egg) || ' ' || (SELECT count(*) FROM chick) || ' ' ||"
                         " (SELECT count(*) FROM sqlite_schema WHERE type = 'index') || ' ' ||"
                         " (SELECT count(*) FROM pragma_foreign_key_check)");
}

} // namespace

TEST_CASE("the tables of a cycle are a group, with the references that lead to tables behind") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(where, farm_tables)};
    const row_list source = farm();
    const synth::sqlite_groups found = synth::group_tables(connection, synth::detail::shapes_of(source, all));
    REQUIRE(found.groups.size() == 3);
    CHECK(found.groups[1].tables == places{1, 2});
    REQUIRE(found.groups[1].late.size() == 1);
    CHECK(found.groups[1].late[0].columns == std::vector<std::string>{"egg"});
    CHECK(found.notes ==
          std::vector<std::string>{"the cycle hen -> egg -> hen: its references are checked when all "
                                   "of its tables are filled"});
}

TEST_CASE("references to tables elsewhere and of a table to itself make no groups") {
    const scratch::folder where;
    synth::sqlite_connection connection{
        scratch::sqlite(where, "CREATE TABLE other (x, y, PRIMARY KEY (x, y));"
                               "CREATE TABLE t (id INTEGER PRIMARY KEY, up REFERENCES t, x, y, FOREIGN KEY "
                               "(x, y) REFERENCES other)")};
    row_list source;
    source.add({"", "t", {bigint("id")}}, {});
    const std::vector<const synth::table_shape*> shapes = synth::detail::shapes_of(source, places{0});
    CHECK(synth::references_among(connection, shapes).size() == 1);
    const synth::sqlite_groups found = synth::group_tables(connection, shapes);
    CHECK(found.groups.size() == 1);
    CHECK(found.groups[0].late.empty());
    CHECK(found.notes.empty());
}

TEST_CASE("a cycle is loaded in one transaction, or not at all") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(where, farm_tables)};
    synth::load_options options;
    options.dry_run = true;
    CHECK(synth::load_sqlite(connection, farm(), all, options).notes.size() == 1);
    const std::string error =
        scratch::thrown_by([&] { (void)synth::load_sqlite(connection, farm("99"), all); });
    CHECK(has(error, "synth: cannot load hen: the row 3 refers by egg to a row of EGG that is not there"));
    CHECK(has(error, "; complete before it: nest; nothing of the other tables"));
    CHECK(counts(connection) == "1 0 0 0 0 0");

    options.dry_run = false;
    options.truncate = true;
    const synth::load_report report = synth::load_sqlite(connection, farm(), all, options);
    CHECK(report.tables == all);
    CHECK(report.rows == 7);
    CHECK(counts(connection) == "1 3 2 1 0 0");

    CHECK(has(scratch::thrown_by([&] { (void)synth::load_sqlite(connection, farm("99"), all, options); }),
              "; nothing was changed, the old rows are still there"));
    CHECK(counts(connection) == "1 3 2 1 0 0");
    CHECK(synth::load_sqlite(connection, farm(), all, options).rows == 7);
    CHECK(counts(connection) == "1 3 2 1 0 0");
}

TEST_CASE("an interruption in a cycle leaves nothing of it") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(where, farm_tables)};
    synth::load_options options;
    options.progress = [](std::size_t table, std::uint64_t) {
        if (table == 2) {
            throw synth::database_error{"interrupted"};
        }
    };
    CHECK(has(scratch::thrown_by([&] { (void)synth::load_sqlite(connection, farm(), all, options); }),
              "synth: interrupted; complete before it: nest"));
    CHECK(counts(connection) == "1 0 0 0 0 0");
}

TEST_CASE("a cycle of many rows takes no time that grows with their square") {
    const scratch::folder where;
    synth::sqlite_connection connection{
        scratch::sqlite(where, "CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER REFERENCES b);"
                               "CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a)")};
    row_list source;
    std::vector<row_list::row> rows;
    constexpr int many = 20'000; // 2 * 10^8 steps without an index
    for (int id = 1; id <= many; ++id) {
        rows.push_back({std::to_string(id), std::to_string(many + 1 - id)});
    }
    source.add({"", "a", {bigint("id"), bigint("b", true)}}, rows);
    source.add({"", "b", {bigint("id"), bigint("a", true)}}, rows);
    synth::load_options options;
    std::size_t steps = 0; // of a thousand instructions of SQLite's machine
    sqlite3_progress_handler(
        connection.get(), 1'000,
        [](void* counter) {
            ++*static_cast<std::size_t*>(counter);
            return 0;
        },
        &steps);
    for (const bool truncate : {false, true}) {
        options.truncate = truncate;
        CHECK(synth::load_sqlite(connection, source, places{0, 1}, options).rows == 2 * many);
    }
    CHECK(steps < 10'000);
}
