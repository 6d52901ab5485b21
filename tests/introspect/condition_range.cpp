// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include "range_constant.hpp"
#include "translation.hpp"

using namespace synth::introspect;

namespace {

const introspect_test::translation& of() {
    const auto range = [](const char* name, kind element, bool nullable) {
        return column{.name = name, .type = {.of = kind::range, .element = element}, .nullable = nullable};
    };
    static const introspect_test::translation all{
        {range("days", kind::date, false), range("maybe", kind::int32, true),
         range("price", kind::decimal, false), range("shift", kind::timestamp_tz, false),
         column{.name = "d", .type = {.of = kind::date, .sql = "date"}},
         column{.name = "n", .type = {.of = kind::int32, .sql = "integer"}},
         column{.name = "e", .type = {.of = kind::date, .sql = "date"}},
         column{.name = "many", .type = {.of = kind::range, .array = true, .element = kind::date}},
         column{.name = "own",
                .type = {.of = kind::range, .other_name = "intrange", .element = kind::int32}}}};
    return all;
}

} // namespace

TEST_CASE("bounds of ranges are values like others") {
    CHECK(of()("lower(days) >= '2020-01-01'::date AND upper(days) <= '2030-01-01'::date") ==
          "lower(days) >= date::of(2020, 1, 1) && upper(days) <= date::of(2030, 1, 1)");
    CHECK(of()("(upper(days) - lower(days)) <= 31") == "upper(days) - lower(days) <= 31");
    CHECK(of()("lower(days) > d") == "lower(days) > $d");
    CHECK(of()("lower(shift) IS NOT NULL") == "is_not_null(lower(shift))");
    CHECK(of()("NOT lower_inf(days) AND NOT upper_inf(shift)") ==
          "is_not_null(lower(days)) && is_not_null(upper(shift))");
    CHECK(of()("(upper(shift) - lower(shift)) <= '12:00:00'::interval")
              .starts_with("upper(shift) - lower(shift) <= interval{"));
    CHECK(of()("lower(price) >= 0.5") == "lower(price) >= exact(\"0.5\")");
}

TEST_CASE("generated ranges are not empty") {
    CHECK(of()("NOT isempty(days)") == "always");
    CHECK(of()("days <> 'empty'::daterange") == "always");
    CHECK(of()("isempty(days) OR lower(days) > '2020-01-01'::date") == "lower(days) > date::of(2020, 1, 1)");
}

TEST_CASE("what lies in a range lies between its bounds") {
    CHECK(of()("days <@ daterange('2020-01-01', NULL)") ==
          "is_not_null(lower(days)) && lower(days) >= date::of(2020, 1, 1)");
    CHECK(of()("'[2020-01-01,2020-12-31]'::daterange @> days") ==
          "is_not_null(lower(days)) && lower(days) >= date::of(2020, 1, 1) && is_not_null(upper(days)) && "
          "upper(days) <= date::of(2021, 1, 1)");
    CHECK(of()("maybe <@ int4range(1, 10, '(]')") ==
          "is_null($maybe) || (is_not_null(lower(maybe)) && lower(maybe) > 1 && is_not_null(upper(maybe)) && "
          "upper(maybe) <= 11)");
    CHECK(
        of()("price <@ numrange(0, 100)") ==
        "is_not_null(lower(price)) && lower(price) >= 0 && is_not_null(upper(price)) && upper(price) < 100");
    CHECK(of()("days @> d") == "$d >= lower(days) && $d < upper(days)");
    CHECK(of()("n <@ '[1,5]'::int4range") == "between($n, 1, 5)");
    CHECK(of()("days && daterange('2020-01-01', '2021-01-01')") ==
          "lower(days) < date::of(2021, 1, 1) && upper(days) > date::of(2020, 1, 1)");
}

