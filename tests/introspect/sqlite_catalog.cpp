// SPDX-License-Identifier: BSL-1.0
#include "sqlite_catalog.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "failure.hpp"
#include "fixture.hpp"
#include <sqlite3.h>

using namespace synth::introspect;
using introspect_test::folder;

namespace {

const table& table_of(const catalog& database, const std::string& name) {
    const auto found =
        std::ranges::find(database.tables, name, [](const table& one) { return one.name.name; });
    REQUIRE_MESSAGE(found != database.tables.end(), name);
    return *found;
}

} // namespace

TEST_CASE("SQLite's tables are read with their keys and references") {
    const folder place;
    const catalog database = read_sqlite(place.sqlite(introspect_test::schema_text("shop.sqlite")));
    CHECK(database.tables.size() == 8); // no view, no virtual table, none of SQLite's own
    REQUIRE(database.notes.size() == 1);
    CHECK(database.notes[0].column == "words");

    const table& customer = table_of(database, "customer");
    CHECK(customer.primary_key.columns == std::vector<std::size_t>{0});
    CHECK(customer.columns[0].identity);
    CHECK_FALSE(customer.columns[0].nullable);
    CHECK(customer.unique == std::vector<key>{{{1}}, {{2}}});
    CHECK(customer.columns[4].default_expression == "CURRENT_TIMESTAMP");

    const table& orders = table_of(database, "Orders");
    REQUIRE(orders.references.size() == 5);
    CHECK(orders.references[0].parent.name == "customer"); // written CUSTOMER, its columns not at all
    CHECK(orders.references[0].parent_columns == std::vector<std::string>{"id"});
    CHECK(orders.references[1].parent_columns == std::vector<std::string>{"code"});
    CHECK(orders.columns[4].generated_expression == "stored");
    CHECK(orders.columns[4].type.sql == "INTEGER");
    CHECK(orders.columns[5].generated_expression == "virtual");

    const table& line = table_of(database, "line");
    CHECK(line.primary_key.columns == std::vector<std::size_t>{0, 1});
    CHECK_FALSE(line.columns[0].nullable);
    CHECK(line.unique == std::vector<key>{{{0, 2}}});
    REQUIRE(line.indexes.size() == 2); // the partial and the expression index
    CHECK(line.notes.empty());

    const table& remark = table_of(database, "remark");
    CHECK(remark.references[0].columns == std::vector<std::size_t>{1, 0});
    CHECK(remark.references[0].parent_columns == std::vector<std::string>{"order_id", "number"});

    CHECK_FALSE(table_of(database, "old").columns[0].identity);
    CHECK(table_of(database, "keyless").primary_key.columns.empty());
}

TEST_CASE("an SQLite file is not written to") {
    const folder place;
    const std::string path = place.sqlite("CREATE TABLE t (a INTEGER)");
    const std::string before = introspect_test::read_file(path);
    std::filesystem::permissions(path, std::filesystem::perms::owner_read);
    static_cast<void>(read_sqlite(path));
    CHECK(introspect_test::read_file(path) == before);
}

TEST_CASE("what is no SQLite database says so") {
    const folder place;
    const auto message = [](const std::string& path) -> std::string {
        try {
            static_cast<void>(read_sqlite(path));
        } catch (const failure& error) {
            return error.what();
        }
        return {};
    };
    CHECK(message(place / "nowhere.db").find("does not exist") != std::string::npos);
    CHECK(message(place / "").find("is a folder") != std::string::npos);
    introspect_test::write_file(place / "text",
                                "This is a text and no database at all, however long it is. " +
                                    std::string(5000, '.'));
    CHECK(message(place / "text").find("not an SQLite database, or it is encrypted") != std::string::npos);
    introspect_test::write_file(place / "empty", "");
    CHECK(read_sqlite(place / "empty").tables.empty());
}

TEST_CASE("a locked SQLite file says so") {
    const folder place;
    const std::string path = place.sqlite("CREATE TABLE t (a INTEGER)");
    sqlite3* raw = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &raw) == SQLITE_OK);
    REQUIRE(sqlite3_exec(raw, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) == SQLITE_OK);
    CHECK_THROWS_WITH_AS(static_cast<void>(read_sqlite(path)),
                         doctest::Contains("is locked by another program"), failure);
    sqlite3_close(raw);
}

