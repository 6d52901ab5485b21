// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "sqlite_catalog.hpp"

using namespace synth::introspect;

TEST_CASE("CHECK clauses are found in the text of a table") {
    CHECK(check_clauses("CREATE TABLE t (a CHECK (a > 0), b, CONSTRAINT c check(a < (b + 1)))") ==
          std::vector<std::string>{"CHECK (a > 0)", "CHECK (a < (b + 1))"});
    CHECK(check_clauses("CREATE TABLE t (a CHECK /* now */ -- )\n (a <> ')'), b)") ==
          std::vector<std::string>{"CHECK (a <> ')')"});
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
