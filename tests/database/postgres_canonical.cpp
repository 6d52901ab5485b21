// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/database/postgres_canonical.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

namespace {

synth::column_shape typed(std::string_view name, std::string_view type) {
    return {name, type, "text", 25, true, false, 0, {}};
}

} // namespace

TEST_CASE("columns that the server shows as they are written are left alone") {
    auto connection =
        scratch::postgres("CREATE TABLE t (id bigint, note text, short varchar(9), total numeric)");
    if (!connection) {
        return;
    }
    const synth::table_shape shape{"",
                                   "t",
                                   {bigint("id"),
                                    text("note"),
                                    text("short"),
                                    {"total", "numeric(12,2)", "numeric(12,2)", 1700, false, true, 0, {}}}};
    CHECK_FALSE(synth::postgres_canonical{*connection, shape, scratch::oid_of(*connection, "t")}.needed());
}

TEST_CASE("the server respells the others, nulls and strange letters included") {
    auto connection =
        scratch::postgres("CREATE DOMAIN document AS jsonb CHECK (VALUE <> '[]');"
                          "CREATE TABLE t (code char(4), id bigint, body document, total numeric(12,4))");
    if (!connection) {
        return;
    }
    const synth::table_shape shape{"",
                                   "t",
                                   {typed("code", "character(4)"),
                                    bigint("id"),
                                    typed("body", "document"),
                                    {"total", "numeric(12,2)", "numeric(12,2)", 1700, false, true, 0, {}}}};
    synth::postgres_canonical canonical{*connection, shape, scratch::oid_of(*connection, "t")};
    CHECK(canonical.needed());
    CHECK(
        canonical.respelled(
            "ab\t1\t{\"b\":1,\"a\":\"x\\\\ty\\\\\\\\\"}\t1.25\n\\N\t2\t\\N\t\\N\n,\"{}\t3\t[]\t0.00\n") ==
        "ab  \t1\t{\"a\": \"x\\\\ty\\\\\\\\\", \"b\": 1}\t1.2500\n\\N\t2\t\\N\t\\N\n,\"{}\t3\t[]\t0.0000\n");
}
