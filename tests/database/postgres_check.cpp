// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/postgres_check.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

using scratch::has;

namespace {

using columns = std::vector<synth::column_shape>;

synth::column_shape shape(std::string_view name, std::string_view type, std::uint32_t oid) {
    return {name, type, type, oid, false, true, 0, {}};
}

std::string drift(synth::postgres_connection& connection, columns described) {
    return scratch::thrown_by([&] { (void)synth::check_shape(connection, {"", "t", std::move(described)}); });
}

bool binary(synth::postgres_connection& connection, columns described) {
    return synth::check_shape(connection, {"", "t", std::move(described)}).binary;
}

} // namespace

TEST_CASE("a table that is as described passes, whatever the order of its columns") {
    auto connection =
        scratch::postgres("CREATE TABLE t (name text, id bigint NOT NULL, n int DEFAULT 1 NOT NULL)");
    if (!connection) {
        return;
    }
    CHECK(binary(*connection, {bigint("id"), text("name", true)}));
}

TEST_CASE("a table that is missing or no table is named") {
    auto connection = scratch::postgres("CREATE SCHEMA sales; CREATE VIEW sales.v AS SELECT 1 AS id");
    if (!connection) {
        return;
    }
    const auto error = [&](const synth::table_shape& table) {
        return scratch::thrown_by([&] { (void)synth::check_shape(*connection, table); });
    };
    CHECK(has(error({"sales", "orders", {}}),
              "has no table sales.orders; the database is not the described one: run "
              "synth-introspect again"));
    CHECK(has(error({"nowhere", "orders", {}}), "has no table nowhere.orders"));
    CHECK(has(error({"sales", "v", {}}), "sales.v is no ordinary table"));
}

TEST_CASE("a column that is missing, generated, of another type or stricter is drift") {
    auto connection = scratch::postgres("CREATE TABLE t (id int NOT NULL, twice int GENERATED ALWAYS AS (id "
                                        "* 2) STORED, name text NOT NULL)");
    if (!connection) {
        return;
    }
    const synth::column_shape id = shape("id", "integer", 23);
    CHECK(has(drift(*connection, {id, text("name"), text("nick")}), "synth: t has no column nick; "));
    CHECK(has(drift(*connection, {bigint("id"), text("name")}),
              "synth: t.id has type integer, but was described as bigint; "));
    CHECK(has(drift(*connection, {id, text("name"), shape("twice", "integer", 23)}),
              "t.twice is a generated column"));
    CHECK(has(drift(*connection, {id, text("name", true)}),
              "t.name is NOT NULL, but was described as nullable"));
    CHECK(has(drift(*connection, {id}), "t.name is NOT NULL without a default, but not described"));
}

TEST_CASE("texts are told apart by their length, numerics by their digits") {
    auto connection = scratch::postgres("CREATE TABLE t (code varchar(8), price numeric(6,2))");
    if (!connection) {
        return;
    }
    synth::column_shape code = text("code", true);
    CHECK(has(drift(*connection, {code}), "t.code has type character varying(8), but was described without "
                                          "synth::max_length(8)"));
    code.max_length = 9;
    CHECK(has(drift(*connection, {code}), "but was described with 9 characters"));
    code.max_length = 8;
    CHECK(binary(*connection, {code}));
    synth::column_shape price = shape("price", "numeric(6,2)", 1700);
    price.nullable = true;
    CHECK(binary(*connection, {code, price}));
    price.sql_type = price.value_type = "numeric(6,3)";
    CHECK(has(drift(*connection, {code, price}),
              "t.price has type numeric(6,2), but was described as numeric(6,3)"));
    price.sql_type = price.value_type = "numeric(7,2)";
    CHECK(has(drift(*connection, {code, price}), "but was described as numeric(7,2)"));
    price.sql_type = price.value_type = "numeric(5,1)";
    CHECK(binary(*connection, {code, price}));
}

TEST_CASE("domains count as the type below them") {
    auto connection =
        scratch::postgres("CREATE DOMAIN positive AS int CHECK (VALUE > 0); CREATE DOMAIN tiny AS "
                          "positive; CREATE DOMAIN code AS varchar(3); CREATE TABLE t (id tiny, c code)");
    if (!connection) {
        return;
    }
    synth::column_shape code = text("c", true);
    code.max_length = 4;
    synth::column_shape id = shape("id", "integer", 23);
    id.nullable = true;
    CHECK(has(drift(*connection, {id, code}), "t.c has type code, but was described with 4 characters"));
    code.max_length = 3;
    CHECK(binary(*connection, {id, code}));
    id.sql_type = "tiny";
    CHECK(binary(*connection, {id, code}));
}

TEST_CASE("an enumeration needs its labels, in an enum or in a text that holds them") {
    auto connection = scratch::postgres(
        "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE t (now mood, was varchar(3), moods mood[])");
    if (!connection) {
        return;
    }
    const synth::column_shape now{"now", "mood", "mood", 0, true, true, 0, {"ok", "sad"}};
    const synth::column_shape was{"was", "text", "text", 0, true, true, 0, {"ok", "sad"}};
    CHECK(binary(*connection, {now, was, {"moods", "mood[]", "mood[]", 0, true, true, 0, {}}}));
    CHECK(has(drift(*connection, {{"now", "mood", "mood", 0, true, true, 0, {"ok", "great"}}}),
              "t.now has type mood, which has no label 'great'"));
    CHECK(has(drift(*connection, {{"was", "text", "text", 0, true, true, 0, {"great"}}}),
              "described with 5 characters"));
}

TEST_CASE("a type without a number is compared by name and sent as text") {
    auto connection =
        scratch::postgres("CREATE TABLE t (at point, during tstzrange, tags varchar(20)[], ids int[])");
    if (!connection) {
        return;
    }
    const auto named = [](std::string_view name, std::string_view type) {
        return synth::column_shape{name, type, "text", 25, true, true, 0, {}};
    };
    CHECK_FALSE(binary(*connection, {named("at", "point"), named("during", "tstzrange")}));
    CHECK(has(drift(*connection, {named("at", "box")}), "t.at has type point, but was described as box"));
    const synth::column_shape tags{"tags", "text[]", "text[]", 0, true, true, 0, {}};
    CHECK(binary(*connection, {tags, {"ids", "integer[]", "integer[]", 0, true, true, 0, {}}}));
    CHECK(has(drift(*connection, {{"ids", "bigint[]", "bigint[]", 0, true, true, 0, {}}}),
              "t.ids has type integer[], but was described as bigint[]"));
}

TEST_CASE("any text does not fit a column of json") {
    auto connection = scratch::postgres("CREATE TABLE t (doc json)");
    if (!connection) {
        return;
    }
    CHECK(has(drift(*connection, {text("doc", true)}), "t.doc has type json, but was described as text"));
    CHECK(binary(*connection, {{"doc", "json", "json", 114, true, true, 0, {}}}));
}

TEST_CASE("a table or column that was meant is named, whatever its case") {
    auto connection = scratch::postgres("CREATE TABLE t (\"joinedAt\" text); CREATE SCHEMA sales;"
                                        "CREATE TABLE sales.\"Orders\" (id bigint)");
    if (!connection) {
        return;
    }
    CHECK(has(drift(*connection, {text("joined_at", true)}),
              "synth: t has no column joined_at, but joinedAt; "));
    CHECK(has(scratch::thrown_by([&] { (void)synth::check_shape(*connection, {"", "orders", {}}); }),
              "has no table orders, but sales.Orders; "));
}
