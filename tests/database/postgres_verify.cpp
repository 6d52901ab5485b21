// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/postgres_load.hpp>
#include <synth/database/postgres_verify.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

using scratch::has;

namespace {

const std::string two_tables =
    "CREATE SCHEMA sales; CREATE TABLE sales.parent (id bigint PRIMARY KEY, name text, seen timestamptz "
    "DEFAULT now());"
    "CREATE TABLE child (id bigint PRIMARY KEY, parent bigint REFERENCES sales.parent)";
const std::vector<std::size_t> both{0, 1};

row_list family() {
    row_list source;
    source.add({"sales", "parent", {bigint("id"), text("name", true)}},
               {{"1", "a"}, {"2", std::nullopt}, {"3", "c"}});
    source.add({"", "child", {bigint("id"), bigint("parent", true)}},
               {{"1", "1"}, {"2", std::nullopt}, {"3", "2"}});
    return source;
}

// What is told after the loaded database was changed.
std::string differences(const std::string& change) {
    auto connection = scratch::postgres(two_tables);
    if (!connection) {
        return {};
    }
    const row_list source = family();
    (void)synth::load_postgres(*connection, source, both);
    PQclear(PQexec(connection->get(), change.c_str()));
    return scratch::told_by(synth::verify_postgres(*connection, source, both));
}

bool no_server() { return !scratch::postgres_target(); }

synth::column_shape typed(std::string_view name, std::string_view type) {
    return {name, type, "text", 25, true, false, 0, {}};
}

} // namespace

TEST_CASE("what was loaded is equal, and columns that are not described do not count") {
    CHECK(differences("").empty());
    CHECK(differences("UPDATE sales.parent SET seen = NULL").empty());
}

TEST_CASE("each kind of difference is found and named") {
    if (no_server()) {
        return;
    }
    CHECK(differences("UPDATE sales.parent SET name = 'x' WHERE id = 2") ==
          "sales.parent row 1 (id 2): name is 'x', not NULL\n");
    CHECK(differences("DELETE FROM child WHERE id = 3") == "child row 2: not in the database: (3, 2)\n");
    CHECK(differences("INSERT INTO child VALUES (77, 1)") ==
          "child: a row that the plan does not make: (77, 1)\n");
    CHECK(differences("UPDATE child SET id = 9 WHERE id = 1") ==
          "child row 0: not in the database: (1, 1)\nchild: a row that the plan does not make: (9, 1)\n");
    CHECK(differences("UPDATE sales.parent SET name = '' WHERE id = 1") ==
          "sales.parent row 0 (id 1): name is '', not 'a'\n");
    CHECK(differences("ALTER TABLE child ADD CONSTRAINT c CHECK (parent = 1) NOT VALID") ==
          "child: 1 row breaks check c (NOT VALID)\n");
    CHECK(differences("ALTER TABLE child DISABLE TRIGGER ALL; ALTER TABLE sales.parent DISABLE TRIGGER ALL;"
                      "DELETE FROM sales.parent WHERE id = 2") ==
          "sales.parent row 1: not in the database: (2, NULL)\n"
          "child: 1 row breaks foreign key child_parent_fkey to sales.parent\n");
}

TEST_CASE("whatever the server respells compares equal") {
    auto connection = scratch::postgres(
        "CREATE DOMAIN cents AS numeric(20,4); CREATE TYPE pair AS (a int, b text);"
        "CREATE TABLE t (a jsonb, b char(5), c numeric, d cents, e timestamp(0), f interval, g int4range, h "
        "money,"
        " i xml, j tsvector, k point, l int[], m name, n \"char\", o bit(4), p pair, q char(3)[], r float8,"
        " s timestamptz, u timetz, v box, w jsonb[], x int8multirange, y bytea, z regclass)");
    if (!connection) {
        return;
    }
    synth::table_shape shape{"", "t", {}};
    const std::vector<std::string> types{"jsonb",
                                         "character(5)",
                                         "numeric",
                                         "cents",
                                         "timestamp(0) without time zone",
                                         "interval",
                                         "int4range",
                                         "money",
                                         "xml",
                                         "tsvector",
                                         "point",
                                         "integer[]",
                                         "name",
                                         "\"char\"",
                                         "bit(4)",
                                         "pair",
                                         "character(3)[]",
                                         "double precision",
                                         "timestamp with time zone",
                                         "time with time zone",
                                         "box",
                                         "jsonb[]",
                                         "int8multirange",
                                         "bytea",
                                         "regclass"};
    const std::vector<std::string> names{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m",
                                         "n", "o", "p", "q", "r", "s", "u", "v", "w", "x", "y", "z"};
    for (std::size_t index = 0; index < types.size(); ++index) {
        shape.columns.push_back(typed(names[index], types[index]));
        shape.columns.back().max_length = 5; // of b; the others ask for none
    }
    row_list plain;
    std::vector<std::optional<std::string>> cells{"{\"b\":1.50,  \"a\":\"\\\\\\\\ \\\\n \xc3\xa4\",\"b\":2}",
                                                  "ab",
                                                  "0012.500",
                                                  "7",
                                                  "2025-06-30 12:00:00.6",
                                                  "13 months 25:00:00",
                                                  "(1,5]",
                                                  "1234.5",
                                                  "<a>x &amp; y</a>",
                                                  "the quick brown fox",
                                                  "( 1 , 2.50 )",
                                                  "{ 1, NULL,3 }",
                                                  std::string(60, 'n'),
                                                  "q",
                                                  "1010",
                                                  "(1,\"x y\")",
                                                  "{a,\"b c\"}",
                                                  "1e22",
                                                  "2025-06-30 12:00:00+02",
                                                  "12:00+01",
                                                  "(0,0),(1,1)",
                                                  "{\"{\\\\\"a\\\\\":1}\",NULL}",
                                                  "{[1,2],[2,4]}",
                                                  "\\\\x00FF",
                                                  "pg_class"};
    plain.add(shape, {cells, std::vector<std::optional<std::string>>(cells.size())});
    connection->query("test", "SET TimeZone = 'Asia/Kolkata'");
    connection->query("test", "SET IntervalStyle = 'iso_8601'");
    (void)synth::load_postgres(*connection, plain, std::vector<std::size_t>{0});
    const synth::verify_report report =
        synth::verify_postgres(*connection, plain, std::vector<std::size_t>{0});
    CHECK(report.equal());
    CHECK(report.tables[0].differences.empty());
    connection->query("test", "UPDATE t SET a = '{\"b\":3}', q[2] = 'z' WHERE b = 'ab'");
    CHECK(synth::verify_postgres(*connection, plain, std::vector<std::size_t>{0}).differences() == 2);
}

