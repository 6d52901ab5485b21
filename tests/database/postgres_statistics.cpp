// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/database/postgres_statistics.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

TEST_CASE("statistics are gathered by the owner, and a role that is not told so") {
    auto connection = scratch::postgres("CREATE TABLE t (id bigint); INSERT INTO t VALUES (1), (2)");
    if (!connection) {
        return;
    }
    const synth::table_shape table{"", "t", {bigint("id")}};
    const std::string oid = scratch::oid_of(*connection, "t");
    CHECK(synth::why_no_statistics(*connection, table, oid).empty());
    synth::gather_statistics(*connection, table);
    CHECK(scratch::cell(*connection, "SELECT reltuples FROM pg_class WHERE oid = " + oid) == "2");
    const std::string role = "synth_test_" + std::to_string(::getpid());
    connection->query("test", "CREATE ROLE " + role);
    connection->query("test", "SET ROLE " + role);
    const std::string why = synth::why_no_statistics(*connection, table, oid);
    connection->query("test", "RESET ROLE");
    connection->query("test", "DROP ROLE " + role);
    CHECK(why == "statistics of t are not gathered: role " + role +
                     " does not own the table; let its owner run ANALYZE");
}
