// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/database/postgres_result.hpp>

#include "scratch.hpp"

TEST_CASE("a result tells the fields of the server's error") {
    auto connection = scratch::postgres("CREATE TABLE t (id int CONSTRAINT positive CHECK (id > 0))");
    if (!connection) {
        return;
    }
    const synth::postgres_result result{PQexec(connection->get(), "INSERT INTO t VALUES (-1)")};
    CHECK(result.status() == PGRES_FATAL_ERROR);
    CHECK(result.error_field(PG_DIAG_CONSTRAINT_NAME) == "positive");
    CHECK(result.error_field(PG_DIAG_SQLSTATE) == "23514");
    CHECK(result.error_field(PG_DIAG_COLUMN_NAME).empty());
}
