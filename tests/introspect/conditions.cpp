// SPDX-License-Identifier: BSL-1.0
#include "conditions.hpp"

#include <string>

#include "made_header.hpp"

using namespace synth::introspect;
using introspect_test::has;
using introspect_test::of_postgres;
using introspect_test::of_sqlite;
using introspect_test::postgres;
using introspect_test::warns;

TEST_CASE("a nullable column stays NULL where only that is known to meet a check") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE TABLE t (id integer PRIMARY KEY, a bit(8) CHECK (get_bit(a, 0) = 1), "
                    "b text, n integer NOT NULL, CHECK (n > 0 OR md5(b) < '1'));");
    CHECK(has(made.text,
              "// not represented: CONSTRAINT t_a_check CHECK ((get_bit(a, 0) = 1)); function get_bit "
              "is not known to synth; stays null, which meets it"));
    CHECK(has(made.text, "synth::column<&d::t::a>(synth::fixed_length(8), synth::nulls(1.0))"));
    CHECK(has(made.text, "synth::column<&d::t::b>(synth::nulls(1.0))"));
    CHECK(warns(made, "public.t.a: CONSTRAINT t_a_check"));
    CHECK(made.warnings.size() == 2);
}

TEST_CASE("columns of keys and references and those that must not be NULL do not stay NULL") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres("CREATE TABLE p (id integer PRIMARY KEY);"
                                    "CREATE TABLE t (id integer PRIMARY KEY, a text UNIQUE CHECK (md5(a) < "
                                    "'1'), b text NOT NULL CHECK (md5(b) < "
                                    "'1'), c integer REFERENCES p CHECK (hashint4(c) > 0));");
    CHECK_FALSE(has(made.text, "nulls(1.0)"));
    CHECK(made.warnings.size() == 3);
    CHECK(warns(made, "rows may break it"));
}

TEST_CASE("the elements of arrays of domains keep the domain's checks, or there are none") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE DOMAIN percent AS integer CHECK (VALUE BETWEEN 0 AND 100);"
        "CREATE DOMAIN odd AS text CHECK (md5(VALUE) < '1');"
        "CREATE TABLE t (id integer PRIMARY KEY, a percent[] NOT NULL, b odd[], c odd[] NOT NULL);");
    CHECK(has(made.text,
              "synth::check(\"percent_check\", synth::sql::between(synth::each_element<&d::t::a>, 0, 100))"));
    CHECK(has(made.text,
              "synth::column<&d::t::b>(synth::sql_type(\"public.odd[]\"), [](synth::draw&) { return "
              "std::vector<std::string>{}; })"));
    CHECK(has(made.text, "[](synth::draw&) { return std::vector<std::string>{}; }));"));
    CHECK(warns(made, "its arrays stay empty"));
    CHECK(made.warnings.size() == 2);
}

TEST_CASE("elements of a generated array are nothing to keep empty") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres("CREATE DOMAIN pc AS integer CHECK (VALUE >= 0);"
                                    "CREATE TABLE t (a integer, g pc[] GENERATED ALWAYS AS (ARRAY[a]::pc[]) "
                                    "STORED);");
    CHECK(warns(made, "rows may break it"));
    CHECK_FALSE(has(made.text, "std::vector"));
}

TEST_CASE("arrays of ranges and of types that nobody knows have no checks of bounds or elements") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE DOMAIN c AS refcursor CHECK (VALUE IS NOT NULL);"
                    "CREATE DOMAIN s AS daterange CHECK (lower(VALUE) >= '2020-01-01');"
                    "CREATE TABLE t (id integer PRIMARY KEY, m c[], r s[] CHECK (cardinality(r) < 9));");
    CHECK_FALSE(has(made.text, "each_element"));
    CHECK_FALSE(has(made.text, "lower_of"));
    CHECK(has(made.text, "synth::sql_type(\"public.c[]\")")); // as its values are loaded
    CHECK(has(made.text, "synth::sql::cardinality(synth::value<&d::t::r>) < 9"));
    CHECK(warns(made, "its arrays stay empty"));
}

TEST_CASE("a column that another check keeps from being NULL does not stay NULL") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres("CREATE TABLE t (id integer PRIMARY KEY, a jsonb CHECK (a IS NOT NULL), "
                                    "CHECK (md5(a::text) < '1'));");
    CHECK_FALSE(has(made.text, "synth::nulls(1.0)"));
    CHECK(warns(made, "rows may break it"));
}

