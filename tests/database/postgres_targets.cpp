// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/postgres_targets.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

using scratch::has;

TEST_CASE("tables that fit become jobs, with their sequences") {
    auto connection =
        scratch::postgres("CREATE TABLE a (id bigserial PRIMARY KEY); CREATE TABLE b (id bigint)");
    if (!connection) {
        return;
    }
    row_list source;
    source.add({"", "a", {bigint("id")}}, {{"1"}});
    source.add({"", "b", {bigint("id", true)}}, {{"1"}});
    const std::vector<synth::postgres_job> jobs =
        synth::check_postgres_targets(*connection, source, std::vector<std::size_t>{1, 0}, false);
    REQUIRE(jobs.size() == 2);
    CHECK(jobs[0].table == 1);
    CHECK(jobs[0].sequences.empty());
    CHECK(jobs[0].target.binary);
    CHECK(jobs[1].sequences.size() == 1);
    CHECK(jobs[1].target.oid == scratch::oid_of(*connection, "a"));
}

TEST_CASE("tables with rows become jobs only where they may be emptied") {
    auto connection = scratch::postgres("CREATE TABLE a (id bigint); INSERT INTO a VALUES (1)");
    if (!connection) {
        return;
    }
    row_list source;
    source.add({"", "a", {bigint("id", true)}}, {{"1"}});
    const std::vector<std::size_t> tables{0};
    CHECK(synth::check_postgres_targets(*connection, source, tables, true).size() == 1);
    CHECK(has(
        scratch::thrown_by([&] { (void)synth::check_postgres_targets(*connection, source, tables, false); }),
        "synth: not empty: a; give --truncate"));
}

TEST_CASE("a database that is read only is refused before a dry run says that it fits") {
    auto connection = scratch::postgres("CREATE TABLE a (id bigint)");
    if (!connection) {
        return;
    }
    row_list source;
    source.add({"", "a", {bigint("id", true)}}, {{"1"}});
    connection->query("test", "SET default_transaction_read_only = on");
    CHECK(has(
        scratch::thrown_by([&] {
            (void)synth::check_postgres_targets(*connection, source, std::vector<std::size_t>{0}, false);
        }),
        "synth: the database is read only: connect to the primary, or set default_transaction_read_only"));
}
