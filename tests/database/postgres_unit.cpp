// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/postgres_unit.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

using scratch::has;

namespace {

const std::vector<std::size_t> both{0, 1};
const std::string tables = "CREATE TABLE parent (id bigint PRIMARY KEY);"
                           "CREATE TABLE child (id bigint PRIMARY KEY, parent bigint REFERENCES parent)";

row_list family() {
    row_list source;
    source.add({"", "parent", {bigint("id")}}, {{"1"}});
    source.add({"", "child", {bigint("id"), bigint("parent")}}, {{"1", "1"}, {"2", "1"}});
    return source;
}

std::string shown(const synth::unit_plan& plan) {
    return synth::joined(plan.parts, ", ", &synth::structure_part::shown);
}

} // namespace

TEST_CASE("what goes for a transaction depends on its tables and their sizes") {
    auto connection = scratch::postgres(tables);
    if (!connection) {
        return;
    }
    const row_list source = family();
    const auto jobs = synth::check_postgres_targets(*connection, source, both, false);
    synth::load_options options;
    const synth::postgres_work work{*connection, source, jobs, options};
    const auto plan = [&](std::vector<std::size_t> places) {
        return synth::plan_unit(work, synth::read_rebuild(work), places);
    };
    CHECK(shown(plan(both)).empty());
    CHECK(plan(both).emptied.empty());
    CHECK(plan(both).analyzed == both);
    options.analyze = false;
    options.rebuild_from = 2;
    CHECK(plan(both).analyzed.empty());
    CHECK(shown(plan(both)) == "foreign key child_parent_fkey of child, key child_pkey of child");
    CHECK(plan(both).emptied == synth::oids_of(jobs));
    CHECK(shown(plan({0})).empty());
    CHECK(plan({1}).emptied == std::vector<std::string>{jobs[1].target.oid});
    options.rebuild_from = 1;
    CHECK(shown(plan({0})) == "foreign key child_parent_fkey of child, key parent_pkey of parent");
    // While the parent is filled its child still refers to it, but not by a key that goes.
    CHECK(plan({0}).emptied == std::vector<std::string>{jobs[0].target.oid});
    CHECK(plan(both).emptied == synth::oids_of(jobs));
    options.keep_indexes = true;
    CHECK(shown(plan(both)).empty());
    CHECK(plan(both).emptied.empty());
    options.truncate = true; // which empties them anyway
    CHECK(plan(both).emptied == synth::oids_of(jobs));
    options.connections = 2;
    CHECK(plan(both).emptied.empty());
}

TEST_CASE("a table that gets no rows is not made anew") {
    auto connection = scratch::postgres(tables);
    if (!connection) {
        return;
    }
    row_list source;
    source.add({"", "parent", {bigint("id")}}, {{"1"}});
    source.add({"", "child", {bigint("id"), bigint("parent")}}, {});
    const auto jobs = synth::check_postgres_targets(*connection, source, both, false);
    synth::load_options options;
    options.rebuild_from = 1;
    const synth::postgres_work work{*connection, source, jobs, options};
    CHECK(synth::plan_unit(work, synth::read_rebuild(work), both).emptied ==
          std::vector<std::string>{jobs[0].target.oid});
}

TEST_CASE("rows that came after the check are not taken for none") {
    auto connection = scratch::postgres(tables);
    if (!connection) {
        return;
    }
    const row_list source = family();
    const auto jobs = synth::check_postgres_targets(*connection, source, both, false);
    synth::load_options options;
    options.rebuild_from = 1;
    connection->query("test", "INSERT INTO parent VALUES (9)");
    const synth::postgres_work work{*connection, source, jobs, options};
    std::vector<synth::load_group> groups(2);
    groups[0].tables = {0};
    groups[1].tables = {1};
    synth::load_report report;
    CHECK(
        has(scratch::thrown_by([&] { synth::load_unit(work, groups, report); }), "synth: not empty: parent"));
    CHECK(scratch::cell(*connection, "SELECT id FROM parent") == "9");
    connection->query("test", "DELETE FROM parent");
    synth::load_unit(work, groups, report);
    CHECK(report.rows == 3);
}
