// SPDX-License-Identifier: BSL-1.0
// Values that are made as texts, read by a real PostgreSQL; SYNTH_TEST_POSTGRES is its connection string.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/by_type.hpp>
#include <synth/generate/domain.hpp>
#include <synth/sink/copy_text.hpp>

#include "../postgres_session.hpp"
#include "law_test.hpp"

using namespace synth;

namespace {

using postgres_session::connection;
using postgres_session::run;

connection connect() {
    connection server = postgres_session::connect();
    if (server == nullptr) {
        return nullptr;
    }
    run(server,
        "set client_min_messages = 'warning'; drop schema if exists made cascade; create schema made; "
        "set search_path = made, public");
    return server;
}

template<typename Value, typename Result>
void append_line(std::string& lines, const Result& result) {
    const auto view = static_cast<view_of<Value>>(result);
    std::vector<char> room(copy_text_format::cell_bound<Value>(view));
    lines.append(room.data(), copy_text_format::put<Value>(room.data(), view));
    lines += '\n';
}

void load(const connection& server, const std::string& type, const std::string& lines) {
    run(server, "drop table if exists made; create unlogged table made (value " + type + ")");
    run(server, "copy made from stdin");
    REQUIRE(PQputCopyData(server.get(), lines.data(), static_cast<int>(lines.size())) == 1);
    REQUIRE(PQputCopyEnd(server.get(), nullptr) == 1);
    while (PGresult* answer = PQgetResult(server.get())) {
        const postgres_session::result owned{answer};
        const std::string message = PQerrorMessage(server.get());
        CHECK_MESSAGE(PQresultStatus(answer) == PGRES_COMMAND_OK, message);
    }
}

// Typical values, then arrays of them.
template<typename Value>
void check_typical(const connection& server, std::string type = {}) {
    type = type.empty() ? std::string{sql_type_name<Value>()} : type;
    CAPTURE(type);
    const typical<Value> one{law_test::plan_for()};
    const typical<std::vector<std::optional<Value>>> many{law_test::plan_for()};
    std::string values;
    std::string arrays;
    for (std::uint64_t row = 0; row < 500; ++row) {
        draw cell = law_test::cell(row);
        append_line<Value>(values, one(cell));
        append_line<std::vector<std::optional<Value>>>(arrays, many(cell));
    }
    load(server, type, values);
    load(server, type + "[]", arrays);
}

// Keys, with the constraint that they have to keep.
template<typename Value>
void check_keys(const connection& server, std::string constraint = "unique (value)") {
    const std::string type{sql_type_name<Value>()};
    CAPTURE(type);
    column_plan plan = law_test::plan_for();
    plan.rows = 1'000;
    const domain<Value> keys{plan};
    std::string lines;
    for (std::uint64_t index = 0; index < 500; ++index) {
        append_line<Value>(lines, keys.at(index));
        append_line<Value>(lines, keys.at(keys.last() - index));
    }
    load(server, type, lines);
    run(server, "alter table made add " + constraint);
}

template<fixed_string... Types>
void check_all(const connection& server) {
    (check_typical<sql_value<Types>>(server), ...);
}

template<fixed_string... Types>
void check_all_keys(const connection& server) {
    (check_keys<sql_value<Types>>(server), ...);
}

// False, aloud, where the server does not have the extension.
bool has_extension(const connection& server, const std::string& name) {
    const std::string statement = "create extension if not exists " + name + " schema made";
    const postgres_session::result answer{PQexec(server.get(), statement.c_str())};
    const bool there = PQresultStatus(answer.get()) == PGRES_COMMAND_OK;
    if (!there) {
        MESSAGE("skipped: no extension " << name);
    }
    return there;
}

} // namespace

