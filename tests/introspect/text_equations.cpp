// SPDX-License-Identifier: BSL-1.0
#include "text_equations.hpp"

#include <string>

#include "fixture.hpp"
#include "header.hpp"
#include "postgres_catalog.hpp"

using introspect_test::has;
using introspect_test::postgres;

namespace {

std::string header_of(const postgres& server) {
    return synth::introspect::make_header(synth::introspect::read_postgres(server.conninfo(), {}), "d").text;
}

} // namespace

TEST_CASE("the columns of which a unique text is made are the key in its place") {
    if (!postgres::available()) {
        return;
    }
    const postgres server{
        "CREATE TABLE a (id integer PRIMARY KEY, name text NOT NULL UNIQUE, part varchar(9) NOT NULL, domain "
        "text NOT NULL, CHECK (name = part || '@' || domain));"
        "CREATE TABLE b (id integer PRIMARY KEY, label text UNIQUE, year integer NOT NULL, number integer "
        "NOT "
        "NULL, UNIQUE (year, number), CHECK (label = 'B' || year || '-' || number));"
        "CREATE TABLE c (id integer PRIMARY KEY, label text UNIQUE, x text NOT NULL, y text NOT NULL, CHECK "
        "(label = x || y));"
        "CREATE TABLE d (label text PRIMARY KEY, x text NOT NULL, y integer NOT NULL, CHECK (label = x || "
        "'/' "
        "|| y));"
        "CREATE TABLE e (id integer PRIMARY KEY, label text UNIQUE CHECK (label ~ '^[a-z]+/[0-9]$'), x text "
        "NOT "
        "NULL, y integer NOT NULL, CHECK (label = x || '/' || y));"
        "CREATE TABLE h (id integer PRIMARY KEY, label text NOT NULL UNIQUE, x text NOT NULL, y integer NOT "
        "NULL, CHECK "
        "(label = x || '--' || lpad(y::text, 3, '0')));"
        "CREATE TABLE i (id integer PRIMARY KEY, label text NOT NULL UNIQUE, x text NOT NULL, CHECK (label = "
        "lpad(x, 9, "
        "'0') || '/'));"
        "CREATE TABLE f (id integer PRIMARY KEY, label text NOT NULL UNIQUE, x text NOT NULL, y integer NOT "
        "NULL, CHECK (label = x || '/' || y)); CREATE TABLE g (label text REFERENCES f (label));"};
    const std::string text = header_of(server);
    CHECK(has(
        text,
        "// that name is unique, which is made of these\n    synth::unique<&d::a::part, &d::a::domain>()"));
    CHECK(!has(text, "synth::unique<&d::a::name>"));
    CHECK(has(text, "!synth::sql::like(synth::value<&d::a::part>, \"%@%\")"));
    CHECK_MESSAGE(!has(text, "synth::sql::like(synth::value<&d::a::domain>"),
                  "the last may have any letters");
    CHECK(has(text, "synth::unique<&d::b::year, &d::b::number>()"));
    CHECK(text.find("unique<&d::b::year") == text.rfind("unique<&d::b::year"));
    CHECK(!has(text, "synth::unique<&d::b::label>"));
    CHECK_MESSAGE(has(text, "synth::unique<&d::c::label>"), "nothing stands between its parts");
    CHECK(has(text, "synth::primary_key<&d::d::label>"));
    CHECK_MESSAGE(has(text, "synth::unique<&d::e::label>"), "a pattern of its own says how it looks");
    CHECK_MESSAGE(has(text, "synth::unique<&d::f::label>"), "others refer to it");
    CHECK(has(text, "synth::unique<&d::h::x, &d::h::y>()"));
    CHECK_MESSAGE(has(text, "!synth::sql::like(synth::value<&d::h::x>, \"%-%\")"), "nor its first letter");
    CHECK_MESSAGE(has(text, "synth::sql::between(synth::value<&d::h::y>, 0, 999)"), "it is not cut");
    CHECK_MESSAGE(has(text, "synth::unique<&d::i::label>"), "a text may begin with zeros");
}