TEST_CASE("columns of which one must not be NULL do not stay NULL together") {
    if (!postgres::available()) {
        return;
    }
    for (const std::string checks : {"CHECK (get_bit(a, 0) = 1 AND get_bit(b, 0) = 1)",
                                     "CHECK (get_bit(a, 0) = 1), CHECK (get_bit(b, 0) = 1)"}) {
        const header made = of_postgres("CREATE TABLE t (id integer PRIMARY KEY, a bit(8), b bit(8), "
                                        "CHECK (a IS NOT NULL OR b IS NOT NULL), " +
                                        checks + ");");
        CHECK_FALSE(has(made.text, "b>(synth::fixed_length(8), synth::nulls(1.0)"));
        CHECK(warns(made, "rows may break it"));
    }
}

TEST_CASE("an array is asked for one element by one check only") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE TABLE t (id integer PRIMARY KEY, a text[] NOT NULL, "
                    "CONSTRAINT one CHECK ('x' = ANY (a)), CONSTRAINT two CHECK ('y' = ANY (a)), "
                    "CONSTRAINT three CHECK ('z' <> ALL (a)));");
    CHECK(has(made.text, "synth::each_element<&d::t::a> == \"x\""));
    CHECK(has(made.text, "synth::each_element<&d::t::a> != \"z\""));
    CHECK_FALSE(has(made.text, "== \"y\""));
    CHECK(warns(made, "another check asks for an element of the array; rows may break it"));
}

TEST_CASE("elements of a domain over citext are compared without case") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE EXTENSION citext; CREATE DOMAIN em AS citext CHECK (VALUE <> 'admin');"
                    "CREATE TABLE t (id integer PRIMARY KEY, e em[]);");
    CHECK(has(made.text, "synth::sql::lower(synth::each_element<&d::t::e>) != \"admin\""));
}

TEST_CASE("what SQLite computes by itself does not stay NULL") {
    const header made =
        of_sqlite("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER, twice INTEGER AS (n * 2) "
                  "CHECK (twice > 0));");
    CHECK(warns(made, "rows may break it"));
    CHECK_FALSE(has(made.text, "stays null, which meets it"));
}

TEST_CASE("checks over JSON are met by the documents that synth makes, or by one that they allow") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TABLE t (id integer PRIMARY KEY, a jsonb NOT NULL CHECK (jsonb_typeof(a) = 'object'),"
        " b jsonb NOT NULL CHECK (jsonb_typeof(b) = 'array'),"
        " c jsonb CHECK (c ? 'n' AND c ->> 'kind' IN ('x', 'y') AND (c -> 'n')::integer >= 18),"
        " state text NOT NULL, log jsonb NOT NULL,"
        " CHECK ((state = 'bad' AND log = '[]'::jsonb) OR state = 'good'),"
        " d jsonb UNIQUE CHECK (jsonb_typeof(d) = 'array'));");
    CHECK(has(made.text, "// one document in all rows, which its checks allow\n    synth::jsonb b{};"));
    CHECK(has(made.text, "synth::column<&d::t::b>(synth::constant(\"[]\"))"));
    CHECK(has(made.text,
              "synth::column<&d::t::c>(synth::constant(\"{\\\"kind\\\":\\\"x\\\",\\\"n\\\":18}\"))"));
    CHECK_FALSE(has(made.text, "&d::t::a>("));
    CHECK(has(made.text, "synth::check(\"t_check\", synth::value<&d::t::state> == \"good\")"));
    CHECK(made.warnings.size() == 1);
    CHECK(warns(made, "t_d_check"));
}

TEST_CASE("arrays have one dimension, or none") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE TABLE t (id integer PRIMARY KEY, a text[] NOT NULL CHECK (array_ndims(a) = 1 AND "
                    "array_length(a, 1) IS NOT NULL), b integer[] CHECK (array_ndims(b) = 2));");
    CHECK(has(made.text, "synth::sql::cardinality(synth::value<&d::t::a>) != 0"));
    CHECK(has(made.text, "synth::sql::cardinality(synth::value<&d::t::b>) == 0"));
    CHECK(made.warnings.empty());
}
