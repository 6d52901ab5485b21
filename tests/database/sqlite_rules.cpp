// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/database/sqlite_rules.hpp>

#include "scratch.hpp"

namespace {

std::string broken(const std::string& sql) {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(where, sql)};
    std::string all;
    for (const synth::broken_rule& each : synth::broken_rules(connection, {"", "t", {}})) {
        all += each.text + "\n";
    }
    return all;
}

} // namespace

TEST_CASE("rules that are kept are not told") {
    CHECK(broken("CREATE TABLE p (id INTEGER PRIMARY KEY); INSERT INTO p VALUES (1);"
                 "CREATE TABLE t (id INT CHECK (id > 0), p INT REFERENCES p); INSERT INTO t VALUES (1, 1), "
                 "(2, NULL);"
                 "CREATE TABLE other (p INT REFERENCES p); INSERT INTO other VALUES (9)")
              .empty());
}

TEST_CASE("references that no connection has enforced are found") {
    CHECK(broken("CREATE TABLE p (a INT, b INT, PRIMARY KEY (a, b)); INSERT INTO p VALUES (1, 1);"
                 "CREATE TABLE t (a INT, b INT, up INT REFERENCES p2(id), FOREIGN KEY (a, b) REFERENCES p);"
                 "CREATE TABLE p2 (id INT UNIQUE);"
                 "INSERT INTO t VALUES (1, 1, 5), (1, 2, NULL), (2, 2, NULL), (NULL, 3, NULL)") ==
          "t: 2 rows break foreign key (a, b) to p\nt: 1 row breaks foreign key (up) to p2\n");
}

TEST_CASE("checks and NOT NULL that were ignored are found") {
    const std::string found = broken("CREATE TABLE t (id INT CHECK (id > 0), name TEXT);"
                                     "PRAGMA ignore_check_constraints = ON;"
                                     "INSERT INTO t VALUES (-1, 'a'), (-2, NULL), (3, 'c')");
    CHECK(found == "t: 2 rows break a CHECK\n");
}

TEST_CASE("NULL is counted in a table without rowids, where SQLite may take values for it") {
    CHECK(
        broken("CREATE TABLE t (at INT NOT NULL, device INT NOT NULL, level INT NOT NULL, place INT NOT NULL,"
               " PRIMARY KEY (at, device, place)) WITHOUT ROWID; INSERT INTO t VALUES (1, 2, 3, 4)")
            .empty());
    CHECK(broken("CREATE TABLE t (id INT PRIMARY KEY, level INT) WITHOUT ROWID; INSERT INTO t VALUES (1, "
                 "NULL), (2, 1);"
                 "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE t (id INT "
                 "PRIMARY KEY, "
                 "level INT NOT NULL) WITHOUT ROWID'") == "t: 1 row breaks NOT NULL of level\n");
}