TEST_CASE("a key keeps to what is asked of the text that is the same") {
    if (!postgres::available()) {
        return;
    }
    const postgres server{
        "CREATE TABLE a (id integer PRIMARY KEY, lower_name text NOT NULL UNIQUE, name varchar(20) NOT NULL "
        "CHECK (name ~ '^[A-Za-z0-9]+$'), CHECK (lower(name) = lower_name));"
        "CREATE TABLE b (id integer PRIMARY KEY, code text NOT NULL UNIQUE, copy text NOT NULL CHECK (copy "
        "LIKE "
        "'B%'), CHECK (code = copy));"
        "CREATE TABLE c (id integer PRIMARY KEY, x text NOT NULL CHECK (x LIKE 'C%'), y text NOT NULL, CHECK "
        "(x = y));"
        "CREATE TABLE e (id integer PRIMARY KEY, code text NOT NULL UNIQUE, name text NOT NULL, CHECK "
        "(upper(name) = code));"};
    const std::string text = header_of(server);
    CHECK(has(text, "synth::sql::matches(synth::value<&d::a::lower_name>, \"^[A-Za-z0-9]+$\")"));
    CHECK(has(text, "synth::sql::lower(synth::value<&d::a::lower_name>) == synth::value<&d::a::lower_name>"));
    CHECK(has(text, "synth::sql::upper(synth::value<&d::e::code>) == synth::value<&d::e::code>"));
    CHECK(has(text, "synth::sql::length(synth::value<&d::a::lower_name>) <= 20"));
    CHECK(has(text, "// asked of copy, which is the same text\n    synth::check(\"text\", "
                    "synth::sql::like(synth::value<&d::b::code>, \"B%\"))"));
    CHECK_MESSAGE(!has(text, "value<&d::c::y>, \"C%\""), "no key of it");
}

TEST_CASE("of two keys that are the same text one is kept") {
    if (!postgres::available()) {
        return;
    }
    const postgres server{
        "CREATE TABLE a (id integer PRIMARY KEY, name text NOT NULL UNIQUE CHECK (name ~ '^[A-Za-z]+$'),"
        " lower_name text NOT NULL UNIQUE, CHECK (lower_name = lower(name)));"
        "CREATE TABLE b (name text PRIMARY KEY, lower_name text NOT NULL UNIQUE, CHECK (lower_name = "
        "lower(name)));"
        "CREATE TABLE c (id integer PRIMARY KEY, n integer NOT NULL, name text NOT NULL UNIQUE, lower_name "
        "text NOT "
        "NULL, UNIQUE (lower_name, n), CHECK (lower_name = lower(name)));"
        "CREATE TABLE e (name text PRIMARY KEY, lower_name text NOT NULL UNIQUE, CHECK (lower_name = "
        "lower(name)));"
        "CREATE TABLE f (id integer PRIMARY KEY, name text REFERENCES e (lower_name));"};
    const std::string text = header_of(server);
    CHECK(has(text, "synth::unique<&d::a::lower_name>()"));
    CHECK(!has(text, "synth::unique<&d::a::name>()"));
    CHECK(has(text, "synth::sql::matches(synth::value<&d::a::lower_name>, \"^[A-Za-z]+$\")"));
    CHECK(has(text, "synth::primary_key<&d::b::name>()"));
    CHECK(!has(text, "synth::unique<&d::b::lower_name>()"));
    CHECK(has(text, "synth::sql::lower(synth::value<&d::b::name>) == synth::value<&d::b::name>"));
    CHECK_MESSAGE(!has(text, "synth::unique<&d::c::lower_name, &d::c::n>()"), "it follows from the name's");
    CHECK_MESSAGE(has(text, "synth::unique<&d::e::lower_name>()"), "others refer to it");
}
