// SPDX-License-Identifier: BSL-1.0
// Loads of tables that refer to each other, in each of the ways that there are.
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/postgres_cycles.hpp>
#include <synth/database/postgres_load.hpp>
#include <synth/database/postgres_own_rows.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

using scratch::has;

namespace {

using places = std::vector<std::size_t>;
using row = row_list::row;

// Each hen out of an egg, each egg from a hen; `last` is the egg of the last hen.
const std::string hens =
    "CREATE TABLE nest (id bigint PRIMARY KEY);"
    "CREATE TABLE hen (id bigserial PRIMARY KEY, egg bigint %hen%);"
    "CREATE TABLE egg (id bigint PRIMARY KEY, hen bigint NOT NULL);"
    "CREATE TABLE chick (id bigint PRIMARY KEY, egg bigint NOT NULL REFERENCES egg);"
    "ALTER TABLE hen ADD CONSTRAINT \"hen's egg\" FOREIGN KEY (egg) REFERENCES egg %egg%;"
    "ALTER TABLE egg ADD FOREIGN KEY (hen) REFERENCES hen";

std::string with(const std::string& of_column, const std::string& of_constraint) {
    std::string sql = hens;
    sql.replace(sql.find("%hen%"), 5, of_column);
    return sql.replace(sql.find("%egg%"), 5, of_constraint);
}

row_list farm(bool nullable, std::string last = "11") {
    row_list source;
    source.add({"", "nest", {bigint("id")}}, {{"1"}});
    std::vector<row> rows{{"1", "12"}, {"2", "11"}, {"3", std::move(last)}};
    if (nullable) {
        rows.push_back({"4", std::nullopt});
    }
    source.add({"", "hen", {bigint("id"), bigint("egg", nullable)}}, std::move(rows));
    source.add({"", "egg", {bigint("id"), bigint("hen")}}, {{"11", "1"}, {"12", "3"}});
    source.add({"", "chick", {bigint("id"), bigint("egg")}}, {{"21", "12"}});
    return source;
}

const places all{0, 1, 2, 3};
const std::string pairs =
    "SELECT string_agg(id || ':' || coalesce(egg::text, '-'), ' ' ORDER BY id) FROM hen";
const std::string constraints =
    "SELECT string_agg(conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated || ' ' ||"
    " coalesce(obj_description(oid, 'pg_constraint'), '-'), ', ' ORDER BY conname)"
    " FROM pg_constraint WHERE contype = 'f'";

std::string counts(synth::postgres_connection& connection) {
    return scratch::cell(connection,
                         "SELECT (SELECT count(*) FROM nest) || ' ' || (SELECT count(*) FROM hen) || ' ' ||"
                         " (SELECT count(*) FROM egg) || ' ' || (SELECT count(*) FROM chick)");
}

std::vector<std::string> notes_of(synth::postgres_connection& connection, const row_list& source) {
    synth::load_options options;
    options.dry_run = true;
    return synth::load_postgres(connection, source, all, options).notes;
}

// A load, one that fails in its middle and one that replaces rows; the constraints are the same afterwards.
void check_way(const std::string& sql, bool nullable, const std::string& note) {
    auto connection = scratch::postgres(sql);
    if (!connection) {
        return;
    }
    const std::string before = scratch::cell(*connection, constraints);
    CHECK(notes_of(*connection, farm(nullable)) ==
          std::vector<std::string>{"the cycle hen -> egg -> hen: " + note});
    CHECK(counts(*connection) == "0 0 0 0");

    synth::load_options each;
    each.commit_each = true;
    const std::string error =
        scratch::thrown_by([&] { (void)synth::load_postgres(*connection, farm(nullable, "99"), all, each); });
    CHECK(has(error, "violates foreign key constraint \"hen's egg\""));
    CHECK(has(error, "; complete before it: nest; nothing of the other tables"));
    CHECK(counts(*connection) == "1 0 0 0");
    CHECK(scratch::cell(*connection, constraints) == before);

    synth::load_options options;
    options.truncate = true;
    const synth::load_report report = synth::load_postgres(*connection, farm(nullable), all, options);
    CHECK(report.tables == all);
    CHECK(report.rows == (nullable ? 8 : 7));
    CHECK(scratch::cell(*connection, pairs) == (nullable ? "1:12 2:11 3:11 4:-" : "1:12 2:11 3:11"));
    CHECK(counts(*connection) == (nullable ? "1 4 2 1" : "1 3 2 1"));
    CHECK(scratch::cell(*connection, constraints) == before);

    const std::string second = scratch::thrown_by(
        [&] { (void)synth::load_postgres(*connection, farm(nullable, "99"), all, options); });
    CHECK(has(second, "violates foreign key constraint \"hen's egg\""));
    CHECK(has(second, "; nothing was changed, the old rows are still there"));
    CHECK(counts(*connection) == (nullable ? "1 4 2 1" : "1 3 2 1"));
    CHECK(scratch::cell(*connection, constraints) == before);
    CHECK(has(scratch::thrown_by([&] { connection->query("test", "INSERT INTO hen VALUES (9, 99)"); }),
              "violates foreign key constraint"));
}

} // namespace

