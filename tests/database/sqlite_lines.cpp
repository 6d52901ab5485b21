// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/database/sqlite_lines.hpp>

#include "scratch.hpp"

TEST_CASE("values are told apart by their type as well") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(where, "")};
    const auto line_of = [&](const std::string& values) {
        synth::sqlite_lines lines{connection, "test", "SELECT " + values};
        std::string_view line;
        return lines.next(line) ? std::string{line} : std::string{"none"};
    };
    CHECK(line_of("1, 1.0, '1', x'31', NULL") == "1\t1.0\t'1'\tx'31'\t\\N");
    CHECK(line_of("0.1, -2.5e300, 1e20, 12.5") == "0.1\t-2.5e+300\t1e+20\t12.5");
}

TEST_CASE("texts are whole, also behind a NUL, and lines end") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(where, "")};
    synth::sqlite_lines lines{connection, "test", "SELECT 'a' || char(0, 9, 10) || 'b' UNION ALL SELECT 2"};
    std::string_view line;
    REQUIRE(lines.next(line));
    CHECK(line == std::string_view{"'a\0\\t\\nb'", 9});
    REQUIRE(lines.next(line));
    CHECK_FALSE(lines.next(line));
    CHECK(lines.next(line));
    CHECK(scratch::thrown_by([&] { synth::sqlite_lines{connection, "cannot read t", "SELECT * FROM t"}; }) ==
          "synth: cannot read t: no such table: t; check the file");
}