TEST_CASE("what SQLite compares without case is unique in small letters too") {
    const folder place;
    const catalog database =
        read_sqlite(place.sqlite("CREATE TABLE t (name TEXT COLLATE NOCASE PRIMARY KEY, a INTEGER, b TEXT "
                                 "COLLATE RTRIM UNIQUE, c TEXT "
                                 "COLLATE NOCASE, d TEXT, UNIQUE (a, c));"
                                 "CREATE UNIQUE INDEX part ON t (c) WHERE a > 1;"
                                 "CREATE UNIQUE INDEX bytes ON t (c COLLATE BINARY);"
                                 "CREATE UNIQUE INDEX folded ON t (d COLLATE nocase, a DESC);"));
    const table& t = table_of(database, "t");
    const auto parts_of = [&](const std::string& name) {
        const auto found = std::ranges::find_if(
            t.indexes, [&](const unique_index& each) { return each.text.find(name) != std::string::npos; });
        return found == t.indexes.end() ? std::vector<std::string>{} : found->parts;
    };
    CHECK(parts_of("primary key") == std::vector<std::string>{"lower(\"name\")"});
    CHECK(parts_of("sqlite_autoindex_t_3") == std::vector<std::string>{"\"a\"", "lower(\"c\")"});
    CHECK(parts_of("index part") == std::vector<std::string>{"lower(c)"});
    CHECK(parts_of("bytes").empty());
    CHECK(parts_of("folded") == std::vector<std::string>{"lower(\"d\")", "\"a\""});
    CHECK(t.unique.size() == 4);
    REQUIRE(t.notes.size() == 1); // of RTRIM
    CHECK(t.notes[0].text.find("sqlite_autoindex_t_2") != std::string::npos);
}

TEST_CASE("triggers on INSERT are named, and no others") {
    CHECK(event_of_trigger("CREATE TRIGGER x INSERT ON t BEGIN SELECT 1; END") == "before insert");
    CHECK(event_of_trigger(
              "create temp trigger if not exists main.\"insert\" after update of a on t begin insert "
              "into t values (1); end") == "after update");
    CHECK(
        event_of_trigger("CREATE TRIGGER [delete] -- insert\n INSTEAD OF INSERT ON v BEGIN SELECT 1; END") ==
        "instead of insert");
    CHECK(event_of_trigger("CREATE").empty());
    const folder place;
    const catalog database = read_sqlite(place.sqlite(
        "CREATE TABLE t (a INTEGER); CREATE TRIGGER one BEFORE INSERT ON T BEGIN SELECT raise(ignore); END;"
        "CREATE TRIGGER two AFTER DELETE ON t BEGIN INSERT INTO t VALUES (1); END;"));
    const table& t = table_of(database, "t");
    REQUIRE(t.notes.size() == 1);
    CHECK(t.notes[0].text == "trigger one on t fires BEFORE INSERT");
}

TEST_CASE("what a killed writer has left is undone before the tables are read") {
    const folder place;
    const std::string path = place.sqlite("CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('before');");
    const std::string killed = path + ".killed";
    {
        sqlite3* raw = nullptr;
        REQUIRE(sqlite3_open(path.c_str(), &raw) == SQLITE_OK);
        const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> writer{raw, sqlite3_close};
        // Pages are in the file before the transaction ends, and what they were in the journal beside it.
        REQUIRE(sqlite3_exec(
                    raw,
                    "PRAGMA cache_size = 1; BEGIN; CREATE TABLE u (b TEXT); WITH RECURSIVE n(i) AS (SELECT 1 "
                    "UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO t SELECT hex(zeroblob(200)) "
                    "FROM n",
                    nullptr, nullptr, nullptr) == SQLITE_OK);
        std::filesystem::copy(path, killed);
        std::filesystem::copy(path + "-journal", killed + "-journal");
    }
    const catalog database = read_sqlite(killed);
    CHECK(database.tables.size() == 1);
    CHECK_FALSE(std::filesystem::exists(killed + "-journal"));
}
