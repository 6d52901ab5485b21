// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "cpp_type.hpp"
#include "sqlite_catalog.hpp"

using namespace synth::introspect;

TEST_CASE("a declared type of SQLite has a C++ type by its name or its affinity") {
    const std::pair<const char*, const char*> expected[] = {
        {"INTEGER", "std::int64_t"},
        {"int", "std::int32_t"},
        {"BIGINT", "std::int64_t"},
        {"UNSIGNED BIG INT", "std::int64_t"},
        {"INT2", "std::int16_t"},
        {"SMALLINT", "std::int16_t"},
        {"Tinyint(1)", "std::int16_t"},
        {"BOOLEAN", "bool"},
        {"REAL", "double"},
        {"FLOAT", "double"},
        {"DOUBLE PRECISION", "double"},
        {"DECIMAL(12, 2)", "synth::decimal<12, 2>"},
        {"NUMERIC(5)", "synth::decimal<5, 0>"},
        {"NUMERIC", "synth::decimal<18, 6>"},
        {"decimal(5000,2)", "synth::decimal<18, 6>"},
        {"decimal(2,5)", "synth::decimal<18, 6>"},
        {"decimal(x,y)", "synth::decimal<18, 6>"},
        {"TEXT", "std::string"},
        {"VARCHAR(16)", "std::string"},
        {"NATIVE CHARACTER(70)", "std::string"},
        {"CLOB", "std::string"},
        {"STRING", "std::string"},
        {"", "std::string"},
        {"ANY", "std::string"},
        {"BLOB", "synth::bytes"},
        {"VARBINARY(8)", "synth::bytes"},
        {"DATE", "synth::date"},
        {"TIME", "synth::time_of_day"},
        {"DATETIME", "synth::timestamp"},
        {"TIMESTAMP  WITH\tTIME ZONE", "synth::timestamp_tz"},
        {"UUID", "synth::uuid"},
        {"JSON", "synth::json"},
        {"FLOATING POINT", "std::int64_t"}, // SQLite's own rule: it has "INT" in it
    };
    for (const auto& [declared, type] : expected) {
        CAPTURE(declared);
        CHECK(cpp_type(sqlite_type(declared), {}) == type);
    }
    CHECK(sqlite_type("MYSTERY").of == kind::unsupported);
}

TEST_CASE("lengths of SQLite's types are read") {
    CHECK(sqlite_type("VARCHAR ( 16 )").max_length == 16);
    CHECK_FALSE(sqlite_type("VARCHAR(16)").fixed_length);
    CHECK(sqlite_type("CHAR(2)").fixed_length);
    CHECK(sqlite_type("character varying(9)").max_length == 9);
    CHECK(sqlite_type("BINARY(8)").fixed_length);
    CHECK(sqlite_type("TIMESTAMP(3)").fraction_digits == 3);
    CHECK(sqlite_type("VARCHAR(-1)").max_length == 0);
    CHECK(sqlite_type("VARCHAR(99999999999)").max_length == 0);
}
