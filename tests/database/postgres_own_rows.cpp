// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/database/postgres_own_rows.hpp>

#include "scratch.hpp"

TEST_CASE("rows of partitions are a table's own, those of tables that inherit are not") {
    auto connection = scratch::postgres("CREATE TABLE plain (id int);"
                                        "CREATE TABLE parts (id int) PARTITION BY LIST (id)");
    if (!connection) {
        return;
    }
    const auto named = [&](std::string_view table) {
        return synth::own_rows(*connection, "test", {"public", table, {}},
                               scratch::oid_of(*connection, std::string{table}));
    };
    CHECK(named("plain") == "ONLY \"public\".\"plain\"");
    CHECK(named("parts") == "\"public\".\"parts\"");
}
