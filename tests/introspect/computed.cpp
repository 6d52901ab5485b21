// SPDX-License-Identifier: BSL-1.0
#include "computed.hpp"

#include <string>

#include "made_header.hpp"

using namespace synth::introspect;
using introspect_test::has;
using introspect_test::of_postgres;
using introspect_test::warns;

TEST_CASE("a generated column to which a reference leads is computed, behind the columns that are written") {
    if (!introspect_test::postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE TABLE a (twice bigint GENERATED ALWAYS AS (n::bigint * 2) STORED NOT NULL UNIQUE,"
                    " n integer PRIMARY KEY, other integer GENERATED ALWAYS AS (n + 1) STORED UNIQUE);"
                    "CREATE TABLE b (twice bigint NOT NULL REFERENCES a (twice));");
    CHECK(has(made.text,
              "    std::int32_t n{};\n"
              "    // not represented: other integer generated always as ((n + 1)) stored; left "
              "out, the database computes it\n"
              "    std::int64_t twice{}; // computed by the database: (((n)::bigint * 2)) stored\n"));
    CHECK(has(made.text, "synth::column<&d::a::twice>(synth::computed(synth::value<&d::a::n> * 2))"));
    CHECK(has(made.text, "synth::references<&d::b::twice, &d::a::twice>()"));
    CHECK_FALSE(has(made.text, "unique"));
    CHECK_FALSE(warns(made, "twice"));
    CHECK(warns(made, "other integer generated always"));
}

TEST_CASE("the key of a computed column is one of what it is made of") {
    if (!introspect_test::postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TABLE a (shop integer NOT NULL, \"Co\"\"de\" varchar(9) NOT NULL,"
        " small varchar(9) GENERATED ALWAYS AS (lower(\"Co\"\"de\")) STORED NOT NULL, UNIQUE (shop, small));"
        "CREATE TABLE b (shop integer, small varchar(9), FOREIGN KEY (shop, small) REFERENCES a (shop, "
        "small));");
    CHECK(has(made.text, "// unique (shop, small) in the database\n"
                         "    synth::unique<&d::a::shop, &d::a::Co_de>()"));
    CHECK(has(made.text, "synth::column<&d::a::small>(synth::max_length(9),"));
    CHECK(has(made.text, "synth::columns<&d::b::shop, &d::b::small>,"));
}

TEST_CASE("a reference to what cannot be computed from one column is left out") {
    if (!introspect_test::postgres::available()) {
        return;
    }
    const header made = of_postgres("CREATE TABLE a (x integer NOT NULL, y integer NOT NULL,"
                                    " sum integer GENERATED ALWAYS AS (x + y) STORED NOT NULL UNIQUE);"
                                    "CREATE TABLE b (sum integer REFERENCES a (sum));"
                                    "CREATE TABLE c (x numeric(6, 2) NOT NULL,"
                                    " rounded integer GENERATED ALWAYS AS (x) STORED NOT NULL UNIQUE);"
                                    "CREATE TABLE d (rounded integer REFERENCES c (rounded));");
    CHECK(warns(made, "foreign key (sum) references public.a; a column of it is left out; sum stays null"));
    CHECK(warns(made, "foreign key (rounded) references public.c; a column of it is left out"));
    CHECK_FALSE(has(made.text, "synth::computed"));
}

TEST_CASE("only a column of a type that synth computes is taken in") {
    if (!introspect_test::postgres::available()) {
        return;
    }
    const auto made = [](const std::string& type) {
        return of_postgres("CREATE TYPE mood AS ENUM ('sad', 'glad');"
                           "CREATE TABLE a (id " +
                           type + " PRIMARY KEY, same " + type +
                           " GENERATED ALWAYS AS (id) STORED UNIQUE);"
                           "CREATE TABLE b (same " +
                           type + " REFERENCES a (same));");
    };
    for (const std::string type : {"smallint", "numeric(8,2)", "double precision", "text", "date", "time",
                                   "timestamp", "timestamptz", "boolean", "interval"}) {
        CAPTURE(type);
        CHECK(has(made(type).text, "synth::column<&d::a::same>(synth::computed(synth::value<&d::a::id>))"));
    }
    for (const char* type :
         {"uuid", "mood", "bytea", "jsonb", "timetz", "numeric(40,30)", "integer[]", "int4range"}) {
        CAPTURE(type);
        const header left_out = made(type);
        CHECK_FALSE(has(left_out.text, "synth::computed"));
        CHECK(warns(left_out, "foreign key (same) references public.a; a column of it is left out"));
    }
}

TEST_CASE("a computed column does not repeat another key, nor make a key of one column twice") {
    if (!introspect_test::postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TABLE p (id integer PRIMARY KEY);"
        "CREATE TABLE a (n integer, twice integer GENERATED ALWAYS AS (n * 2) STORED REFERENCES p (id),"
        " PRIMARY KEY (n, twice), UNIQUE (twice));"
        "CREATE TABLE b (n integer, t integer, FOREIGN KEY (n, t) REFERENCES a (n, twice));");
    CHECK(warns(made, "foreign key (twice) references public.p; the database computes a column of it"));
    CHECK(has(made.text, "synth::primary_key<&d::a::n>()"));
    CHECK_FALSE(has(made.text, "nulls(1.0)"));
}

TEST_CASE("a generated constant of an enum is the kind of the parent") {
    if (!introspect_test::postgres::available()) {
        return;
    }
    const header made =
        introspect_test::of_postgres("CREATE TYPE sort AS ENUM ('car', 'van'); CREATE TABLE a (id integer "
                                     "PRIMARY KEY, s sort NOT NULL, UNIQUE (id, s));"
                                     "CREATE TABLE b (id integer PRIMARY KEY, s sort GENERATED ALWAYS AS "
                                     "('van') STORED, FOREIGN KEY (id, s) "
                                     "REFERENCES a (id, s));");
    CHECK(has(made.text, "::d::sort s{}; // computed by the database"));
    CHECK(has(made.text, "synth::value<&d::b::s> == d::sort::van"));
    CHECK(made.warnings.empty());
}
