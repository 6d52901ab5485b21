// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "sqlite_catalog.hpp"

using namespace synth::introspect;

TEST_CASE("CHECK clauses are found in the text of a table") {
    CHECK(check_clauses("CREATE TABLE t (a CHECK (a > 0), b, CONSTRAINT c check(a < (b + 1)))") ==
          std::vector<check_clause>{{"", "a > 0"}, {"c", "a < (b + 1)"}});
    CHECK(check_clauses("CREATE TABLE t (a CHECK /* now */ -- )\n (a <> ')'), b)") ==
          std::vector<check_clause>{{"", "a <> ')'"}});
    CHECK(check_clauses(
              "CREATE TABLE t (a CONSTRAINT \"b \"\"c\" CHECK (1) CONSTRAINT [d e] NOT NULL CHECK (2))") ==
          std::vector<check_clause>{{"b \"c", "1"}, {"", "2"}});
}

TEST_CASE("SQLite's expressions are spelled for PostgreSQL's parser, and their texts are left alone") {
    CHECK(postgres_spelling("[a] == `b``` /* c */ AND d IS NOT 1") ==
          "\"a\" = \"b`\"   AND d IS DISTINCT FROM 1");
    CHECK(postgres_spelling("a IS NOT NULL AND b IS 'is'") ==
          "a IS NOT NULL AND b IS NOT DISTINCT FROM 'is'");
    CHECK(postgres_spelling("a GLOB 'glob' AND b NOT GLOB \"x\"") == "a @~@ 'glob' AND b !@~@ \"x\"");
    CHECK(postgres_spelling("a >= -1.5e-3 AND a != 2") == "a >= -1.5e-3 AND a != 2");
    for (const char* each : {"", "'", "\"", "[", "`", "is", "is not", "not", "="}) {
        CHECK_NOTHROW(static_cast<void>(postgres_spelling(each)));
    }
}

TEST_CASE("names and comments that read CHECK are none") {
    CHECK(check_clauses(
              "CREATE TABLE \"check\" ([check] (1), `check` (2), 'check' (3), checked (4)) -- check (5)")
              .empty());
    CHECK(check_clauses("CREATE TABLE t (a DEFAULT 'it''s check (1)', b /* check (2) */)").empty());
}

TEST_CASE("broken text ends somewhere") {
    for (const char* each : {"", "check", "check (", "check ((a)", "'", "\"", "[", "/*", "--", "check ('"}) {
        CHECK(check_clauses(each).empty());
    }
}

TEST_CASE("the parts and the condition of an SQLite index are found") {
    const index_clauses all = clauses_of_index("CREATE UNIQUE INDEX \"a (b)\" ON [t (x)] (lower(a) DESC, b "
                                               "COLLATE NOCASE, \"c,d\" ASC) WHERE a > (1)");
    CHECK(all.parts.size() == 3);
    CHECK(all.parts.front().find("lower(a)") == 0);
    CHECK(all.parts.front().find("DESC") == std::string::npos);
    CHECK(all.parts[1].find("COLLATE") == std::string::npos);
    CHECK(all.parts[2].find("\"c,d\"") != std::string::npos);
    CHECK(all.predicate == " a > (1)");
    CHECK(clauses_of_index("").parts.empty());
    CHECK(clauses_of_index("CREATE UNIQUE INDEX i ON t (a").parts.empty());
}