TEST_CASE("a range of columns has its bounds in order") {
    CHECK(of()("days && daterange(d, e)") ==
          "lower(days) < $e && upper(days) > $d && $e > $d"); // none overlaps an empty one
    CHECK(of()("days && daterange(d, e, '(]')") ==
          "lower(days) <= $e && upper(days) > $d + 1 && $e >= $d + 1");
    CHECK(of()("days <@ daterange(d, e)") ==
          "is_not_null(lower(days)) && lower(days) >= $d && is_not_null(upper(days)) && upper(days) <= $e && "
          "$d <= $e");
    CHECK(of()("maybe <@ int4range(n, n + 5)") ==
          "(is_null($maybe) || (is_not_null(lower(maybe)) && lower(maybe) >= $n && is_not_null(upper(maybe)) "
          "&& upper(maybe) <= $n + 5)) && $n <= $n + 5");
    CHECK(of()("'2020-01-01'::date <@ daterange(d, e)") ==
          "$d <= date::of(2020, 1, 1) && $e > date::of(2020, 1, 1) && $d <= $e");
    CHECK(of()("n <@ int4range(n, 7)") == "$n >= $n && $n < 7 && $n <= 7");
}

TEST_CASE("a range without an end may say so") {
    CHECK(of()("d <@ '[2020-01-01,infinity)'::daterange") == "$d >= date::of(2020, 1, 1)");
    CHECK(of()("days <@ '[2020-01-01,infinity)'::daterange") ==
          "is_not_null(lower(days)) && lower(days) >= date::of(2020, 1, 1) && is_not_null(upper(days))");
    CHECK(of()("days && '[2020-01-01,infinity)'::daterange") == "upper(days) > date::of(2020, 1, 1)");
    CHECK(of()("d < 'infinity'") == "always");
    CHECK(of().refuses("d > 'infinity'"));
    CHECK(of().refuses("d = 'infinity'"));
}

TEST_CASE("a range that is NULL is neither empty nor not") {
    CHECK(of()("NOT isempty(maybe)") == "always");
    CHECK(of()("isempty(days) IS FALSE") == "always");
    for (const char* const each :
         {"isempty(maybe) IS FALSE", "isempty(maybe) IS NOT NULL", "upper_inc(maybe) IS FALSE"}) {
        CHECK_MESSAGE(of().refuses(each), each);
    }
}

TEST_CASE("ranges of a type of one's own have their bounds as they are given") {
    CHECK(of()("lower(own) > 3") == "lower(own) > 3");
    CHECK(of().refuses("own <@ '[1,10)'::public.intrange"));
    CHECK(of().refuses("NOT upper_inc(own)"));
    CHECK(of()("cardinality(many) > 0") == "cardinality($many) > 0");
    CHECK(of().refuses("lower(many) > 3"));
}

TEST_CASE("what is not said of bounds is refused") {
    CHECK(of().refuses("d <@ daterange(CURRENT_DATE, NULL)"));
    CHECK(of().refuses("days && daterange(CURRENT_DATE, NULL)"));
    CHECK(of().refuses("NOT (days <@ daterange('2020-01-01', NULL))"));
    CHECK(of().refuses("days = '[2020-01-01,2020-02-01)'::daterange"));
    CHECK(of().refuses("upper_inc(price)"));
    CHECK(of().refuses("days << daterange('2020-01-01', NULL)"));
}

TEST_CASE("a range is read as its type reads it") {
    const auto one = read_range_constant(" [1, 5) ");
    REQUIRE(one);
    CHECK(*one->lower == "1");
    CHECK(*one->upper == " 5");
    CHECK(one->lower_inclusive);
    CHECK_FALSE(one->upper_inclusive);
    const auto open = read_range_constant("(,\"2020-01-01 00:00:00+00\"]");
    REQUIRE(open);
    CHECK_FALSE(open->lower);
    CHECK(*open->upper == "2020-01-01 00:00:00+00");
    CHECK(open->upper_inclusive);
    CHECK_FALSE(read_range_constant("empty"));
    CHECK_FALSE(read_range_constant("[1]"));
    CHECK_FALSE(read_range_constant("[1,2"));
}
