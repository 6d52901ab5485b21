// SPDX-License-Identifier: BSL-1.0
#include "unique_indexes.hpp"

#include <string>

#include "made_header.hpp"

using namespace synth::introspect;
using introspect_test::has;
using introspect_test::of_postgres;
using introspect_test::of_sqlite;
using introspect_test::postgres;
using introspect_test::warns;

TEST_CASE("a partial unique index with a column that can carry keys is a key over every row") {
    const header made =
        of_sqlite("CREATE TABLE a (id INTEGER PRIMARY KEY, login VARCHAR(20) NOT NULL, gone DATE);"
                  "CREATE UNIQUE INDEX live ON a (login) WHERE gone IS NULL;");
    CHECK(has(made.text,
              "// stronger than unique index live, which is partial\n    synth::unique<&d::a::login>()"));
    CHECK(made.warnings.empty());
}

TEST_CASE("a partial unique index over references and lists gets no rows") {
    const header made =
        of_sqlite("CREATE TABLE a (id INTEGER PRIMARY KEY);"
                  "CREATE TABLE b (a INTEGER NOT NULL REFERENCES a, main BOOLEAN NOT NULL, state TEXT NOT "
                  "NULL CHECK (state IN "
                  "('x', 'y')), till DATE);"
                  "CREATE UNIQUE INDEX one_main ON b (a) WHERE main;"
                  "CREATE UNIQUE INDEX \"one (x)\" ON b (a, state) WHERE state = 'x' AND till IS NULL;");
    CHECK(has(made.text, "// stronger than unique index one_main, which is partial: no row is in it\n"
                         "    synth::check(\"one_main\", !synth::value<&d::b::main>)"));
    CHECK(has(made.text, "synth::check(\"one (x)\", !(synth::value<&d::b::state> == \"x\" &&"));
    CHECK(made.warnings.empty());
}

TEST_CASE("a partial index that only leaves out nulls of its columns is a key") {
    const header made =
        of_sqlite("CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (id INTEGER PRIMARY KEY);"
                  "CREATE TABLE c (a INTEGER NOT NULL REFERENCES a, b INTEGER REFERENCES b);"
                  "CREATE UNIQUE INDEX pairs ON c (a, b) WHERE b IS NOT NULL;");
    CHECK(has(made.text,
              "// as unique index pairs, which leaves out nulls\n    synth::unique<&d::c::a, &d::c::b>()"));
}

TEST_CASE("a predicate that cannot be said stays a warning where the columns carry no keys") {
    const header made = of_sqlite("CREATE TABLE a (f BOOLEAN NOT NULL, t TEXT);"
                                  "CREATE UNIQUE INDEX odd ON a (f) WHERE hex(t) = '20';");
    CHECK(has(made.text, "synth::unique<&d::a::f>()")); // two rows are better than broken ones
    const header none = of_sqlite("CREATE TABLE a (t TEXT); CREATE UNIQUE INDEX odd ON a (hex(t));");
    CHECK_FALSE(has(none.text, "unique<"));
    CHECK(warns(none, "a: expression unique index odd; rows may break it"));
}

TEST_CASE("unique expressions are met by keys of their columns") {
    const header made = of_sqlite("CREATE TABLE a (id INTEGER, mail TEXT, b INTEGER);"
                                  "CREATE UNIQUE INDEX mails ON a (lower(mail) DESC);"
                                  "CREATE UNIQUE INDEX ids ON a (coalesce(id, -1), b % 2);");
    CHECK(
        has(made.text, "// for unique index mails, which has expressions\n    synth::unique<&d::a::mail>()"));
    CHECK(has(made.text, "synth::unique<&d::a::id>()"));
    CHECK(has(made.text, "// no nulls: unique index ids\n    std::optional<std::int64_t> id"));
}

TEST_CASE("letters of both cases below a unique lower() become those of one, or are warned of") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres("CREATE TABLE a (t text NOT NULL CHECK (t ~ '^[A-Z][a-z]{8}$'));"
                                    "CREATE UNIQUE INDEX one ON a (lower(t));"
                                    "CREATE TABLE b (t text NOT NULL CHECK (t ~ '^[a-z]{8}$'));"
                                    "CREATE UNIQUE INDEX two ON b (upper(t));"
                                    "CREATE TABLE c (t text NOT NULL CHECK (t ~ '^[A-Za-z]{3}$'));"
                                    "CREATE UNIQUE INDEX three ON c (upper(t));");
    CHECK(warns(made, "public.a: CREATE UNIQUE INDEX one"));
    CHECK(made.warnings.size() == 1);
    CHECK(has(made.text, "// for unique index three, so that values differ in more than their case\n"));
    CHECK(has(made.text, "synth::sql::lower(synth::value<&d::c::t>) == synth::value<&d::c::t>"));
    CHECK_FALSE(has(made.text, "sql::lower(synth::value<&d::a::t>)"));
    CHECK_FALSE(has(made.text, "sql::lower(synth::value<&d::b::t>)"));
}

