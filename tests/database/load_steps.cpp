// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/load_steps.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

TEST_CASE("the steps of a load are told in order, for each way to load") {
    auto connection = scratch::postgres("CREATE TABLE parent (id bigint PRIMARY KEY);"
                                        "CREATE TABLE child (id bigint PRIMARY KEY, parent bigint NOT NULL)");
    if (!connection) {
        return;
    }
    row_list source;
    source.add({"", "parent", {bigint("id")}}, {{"1"}});
    source.add({"", "child", {bigint("id"), bigint("parent")}}, {{"1", "1"}, {"2", "1"}});
    const std::vector<std::size_t> both{0, 1};
    const auto jobs = synth::check_postgres_targets(*connection, source, both, false);
    synth::load_options options;
    const synth::postgres_work work{*connection, source, jobs, options};
    std::vector<synth::load_group> groups(2);
    groups[0].tables = {0};
    groups[1].tables = {1};
    const auto told = [&] {
        return synth::joined(synth::load_steps(work, synth::read_rebuild(work), groups), "\n",
                             [](const std::string& step) { return step; });
    };
    CHECK(told() == "one transaction: all of this, or nothing\n"
                    "COPY parent: 1 rows, binary\nCOPY child: 2 rows, binary\nANALYZE parent, child");
    options.truncate = true;
    options.rebuild_from = 2;
    CHECK(told() == "one transaction: all of this, or nothing\ndrop for the load: key child_pkey of child\n"
                    "empty the tables: parent, child\nCOPY parent: 1 rows, binary, frozen\n"
                    "COPY child: 2 rows, binary, frozen\nput back: key child_pkey of child\n"
                    "ANALYZE parent, child");
    options.truncate = false;
    options.commit_each = true;
    options.analyze = false;
    CHECK(told() == "a transaction for each of these:\nCOPY parent: 1 rows, binary\ncommit\n"
                    "drop for the load: key child_pkey of child\n"
                    "make empty tables anew, for frozen rows: child\nCOPY child: 2 rows, binary, frozen\n"
                    "put back: key child_pkey of child\ncommit");
    options.commit_each = false;
    options.connections = 4;
    CHECK(scratch::has(told(),
                       "4 connections, each with a range of every table's rows; if one fails, none of "
                       "them commits, and what was dropped is put back\n"
                       "drop for the load: key child_pkey of child, key parent_pkey of parent\n"));
    CHECK(synth::kept_words(work, synth::read_rebuild(work)).empty());
}