TEST_CASE("a deferrable constraint is checked behind the rows of its cycle") {
    check_way(with("NOT NULL", "DEFERRABLE"), false,
              "\"hen's egg\" is checked when all of its tables are filled");
    check_way(with("NOT NULL", "DEFERRABLE INITIALLY DEFERRED"), false,
              "\"hen's egg\" is checked when all of its tables are filled");
}

TEST_CASE("columns that may be NULL are filled in a second pass") {
    check_way(with("DEFAULT 7", ""), true, "hen.egg is filled in a second pass");
    check_way(with("", "ON UPDATE CASCADE"), true, "hen.egg is filled in a second pass");
}

TEST_CASE("a constraint that nothing else helps is dropped and added again as it was") {
    const std::string comment = "; COMMENT ON CONSTRAINT \"hen's egg\" ON hen IS 'it''s first'";
    const std::string note =
        "constraint \"hen's egg\" of hen is dropped, and added again behind the rows, in one transaction";
    check_way(with("NOT NULL", "ON DELETE CASCADE") + comment, false, note);
    check_way(with("CHECK (egg > 0)", "MATCH FULL"), true, note);
}

TEST_CASE("a constraint that was not valid looks at new rows all the same, and is as it was") {
    auto connection = scratch::postgres(with("NOT NULL", "NOT VALID"));
    if (!connection) {
        return;
    }
    CHECK(synth::load_postgres(*connection, farm(false), all).rows == 7);
    CHECK(scratch::cell(*connection,
                        "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND NOT convalidated") ==
          "1");
}

TEST_CASE("a role that may do none of this is told what is missing, and nothing is loaded") {
    auto connection = scratch::postgres(with("NOT NULL", ""));
    if (!connection) {
        return;
    }
    const std::string role = "synth_test_" + std::to_string(::getpid());
    const auto load = [&] {
        connection->query("test", "SET ROLE " + role);
        const std::string error =
            scratch::thrown_by([&] { (void)synth::load_postgres(*connection, farm(true), all); });
        connection->query("test", "RESET ROLE");
        return error;
    };
    connection->query("test", "CREATE ROLE " + role);
    connection->query("test", "GRANT USAGE ON SCHEMA public TO " + role);
    connection->query("test", "GRANT SELECT, INSERT ON nest, hen, egg, chick TO " + role);
    connection->query("test", "GRANT SELECT, UPDATE ON SEQUENCE hen_id_seq TO " + role);
    connection->query("test", "ALTER TABLE hen ALTER egg DROP NOT NULL");
    CHECK(
        load() ==
        "synth: the cycle hen -> egg -> hen: no table can be filled first: constraint \"hen's egg\" of hen "
        "is not "
        "deferrable, role " +
            role + " may not fill its columns in a second pass and role " + role +
            " may not drop it and add it again; connect as postgres, the owner, grant UPDATE on hen and "
            "TEMPORARY on "
            "the database, or make it deferrable: ALTER TABLE hen ALTER CONSTRAINT \"hen's egg\" DEFERRABLE");
    CHECK(counts(*connection) == "0 0 0 0");
    connection->query("test", "GRANT UPDATE ON hen TO " + role);
    CHECK(load() == "");
    CHECK(counts(*connection) == "1 4 2 1");
    connection->query("test", "DROP OWNED BY " + role);
    connection->query("test", "DROP ROLE " + role);
}

TEST_CASE("a load that is interrupted in its second pass leaves nothing") {
    auto connection = scratch::postgres(with("", ""));
    if (!connection) {
        return;
    }
    std::string told;
    synth::load_options options;
    options.progress = [&](std::size_t table, std::uint64_t rows) {
        told += std::to_string(table) + ":" + std::to_string(rows) + " ";
        if (told == "0:1 1:4 2:2 2:2 ") {
            throw synth::database_error{"interrupted"};
        }
    };
    const std::string error =
        scratch::thrown_by([&] { (void)synth::load_postgres(*connection, farm(true), all, options); });
    CHECK(error == "synth: interrupted; nothing was loaded");
    CHECK(counts(*connection) == "0 0 0 0");
}

TEST_CASE("a cycle of large tables needs no way of its own: its foreign keys are dropped as all are") {
    auto connection = scratch::postgres(with("", "ON DELETE CASCADE"));
    if (!connection) {
        return;
    }
    const std::string before = scratch::cell(*connection, constraints);
    synth::load_options options;
    options.rebuild_from = 1;
    SUBCASE("in one transaction") {}
    SUBCASE("in one for each group") { options.commit_each = true; }
    SUBCASE("over several connections") { options.connections = 2; }
    const synth::load_report report = synth::load_postgres(*connection, farm(true), all, options);
    CHECK(report.notes.empty());
    CHECK(scratch::cell(*connection, pairs) == "1:12 2:11 3:11 4:-");
    CHECK(scratch::cell(*connection, constraints) == before);
}

