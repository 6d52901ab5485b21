// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/sqlite_existing.hpp>

#include "scratch.hpp"
#include "wanted.hpp"

namespace {

constexpr const char* tables = "CREATE TABLE \"we\"\"ird, \" (\"a b\" TEXT, bytes BLOB, extra TEXT);"
                               "INSERT INTO \"we\"\"ird, \" VALUES ('x', x'00ff', 'no'), (NULL, x'', 'no'), "
                               "('', 'text', 'no'), (2.5, 7, 'no');"
                               "CREATE VIEW seen AS SELECT \"a b\" FROM \"we\"\"ird, \";";

} // namespace

TEST_CASE("SQLite shows its keys as texts, blobs as PostgreSQL does, and only the columns that are wanted") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(where, tables)};
    const std::vector<synth::existing_request> requests{wanted("", "we\"ird, ", {"a b", "bytes"}),
                                                        wanted("", "seen", {"a b"})};
    const auto all = synth::read_existing(connection, requests, "test.db");
    REQUIRE(all.size() == 2);
    CHECK(all[0].table() == 7);
    CHECK(all[0].source() == "test.db");
    REQUIRE(all[0].rows() == 4);
    CHECK(all[0].cell(0, 0) == "x");
    CHECK(all[0].cell(0, 1) == "\\x00FF");
    CHECK_FALSE(all[0].cell(1, 0).has_value());
    CHECK(all[0].cell(1, 1) == "\\x");
    CHECK(all[0].cell(2, 0) == "");
    CHECK(all[0].cell(2, 1) == "text");
    CHECK(all[0].cell(3, 0) == "2.5");
    CHECK(all[1].rows() == 4);
    connection.execute("test", "BEGIN IMMEDIATE; ROLLBACK"); // nothing is left open
}

TEST_CASE("what is not there is named, with what was meant") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(where, tables)};
    const auto refused = [&](const synth::existing_request& request) {
        const std::vector<synth::existing_request> requests{request};
        return scratch::thrown_by(
            [&] { static_cast<void>(synth::read_existing(connection, requests, "test.db")); });
    };
    CHECK(refused(wanted("", "nothing", {"a"})) ==
          "synth: the database has no table nothing; the database is not the described one: run "
          "synth-introspect again");
    CHECK(scratch::has(refused(wanted("", "seen", {"a_b"})), "seen has no column a_b, but a b; "));
}
