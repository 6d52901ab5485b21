// SPDX-License-Identifier: BSL-1.0
#include "range_text.hpp"

#include <doctest/doctest.h>

using namespace synth::introspect;

TEST_CASE("a range of two values is read with its bounds") {
    const auto plain = read_range("daterange(check_in, check_out)", "daterange");
    REQUIRE(plain);
    CHECK(plain->lower == "check_in");
    CHECK(plain->upper == "check_out");
    CHECK_FALSE(plain->holds_both);
    const auto closed = read_range("int4range((low)::integer, f(high, ','), '[]'::text)", "int4range");
    REQUIRE(closed);
    CHECK(closed->lower == "(low)::integer");
    CHECK(closed->upper == "f(high, ',')");
    CHECK(closed->holds_both);
    CHECK_FALSE(read_range("numrange(a, b, '(]'::text)", "numrange")->holds_both);
    CHECK(read_range(R"(public."my range"("a,(", b))", "my range")->lower == R"("a,(")");
}

TEST_CASE("a bound that stands for a missing one is left to rows that have it") {
    const auto open = read_range("daterange(a, COALESCE(b, COALESCE(c, 'infinity'::date)))", "daterange");
    REQUIRE(open);
    CHECK(open->upper == "b");
    CHECK(read_range("daterange(COALESCE(COALESCE(a, c), '-infinity'::date), b)", "daterange")->lower == "a");
}

TEST_CASE("what is no range of two values is not read as one") {
    CHECK_FALSE(read_range("during", "tsrange"));
    CHECK_FALSE(read_range("make_range(a, b)", "tsrange"));
    CHECK_FALSE(read_range("tsrange(a, b)", ""));
    CHECK_FALSE(read_range("tsrange(a)", "tsrange"));
    CHECK_FALSE(read_range("tsrange(a, b, bounds)", "tsrange"));
    CHECK_FALSE(read_range("tsrange(a,", "tsrange"));
}

TEST_CASE("keys of ranges and of areas are apart") {
    CHECK(keys_are_apart({.of = kind::range}, "&&"));
    CHECK_FALSE(keys_are_apart({.of = kind::range}, "-|-"));
    CHECK(keys_are_apart({.of = kind::other, .spelled = "circle"}, "&&"));
    CHECK(keys_are_apart({.of = kind::other, .spelled = "point"}, "~="));
    CHECK_FALSE(keys_are_apart({.of = kind::text}, "&&"));
}
