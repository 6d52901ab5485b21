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
