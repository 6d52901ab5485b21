// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/postgres_freeze.hpp>
#include <synth/database/postgres_rebuild.hpp>

#include "scratch.hpp"

namespace {

// The names of the tables, of all that there are, whose rows may be frozen.
std::string freezable(synth::postgres_connection& connection) {
    std::vector<std::string> oids;
    const synth::postgres_result all =
        connection.query("test", "SELECT oid FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace ="
                                 " 'public'::regnamespace AND relname NOT LIKE '%outside' ORDER BY relname");
    for (int row = 0; row < all.rows(); ++row) {
        oids.emplace_back(all.text(row, 0));
    }
    const auto staying = synth::plan_rebuild(synth::structure_of(connection, oids), {}).others;
    std::string names;
    for (const std::string& oid : synth::freezable_tables(connection, oids, staying)) {
        names += scratch::cell(connection, "SELECT relname FROM pg_class WHERE oid = " + oid) + " ";
    }
    return names;
}

} // namespace

TEST_CASE("ordinary tables take frozen rows, alone or with those that refer to them") {
    auto connection = scratch::postgres("CREATE TABLE a (id bigint PRIMARY KEY);"
                                        "CREATE TABLE b (id bigint PRIMARY KEY REFERENCES a, self bigint "
                                        "REFERENCES b); CREATE TABLE c (id bigint PRIMARY KEY)");
    if (!connection) {
        return;
    }
    CHECK(freezable(*connection) == "a b c ");
}

TEST_CASE("a table whose TRUNCATE would be noticed takes none, nor do those to which it refers") {
    const std::string tables =
        "CREATE TABLE a (id bigint PRIMARY KEY); CREATE TABLE b (id bigint PRIMARY KEY "
        "REFERENCES a); CREATE TABLE c (id bigint PRIMARY KEY REFERENCES b);"
        "CREATE TABLE d (id bigint);";
    SUBCASE("a trigger") {
        auto connection = scratch::postgres(
            tables + "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';"
                     "CREATE TRIGGER audit AFTER TRUNCATE ON b EXECUTE FUNCTION f()");
        if (connection) {
            CHECK(freezable(*connection) == "c d ");
        }
    }
    SUBCASE("a publication") {
        auto connection = scratch::postgres(tables + "DROP PUBLICATION IF EXISTS synth_test;"
                                                     "CREATE PUBLICATION synth_test FOR TABLE c");
        if (connection) {
            CHECK(freezable(*connection) == "d ");
            connection->query("test", "DROP PUBLICATION synth_test");
        }
    }
    SUBCASE("a table that is not loaded") {
        auto connection = scratch::postgres(tables + "CREATE TABLE outside (id bigint REFERENCES a)");
        if (connection) {
            CHECK(freezable(*connection) == "b c d ");
        }
    }
    SUBCASE("rows that the role may not see") {
        auto connection = scratch::postgres(tables + "ALTER TABLE c ENABLE ROW LEVEL SECURITY");
        if (connection) {
            CHECK(freezable(*connection) == "a b c d "); // a superuser sees all
            const std::string role = "synth_test_" + std::to_string(::getpid());
            connection->query("test", "CREATE ROLE " + role);
            connection->query("test", "GRANT USAGE ON SCHEMA public TO " + role);
            connection->query("test", "GRANT ALL ON ALL TABLES IN SCHEMA public TO " + role);
            connection->query("test", "SET ROLE " + role);
            CHECK(freezable(*connection) == "d ");
            connection->query("test", "RESET ROLE");
            connection->query("test", "DROP OWNED BY " + role);
            connection->query("test", "DROP ROLE " + role);
        }
    }
    SUBCASE("partitions") {
        auto connection = scratch::postgres(tables + "CREATE TABLE p (id bigint) PARTITION BY RANGE (id);"
                                                     "CREATE TABLE q PARTITION OF p DEFAULT");
        if (connection) {
            CHECK(freezable(*connection) == "a b c d ");
        }
    }
}
