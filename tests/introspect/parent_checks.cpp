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

TEST_CASE("no key is asked for what two children want differently, or one may leave null") {
    CHECK_FALSE(has(
        text_of(region +
                "CREATE TABLE low (region_id INTEGER NOT NULL REFERENCES region CHECK (region_id < 100));"
                "CREATE TABLE high (region_id INTEGER NOT NULL REFERENCES region CHECK (region_id > 99));"),
        "value<&d::region::id>"));
    CHECK_FALSE(has(
        text_of(region + "CREATE TABLE sale (region_id INTEGER REFERENCES region CHECK (region_id < 9));"),
        "value<&d::region::id>"));
    // A check over several columns of the child is a matter of the child.
    CHECK_FALSE(
        has(text_of(region + "CREATE TABLE sale (region_id INTEGER NOT NULL REFERENCES region, n INTEGER, "
                             "CHECK (region_id < n));"),
            "value<&d::region::id>"));
}
