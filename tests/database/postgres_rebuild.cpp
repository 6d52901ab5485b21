// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/joined.hpp>
#include <synth/database/postgres_rebuild.hpp>

#include "scratch.hpp"

namespace {

using parts = std::vector<synth::structure_part>;

synth::structure_part key(std::string table, std::string index, std::string why = {}) {
    synth::structure_part part;
    part.kind = synth::structure_kind::key;
    part.oid = "c" + index;
    part.shown = index;
    part.index = std::move(index);
    part.table = std::move(table);
    part.why_kept = std::move(why);
    return part;
}

synth::structure_part foreign_key(std::string table, std::string index, std::string why = {}) {
    synth::structure_part part;
    part.kind = synth::structure_kind::foreign_key;
    part.shown = table + "->" + index;
    part.oid = part.shown;
    part.index = std::move(index);
    part.table = std::move(table);
    part.why_kept = std::move(why);
    return part;
}

std::string shown(const parts& some) { return synth::joined(some, " ", &synth::structure_part::shown); }

const std::vector<std::string> both{"child", "parent"};

} // namespace

TEST_CASE("what belongs to tables for which it pays is dropped") {
    const parts all{foreign_key("child", "pk"), key("child", "ck"), key("parent", "pk")};
    CHECK(shown(synth::plan_rebuild(all, both).dropped) == "child->pk ck pk");
    const synth::rebuild_plan none = synth::plan_rebuild(all, {});
    CHECK(none.dropped.empty());
    CHECK(none.kept.empty());
    CHECK(shown(none.others) == "child->pk");
    CHECK(shown(synth::plan_rebuild(all, std::vector<std::string>{"child"}).dropped) == "child->pk ck");
}

TEST_CASE("a foreign key of a small table goes with the key that it leads to") {
    const parts all{foreign_key("child", "pk"), key("child", "ck"), key("parent", "pk")};
    CHECK(shown(synth::plan_rebuild(all, std::vector<std::string>{"parent"}).dropped) == "child->pk pk");
}

TEST_CASE("a key stays where a foreign key that leads to it stays, and says why") {
    const parts all{foreign_key("child", "pk", "it is NOT VALID"), key("child", "ck"), key("parent", "pk")};
    const synth::rebuild_plan plan = synth::plan_rebuild(all, both);
    CHECK(shown(plan.dropped) == "ck");
    CHECK(shown(plan.kept) == "child->pk pk");
    CHECK(plan.kept.back().why_kept == "child->pk leads to it and stays: it is NOT VALID");
    CHECK(shown(plan.others) == "child->pk");
}

TEST_CASE("a trigger keeps all") {
    const synth::rebuild_plan plan =
        synth::plan_rebuild({key("child", "ck"), key("parent", "pk", "x")}, both, "trigger t of child");
    CHECK(plan.dropped.empty());
    CHECK(plan.kept.front().why_kept == "trigger t of child may need it");
    CHECK(plan.kept.back().why_kept == "x");
}

TEST_CASE("while some tables are filled their parts go, and what leads to their keys") {
    const parts all{foreign_key("child", "pk"), foreign_key("parent", "rk"), key("child", "ck"),
                    key("parent", "pk"), key("root", "rk")};
    const synth::rebuild_plan plan =
        synth::plan_rebuild(all, std::vector<std::string>{"child", "parent", "root"});
    CHECK(shown(synth::parts_for(plan, std::vector<std::string>{"parent"})) == "child->pk parent->rk pk");
    CHECK(shown(synth::parts_for(plan, std::vector<std::string>{"child"})) == "child->pk ck");
}

TEST_CASE("triggers are found unless they are off") {
    auto connection =
        scratch::postgres("CREATE TABLE t (id bigint PRIMARY KEY REFERENCES t);"
                          "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
                          "CREATE TRIGGER audit BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()");
    if (!connection) {
        return;
    }
    const std::vector<std::string> oids{scratch::oid_of(*connection, "t")};
    CHECK(synth::trigger_of(*connection, oids) == "trigger audit of t");
    connection->query("test", "ALTER TABLE t DISABLE TRIGGER audit");
    CHECK(synth::trigger_of(*connection, oids).empty());
}

TEST_CASE("triggers of single partitions are found") {
    auto connection =
        scratch::postgres("CREATE TABLE t (id bigint) PARTITION BY RANGE (id);"
                          "CREATE TABLE low PARTITION OF t DEFAULT;"
                          "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
                          "CREATE TRIGGER audit BEFORE INSERT ON low FOR EACH ROW EXECUTE FUNCTION f()");
    if (!connection) {
        return;
    }
    const std::vector<std::string> oids{scratch::oid_of(*connection, "t")};
    CHECK(synth::trigger_of(*connection, oids) == "trigger audit of low");
}

TEST_CASE("an error names what could not be dropped or put back") {
    auto connection = scratch::postgres("CREATE TABLE t (id bigint)");
    if (!connection) {
        return;
    }
    synth::structure_part part = key("t", "t_pkey of t");
    part.drop = "DROP INDEX nowhere";
    part.put_back = {"CREATE INDEX i ON nowhere (id)"};
    const parts some{part};
    CHECK(scratch::has(scratch::thrown_by([&] { synth::drop_parts(*connection, some); }),
                       "synth: cannot drop t_pkey of t for the load: "));
    CHECK(scratch::has(scratch::thrown_by([&] {
                           synth::put_back_parts(*connection, some, synth::put_back_turn::keys_and_indexes,
                                                 [] {});
                       }),
                       "synth: cannot put back t_pkey of t: "));
    synth::put_back_parts(*connection, some, synth::put_back_turn::foreign_keys, [] {});
}
