// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/database/sqlite_deletes.hpp>

#include "scratch.hpp"

namespace {

constexpr const char* tables =
    "CREATE TABLE city (id INTEGER PRIMARY KEY); INSERT INTO city VALUES (1);"
    "CREATE TABLE \"coun\"\"try\" (code TEXT, \"the \"\"capital\" INTEGER REFERENCES CITY ON DELETE SET "
    "NULL);"
    "CREATE TABLE guide (id INTEGER REFERENCES city ON DELETE RESTRICT); INSERT INTO guide VALUES (1);";

std::string refused(synth::sqlite_connection& connection, std::string_view also = "city") {
    const std::array<std::string_view, 2> emptied{"city", also};
    return scratch::thrown_by(
        [&] { synth::require_no_further_deletes(connection, {"", "city", {}}, emptied); });
}

} // namespace

TEST_CASE("rows of other tables that a DELETE would change keep the tables that they refer to") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(where, tables)};
    CHECK(refused(connection).empty());
    connection.execute("test", "INSERT INTO \"coun\"\"try\" VALUES ('DE', NULL)");
    CHECK(refused(connection).empty());
    connection.execute("test", "UPDATE \"coun\"\"try\" SET \"the \"\"capital\" = 1");
    CHECK(refused(connection) == "synth: cannot empty city: rows of coun\"try refer to it ON DELETE SET "
                                 "NULL, and coun\"try is not loaded; "
                                 "set these references to NULL first, or load coun\"try too");
    CHECK(refused(connection, "COUN\"TRY").empty());
}
