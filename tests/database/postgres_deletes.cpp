// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/postgres_deletes.hpp>

#include "scratch.hpp"

TEST_CASE("a table to which one refers that keeps its rows is not emptied") {
    auto connection = scratch::postgres(
        "CREATE TABLE city (id int PRIMARY KEY, twin int REFERENCES city);"
        "CREATE TABLE \"coun try\" (capital int, CONSTRAINT capital FOREIGN KEY (capital) REFERENCES city);"
        "CREATE TABLE parted (city int REFERENCES city) PARTITION BY LIST (city);"
        "CREATE TABLE part_1 PARTITION OF parted FOR VALUES IN (1)");
    if (!connection) {
        return;
    }
    const std::string city = scratch::oid_of(*connection, "city");
    std::vector<std::string> emptied{city, scratch::oid_of(*connection, "parted")};
    const auto refused = [&] {
        return scratch::thrown_by(
            [&] { synth::require_no_further_deletes(*connection, {"", "city", {}}, city, emptied); });
    };
    CHECK(refused() ==
          "synth: cannot empty city: \"coun try\" refers to it by capital and is not loaded, and "
          "PostgreSQL empties no such table; drop the constraint for the load, or load \"coun try\" too");
    emptied.push_back(scratch::oid_of(*connection, "\"coun try\""));
    CHECK(refused().empty());
    connection->query("test", "TRUNCATE city, parted, \"coun try\"");
}