TEST_CASE("nulls that count as equal are kept out of one column, or of all") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TABLE p (id integer PRIMARY KEY, up integer REFERENCES p, slug text NOT NULL,"
        "CONSTRAINT slugs UNIQUE NULLS NOT DISTINCT (up, slug));"
        "CREATE TABLE f (a boolean, b boolean, CONSTRAINT flags UNIQUE NULLS NOT DISTINCT (a, b));"
        "CREATE TABLE n (a integer NOT NULL, CONSTRAINT plain UNIQUE NULLS NOT DISTINCT (a));");
    CHECK(has(made.text, "// stronger than unique index slugs, which takes nulls for equal\n"
                         "    synth::unique<&d::p::slug>()"));
    CHECK(has(made.text, "// no nulls: unique index flags\n    std::optional<bool> a{};"));
    CHECK(has(made.text,
              "// unique index flags takes nulls for equal\n    synth::unique<&d::f::a, &d::f::b>()"));
    CHECK_FALSE(has(made.text, "plain"));
    CHECK(made.warnings.empty());
}

TEST_CASE("indexes with INCLUDE, operator classes, an order or deferrable are plain keys") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres("CREATE TABLE a (t text NOT NULL, n integer NOT NULL, m integer NOT NULL,"
                                    "UNIQUE (m) DEFERRABLE INITIALLY DEFERRED);"
                                    "CREATE UNIQUE INDEX one ON a (t text_pattern_ops) INCLUDE (m);"
                                    "CREATE UNIQUE INDEX two ON a (n DESC NULLS LAST);"
                                    "CREATE UNIQUE INDEX three ON a (t COLLATE \"C\", n);");
    CHECK(has(made.text, "synth::unique<&d::a::t>(),\n    synth::unique<&d::a::t, &d::a::n>(),\n"
                         "    synth::unique<&d::a::n>(),\n    synth::unique<&d::a::m>()"));
    CHECK(made.warnings.empty());
}

TEST_CASE("a unique generated column is met by the column that it comes from") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TABLE a (mail text NOT NULL, small text GENERATED ALWAYS AS (lower(mail)) STORED UNIQUE,"
        "n integer NOT NULL, odd integer GENERATED ALWAYS AS (n % 2) STORED UNIQUE);");
    CHECK(has(made.text, "synth::unique<&d::a::mail>()"));
    CHECK(warns(made, "a_odd_key"));
    CHECK_FALSE(warns(made, "a_small_key"));
}

TEST_CASE("columns of MATCH FULL are null together, and not at all where one of them may not be") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TABLE p (a integer, b integer, PRIMARY KEY (a, b));"
        "CREATE TABLE c (a integer, b integer, CONSTRAINT pairs FOREIGN KEY (a, b) REFERENCES p MATCH FULL);"
        "CREATE TABLE e (a integer NOT NULL, b integer, CONSTRAINT single FOREIGN KEY (a, b) REFERENCES p "
        "MATCH "
        "FULL);");
    CHECK(has(made.text, "// pairs is MATCH FULL\n    synth::check(\"pairs\","));
    CHECK(has(made.text, "// no nulls: single is MATCH FULL\n    std::optional<std::int32_t> b{};"));
    CHECK(has(made.text, "synth::column<&d::e::b>(synth::nulls(0.0))"));
    CHECK(made.warnings.empty());
}

TEST_CASE("triggers on INSERT and row security are named") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE TABLE a (id integer PRIMARY KEY); ALTER TABLE a ENABLE ROW LEVEL SECURITY;"
                    "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
                    "CREATE TRIGGER one BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION f();"
                    "CREATE TRIGGER two AFTER UPDATE ON a FOR EACH ROW EXECUTE FUNCTION f();");
    CHECK(has(made.text, "trigger one on a fires BEFORE INSERT"));
    CHECK(warns(made, "public.a: trigger one on a fires BEFORE INSERT"));
    CHECK(warns(made, "public.a: row security"));
    CHECK(made.warnings.size() == 2);
}

