// SPDX-License-Identifier: BSL-1.0
// Every form of every type against a real PostgreSQL; SYNTH_TEST_POSTGRES is its connection string.
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/core/byte_buffer.hpp>
#include <synth/sink/copy_binary.hpp>
#include <synth/sink/copy_text.hpp>
#include <synth/sink/csv.hpp>

#include "../postgres_session.hpp"
#include "sample_values.hpp"

namespace {

using postgres_session::connection;
using postgres_session::result;
using postgres_session::run;

connection connect() {
    connection server = postgres_session::connect();
    if (server == nullptr) {
        return nullptr;
    }
    run(server, "set time zone 'UTC'; set client_encoding = 'UTF8'; set client_min_messages = 'warning'");
    run(server, "drop schema if exists forms cascade; create schema forms; set search_path = forms");
    run(server, R"(create type mood as enum ('sad', 'ok', 'very happy', 'o,d"d', E'back\\slash\t', 'NULL'))");
    return server;
}

template<typename Type>
std::string text_of(const Type& value) {
    const auto view = synth::as_view(value);
    std::vector<char> room(synth::text_form<Type>::bound(view));
    return {room.data(), synth::text_form<Type>::write(room.data(), view)};
}

// Rows (number, value), and one without a value at the end.
template<typename Type, typename Format>
synth::byte_buffer rows(const std::vector<Type>& values, const Format& format) {
    synth::byte_buffer buffer;
    constexpr std::array<std::string_view, 2> columns{"number", "value"};
    format.begin(buffer, columns);
    for (std::size_t row = 0; row <= values.size(); ++row) {
        // Exactly the room that the bounds promise, so that a sanitizer sees what exceeds them.
        std::size_t bound = Format::row_overhead + Format::separator_bound +
                            Format::template cell_bound<std::int64_t>(0) + Format::null_bound;
        if (row < values.size()) {
            bound += Format::template cell_bound<Type>(synth::as_view(Type(values[row])));
        }
        const std::unique_ptr<char[]> room{new char[bound]};
        char* out = format.begin_row(room.get(), 2);
        out = format.template put<std::int64_t>(out, static_cast<std::int64_t>(row));
        out = format.separator(out);
        out = row < values.size() ? format.template put<Type>(out, synth::as_view(Type(values[row])))
                                  : format.put_null(out);
        out = format.end_row(out);
        buffer.append({room.get(), static_cast<std::size_t>(out - room.get())});
    }
    format.end(buffer);
    return buffer;
}

void load(const connection& server, const std::vector<std::string>& texts, const synth::byte_buffer& buffer,
          const std::string& options) {
    run(server, "truncate form");
    run(server, "copy form from stdin with (" + options + ")");
    REQUIRE(PQputCopyData(server.get(), buffer.data(), static_cast<int>(buffer.size())) == 1);
    REQUIRE(PQputCopyEnd(server.get(), nullptr) == 1);
    while (PGresult* answer = PQgetResult(server.get())) {
        const result owned{answer};
        const std::string message = PQerrorMessage(server.get());
        REQUIRE_MESSAGE(PQresultStatus(answer) == PGRES_COMMAND_OK, options << ": " << message);
    }
    const result answer = run(server, "select value from form order by number");
    const int count = PQntuples(answer.get());
    REQUIRE(static_cast<std::size_t>(count) == texts.size() + 1);
    int wrong = 0;
    for (int row = 0; row < count - 1; ++row) {
        const std::string got = PQgetvalue(answer.get(), row, 0);
        const std::string& expected = texts[static_cast<std::size_t>(row)];
        if ((got != expected || PQgetisnull(answer.get(), row, 0) != 0) && ++wrong < 5) {
            CHECK_MESSAGE(got == expected, options);
        }
    }
    CHECK(wrong == 0);
    CHECK(PQgetisnull(answer.get(), count - 1, 0) == 1);
}

template<typename Type>
void check_forms(const connection& server, std::string type = {}) {
    type = type.empty() ? std::string{synth::sql_type_name<Type>()} : type;
    CAPTURE(type);
    run(server, "drop table if exists form; create unlogged table form (number bigint, value " + type + ")");
    const std::vector<Type> values = samples::values<Type>(3'000);
    std::vector<std::string> texts;
    for (const auto& value : values) {
        texts.push_back(text_of<Type>(value));
    }
    load(server, texts, rows(values, synth::csv_format{}), "format csv, header");
    load(server, texts, rows(values, synth::csv_format{"\n", ';', false}), "format csv, delimiter ';'");
    load(server, texts, rows(values, synth::copy_text_format{}), "format text");
    load(server, texts, rows(values, synth::copy_binary_format{}), "format binary");
}

template<typename... Types>
void check_scalars(const connection& server) {
    (check_forms<Types>(server), ...);
}

template<typename... Types>
void check_arrays(const connection& server) {
    (check_forms<std::vector<std::optional<Types>>>(server), ...);
}

#define SYNTH_OTHER_SCALARS                                                                                  \
    bool, std::int16_t, std::int32_t, std::int64_t, float, double, std::string, synth::bytes, synth::date,   \
        synth::time_of_day, synth::time_of_day_tz, synth::timestamp, synth::timestamp_tz, synth::interval,   \
        synth::uuid, synth::json, synth::jsonb, synth::inet, synth::cidr, synth::macaddr, synth::macaddr8,   \
        synth::bit_string, samples::mood

TEST_CASE("PostgreSQL reads every form of every scalar and shows our text") {
    if (const connection server = connect()) {
        check_scalars<SYNTH_OTHER_SCALARS>(server);
    }
}

TEST_CASE("PostgreSQL reads every form of decimals of any precision and scale and shows our text") {
    if (const connection server = connect()) {
        using synth::decimal;
        check_scalars<decimal<1, 0>, decimal<12, 2>, decimal<18, 18>, decimal<18, 0>, decimal<5, -3>,
                      decimal<3, 7>, decimal<18, 25>>(server);
        check_scalars<decimal<38, 10>, decimal<38, 37>, decimal<19, -7>, decimal<30, 40>>(server);
        check_scalars<decimal<77, 33>, decimal<50, -9>, decimal<1000, 500>>(server);
    }
}

TEST_CASE("PostgreSQL reads every form of an array of every scalar and shows our text") {
    if (const connection server = connect()) {
        check_arrays<SYNTH_OTHER_SCALARS, synth::decimal<12, 2>, synth::decimal<77, 33>>(server);
        check_forms<std::vector<std::int64_t>>(server);
        check_forms<std::vector<std::string>>(server);
    }
}

#define SYNTH_RANGE_ELEMENTS                                                                                 \
    std::int32_t, std::int64_t, synth::decimal<18, 6>, synth::date, synth::timestamp, synth::timestamp_tz

template<typename... Elements>
void check_ranges(const connection& server) {
    (check_forms<synth::range<Elements>>(server), ...);
    (check_forms<std::vector<std::optional<synth::range<Elements>>>>(server), ...);
    constexpr int multiranges = 140'000;
    if (PQserverVersion(server.get()) >= multiranges) {
        (check_forms<synth::multirange<Elements>>(server), ...);
        (check_forms<std::vector<std::optional<synth::multirange<Elements>>>>(server), ...);
    }
}

TEST_CASE("PostgreSQL reads every form of every range and shows our text") {
    if (const connection server = connect()) {
        check_ranges<SYNTH_RANGE_ELEMENTS>(server);
        run(server, "create type float_range as range (subtype = double precision)");
        check_forms<synth::range<double>>(server, "float_range");
        check_forms<std::vector<synth::range<double>>>(server, "float_range[]");
        run(server, "create type time_range as range (subtype = time)");
        check_forms<synth::range<synth::time_of_day>>(server, "time_range");
    }
}

TEST_CASE("PostgreSQL takes arrays of text and bits for arrays of related types") {
    if (const connection server = connect()) {
        check_forms<std::vector<std::string>>(server, "varchar(80)[]");
        check_forms<std::vector<std::string>>(server, "varchar[]");
        check_forms<std::string>(server, "varchar(80)");
        run(server, "create domain word as text check (length(value) < 100)");
        check_forms<std::vector<std::string>>(server, "word[]");
        run(server, "drop table form");
    }
}

TEST_CASE("PostgreSQL refuses the label of an enumerator that has none") {
    if (const connection server = connect()) {
        run(server, "create unlogged table form (value mood)");
        run(server, "copy form from stdin with (format csv)");
        std::array<char, 64> room{};
        const synth::csv_format format;
        const char* end =
            format.end_row(format.put<samples::mood>(room.data(), static_cast<samples::mood>(99)));
        REQUIRE(PQputCopyData(server.get(), room.data(), static_cast<int>(end - room.data())) == 1);
        REQUIRE(PQputCopyEnd(server.get(), nullptr) == 1);
        const result answer{PQgetResult(server.get())};
        CHECK(std::string{PQresultErrorMessage(answer.get())}.find(
                  "invalid input value for enum mood: \"?\"") != std::string::npos);
        PQclear(PQgetResult(server.get()));
    }
}

} // namespace
