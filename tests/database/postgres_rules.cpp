// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/database/postgres_rules.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

namespace {

std::string broken(synth::postgres_connection& connection, std::string_view table = "t") {
    std::string all;
    for (const synth::broken_rule& each :
         synth::broken_rules(connection, {"", table, {}}, scratch::oid_of(connection, std::string{table}))) {
        all += each.text + "\n";
    }
    return all;
}

} // namespace

TEST_CASE("rules that are kept are not told") {
    auto connection = scratch::postgres(
        "CREATE TABLE p (a int, b text, PRIMARY KEY (a, b)); INSERT INTO p VALUES (1, 'x');"
        "CREATE TABLE t (id int PRIMARY KEY, a int, b text, CHECK (a > 0),"
        " FOREIGN KEY (a, b) REFERENCES p); INSERT INTO t VALUES (1, 1, 'x'), (2, NULL, 'y'), (3, 7, NULL)");
    if (!connection) {
        return;
    }
    CHECK(broken(*connection).empty());
}

TEST_CASE("rules that the database does not enforce are looked at") {
    auto connection = scratch::postgres(
        "CREATE TABLE p (a int, b text, PRIMARY KEY (a, b)); INSERT INTO p VALUES (1, 'x');"
        "CREATE TABLE t (id int, a int, b text, \"To tal\" int);"
        "INSERT INTO t VALUES (1, 1, 'y', -1), (2, NULL, 'y', 1), (2, NULL, NULL, NULL), (3, 2, 'x', -2);"
        "ALTER TABLE t ADD CONSTRAINT positive CHECK (\"To tal\" > 0 OR id = 3) NOT VALID;"
        "ALTER TABLE t ADD CONSTRAINT simple FOREIGN KEY (a, b) REFERENCES p NOT VALID;"
        "ALTER TABLE t ADD CONSTRAINT whole FOREIGN KEY (a, b) REFERENCES p MATCH FULL NOT VALID");
    if (!connection) {
        return;
    }
    CHECK(broken(*connection) == "t: 2 rows break foreign key simple (NOT VALID) to p\n"
                                 "t: 3 rows break foreign key whole (NOT VALID) to p\n"
                                 "t: 1 row breaks check positive (NOT VALID)\n");
}

TEST_CASE("a reference that a disabled trigger let pass is found") {
    auto connection =
        scratch::postgres("CREATE TABLE t (id int PRIMARY KEY, up int CONSTRAINT up_fk REFERENCES t);"
                          "ALTER TABLE t DISABLE TRIGGER ALL; INSERT INTO t VALUES (1, 9)");
    if (!connection) {
        return;
    }
    CHECK(broken(*connection) == "t: 1 row breaks foreign key up_fk to t\n");
}

TEST_CASE("checks of domains over domains are looked at") {
    auto connection =
        scratch::postgres("CREATE DOMAIN low AS char(3); CREATE DOMAIN high AS low;"
                          "CREATE TABLE t (id int, code high); INSERT INTO t VALUES (1, 'abc'), (2, 'x');"
                          "ALTER DOMAIN low ADD CONSTRAINT long CHECK (length(VALUE) = 3) NOT VALID;"
                          "ALTER DOMAIN high ADD CONSTRAINT not_a CHECK (VALUE !~ 'a') NOT VALID");
    if (!connection) {
        return;
    }
    CHECK(broken(*connection) ==
          "t: 1 row breaks check long (NOT VALID) of domain low by its column code\n"
          "t: 1 row breaks check not_a (NOT VALID) of domain high by its column code\n");
}

TEST_CASE("an invalid unique index is named") {
    auto connection = scratch::postgres("CREATE TABLE t (id int); INSERT INTO t VALUES (1), (1)");
    if (!connection) {
        return;
    }
    PQclear(PQexec(connection->get(), "CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id)"));
    CHECK(broken(*connection) ==
          "t: index t_id (invalid): the key is not enforced; rebuild it with REINDEX\n");
}

TEST_CASE("partitioned tables and tables that inherit are told apart") {
    auto connection = scratch::postgres(
        "CREATE TABLE t (id int, CHECK (id < 10)) PARTITION BY LIST (id);"
        "CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1, 2); INSERT INTO t VALUES (1), (2);"
        "ALTER TABLE t ADD CONSTRAINT two CHECK (id <> 2) NOT VALID;"
        "CREATE TABLE mother (id int); CREATE TABLE child () INHERITS (mother); INSERT INTO child VALUES (5);"
        "ALTER TABLE mother ADD CONSTRAINT five CHECK (id <> 5) NOT VALID");
    if (!connection) {
        return;
    }
    CHECK(broken(*connection) == "t: 1 row breaks check two (NOT VALID)\n");
    CHECK(broken(*connection, "mother").empty());
    CHECK(broken(*connection, "child") == "child: 1 row breaks check five (NOT VALID)\n");
}