TEST_CASE("a second pass that does not find its rows is an error") {
    auto connection = scratch::postgres(
        "CREATE TABLE t (id bigint PRIMARY KEY, v bigint); CREATE TABLE heir () INHERITS (t);"
        "INSERT INTO t VALUES (1), (3); INSERT INTO heir VALUES (1)");
    if (!connection) {
        return;
    }
    row_list source;
    source.add({"", "t", {bigint("id"), bigint("v", true)}}, {{"1", "5"}, {"2", "6"}, {"3", std::nullopt}});
    const synth::second_pass pass{0, {1}, {{0}, {"OPERATOR(pg_catalog.=)"}}};
    const std::string relation =
        synth::own_rows(*connection, "test", source.shape(0), scratch::oid_of(*connection, "t"));
    CHECK(relation == "ONLY \"t\"");
    const synth::postgres_transaction transaction{*connection};
    CHECK(has(scratch::thrown_by(
                  [&] { synth::run_second_pass(*connection, pass, {source, 0, true, 1, relation}, [] {}); }),
              "synth: cannot fill t.v in a second pass: 2 rows were to change, but 1 did; the database has a "
              "rule"));
}

TEST_CASE("tables with partitions, two late references and text rows are filled too") {
    auto connection = scratch::postgres(
        "CREATE TABLE a (g bigint, id bigint, b bigint, c text, at point, PRIMARY KEY (g, id)) PARTITION BY "
        "LIST (g);"
        "CREATE TABLE a1 PARTITION OF a FOR VALUES IN (1); CREATE TABLE a2 PARTITION OF a DEFAULT;"
        "CREATE TABLE b (id bigint PRIMARY KEY, g bigint NOT NULL, a bigint NOT NULL,"
        " FOREIGN KEY (g, a) REFERENCES a);"
        "CREATE TABLE c (name text PRIMARY KEY, b bigint NOT NULL REFERENCES b);"
        "ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b, ADD FOREIGN KEY (c) REFERENCES c");
    if (!connection) {
        return;
    }
    row_list source;
    source.add({"",
                "a",
                {bigint("id"),
                 {"at", "point", "text", 25, true, true, 0, {}},
                 text("c", true),
                 bigint("g"),
                 bigint("b", true)}},
               {{"1", "(1,2)", "x\\\\y", "1", std::nullopt},
                {"1", std::nullopt, std::nullopt, "2", "8"},
                {"2", std::nullopt, std::nullopt, "2", std::nullopt}});
    source.add({"", "b", {bigint("id"), bigint("g"), bigint("a")}}, {{"7", "1", "1"}, {"8", "2", "1"}});
    source.add({"", "c", {text("name"), bigint("b")}}, {{"x\\y", "7"}});
    const synth::load_report report = synth::load_postgres(*connection, source, places{0, 1, 2});
    CHECK(report.notes.size() == 2);
    CHECK(scratch::cell(*connection,
                        "SELECT string_agg(concat_ws(':', g, id, b, c, at), ' ' ORDER BY g, id) FROM a") ==
          "1:1:x\\y:(1,2) 2:1:8 2:2");
    CHECK(scratch::cell(*connection,
                        "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND NOT convalidated") ==
          "0");
}

TEST_CASE("rows of a table may refer to themselves, to rows before and, deferrable, to rows behind") {
    auto connection =
        scratch::postgres("CREATE TABLE t (id bigint PRIMARY KEY, up bigint NOT NULL REFERENCES t,"
                          " next bigint NOT NULL REFERENCES t DEFERRABLE)");
    if (!connection) {
        return;
    }
    row_list source;
    source.add({"", "t", {bigint("id"), bigint("up"), bigint("next")}}, {{"1", "1", "2"}, {"2", "1", "2"}});
    CHECK(synth::load_postgres(*connection, source, places{0}).rows == 2);
}

TEST_CASE("the session of a load has its times in UTC") {
    auto connection = scratch::postgres("CREATE TABLE t (at timestamptz CHECK (date_part('hour', at) < 12))");
    if (!connection) {
        return;
    }
    connection->query("test", "SET TimeZone = 'Asia/Tokyo'");
    row_list source;
    source.add({"", "t", {{"at", "timestamptz", "timestamp with time zone", 0, true, false, 0, {}}}},
               {{"2025-01-01 01:00:00+00"}, {"2025-01-01 08:00:00+00"}});
    CHECK(synth::load_postgres(*connection, source, places{0}).rows == 2);
}
