// SPDX-License-Identifier: BSL-1.0
// A schema some of whose tables are filled outside, for the tests of programs. Its code is in outside.cpp.
#ifndef SYNTH_TESTS_PROGRAM_OUTSIDE_HPP
#define SYNTH_TESTS_PROGRAM_OUTSIDE_HPP

#include <cstdint>
#include <optional>
#include <string>

#include <synth/program/program_schema.hpp>
#include <synth/schema/derived_value.hpp>
#include <synth/schema/schema.hpp>

namespace outside {

struct country {
    std::string code{};
    std::int32_t number{};
    synth::decimal<6, 3> rate{}; // of which a column of another table is made
    std::string name{};          // nobody reads it
};
struct tenant {
    synth::uuid id{};
};
struct city {
    std::string country{};
    std::string name{};
};
struct customer {
    std::int64_t id{};
    std::string home{};
    std::optional<std::int32_t> number{};
    synth::uuid tenant{};
    synth::decimal<6, 3> rate{};
};
struct line {
    synth::uuid tenant{};
    std::int32_t number{};
    std::string country{};
    std::string city{};
};

} // namespace outside

template<>
inline constexpr auto synth::table<outside::country> =
    synth::describe<outside::country>(synth::filled_outside(), synth::named("coun=try"),
                                      synth::primary_key<&outside::country::code>(),
                                      synth::unique<&outside::country::number>());
template<>
inline constexpr auto synth::table<outside::tenant> =
    synth::describe<outside::tenant>(synth::filled_outside(), synth::in_schema("sales"),
                                     synth::named("te\"nant"),
                                     synth::column<&outside::tenant::id>(synth::named("the id")));
template<>
inline constexpr auto synth::table<outside::city> = synth::describe<outside::city>(
    synth::filled_outside(), synth::primary_key<&outside::city::country, &outside::city::name>());
template<>
inline constexpr auto synth::table<outside::customer> = synth::describe<outside::customer>(
    synth::row_count(50), synth::references<&outside::customer::home, &outside::country::code>(),
    synth::references<&outside::customer::number, &outside::country::number>(),
    synth::references<&outside::customer::tenant, &outside::tenant::id>(),
    synth::column<&outside::customer::rate>(
        synth::derive<synth::of_parent<&outside::customer::home, &outside::country::rate>>(
            [](const auto& rate) { return rate; })));
template<>
inline constexpr auto synth::table<outside::line> = synth::describe<outside::line>(
    synth::row_count(70), synth::primary_key<&outside::line::tenant, &outside::line::number>(),
    synth::references<&outside::line::tenant, &outside::tenant::id>(),
    synth::references<synth::columns<&outside::line::country, &outside::line::city>,
                      synth::columns<&outside::city::country, &outside::city::name>>());

namespace outside {

using schema = synth::schema<country, tenant, city, customer, line>;

/// The schema as programs see it.
const synth::program_schema& described();

/// The tables, those that are filled outside with rows and with columns that nobody describes.
inline constexpr const char* sqlite_tables =
    "CREATE TABLE \"coun=try\" (code TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, rate NUMERIC(6,3) NOT "
    "NULL,"
    " flag TEXT NOT NULL);"
    "CREATE TABLE \"te\"\"nant\" (\"the id\" TEXT PRIMARY KEY, since TEXT NOT NULL);"
    "CREATE TABLE city (country TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL, PRIMARY KEY "
    "(country,"
    " name));"
    "CREATE TABLE customer (id INTEGER PRIMARY KEY, home TEXT NOT NULL REFERENCES \"coun=try\", number "
    "INTEGER "
    "REFERENCES \"coun=try\"(number), tenant TEXT NOT NULL REFERENCES \"te\"\"nant\", rate NUMERIC(6,3) NOT "
    "NULL);"
    "CREATE TABLE line (tenant TEXT NOT NULL REFERENCES \"te\"\"nant\", number INTEGER NOT NULL, country "
    "TEXT NOT "
    "NULL, city TEXT NOT NULL, PRIMARY KEY (tenant, number), FOREIGN KEY (country, city) REFERENCES city);"
    "INSERT INTO \"coun=try\" VALUES ('DE', 276, 1, ''), ('', 7, 2.5, ''), ('we\"ird,'||char(10)||'\\N', 9, "
    "0.125,"
    " '');"
    "INSERT INTO \"te\"\"nant\" VALUES ('00000000-0000-0000-0000-000000000002', ''), "
    "('00000000-0000-0000-0000-000000000001', '');"
    "INSERT INTO city VALUES ('DE', 'Ulm', 1), ('DE', 'Bonn', 2), ('FR', 'Ulm', 3);";
inline constexpr const char* postgres_tables =
    "CREATE SCHEMA sales;"
    "CREATE TABLE \"coun=try\" (code text PRIMARY KEY, number int NOT NULL UNIQUE, rate numeric NOT NULL, "
    "flag text "
    "NOT NULL);"
    "CREATE TABLE sales.\"te\"\"nant\" (\"the id\" uuid PRIMARY KEY, since timestamp NOT NULL);"
    "CREATE TABLE city (country text NOT NULL, name text NOT NULL, size int NOT NULL, PRIMARY KEY (country, "
    "name));"
    "CREATE TABLE customer (id bigint PRIMARY KEY, home text NOT NULL REFERENCES \"coun=try\", number int "
    "REFERENCES "
    "\"coun=try\"(number), tenant uuid NOT NULL REFERENCES sales.\"te\"\"nant\", rate numeric(6,3) NOT NULL);"
    "CREATE TABLE line (tenant uuid NOT NULL REFERENCES sales.\"te\"\"nant\", number int NOT NULL, country "
    "text NOT "
    "NULL, city text NOT NULL, PRIMARY KEY (tenant, number), FOREIGN KEY (country, city) REFERENCES city);"
    "INSERT INTO \"coun=try\" VALUES ('DE', 276, 1, ''), ('', 7, 2.5, ''), (E'we\"ird,\\n\\\\N', 9, 0.125, "
    "'');"
    "INSERT INTO sales.\"te\"\"nant\" VALUES ('00000000-0000-0000-0000-000000000002', now()), "
    "('00000000-0000-0000-0000-000000000001', now());"
    "INSERT INTO city VALUES ('DE', 'Ulm', 1), ('DE', 'Bonn', 2), ('FR', 'Ulm', 3)";

} // namespace outside

#endif
