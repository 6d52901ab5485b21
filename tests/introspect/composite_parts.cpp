// SPDX-License-Identifier: BSL-1.0
#include "composite_parts.hpp"

#include "made_header.hpp"

using namespace synth::introspect;
using introspect_test::has;
using introspect_test::of_postgres;
using introspect_test::warns;

TEST_CASE("attributes of composites of which checks speak are members, and the composite is made of them") {
    if (!introspect_test::postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TYPE price AS (amount numeric(10,2), \"the \"\"unit\" varchar(3));"
        "CREATE DOMAIN cost AS price CHECK ((VALUE).amount > 0 AND (VALUE).\"the \"\"unit\" IS NOT NULL);"
        "CREATE TABLE a (id integer PRIMARY KEY, cost cost NOT NULL, most integer NOT NULL,"
        " plain price, old price, CHECK ((cost).amount <= most::numeric), CHECK (old IS NOT NULL));");
    CHECK(
        has(made.text, "    std::optional<synth::decimal<10, 2>> cost_amount{}; // an attribute of cost\n"));
    CHECK(has(made.text, "synth::value<&d::a::cost_amount> > 0"));
    CHECK(has(made.text, "is_not_null(synth::value<&d::a::cost_the_unit>)"));
    CHECK(has(made.text, "synth::value<&d::a::cost_amount> <= synth::value<&d::a::most>"));
    CHECK(has(made.text, "synth::column<&d::a::cost>(synth::composed_of<&d::a::cost_amount, "
                         "&d::a::cost_the_unit>())"));
    CHECK(has(made.text, "synth::column<&d::a::cost_the_unit>(synth::max_length(3), synth::not_written())"));
    CHECK_FALSE(has(made.text, "plain_amount"));
    CHECK_FALSE(warns(made, "cost"));
}

TEST_CASE("a composite whose check cannot be said stays NULL, and its attributes are no members") {
    if (!introspect_test::postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE TYPE pair AS (low integer, high integer);"
                    "CREATE TABLE a (id integer PRIMARY KEY, box pair, CHECK (chr((box).low) < 'b'),"
                    " \"box.high\" integer);");
    CHECK(has(made.text, "synth::column<&d::a::box>(synth::nulls(1.0))"));
    CHECK_FALSE(has(made.text, "composed_of"));
    CHECK_FALSE(has(made.text, "box_low"));
    CHECK(warns(made, "box"));
}
