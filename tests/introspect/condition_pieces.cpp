// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include "translation.hpp"

using namespace synth::introspect;

namespace {

std::string of(const std::string& sql) {
    static const introspect_test::translation made{
        {column{.name = "a", .type = {.of = kind::text, .sql = "text"}},
         column{.name = "b", .type = {.of = kind::text, .sql = "text"}},
         column{.name = "i", .type = {.of = kind::int32, .sql = "integer"}},
         column{.name = "n",
                .type = {.of = kind::decimal, .sql = "numeric(8,2)", .precision = 8, .scale = 2}},
         column{.name = "f", .type = {.of = kind::float64, .sql = "double precision"}}}};
    return made(sql);
}

} // namespace

TEST_CASE("a piece of a text is a pattern of the whole") {
    CHECK(of("split_part(a, '@', 2) <> ''") == "matches($a, \"^([^@]*@){1}[^@]\")");
    CHECK(of("split_part(a, '-', 1) = 'A.B'") == "matches($a, \"^A\\\\.B(-|$)\")");
    CHECK(
        of("split_part(a, '^', 3) IN ('x', 'y')") ==
        "matches($a, \"^([^\\\\^]*\\\\^){2}x(\\\\^|$)\") || matches($a, \"^([^\\\\^]*\\\\^){2}y(\\\\^|$)\")");
    CHECK(of("lower(split_part(a, '@', 2)) = 'x'") == "imatches($a, \"^([^@]*@){1}x(@|$)\")");
    CHECK(of("array_length(string_to_array(a, ','), 1) = 3") == "matches($a, \"^[^,]+(,[^,]*){2}$\")");
    CHECK(of("cardinality(string_to_array(a, ',')) <= 4") == "matches($a, \"^[^,]+(,[^,]*){0,3}$\")");
    CHECK(of("lower(left(a, 3)) = 'abc'") == "ilike($a, \"abc%\")");
    CHECK(of("upper(substr(a, 2, 1)) = 'B'") == "ilike($a, \"_B%\")");
    CHECK(of("substring(a from 3) ~ '^[0-9]+$'") == "matches($a, \"^.{2}[0-9]+$\")");
    CHECK(of("substr(a, 3) <> ''") == "like($a, \"___%\")");
    CHECK(of("substr(a, 3) = ''") == "!like($a, \"___%\")");
    CHECK(of("regexp_match(a, 'x') = 'y'").starts_with("no: "));
    CHECK(of("position('@' IN a) BETWEEN 2 AND length(a) - 3") ==
          "like($a, \"_%@%\") && !like($a, \"@%\") && like($a, \"%@___%\")");
    CHECK(of("length(a) > strpos(a, '@')") == "like($a, \"%@_%\")");
    CHECK(of("length(a) - 1 >= strpos(a, '%')") == "like($a, \"%\\\\%_%\")");
    CHECK(of("NOT (length(a) > strpos(a, '@'))").starts_with("no: "));
    CHECK(of("length(b) > strpos(a, '@')").starts_with("no: "));
    CHECK(of("2 * length(a) > strpos(a, '@')").starts_with("no: "));
    CHECK(of("substr(a, 3) = '5%'") == "like($a, \"__5\\\\%\")");
    for (const char* unsaid :
         {"substring(a, 3) ~ 'x'", "substring(a, 3) ~ '^x|y'", "substring(a, 3) > 'x'",
          "split_part(a, '@', 2) = b", "split_part(a, '@', 2) = ''", "NOT split_part(a, '@', 2) = 'x'",
          "split_part(a, '@', 2) = 'x@'", "split_part(a, '::', 2) <> ''", "split_part(a, '@', -1) <> ''",
          "lower(left(a, 3)) = 'ABC'", "cardinality(string_to_array(a, ',')) = 0",
          "NOT cardinality(string_to_array(a, ',')) = 2", "split_part(a, '@', 2) IS DISTINCT FROM 'x'"}) {
        CAPTURE(unsaid);
        CHECK(of(unsaid).starts_with("no: "));
    }
}

TEST_CASE("a text begins with another column") {
    CHECK(of("left(a, 2) = b") == "starts_with($a, $b) && length($b) == 2");
    CHECK(of("b = substring(a from 1 for 3)") == "starts_with($a, $b) && length($b) == 3");
    CHECK(of("starts_with(a, b)") == "starts_with($a, $b)");
    CHECK(of("a LIKE b || '%'") == "starts_with($a, $b)");
    CHECK(of("a LIKE b || '\\_/%'") == "starts_with($a, append($b, \"_/\"))");
    for (const char* unsaid : {"left(a, 2) <> b", "NOT left(a, 2) = b", "substring(a from 2 for 3) = b",
                               "a LIKE b || '_%'", "a LIKE b || '%x'", "a LIKE b", "a NOT LIKE b || '%'",
                               "a LIKE '%' || b", "a LIKE i || '%'", "right(a, 2) = b"}) {
        CAPTURE(unsaid);
        CHECK(of(unsaid).starts_with("no: "));
    }
}

TEST_CASE("letters that are taken away are those that are not there, or all there are") {
    CHECK(of("translate(a, '0-9', '') = ''") == "matches($a, \"^[0\\\\-9]*$\")");
    CHECK(of("translate(a, 'xy', 'ab') = b") == "!matches($a, \"[xy]\") && $a == $b");
    CHECK(of("length(replace(a, ' ', '')) = length(a)") == "!like($a, \"% %\")");
    CHECK(of("char_length(regexp_replace(a, '\\D', '', 'g')) = 10") ==
          "!matches($a, \"\\\\D\") && length($a) == 10");
    CHECK(of("initcap(a) = a") == "matches($a, \"^[A-Z][a-z]*( [A-Z][a-z]*)*$\")");
    CHECK(of("regexp_match(a, '^x') IS NOT NULL") == "is_not_null($a) && matches($a, \"^x\")");
    CHECK(of("regexp_match(a, '^x', 'i') IS NULL") == "is_null($a) || !imatches($a, \"^x\")");
    CHECK(of("NOT translate(a, '09', '') = ''").starts_with("no: "));
    CHECK(of("initcap(a) = b").starts_with("no: "));
    CHECK(of("initcap(a) <> a").starts_with("no: "));
}

TEST_CASE("functions that rise with a number are comparisons of it") {
    CHECK(of("sign(i) = 1") == "$i > 0");
    CHECK(of("sign(n) <> 1") == "$n <= 0");
    CHECK(of("sign(n) > -1") == "$n >= 0");
    CHECK(of("sign(i) = -1") == "$i < 0");
    CHECK(of("sign(i) <> 0") == "$i != 0");
    CHECK(of("sqrt(f) < 10") == "$f >= 0 && $f < 100");
    CHECK(of("power(i, 2) <= 100") == "$i * $i <= 100");
    CHECK(of("n::integer = n") == "$n % 1 == 0");
    for (const char* unsaid : {"sign(i) = 2", "sqrt(f) < n", "power(i, 3) < 9", "sqrt(f) > -1",
                               "f::integer = f", "n::smallint = n", "sign(i) = n", "power(i, n) < 4"}) {
        CAPTURE(unsaid);
        CHECK(of(unsaid).starts_with("no: "));
    }
}
