// SPDX-License-Identifier: BSL-1.0
#include "give_way.hpp"

#include <algorithm>
#include <string>

#include "fixture.hpp"
#include "header.hpp"
#include "sqlite_catalog.hpp"

using namespace synth::introspect;

namespace {

header header_of(const std::string& sql) {
    const introspect_test::folder place;
    return make_header(read_sqlite(place.sqlite(sql)), "d");
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

bool warns(const header& one, const std::string& part) {
    return std::ranges::any_of(one.warnings, [&](const std::string& each) { return has(each, part); });
}

} // namespace

TEST_CASE("a reference that may stay null gives way before one that may not") {
    const header made = header_of("CREATE TABLE thread (id INTEGER PRIMARY KEY, first INTEGER, FOREIGN KEY "
                                  "(id, first) REFERENCES post (thread, "
                                  "id));"
                                  "CREATE TABLE post (id INTEGER PRIMARY KEY, thread INTEGER NOT NULL "
                                  "REFERENCES thread, UNIQUE (thread, id));");
    CHECK(made.references == 1);
    CHECK(warns(
        made, "thread: foreign key (id, first) references main.post; a key would take its values from itself "
              "through it; first stays null"));
}

TEST_CASE("a reference that owns the rows is better than one less") {
    const header made = header_of("CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (id INTEGER "
                                  "PRIMARY KEY); CREATE TABLE c (id INTEGER "
                                  "PRIMARY KEY);"
                                  "CREATE TABLE pair (x INTEGER NOT NULL REFERENCES a, y INTEGER NOT NULL "
                                  "REFERENCES b, z INTEGER NOT NULL "
                                  "REFERENCES c, UNIQUE (x, y), UNIQUE (y, z), UNIQUE (x, z));");
    CHECK(made.references == 3);
    CHECK(made.warnings.empty());
    CHECK(has(made.text, "so that pair can be derived\n    synth::references<"));
    CHECK(has(made.text, ">(synth::even())"));
}
