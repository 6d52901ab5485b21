// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <string>
#include <vector>

#include "fixture.hpp"
#include "header.hpp"
#include "sqlite_catalog.hpp"

using namespace synth::introspect;

namespace {

header header_of(const std::string& sql) {
    const introspect_test::folder place;
    return make_header(read_sqlite(place.sqlite(sql)), "database");
}

bool warns(const header& one, const std::string& part) {
    return std::ranges::any_of(one.warnings,
                               [&](const std::string& each) { return each.find(part) != std::string::npos; });
}

} // namespace

TEST_CASE("tables that refer to each other keep all of their references") {
    const header made =
        header_of("CREATE TABLE a (id INTEGER PRIMARY KEY, b_id INTEGER NOT NULL REFERENCES b);"
                  "CREATE TABLE b (id INTEGER PRIMARY KEY, c_id INTEGER REFERENCES c);"
                  "CREATE TABLE c (id INTEGER PRIMARY KEY, a_id INTEGER NOT NULL REFERENCES a);");
    CHECK(made.references == 3);
    CHECK(made.warnings.empty());
}

TEST_CASE("keys that are made of each other give way") {
    const header made = header_of("CREATE TABLE a (id INTEGER PRIMARY KEY REFERENCES b);"
                                  "CREATE TABLE b (id INTEGER PRIMARY KEY REFERENCES a);");
    CHECK(made.references == 1);
    CHECK(warns(made, "a key would take its values from itself through it"));
}

TEST_CASE("a key of narrow columns is kept") {
    const header made = header_of("CREATE TABLE a (id INTEGER PRIMARY KEY);"
                                  "CREATE TABLE b (a INTEGER NOT NULL REFERENCES a, language CHAR(2) NOT "
                                  "NULL, PRIMARY KEY (a, language));");
    CHECK(made.references == 1);
    CHECK(made.warnings.empty());
}

TEST_CASE("a table that refers to itself is no cycle") {
    const header made = header_of("CREATE TABLE a (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES a);");
    CHECK(made.references == 1);
    CHECK(made.warnings.empty());
}

TEST_CASE("keys of references are kept where the library can") {
    const header made =
        header_of("CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (id INTEGER PRIMARY KEY);"
                  "CREATE TABLE ab (a INTEGER REFERENCES a, b INTEGER REFERENCES b, PRIMARY KEY (a, b));");
    CHECK(made.references == 2);
    CHECK(made.warnings.empty());
}

TEST_CASE("references that share a column and no ancestor are kept by a table of what they share") {
    const header made = header_of("CREATE TABLE a (x INTEGER, y INTEGER, PRIMARY KEY (x, y));"
                                  "CREATE TABLE b (x INTEGER, z INTEGER, PRIMARY KEY (x, z));"
                                  "CREATE TABLE c (x INTEGER NOT NULL, y INTEGER NOT NULL, z INTEGER NOT "
                                  "NULL, FOREIGN KEY (x, y) REFERENCES a,"
                                  "FOREIGN KEY (x, z) REFERENCES b);");
    CHECK(made.references == 2);
    CHECK(made.warnings.empty());
}

TEST_CASE("references that share columns of which others decide some are not both kept") {
    const header made =
        header_of("CREATE TABLE q (x INTEGER, w INTEGER, PRIMARY KEY (x, w));"
                  "CREATE TABLE a (x INTEGER, v INTEGER, y INTEGER, w INTEGER NOT NULL,"
                  "PRIMARY KEY (x, v, y), FOREIGN KEY (x, w) REFERENCES q);"
                  "CREATE TABLE b (x INTEGER, v INTEGER, z INTEGER, PRIMARY KEY (x, v, z));"
                  "CREATE TABLE c (x INTEGER NOT NULL, v INTEGER NOT NULL, y INTEGER NOT NULL, z "
                  "INTEGER NOT NULL, FOREIGN KEY (x, v, y) REFERENCES a,"
                  "FOREIGN KEY (x, v, z) REFERENCES b);");
    CHECK(made.references == 2);
    CHECK(warns(made, "c: foreign key (x, v, z) references main.b; it shares columns"));
}

TEST_CASE("a reference between types that do not fit is left out") {
    const header made =
        header_of("CREATE TABLE a (code VARCHAR(3) PRIMARY KEY, n NUMERIC(5,0) UNIQUE);"
                  "CREATE TABLE b (code INTEGER REFERENCES a, n NUMERIC(6,0) NOT NULL REFERENCES a (n),"
                  "m SMALLINT REFERENCES c); CREATE TABLE c (id INTEGER PRIMARY KEY);");
    CHECK(made.references == 1);
    CHECK(warns(made, "b: foreign key (code) references main.a; its columns have another type"));
    CHECK(warns(made,
                "b: foreign key (n) references main.a; its columns have another type than the key; give both "
                "sides one type; rows may break it"));
}

TEST_CASE("a hundred tables that refer to each other come to an end") {
    std::string sql;
    for (int at = 0; at < 100; ++at) {
        sql += "CREATE TABLE t" + std::to_string(at) + " (id INTEGER PRIMARY KEY";
        for (int to = 0; to < 100; to += 9) {
            sql += ", r" + std::to_string(to) + " INTEGER REFERENCES t" + std::to_string(to);
        }
        sql += ");";
    }
    const header made = header_of(sql);
    CHECK(made.tables == 100);
    CHECK(made.references > 1000);
}
