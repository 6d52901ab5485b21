// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/database/postgres_copy.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

using scratch::has;

namespace {

const synth::table_shape numbers{"", "t", {bigint("id"), text("name", true)}};

} // namespace

TEST_CASE("a copy names the columns in the order of the rows") {
    CHECK(synth::copy_statement({"s", "t", {bigint("i\"d"), text("name")}}, false) ==
          "COPY \"s\".\"t\" (\"i\"\"d\", \"name\") FROM STDIN");
    CHECK(synth::copy_statement(numbers, true) == "COPY \"t\" (\"id\", \"name\") FROM STDIN (FORMAT binary)");
}

TEST_CASE("bytes of any cut arrive") {
    auto connection = scratch::postgres("CREATE TABLE t (name text, id int8)");
    if (!connection) {
        return;
    }
    std::string rows;
    for (int row = 0; row < 50'000; ++row) {
        rows += std::to_string(row) + "\tname\n";
    }
    synth::postgres_copy copy{*connection, numbers, false};
    copy.put(std::string_view{rows}.substr(0, 3));
    copy.put("");
    copy.put(std::string_view{rows}.substr(3));
    copy.finish();
    CHECK(scratch::cell(*connection, "SELECT count(*) || ' ' || sum(id) FROM t") == "50000 1249975000");
}

TEST_CASE("a copy that is left keeps nothing, and the connection goes on") {
    auto connection = scratch::postgres("CREATE TABLE t (id int8, name text)");
    if (!connection) {
        return;
    }
    {
        synth::postgres_copy copy{*connection, numbers, false};
        copy.put("1\ta\n");
    }
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM t") == "0");
}

TEST_CASE("the server's complaint about a row names constraint and line") {
    auto connection =
        scratch::postgres("CREATE TABLE t (id int8 CONSTRAINT small CHECK (id < 3), name text)");
    if (!connection) {
        return;
    }
    const std::string error = scratch::thrown_by([&] {
        synth::postgres_copy copy{*connection, numbers, false};
        copy.put("1\ta\n2\tb\n3\tc\n");
        copy.finish();
    });
    CHECK(has(error, "synth: cannot load t: new row for relation"));
    CHECK(has(error, "constraint small"));
    CHECK(has(error, "COPY t, line 3"));
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM t") == "0");
}

TEST_CASE("a copy may ask for frozen rows") {
    CHECK(synth::copy_statement(numbers, true, true) ==
          "COPY \"t\" (\"id\", \"name\") FROM STDIN (FORMAT binary, FREEZE)");
    CHECK(synth::copy_statement(numbers, false, true) == "COPY \"t\" (\"id\", \"name\") FROM STDIN (FREEZE)");
}