TEST_CASE("a key that SQLite compares without case keeps to one") {
    const header made =
        of_sqlite("CREATE TABLE a (t TEXT COLLATE NOCASE UNIQUE CHECK (t GLOB '[A-Za-z][A-Za-z][a-z]'));");
    CHECK(has(made.text, "synth::unique<&d::a::t>()"));
    CHECK(has(made.text, "synth::sql::lower(synth::value<&d::a::t>) == synth::value<&d::a::t>"));
    CHECK(made.warnings.empty());
}

TEST_CASE("a citext key with letters of both cases keeps to one") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres("CREATE EXTENSION citext;"
                                    "CREATE TABLE a (t citext PRIMARY KEY CHECK (t::text ~ '^[A-Za-z]{8}$'));"
                                    "CREATE TABLE b (t citext PRIMARY KEY);");
    CHECK(has(made.text, "// for the primary key, so that values differ in more than their case\n"));
    CHECK(has(made.text, "synth::sql::lower(synth::value<&d::a::t>) == synth::value<&d::a::t>"));
    CHECK(has(made.text, "synth::primary_key<&d::b::t>()"));
    CHECK(made.warnings.empty());
}

TEST_CASE("a range of single letters becomes their list") {
    const header made = of_sqlite("CREATE TABLE a (l CHAR(1) NOT NULL CHECK (l >= 'A' AND l <= 'C'));"
                                  "CREATE TABLE b (l CHAR(2) NOT NULL CHECK (l >= 'A' AND l <= 'C'));");
    CHECK(has(made.text, "synth::sql::in(synth::value<&d::a::l>, \"A\", \"B\", \"C\")"));
    CHECK(has(made.text, "synth::sql::between(synth::value<&d::b::l>, \"A\", \"C\")"));
}

TEST_CASE("a unique index over members that no document has is met") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE TABLE a (id integer PRIMARY KEY, content jsonb NOT NULL, more json);"
                    "CREATE UNIQUE INDEX far ON a ((content -> 'maker' ->> 'number'));"
                    "CREATE TABLE b (id integer PRIMARY KEY, content jsonb NOT NULL);"
                    "CREATE UNIQUE INDEX typed ON b (((content #>> '{maker,number}')::integer));");
    CHECK(made.warnings.empty());
    const header known = of_postgres("CREATE TABLE a (id integer PRIMARY KEY, content jsonb NOT NULL);"
                                     "CREATE UNIQUE INDEX typed ON a (jsonb_typeof(content));");
    CHECK(warns(known, "rows may break it"));
}

TEST_CASE("one root for each tree is the first row of it") {
    const header made = of_sqlite(
        "CREATE TABLE tree (id INTEGER PRIMARY KEY);"
        "CREATE TABLE node (tree INTEGER NOT NULL REFERENCES tree, id INTEGER NOT NULL, above INTEGER, "
        "PRIMARY KEY (tree, id), FOREIGN KEY (tree, above) REFERENCES node);"
        "CREATE UNIQUE INDEX root ON node (tree) WHERE above IS NULL;"
        "CREATE TABLE alone (id INTEGER PRIMARY KEY, above INTEGER REFERENCES alone);"
        "CREATE UNIQUE INDEX single ON alone ((above IS NULL)) WHERE above IS NULL;"
        "CREATE TABLE other (id INTEGER PRIMARY KEY, kind INTEGER, above INTEGER REFERENCES other);"
        "CREATE UNIQUE INDEX of_kind ON other (kind) WHERE above IS NULL;");
    CHECK(has(made.text, "synth::column<&d::node::above>(synth::nulls(0.0))"));
    CHECK(has(made.text, "// only the first is without: unique index root"));
    CHECK(has(made.text, "synth::column<&d::alone::above>(synth::nulls(0.0))"));
    CHECK_FALSE(has(made.text, "synth::column<&d::other::above>(synth::nulls(0.0))"));
}

TEST_CASE("an index of which only columns of few values can be told makes these no key") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE FUNCTION soundless(text) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT length($1)';"
        "CREATE TABLE a (id integer PRIMARY KEY, b boolean NOT NULL, t text NOT NULL);"
        "CREATE UNIQUE INDEX one ON a (b, soundless(t));"
        "CREATE TABLE c (id integer PRIMARY KEY, b boolean NOT NULL, t text NOT NULL);"
        "CREATE UNIQUE INDEX two ON c (b, upper(replace(t, '-', '')));"
        "CREATE UNIQUE INDEX three ON c (regexp_replace(t, '[^a-z0-9]', '', 'g'), b);");
    CHECK(warns(made, "CREATE UNIQUE INDEX one"));
    CHECK_FALSE(has(made.text, "synth::unique<&d::a::b>()"));
    CHECK(has(made.text, "synth::unique<&d::c::t, &d::c::b>()"));
    CHECK(made.warnings.size() == 1);
}