TEST_CASE("PostgreSQL reads the values of its types that have no C++ type") {
    if (const connection server = connect()) {
        check_all<"point", "line", "lseg", "box", "path", "polygon", "circle">(server);
        check_all<"tsvector", "tsquery", "xml", "money", "jsonpath", "pg_lsn", "txid_snapshot">(server);
        check_all<"oid", "xid", "cid", "tid", "regclass", "regtype", "regproc", "regprocedure">(server);
        check_all<"regoper", "regoperator", "regconfig", "regdictionary", "regrole", "regnamespace">(server);
        check_all<"int2vector", "oidvector", "aclitem">(server);
        constexpr int version_13 = 130'000;
        if (PQserverVersion(server.get()) >= version_13) {
            check_all<"xid8", "pg_snapshot", "regcollation">(server);
        }
    }
}

TEST_CASE("PostgreSQL reads the values of extensions' types") {
    if (const connection server = connect()) {
        if (has_extension(server, "hstore")) {
            check_all<"hstore">(server);
            check_all_keys<"hstore">(server);
        }
        if (has_extension(server, "ltree")) {
            check_all<"ltree", "lquery", "ltxtquery">(server);
            check_all_keys<"ltree">(server);
        }
        if (has_extension(server, "cube") && has_extension(server, "seg")) {
            check_all<"cube", "seg">(server);
            check_all_keys<"cube", "seg">(server);
        }
        if (has_extension(server, "isn")) {
            check_all<"ean13", "isbn13", "ismn13", "issn13", "isbn", "ismn", "issn", "upc">(server);
            check_all_keys<"ean13", "isbn13", "ismn13", "issn13", "isbn", "ismn", "issn", "upc">(server);
        }
        if (has_extension(server, "intarray")) {
            check_all<"query_int">(server);
        }
        if (has_extension(server, "vector")) {
            check_all<"vector(3)", "vector">(server);
        }
        if (has_extension(server, "postgis")) {
            check_all<"geometry", "geometry(Point,4326)", "geometry(MultiPolygon,4326)", "geography">(server);
        }
    }
}

TEST_CASE("PostgreSQL keeps the keys of these types distinct, and shapes apart") {
    if (const connection server = connect()) {
        check_all_keys<"oid", "money", "pg_lsn", "tid", "tsvector", "tsquery", "regclass", "regtype">(server);
        check_keys<sql_value<"point">>(server, "exclude using gist (value with ~=)");
        check_keys<sql_value<"box">>(server, "exclude using gist (value with &&)");
        check_keys<sql_value<"circle">>(server, "exclude using gist (value with &&)");
        check_keys<sql_value<"polygon">>(server, "exclude using gist (value with &&)");
    }
}

TEST_CASE("PostgreSQL finds the keys of ranges apart") {
    if (const connection server = connect()) {
        const auto check = [&]<typename... Elements>(Elements...) {
            (check_keys<range<Elements>>(server, "exclude using gist (value with &&)"), ...);
            (check_keys<range<Elements>>(server), ...);
            (check_typical<range<Elements>>(server), ...);
        };
        check(std::int32_t{}, std::int64_t{}, decimal<18, 6>{}, date{}, timestamp{}, timestamp_tz{});
        check_keys<multirange<date>>(server);
        check_keys<std::vector<std::int32_t>>(server);
        check_keys<std::vector<std::string>>(server);
    }
}

TEST_CASE("PostgreSQL reads rows of composite types, in arrays and in each other") {
    if (const connection server = connect()) {
        run(server, "create type pair as (number integer, word text, code char(3), nothing aclitem)");
        using pair =
            composite<"pair", std::int32_t, std::string, attribute<std::string, 3, true>, null_attribute>;
        check_typical<pair>(server);
        run(server, "create type whole as (one pair, many pair[], days daterange, at point, raw bytea, "
                    "moments timestamptz[])");
        check_typical<composite<"whole", pair, std::vector<pair>, range<date>, sql_value<"point">, bytes,
                                std::vector<timestamp_tz>>>(server);
    }
}
