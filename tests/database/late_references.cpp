// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/late_references.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

using synth::late_way;

namespace {

using places = std::vector<std::size_t>;

const synth::postgres_row_key id_key{{0}, {"="}};

// Tables t, each with the columns id and to, grouped.
synth::load_groups groups_of(synth::postgres_connection& connection,
                             const std::vector<synth::table_shape>& shapes) {
    std::vector<synth::target_table> targets;
    for (const synth::table_shape& shape : shapes) {
        targets.push_back({&shape, scratch::oid_of(connection, std::string{shape.name})});
    }
    return synth::group_tables(connection, targets);
}

} // namespace

TEST_CASE("the ways are tried from the cheapest on") {
    synth::postgres_reference plain;
    synth::postgres_reference deferrable;
    deferrable.deferrable = true;
    const synth::postgres_leeway nothing;
    const synth::postgres_leeway all{{1}, true, false, true, {}, {}};
    synth::postgres_leeway some = all;
    CHECK(synth::choose_late_way(deferrable, nothing, {}) == late_way::deferred);
    CHECK(synth::choose_late_way(plain, nothing, id_key) == late_way::none);
    CHECK(synth::choose_late_way(plain, all, id_key) == late_way::second_pass);
    CHECK(synth::choose_late_way(plain, all, {}) == late_way::added_after);
    some.delicate = true;
    CHECK(synth::choose_late_way(plain, some, id_key) == late_way::added_after);
    some.droppable = false;
    CHECK(synth::choose_late_way(plain, some, id_key) == late_way::second_pass);
    some.may_update = false;
    CHECK(synth::choose_late_way(plain, some, id_key) == late_way::none);
    some = all;
    some.nullable.clear();
    CHECK(synth::choose_late_way(plain, some, id_key) == late_way::added_after);
}

TEST_CASE("the order within a cycle is the one that the constraints of the server make cheapest") {
    auto connection = scratch::postgres(
        "CREATE TABLE rock (id bigint PRIMARY KEY, beats bigint NOT NULL);"
        "CREATE TABLE paper (id bigint PRIMARY KEY, beats bigint NOT NULL REFERENCES rock);"
        "CREATE TABLE scissors (id bigint PRIMARY KEY, beats bigint NOT NULL REFERENCES paper);"
        "ALTER TABLE rock ADD FOREIGN KEY (beats) REFERENCES scissors DEFERRABLE;"
        "CREATE TABLE game (id bigint REFERENCES scissors)");
    if (!connection) {
        return;
    }
    const auto table = [](std::string_view name) {
        return synth::table_shape{"", name, {bigint("id"), bigint("beats")}};
    };
    const auto found =
        groups_of(*connection, {table("game"), table("scissors"), table("paper"), table("rock")});
    REQUIRE(found.groups.size() == 2);
    CHECK(found.groups[0].tables == places{3, 2, 1});
    REQUIRE(found.groups[0].deferred.size() == 1);
    CHECK(found.groups[0].deferred[0].qualified == "public.rock_beats_fkey");
    CHECK(found.groups[1].tables == places{0});
    CHECK(found.notes ==
          std::vector<std::string>{"the cycle rock -> scissors -> paper -> rock: rock_beats_fkey "
                                   "is checked when all of its tables are filled"});
}

TEST_CASE("columns of several references of a table are filled in one pass") {
    auto connection =
        scratch::postgres("CREATE TABLE a (id bigint PRIMARY KEY, b bigint, c bigint);"
                          "CREATE TABLE b (id bigint PRIMARY KEY, a bigint NOT NULL REFERENCES a);"
                          "CREATE TABLE c (id bigint PRIMARY KEY, a bigint NOT NULL REFERENCES a);"
                          "ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b, ADD FOREIGN KEY (c) REFERENCES c");
    if (!connection) {
        return;
    }
    const auto found =
        groups_of(*connection, {{"", "b", {bigint("id"), bigint("a")}},
                                {"", "a", {bigint("id"), bigint("b", true), bigint("c", true)}},
                                {"", "c", {bigint("id"), bigint("a")}}});
    REQUIRE(found.groups.size() == 1);
    CHECK(found.groups[0].tables == places{1, 0, 2});
    REQUIRE(found.groups[0].passes.size() == 1);
    CHECK(found.groups[0].passes[0].table == 1);
    CHECK(found.groups[0].passes[0].columns == places{1, 2});
    CHECK(found.groups[0].passes[0].key.columns == places{0});
    CHECK(found.notes == std::vector<std::string>{"the cycle a -> b -> a: a.b is filled in a second pass",
                                                  "the cycle a -> c -> a: a.c is filled in a second pass"});
}

TEST_CASE("a deferrable reference of a table to itself waits for the whole table") {
    auto connection =
        scratch::postgres("CREATE TABLE t (id bigint PRIMARY KEY, next bigint REFERENCES t DEFERRABLE,"
                          " last bigint REFERENCES t)");
    if (!connection) {
        return;
    }
    const auto found = groups_of(*connection, {{"", "t", {bigint("id")}}});
    REQUIRE(found.groups.size() == 1);
    CHECK(found.groups[0].deferred.size() == 1);
    CHECK(found.groups[0].added_after.empty());
    CHECK(found.notes.empty());
}
