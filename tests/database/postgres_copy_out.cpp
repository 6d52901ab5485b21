// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/database/postgres_copy_out.hpp>

#include "scratch.hpp"

TEST_CASE("the lines of a query come without their ends") {
    auto connection = scratch::postgres("CREATE TABLE t (id int, name text)");
    if (!connection) {
        return;
    }
    synth::postgres_copy_out lines{*connection, "cannot read t",
                                   "SELECT 1, E'a\\tb' UNION ALL SELECT 2, NULL ORDER BY 1"};
    std::string_view line;
    REQUIRE(lines.next(line));
    CHECK(line == "1\ta\\tb");
    REQUIRE(lines.next(line));
    CHECK(line == "2\t\\N");
    CHECK_FALSE(lines.next(line));
    CHECK(scratch::cell(*connection, "SELECT 7") == "7");
}

TEST_CASE("a reader that stops early leaves the connection free") {
    auto connection = scratch::postgres("CREATE TABLE t (id int)");
    if (!connection) {
        return;
    }
    {
        synth::postgres_copy_out lines{*connection, "cannot read t",
                                       "SELECT generate_series(1, 1000000000000)"};
        std::string_view line;
        REQUIRE(lines.next(line));
    }
    CHECK(scratch::cell(*connection, "SELECT 7") == "7");
}

TEST_CASE("errors are told, also those in the middle") {
    auto connection = scratch::postgres("CREATE TABLE t (id int)");
    if (!connection) {
        return;
    }
    CHECK(scratch::has(scratch::thrown_by([&] {
                           synth::postgres_copy_out{*connection, "cannot read u", "SELECT * FROM u"};
                       }),
                       "synth: cannot read u: relation \"u\" does not exist"));
    const std::string error = scratch::thrown_by([&] {
        synth::postgres_copy_out lines{*connection, "cannot read t",
                                       "SELECT 1 / (500 - g) FROM generate_series(1, 1000) g"};
        std::string_view line;
        while (lines.next(line)) {
        }
    });
    CHECK(scratch::has(error, "synth: cannot read t: division by zero"));
    CHECK(scratch::cell(*connection, "SELECT 7") == "7");
}
