// SPDX-License-Identifier: BSL-1.0
#include "sqlite_texts.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "fixture.hpp"
#include "header.hpp"
#include "sqlite_catalog.hpp"

using namespace synth::introspect;
using introspect_test::folder;
using introspect_test::has;

namespace {

catalog catalog_of(const std::string& sql) {
    const folder place;
    return read_sqlite(place.sqlite(sql));
}

// The type that a table of one column takes.
value_type type_of(const std::string& column) {
    return catalog_of("CREATE TABLE t (" + column + ")").tables.front().columns.front().type;
}

} // namespace

TEST_CASE("a text that equals its own date, time or moment is one") {
    CHECK(type_of("day TEXT CHECK (day IS date(day))").of == kind::date);
    CHECK(type_of("day TEXT CHECK (DATE([day]) == \"day\")").of == kind::date);
    CHECK(type_of("day VARCHAR(10) CHECK (length(day) = 10 AND day = strftime('%Y-%m-%d', day))").of ==
          kind::date);
    CHECK(type_of("day TEXT CHECK (day IS NULL OR date(day) IS NOT NULL)").of == kind::date);
    CHECK(type_of("at TEXT CHECK (at IS datetime(at))").of == kind::timestamp);
    CHECK(type_of("at TEXT CHECK (at = strftime('%Y-%m-%d %H:%M:%S', at))").of == kind::timestamp);
    CHECK(type_of("at TEXT CHECK (julianday(at) IS NOT NULL)").of == kind::timestamp);
    CHECK(type_of("at TEXT CHECK (at = strftime('%H:%M:%S', at))").of == kind::time_of_day);
    CHECK_MESSAGE(type_of("at TEXT CHECK (at IS datetime(at))").fraction_digits == 0U,
                  "SQLite cuts what is behind the seconds");
}

TEST_CASE("a text whose default is now is a moment") {
    CHECK(type_of("at TEXT DEFAULT CURRENT_TIMESTAMP").of == kind::timestamp);
    CHECK(type_of("at TEXT DEFAULT (datetime('now', 'localtime'))").of == kind::timestamp);
    CHECK(type_of("at TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%S', 'now'))").of == kind::timestamp);
    CHECK(type_of("day TEXT DEFAULT (date( 'now' ))").of == kind::date);
    CHECK(type_of("at TEXT DEFAULT CURRENT_TIME").of == kind::time_of_day);
}

TEST_CASE("what is said otherwise stays a text") {
    CHECK(type_of("day TEXT").of == kind::text);
    CHECK(type_of("day TEXT CHECK (NOT (day = date(day)))").of == kind::text);
    CHECK(type_of("day TEXT CHECK (day <> date(day))").of == kind::text);
    CHECK(type_of("day TEXT CHECK (day IS NOT date(day))").of == kind::text);
    CHECK(type_of("day TEXT CHECK (day > date('2020-01-01'))").of == kind::text);
    CHECK(type_of("day TEXT CHECK (day = date(day, 'start of month'))").of == kind::text);
    CHECK(type_of("at TEXT CHECK (at = strftime('%Y-%m-%dT%H:%M:%SZ', at))").of == kind::text);
    CHECK(type_of("at TEXT DEFAULT (strftime('%s', 'now'))").of == kind::text);
    CHECK(type_of("at TEXT DEFAULT 'current_timestamp'").of == kind::text);
    CHECK_MESSAGE(type_of("day VARCHAR(9) CHECK (day = date(day))").of == kind::text, "it has no room");
    CHECK(type_of("day INTEGER CHECK (day = date(day))").of == kind::int64);
}

TEST_CASE("what is compared with a moment, refers to one or is referred to is one too") {
    const catalog all = catalog_of(
        "CREATE TABLE day (day TEXT PRIMARY KEY, open TEXT CHECK (open IS datetime(open)), shut TEXT CHECK "
        "(shut > open), late TEXT, other TEXT, CHECK (late BETWEEN open AND shut));"
        "CREATE TABLE shift (day TEXT REFERENCES day, next TEXT REFERENCES day CHECK (next IS date(next)));");
    const auto kinds = [](const table& of) {
        std::vector<kind> result;
        std::ranges::transform(of.columns, std::back_inserter(result),
                               [](const column& each) { return each.type.of; });
        return result;
    };
    CHECK(kinds(all.tables[0]) ==
          std::vector{kind::date, kind::timestamp, kind::timestamp, kind::timestamp, kind::text});
    CHECK(kinds(all.tables[1]) == std::vector{kind::date, kind::date});
}

TEST_CASE("a condition that only says what the type says is met") {
    const folder place;
    const header made =
        make_header(read_sqlite(place.sqlite(
                        "CREATE TABLE t (day TEXT NOT NULL CHECK (day IS date(day)), at TEXT CHECK (at = "
                        "strftime('%Y-%m-%d %H:%M:%S', at)), until TEXT CHECK (datetime(until) IS NOT NULL), "
                        "CHECK (until "
                        "> at), CHECK (day >= '2020-01-01'));")),
                    "d");
    CHECK(has(made.text, "synth::date day{};"));
    CHECK(has(made.text, "std::optional<synth::timestamp> at{};"));
    CHECK(has(made.text, "std::optional<synth::timestamp> until{};"));
    CHECK(has(made.text, "synth::value<&d::t::until> > synth::value<&d::t::at>"));
    CHECK(has(made.text, "synth::value<&d::t::day> >= synth::date::of(2020, 1, 1)"));
    CHECK(!has(made.text, "not represented"));
}

TEST_CASE("a text whose check says that it is a document has its type") {
    CHECK(type_of("d TEXT CHECK (json_valid(d))").of == kind::json);
    CHECK(type_of("d TEXT UNIQUE CHECK (json_valid(d))").of == kind::text);
}

TEST_CASE("texts of another form are those that strftime makes") {
    CHECK(form_of_moments("%Y-%m-%dT%H:%M:%SZ")->length == 20);
    CHECK(form_of_moments("%m%%") == std::nullopt);
    CHECK(form_of_moments("%Y\n") == std::nullopt);
    CHECK(form_of_moments("(%S)")->regular_expression == "^\\([0-5][0-9]\\)$");
    const folder place;
    const header made =
        make_header(read_sqlite(place.sqlite(
                        "CREATE TABLE t (a TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', a) = a), "
                        "b TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), c TEXT CHECK (c IS "
                        "strftime('%H:%M', c)), d VARCHAR(5) DEFAULT (strftime('%Y-%m-%dT%H', 'now')));")),
                    "d");
    CHECK(has(made.text, "\"^20(1[5-9]|2[0-4])-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])T"));
    CHECK(has(made.text, "[.][0-9]{3}Z$\""));
    CHECK(has(made.text, "synth::sql::matches(synth::value<&d::t::c>, \"^([01][0-9]|2[0-3]):[0-5][0-9]$\")"));
    CHECK(!has(made.text, "value<&d::t::d>"));
    CHECK(!has(made.text, "not represented: CHECK"));
}

TEST_CASE("a number that equals itself rounded is a decimal") {
    CHECK(type_of("price REAL CHECK (price > 0 AND round(price, 2) = price)").of == kind::decimal);
    CHECK(type_of("price REAL CHECK (price = round(price, 3))").scale == 3);
    CHECK(type_of("price REAL CHECK (price <> round(price, 2))").of == kind::float64);
    CHECK(type_of("price REAL CHECK (round(price) = price)").of == kind::float64);
}
