// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/postgres_loading.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

TEST_CASE("a group is loaded in the caller's transaction, frozen where it has emptied the table") {
    auto connection = scratch::postgres("CREATE TABLE t (id bigserial PRIMARY KEY)");
    if (!connection) {
        return;
    }
    row_list source;
    source.add({"", "t", {bigint("id")}}, {{"1"}, {"2"}});
    const std::vector<std::size_t> tables{0};
    const std::vector<synth::postgres_job> jobs =
        synth::check_postgres_targets(*connection, source, tables, false);
    const synth::load_options options;
    synth::postgres_loading loading{*connection, source, jobs, options};
    synth::load_group group;
    group.tables = {0};
    CHECK(loading.while_loading(group) == "cannot load t");
    synth::load_report report;
    const std::vector<std::string> emptied{jobs[0].target.oid};
    {
        // Without its TRUNCATE, PostgreSQL refuses to freeze.
        const synth::postgres_transaction transaction{*connection};
        const std::string error = scratch::thrown_by([&] { loading.load(group, emptied, report); });
        CHECK(scratch::has(error, "synth: cannot load t: cannot perform COPY FREEZE"));
    }
    {
        synth::postgres_transaction transaction{*connection};
        connection->query("test", "TRUNCATE t");
        loading.load(group, emptied, report);
        transaction.commit("test");
    }
    CHECK(report.rows == 2);
    CHECK(report.tables == tables);
    CHECK(scratch::cell(*connection, "SELECT nextval('t_id_seq')") == "3");
}
