// SPDX-License-Identifier: BSL-1.0
#include "parent_checks.hpp"

#include <string>

#include "made_header.hpp"

using introspect_test::has;

namespace {

std::string text_of(const std::string& sql) { return introspect_test::of_sqlite(sql).text; }

const std::string region = "CREATE TABLE region (id INTEGER PRIMARY KEY, other INTEGER UNIQUE);";

} // namespace

TEST_CASE("what a check asks of a reference is asked of the key that it repeats") {
    const std::string text =
        text_of(region + "CREATE TABLE sale (region_id INTEGER NOT NULL PRIMARY KEY REFERENCES region CHECK "
                         "(region_id < 100));"
                         "CREATE TABLE item (region_id INTEGER NOT NULL REFERENCES sale);");
    CHECK(has(text, "// for sale, which repeats it\n"));
    CHECK(has(text, "synth::value<&d::region::id> < 100"));
    CHECK(has(text, "synth::value<&d::sale::region_id> < 100"));
    // Also where the key is reached by way of another table.
    CHECK(has(text_of(region + "CREATE TABLE sale (region_id INTEGER NOT NULL PRIMARY KEY REFERENCES region);"
                               "CREATE TABLE item (region_id INTEGER NOT NULL REFERENCES sale CHECK "
                               "(region_id < 100));"),
              "synth::value<&d::region::id> < 100"));
}

TEST_CASE("a key is asked for the values of each of the tables that repeat it") {
    const std::string text = text_of(
        region + "CREATE TABLE low (region_id INTEGER NOT NULL REFERENCES region CHECK (region_id < 100) "
                 "CHECK (region_id "
                 "> 0));"
                 "CREATE TABLE high (region_id INTEGER NOT NULL REFERENCES region CHECK (region_id > 999));");
    CHECK(has(text, "// for high, which repeats it, and for low, which repeats it\n"));
    CHECK(has(text, "(synth::value<&d::region::id> > 999) || "
                    "((synth::value<&d::region::id> < 100) && (synth::value<&d::region::id> > 0))"));
}

TEST_CASE("no key is asked for what a child may leave null") {
    CHECK_FALSE(has(
        text_of(region + "CREATE TABLE sale (region_id INTEGER REFERENCES region CHECK (region_id < 9));"),
        "value<&d::region::id>"));
    // A check over several columns of the child is a matter of the child.
    CHECK_FALSE(
        has(text_of(region + "CREATE TABLE sale (region_id INTEGER NOT NULL REFERENCES region, n INTEGER, "
                             "CHECK (region_id < n));"),
            "value<&d::region::id>"));
}

TEST_CASE("the numbers within an owner are those that rows one to one with them ask for") {
    const std::string lines = "CREATE TABLE sale (id INTEGER PRIMARY KEY);"
                              "CREATE TABLE line (sale_id INTEGER NOT NULL REFERENCES sale, number INTEGER "
                              "NOT NULL, PRIMARY KEY (sale_id, number));";
    const std::string columns = "(sale_id INTEGER NOT NULL, number INTEGER NOT NULL CHECK (number >= 10), "
                                "FOREIGN KEY (sale_id, number) REFERENCES line";
    CHECK(has(text_of(lines + "CREATE TABLE gift " + columns + ", PRIMARY KEY (sale_id, number));"),
              "synth::value<&d::line::number> >= 10"));
    CHECK_FALSE(
        has(text_of(lines + "CREATE TABLE note " + columns + ");"), "synth::value<&d::line::number>"));
    // Notes that seek a line 1 would find none.
    CHECK_FALSE(has(text_of(lines + "CREATE TABLE gift " + columns + ", PRIMARY KEY (sale_id, number));" +
                            "CREATE TABLE note (sale_id INTEGER NOT NULL, number INTEGER NOT NULL CHECK "
                            "(number = 1), FOREIGN KEY (sale_id, number) REFERENCES line);"),
                    "synth::value<&d::line::number>"));
}

TEST_CASE("a key that lists its kinds is asked for none") {
    const std::string kinds =
        "CREATE TABLE kind (code TEXT PRIMARY KEY NOT NULL CHECK (code IN ('a', 'b', 'c')));";
    const std::string asks = "kind TEXT NOT NULL CHECK (kind = 'a')";
    const std::string repeats = "which repeats it";
    CHECK_FALSE(
        has(text_of(kinds + "CREATE TABLE one (id INTEGER PRIMARY KEY, " + asks + " REFERENCES kind);"),
            repeats));
    const std::string child = "CREATE TABLE child (id INTEGER PRIMARY KEY, " + asks +
                              ", FOREIGN KEY (id, kind) REFERENCES party (id, kind));";
    CHECK_FALSE(has(text_of(kinds +
                            "CREATE TABLE party (id INTEGER PRIMARY KEY, kind TEXT NOT NULL REFERENCES kind, "
                            "UNIQUE (id, kind));" +
                            child),
                    repeats));
    // Where each kind has one party at most, kinds cannot come in turn.
    CHECK(
        has(text_of(kinds +
                    "CREATE TABLE party (id INTEGER PRIMARY KEY, kind TEXT NOT NULL UNIQUE REFERENCES kind, "
                    "UNIQUE (id, kind));" +
                    child),
            repeats));
}
