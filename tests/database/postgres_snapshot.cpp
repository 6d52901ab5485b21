// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/database/postgres_snapshot.hpp>

#include "scratch.hpp"

TEST_CASE("a snapshot stays as it is, writes nothing, and spells values one way") {
    auto connection = scratch::postgres("CREATE TABLE t (id int)");
    if (!connection) {
        return;
    }
    connection->query("test", "SET TimeZone = 'Asia/Tokyo'");
    {
        const synth::postgres_transaction transaction{*connection};
        synth::begin_snapshot(*connection, "cannot read", 7);
        CHECK(scratch::cell(*connection, "SHOW transaction_isolation") == "repeatable read");
        CHECK(scratch::cell(*connection, "SHOW TimeZone") == "UTC");
        CHECK(scratch::cell(*connection, "SHOW row_security") == "off");
        CHECK(scratch::cell(*connection, "SHOW lock_timeout") == "7s");
        CHECK(scratch::has(scratch::thrown_by([&] { connection->query("test", "INSERT INTO t VALUES (1)"); }),
                           "read-only transaction"));
    }
    CHECK(scratch::cell(*connection, "SHOW TimeZone") == "Asia/Tokyo");
    CHECK_NOTHROW(synth::require_all_rows(*connection, {"", "t", {}}, scratch::oid_of(*connection, "t")));
}