TEST_CASE("drift and a missing privilege are one clear message, as they are for a load") {
    auto connection = scratch::postgres(two_tables);
    if (!connection) {
        return;
    }
    const row_list source = family();
    const auto verify = [&] {
        return scratch::thrown_by([&] { (void)synth::verify_postgres(*connection, source, both); });
    };
    const std::string role = "reader_" + std::to_string(PQbackendPID(connection->get()));
    connection->query("test", "CREATE ROLE " + role);
    connection->query("test", "GRANT USAGE ON SCHEMA sales, public TO " + role);
    connection->query("test", "GRANT SELECT ON sales.parent TO " + role);
    connection->query("test", "SET ROLE " + role);
    CHECK(verify() ==
          "synth: role " + role + " may not SELECT on child; grant it, or connect as the table's owner");
    connection->query("test", "RESET ROLE");
    connection->query("test", "GRANT SELECT ON child TO " + role);
    connection->query("test", "SET ROLE " + role);
    CHECK(has(synth::verify_postgres(*connection, source, both).tables[0].differences[0],
              "not in the database"));
    CHECK(has(scratch::thrown_by([&] {
                  connection->query("test", "RESET ROLE");
                  connection->query("test", "REVOKE SELECT ON sales.parent FROM " + role);
                  connection->query("test", "SET ROLE " + role);
                  (void)synth::verify_postgres(*connection, source, std::vector<std::size_t>{1});
              }),
              "synth: cannot check the constraints of child: role " + role +
                  " may not SELECT on sales.parent, to which child_parent_fkey refers; grant it"));
    connection->query("test", "RESET ROLE");
    connection->query("test", "GRANT SELECT ON sales.parent TO " + role);
    connection->query("test", "ALTER TABLE child ENABLE ROW LEVEL SECURITY");
    connection->query("test", "SET ROLE " + role);
    CHECK(verify() == "synth: row-level security hides rows of child from role " + role +
                          "; connect as the table's owner, or as a role with BYPASSRLS");
    connection->query("test", "RESET ROLE");
    connection->query("test", "DROP OWNED BY " + role);
    connection->query("test", "DROP ROLE " + role);
    connection->query("test", "ALTER TABLE child DROP COLUMN parent");
    CHECK(has(verify(), "synth: child has no column parent; the database is not the described one"));
    connection->query("test", "DROP TABLE child");
    CHECK(has(verify(), "has no table child; the database is not the described one"));
}

TEST_CASE("tables that inherit, partitions and tables without a key are read as they are") {
    auto connection =
        scratch::postgres("CREATE TABLE parted (id bigint) PARTITION BY HASH (id);"
                          "CREATE TABLE one PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 0);"
                          "CREATE TABLE two PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 1);"
                          "CREATE TABLE mother (id bigint);"
                          "CREATE TABLE daughter () INHERITS (mother)");
    if (!connection) {
        return;
    }
    row_list source;
    for (const char* name : {"parted", "mother", "daughter"}) {
        source.add({"", name, {bigint("id")}}, {{"1"}, {"2"}, {"2"}, {"3"}});
    }
    const std::vector<std::size_t> all{0, 1, 2};
    (void)synth::load_postgres(*connection, source, all);
    CHECK(synth::verify_postgres(*connection, source, all).equal());
    connection->query("test", "DELETE FROM daughter WHERE id = 2");
    const synth::verify_report report = synth::verify_postgres(*connection, source, all);
    CHECK(report.tables[0].equal());
    CHECK(report.tables[1].equal());
    CHECK(report.tables[2].missing == 2);
}

TEST_CASE("a comparison writes nothing, tells how far it is and may be ended") {
    auto connection = scratch::postgres(two_tables);
    if (!connection) {
        return;
    }
    const row_list source = family();
    (void)synth::load_postgres(*connection, source, both);
    connection->query("test", "SET default_transaction_read_only = on");
    std::string told;
    synth::verify_options options;
    options.progress = [&](std::size_t table, std::uint64_t rows) {
        told += std::to_string(table) + ":" + std::to_string(rows) + " ";
    };
    CHECK(synth::verify_postgres(*connection, source, both, options).equal());
    CHECK(told == "0:0 0:0 0:3 0:3 1:3 1:3 ");
    options.progress = [](std::size_t, std::uint64_t) { throw synth::database_error{"interrupted"}; };
    CHECK(scratch::thrown_by([&] { (void)synth::verify_postgres(*connection, source, both, options); }) ==
          "synth: interrupted");
    CHECK(scratch::cell(*connection, "SELECT 7") == "7");
}
