// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/database/table_shape.hpp>

TEST_CASE("an identifier is quoted, and quotes in it are doubled") {
    CHECK(synth::identifier("orders") == "\"orders\"");
    CHECK(synth::identifier("we\"ird") == "\"we\"\"ird\"");
    CHECK(synth::identifier("") == "\"\"");
}

TEST_CASE("a table is named with its schema where it has one") {
    CHECK(synth::identifier(synth::table_shape{"", "orders", {}}) == "\"orders\"");
    CHECK(synth::identifier(synth::table_shape{"sa les", "or\"ders", {}}) == "\"sa les\".\"or\"\"ders\"");
    CHECK(synth::table_shape{"", "orders", {}}.shown() == "orders");
    CHECK(synth::table_shape{"sales", "orders", {}}.shown() == "sales.orders");
}
