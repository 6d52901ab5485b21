// SPDX-License-Identifier: BSL-1.0
#include "trimmed_keys.hpp"

#include "made_header.hpp"

using namespace synth::introspect;
using introspect_test::has;
using introspect_test::of_postgres;
using introspect_test::postgres;

TEST_CASE("a key of which checks ask something between its blanks has none around") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE TABLE t (id integer PRIMARY KEY, a text UNIQUE CHECK (trim(a) ~ '^[a-f]{9}$' AND "
                    "length(trim(a)) = 9),"
                    " b text CHECK (trim(b) ~ '^[a-f]{9}$'), c text UNIQUE CHECK (length(trim(c)) > 3));");
    CHECK(has(made.text, "synth::sql::matches(synth::value<&d::t::a>, \"^[a-f]{9}$\")"));
    CHECK(has(made.text, "synth::sql::length(synth::value<&d::t::a>) == 9"));
    CHECK(has(made.text, "synth::sql::trim(synth::value<&d::t::a>) == synth::value<&d::t::a>"));
    CHECK_MESSAGE(has(made.text, "synth::sql::matches(synth::sql::trim(synth::value<&d::t::b>)"), "no key");
    CHECK_MESSAGE(has(made.text, "synth::sql::length(synth::sql::trim(synth::value<&d::t::c>)) > 3"),
                  "its length only");
}
