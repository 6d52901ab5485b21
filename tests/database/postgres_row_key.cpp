// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/postgres_row_key.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

using scratch::oid_of;
using places = std::vector<std::size_t>;

TEST_CASE("rows are told apart by the first key that is never NULL and described") {
    auto connection = scratch::postgres(
        "CREATE TABLE t (maybe bigint UNIQUE, hidden bigint NOT NULL UNIQUE, x bigint NOT NULL, y text NOT "
        "NULL,"
        " z bigint NOT NULL, UNIQUE (x, y) INCLUDE (z)); CREATE UNIQUE INDEX ON t (z) WHERE z > 0;"
        "CREATE TABLE u (id bigint PRIMARY KEY, a bigint NOT NULL UNIQUE); CREATE TABLE v (a bigint UNIQUE)");
    if (!connection) {
        return;
    }
    const synth::table_shape t{"", "t", {bigint("z"), text("y"), bigint("x"), bigint("maybe", true)}};
    const auto key = synth::row_key_of(*connection, t, oid_of(*connection, "t"));
    CHECK(key.columns == places{2, 1});
    CHECK(key.equal == std::vector<std::string>{"OPERATOR(pg_catalog.=)", "OPERATOR(pg_catalog.=)"});
    const synth::table_shape u{"", "u", {bigint("a"), bigint("id")}};
    CHECK(synth::row_key_of(*connection, u, oid_of(*connection, "u")).columns == places{1});
    const synth::table_shape v{"", "v", {bigint("a", true)}};
    CHECK(synth::row_key_of(*connection, v, oid_of(*connection, "v")).columns.empty());
}
