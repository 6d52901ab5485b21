// SPDX-License-Identifier: BSL-1.0
// A schema that the tests of programs share. Its code is in shop.cpp, compiled once.
#ifndef SYNTH_TESTS_PROGRAM_SHOP_HPP
#define SYNTH_TESTS_PROGRAM_SHOP_HPP

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <synth/generate/lognormal.hpp>
#include <synth/generate/zipf.hpp>
#include <synth/program/program_schema.hpp>
#include <synth/schema/schema.hpp>

namespace shop {

enum class mood { sad, ok };

struct customer {
    std::int64_t id{};
    std::string name{};
    std::optional<std::string> email{};
    synth::timestamp joined_at{};
};

struct order {
    std::int64_t id{};
    std::int64_t customer_id{};
    synth::decimal<12, 2> total{};
    std::optional<mood> state{};
};

struct line {
    std::int64_t order_id{};
    std::int32_t number{};
    double weight{};
    bool gift{};
    synth::bytes note{};
    synth::uuid code{};
};

} // namespace shop

template<>
inline constexpr auto synth::labels<shop::mood> = std::to_array<std::string_view>({"sad", "ok"});

template<>
inline constexpr auto synth::table<shop::order> = synth::describe<shop::order>(
    synth::named("orders"), synth::in_schema("sales"), synth::row_count(300),
    synth::references<&shop::order::customer_id, &shop::customer::id>(synth::zipf(1.1)),
    synth::column<&shop::order::total>(synth::lognormal(3.2, 0.9)));

template<>
inline constexpr auto synth::table<shop::line> =
    synth::describe<shop::line>(synth::row_count(900),
                                synth::primary_key<&shop::line::order_id, &shop::line::number>(),
                                synth::references<&shop::line::order_id, &shop::order::id>());

template<>
inline constexpr auto synth::table<shop::customer> = synth::describe<shop::customer>(synth::row_count(100));

namespace shop {

using schema = synth::schema<line, customer, order>;

/// The schema as programs see it.
const synth::program_schema& described();

/// The tables for SQLite and for PostgreSQL, and the path of a new SQLite database.
inline constexpr const char* sqlite_tables =
    "CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT, joined_at TIMESTAMP NOT "
    "NULL);"
    "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customer, "
    "total NUMERIC(12,2) NOT NULL, state TEXT);"
    "CREATE TABLE line (order_id INTEGER NOT NULL REFERENCES orders, number INTEGER NOT NULL, weight REAL "
    "NOT NULL, "
    "gift BOOLEAN NOT NULL, note BLOB NOT NULL, code TEXT NOT NULL, PRIMARY KEY (order_id, number));";
inline constexpr const char* postgres_tables =
    "CREATE SCHEMA sales; CREATE TYPE mood AS ENUM ('sad', 'ok');"
    "CREATE TABLE customer (id bigserial PRIMARY KEY, name text NOT NULL, email text, joined_at timestamp "
    "NOT NULL);"
    "CREATE TABLE sales.orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id bigint NOT "
    "NULL REFERENCES "
    "customer, total numeric(12,2) NOT NULL, state mood);"
    "CREATE TABLE line (order_id bigint NOT NULL REFERENCES sales.orders, number int NOT NULL, weight float8 "
    "NOT NULL, "
    "gift bool NOT NULL, note bytea NOT NULL, code uuid NOT NULL, PRIMARY KEY (order_id, number));";

} // namespace shop

#endif
