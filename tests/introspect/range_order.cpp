// SPDX-License-Identifier: BSL-1.0
#include "range_order.hpp"

#include <string>
#include <vector>

#include "fixture.hpp"
#include "header.hpp"
#include "postgres_catalog.hpp"

using introspect_test::has;
using introspect_test::postgres;
using synth::introspect::range_text;
using synth::introspect::ranges_in;

TEST_CASE("ranges are found wherever an expression makes them of two values") {
    const std::vector<range_text> one =
        ranges_in("(NOT isempty(tstzrange(starts, COALESCE(ends, now()), '[]'::text)))");
    REQUIRE(one.size() == 1);
    CHECK(one[0].lower == "starts");
    CHECK(one[0].upper == "ends");
    CHECK(one[0].holds_both);
    CHECK(ranges_in("daterange(a, b) && daterange(c, (d + 1))").size() == 2);
    CHECK(ranges_in("int4range(a, 5)").front().upper == "5");
    CHECK(ranges_in("my_daterange(a, b)").empty());
    CHECK(ranges_in("'daterange(a, b)'::text || \"daterange(a, b)\"").empty());
    CHECK(ranges_in("daterange(a").empty());
    CHECK(ranges_in("daterange('it''s, (', b)").size() == 1);
    CHECK(ranges_in("").empty());
}

TEST_CASE("bounds are in order of which a column, an index or a check makes a range") {
    if (!postgres::available()) {
        return;
    }
    const postgres server{
        "CREATE TABLE a (starts date NOT NULL, ends date, during daterange GENERATED ALWAYS AS "
        "(daterange(starts, ends, '[]')) STORED);"
        "CREATE TABLE b (starts timestamptz NOT NULL, ends timestamptz);"
        "CREATE INDEX ON b USING gist (tstzrange(starts, ends)); CREATE INDEX ON b (starts, (lower('x')));"
        "CREATE TABLE c (low integer, high integer, CHECK (low <= high)); CREATE INDEX ON c USING gist "
        "(int4range(low, high));"
        "CREATE TABLE d (low integer, high integer, CHECK (low < high));"};
    const std::string text =
        synth::introspect::make_header(synth::introspect::read_postgres(server.conninfo(), {}), "d").text;
    CHECK(has(text, "synth::value<&d::a::starts> <= synth::value<&d::a::ends>"));
    CHECK(has(text, "synth::value<&d::b::starts> <= synth::value<&d::b::ends>"));
    const std::string order = "synth::value<&d::c::low> <= synth::value<&d::c::high>";
    REQUIRE(has(text, order));
    CHECK_MESSAGE(text.find(order) == text.rfind(order), "said once");
    CHECK(!has(text, "synth::value<&d::d::low> <= "));
}
