// SPDX-License-Identifier: BSL-1.0
#include "postgres_partitions.hpp"

#include "made_header.hpp"

using namespace synth::introspect;
using introspect_test::has;
using introspect_test::of_postgres;
using introspect_test::postgres;

TEST_CASE("rows of a table keep the keys, references and NOT NULL that its partitions have for themselves") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TABLE customer (id integer PRIMARY KEY);"
        "CREATE TABLE payment (id integer, customer integer, day date) PARTITION BY RANGE (day);"
        // Columns in another order, and a gap in their numbers.
        "CREATE TABLE early (day date NOT NULL, gone integer, customer integer NOT NULL REFERENCES customer,"
        " id integer PRIMARY KEY); ALTER TABLE early DROP COLUMN gone;"
        "ALTER TABLE payment ATTACH PARTITION early FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');"
        "CREATE TABLE late PARTITION OF payment (PRIMARY KEY (id), FOREIGN KEY (customer) REFERENCES "
        "customer)"
        " FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');");
    CHECK(has(made.text, "    std::int32_t id{};\n    std::int32_t customer{};\n    synth::date day{};\n"));
    CHECK(has(made.text, "synth::primary_key<&d::payment::id>()"));
    CHECK(has(made.text, "synth::references<&d::payment::customer, &d::customer::id>(),\n"
                         "    synth::check(\"partition bounds\""));
    CHECK(made.warnings.empty());
}

TEST_CASE("the checks of a partition are kept by the rows that fall into it") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TABLE t (id integer NOT NULL, kind text NOT NULL, CHECK (id > 0)) PARTITION BY LIST (kind);"
        "CREATE TABLE a PARTITION OF t (CHECK (id < 10)) FOR VALUES IN ('a');"
        "CREATE TABLE b PARTITION OF t FOR VALUES IN ('b');");
    CHECK(has(made.text, "synth::check(\"partition bounds\", (synth::value<&d::t::kind> == \"a\" && "
                         "synth::value<&d::t::id> < 10) ||\n"
                         "        synth::value<&d::t::kind> == \"b\")"));
    CHECK(made.warnings.empty());
}

TEST_CASE("different keys of partitions are all kept, and checks below one that takes every row") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TABLE t (id int, code int, day date) PARTITION BY RANGE (day);"
        "CREATE TABLE t1 PARTITION OF t (PRIMARY KEY (id)) FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');"
        "CREATE TABLE t2 PARTITION OF t (PRIMARY KEY (code)) FOR VALUES FROM ('2021-01-01') TO "
        "('2022-01-01');"
        "CREATE TABLE h (id int, n int) PARTITION BY HASH (id);"
        "CREATE TABLE h0 PARTITION OF h (CHECK (n > 0)) FOR VALUES WITH (MODULUS 2, REMAINDER 0);"
        "CREATE TABLE h1 PARTITION OF h FOR VALUES WITH (MODULUS 2, REMAINDER 1);"
        "CREATE TABLE only_default (n int) PARTITION BY LIST (n);"
        "CREATE TABLE rest PARTITION OF only_default (CHECK (n < 5)) DEFAULT;");
    CHECK(has(made.text, "synth::primary_key<&d::t::id>(),\n    synth::unique<&d::t::code>()"));
    CHECK(has(made.text, "synth::check(\"partition bounds\", synth::value<&d::h::n> > 0)"));
    CHECK(has(made.text, "synth::check(\"partition bounds\", synth::value<&d::only_default::n> < 5)"));
    CHECK(made.warnings.empty());
}
