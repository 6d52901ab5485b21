// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <fstream>
#include <span>
#include <string>

#include <doctest/doctest.h>

#include <synth/database/sqlite_connection.hpp>

#include "scratch.hpp"

using scratch::has;

TEST_CASE("a file that is missing or something else is not opened") {
    const scratch::folder where;
    const std::string missing = (where.path / "none.db").string();
    CHECK(
        has(scratch::thrown_by([&] { synth::sqlite_connection{missing}; }), "synth: cannot open " + missing));
    CHECK_FALSE(std::filesystem::exists(missing));
    const std::string text = (where.path / "text.db").string();
    std::ofstream{text} << std::string(5'000, 'x');
    CHECK(has(scratch::thrown_by([&] { synth::sqlite_connection{text}; }),
              "file is not a database; check that this is an SQLite database"));
}

TEST_CASE("values are bound by their type, empty ones are not NULL") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(where, "")};
    synth::sqlite_statement statement{
        connection, "test",
        "SELECT typeof(?1) || typeof(?2) || typeof(?3) || typeof(?4) || typeof(?5), ?1, ?6"};
    statement.bind(1, std::int64_t{-5});
    statement.bind(2, 0.5);
    statement.bind(3, std::string_view{});
    statement.bind(4, std::span<const std::byte>{});
    statement.bind_null(5);
    const std::string with_nul{"a\0b", 3};
    statement.bind(6, std::string_view{with_nul});
    CHECK(statement.step());
    CHECK(statement.text(0) == "integerrealtextblobnull");
    CHECK(statement.number(1) == -5);
    CHECK(statement.text(2) == with_nul);
}

TEST_CASE("a transaction of SQLite that is not committed leaves nothing") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(where, "CREATE TABLE t (id)")};
    {
        const synth::sqlite_transaction transaction{connection};
        connection.execute("test", "INSERT INTO t VALUES (1)");
    }
    CHECK(scratch::cell(connection, "SELECT count(*) FROM t") == "0");
}

TEST_CASE("an error names the constraint and a remedy") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(where, "CREATE TABLE t (id UNIQUE)")};
    CHECK(scratch::thrown_by([&] { connection.execute("cannot try", "INSERT INTO t VALUES (1), (1)"); }) ==
          "synth: cannot try: UNIQUE constraint failed: t.id; " + std::string{synth::unexpressed_rule});
    CHECK(synth::sqlite_remedy(SQLITE_BUSY_SNAPSHOT).find("another program") == 0);
    CHECK(synth::sqlite_remedy(SQLITE_FULL).find("make room") == 0);
    CHECK(synth::sqlite_remedy(SQLITE_READONLY).find("check the path") == 0);
    CHECK(synth::sqlite_remedy(SQLITE_ERROR) == "check the file");
}
