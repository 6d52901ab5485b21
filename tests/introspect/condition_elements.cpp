// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include "translation.hpp"

using namespace synth::introspect;

namespace {

const introspect_test::translation& of() {
    static const introspect_test::translation all{
        {{.name = "n", .type = {.of = kind::int32, .sql = "integer"}, .nullable = false},
         {.name = "c", .type = {.of = kind::int32, .sql = "integer[]", .array = true}},
         {.name = "tags", .type = {.of = kind::text, .sql = "text[]", .array = true}},
         {.name = "moods",
          .type =
              {.of = kind::enumeration, .sql = "mood[]", .array = true, .enumeration = {"public", "mood"}}},
         {.name = "flags", .type = {.of = kind::boolean, .sql = "boolean[]", .array = true}},
         {.name = "a", .type = {.of = kind::text, .sql = "text"}},
         {.name = "given", .type = {.of = kind::text, .sql = "text[]", .array = true}, .nullable = false},
         {.name = "prices",
          .type = {.of = kind::decimal, .sql = "numeric(6,2)[]", .array = true, .precision = 6, .scale = 2}},
         {.name = "stamps", .type = {.of = kind::timestamp, .sql = "timestamp[]", .array = true}},
         {.name = "ems",
          .type = {.of = kind::text,
                   .sql = "em[]",
                   .other_name = "public.em[]",
                   .array = true,
                   .spelled = "citext"}},
         {.name = "j", .type = {.of = kind::jsonb, .sql = "jsonb"}}}};
    return all;
}

} // namespace

TEST_CASE("what holds for all elements is a check of each") {
    CHECK(of()("0 < ALL (c)") == "each(c) > 0");
    CHECK(of()("0 <> ALL (c)") == "each(c) != 0");
    CHECK(of()("NOT (0 = ANY (c))") == "each(c) != 0");
    CHECK(of()("NOT (0 = ANY (c) OR 9 < ANY (c))") == "each(c) != 0 && !(each(c) > 9)");
    CHECK(of()("c <@ ARRAY[1, 2]") == "in(each(c), 1, 2)");
    CHECK(of()("'{a,b}'::text[] @> tags") == "in(each(tags), \"a\", \"b\")");
    CHECK(of()("moods <@ ARRAY['sad'::mood, 'ok'::mood]") == "in(each(moods), mood::sad, mood::ok)");
    CHECK(of()("NOT (tags && ARRAY['a', 'b'])") == "!in(each(tags), \"a\", \"b\")");
    CHECK(of()("array_position(tags, 'x') IS NULL") == "each(tags) != \"x\"");
    CHECK(of()("flags <@ ARRAY[true]") == "is_not_null(each(flags)) && each(flags)");
}

TEST_CASE("operators between a value and elements are comparisons or refused") {
    CHECK(of()("a LIKE ANY (tags)") == "no: operator ~~ is not known to synth there");
    CHECK(of()("a ~ ANY (tags)") == "no: operator ~ is not known to synth there");
}

TEST_CASE("casts of arrays that change no element are stepped over") {
    CHECK(of()("'x'::text <> ALL ((tags)::character varying[])") == "each(tags) != \"x\"");
    CHECK(of()("0::bigint < ALL ((c)::bigint[])") == "each(c) > 0");
    CHECK(of()("(moods)::public.mood[] <@ ARRAY['ok'::mood]") == "each(moods) == mood::ok");
    CHECK(of()("(moods)::text[] <@ ARRAY['ok'::text]") == "no: a cast of its elements is not known to synth");
    CHECK(of()("0.5 < ALL ((c)::numeric[])") == "each(c) > exact(\"0.5\")");
    CHECK(of()("(ems)::citext[] <@ ARRAY['A'::citext]") == "lower(each(ems)) == \"a\"");
    CHECK(of()("'2020-01-01'::timestamp < ALL ((stamps)::timestamp[])").starts_with("each(stamps) > "));
    for (const char* const each :
         {"0 < ALL ((prices)::integer[])", "0 < ALL ((prices)::numeric(6,1)[])",
          "'2020-01-01'::date < ALL ((stamps)::date[])", "0 < ALL ((c)::smallint[])",
          "'2020-01-01'::timestamp < ALL ((stamps)::timestamp(0)[])", "(tags)::varchar(1)[] <@ ARRAY['x']",
          "'x' <> ALL ((ems)::text[])", "(tags)::citext[] <@ ARRAY['x'::citext]"}) {
        CHECK_MESSAGE(of()(each) == "no: a cast of its elements is not known to synth", each);
    }
}

TEST_CASE("a position is NULL or not, but never unknown") {
    constexpr const char* one = " {what one element must do all do}";
    CHECK(of()("array_position(tags, 'x') IS NOT NULL") ==
          std::string{"is_not_null($tags) && cardinality($tags) != 0 / each(tags) == \"x\""} + one);
    CHECK(of()("array_position(given, 'x') IS NOT NULL") ==
          std::string{"cardinality($given) != 0 / each(given) == \"x\""} + one);
    CHECK(of()("array_position(flags, true) IS NOT NULL") ==
          std::string{"is_not_null($flags) && cardinality($flags) != 0 / is_not_null(each(flags)) && "
                      "each(flags)"} +
              one);
    CHECK(of().refuses("array_position(flags, NULL::boolean) IS NOT NULL"));
    CHECK(of()("NOT (array_position(flags, NULL::boolean) IS NOT NULL)") == "is_not_null(each(flags))");
    CHECK(of()("array_position(flags, true) IS NULL") == "!(is_not_null(each(flags)) && each(flags))");
    CHECK(of()("NOT (array_position(flags, true) IS NOT NULL)") ==
          "!(is_not_null(each(flags)) && each(flags))");
    CHECK(of().refuses("NOT (array_position(tags, 'x') IS NULL)"));
    CHECK_FALSE(of().refuses("NOT (array_position(given, 'x') IS NULL)"));
}

TEST_CASE("an element that is NULL is none that is asked for") {
    for (const char* const each : {"flags && ARRAY[true]", "flags @> ARRAY[true]"}) {
        CHECK_MESSAGE(of()(each) ==
                          "cardinality($flags) != 0 / is_not_null(each(flags)) && each(flags) {what "
                          "one element must do all do}",
                      each);
    }
}

TEST_CASE("only arrays of booleans have elements that are NULL") {
    CHECK(of()("array_position(tags, NULL::text) IS NULL") == "always");
    CHECK(of()("array_position(flags, NULL::boolean) IS NULL") == "is_not_null(each(flags))");
}

TEST_CASE("checks of elements stand apart from the rest of a condition") {
    CHECK(of()("cardinality(c) = 3 AND 0 <= ALL (c) AND 255 >= ALL (c)") ==
          "cardinality($c) == 3 / between(each(c), 0, 255)");
    CHECK(of()("0 < ALL (c) AND 'x' <> ALL (tags) AND n > 1") ==
          "$n > 1 / each(c) > 0 / each(tags) != \"x\"");
    CHECK(of()("c IS NULL OR 0 < ALL (c)") == "each(c) > 0");
    CHECK(of()("cardinality(c) = 0 OR 0 < ALL (c)") == "each(c) > 0");
}

TEST_CASE("where one element must do something all do, and an OR keeps the elements' side") {
    CHECK(of()("'x' = ANY (tags)") ==
          "cardinality($tags) != 0 / each(tags) == \"x\" {what one element must do all do}");
    CHECK(of()("tags @> ARRAY['x']") ==
          "cardinality($tags) != 0 / each(tags) == \"x\" {what one element must do all do}");
    CHECK(of()("tags && ARRAY['x', 'y']") ==
          "cardinality($tags) != 0 / in(each(tags), \"x\", \"y\") {what one element must do all do}");
    CHECK(of()("NOT (0 < ALL (c))") ==
          "!(cardinality($c) == 0) / !(each(c) > 0) {what one element must do all do}");
    CHECK(of()("n > 5 OR 0 < ALL (c)") == "each(c) > 0 {the elements of the array always keep it, whatever "
                                          "else would do}");
    CHECK(of()("5 < ALL (c) OR 0 > ALL (c)") ==
          "each(c) > 5 {the elements of the array always keep it, whatever else would do}");
    CHECK(of()("cardinality(c) > 9 OR 0 < ALL (c)") ==
          "each(c) > 0 {the elements of the array always keep it, whatever else would do}");
    CHECK(of()("array_length(c, 1) IS NULL OR 0 < ALL (c)") == "each(c) > 0");
    CHECK(of()("c = '{}' OR c IS NULL OR 0 < ALL (c)") == "each(c) > 0");
}

TEST_CASE("what ties elements to something else is refused") {
    CHECK(of().refuses("n = ANY (c)"));
    CHECK(of().refuses("(0 < ALL (c)) IS NOT TRUE"));
    CHECK(of().refuses("tags @> ARRAY['x', 'y']"));
    CHECK(of().refuses("c <@ c"));
    CHECK(of().refuses("NULL < ALL (c)"));
    CHECK(of().refuses("CASE WHEN n = 1 THEN 0 < ALL (c) ELSE 5 < ALL (c) END"));
    CHECK(of()("'a' = ANY (tags) AND 'b' = ANY (tags)") == "no: more than one element is asked of an array");
    CHECK_FALSE(of().refuses("'a' = ANY (tags) OR 'b' = ANY (tags)"));
    CHECK_FALSE(of().refuses("'a' = ANY (tags) AND 'b' = ANY (given)"));
    CHECK(of()("j @> '{}'::jsonb") == "no: operator @> is not known to synth there");
}

TEST_CASE("VALUE may be each element, where a domain is the type of elements") {
    introspect_test::translation one{
        {{.name = "c", .type = {.of = kind::int32, .sql = "percent[]", .array = true}}}};
    one.row().value = 0;
    one.row().of_elements = true;
    CHECK(one("VALUE > 0 AND VALUE <= 100") == "each(c) > 0 && each(c) <= 100");
    CHECK(one("VALUE < 0 OR VALUE > 10") == "each(c) < 0 || each(c) > 10");
    CHECK(one("VALUE IS NULL OR VALUE % 2 = 0") == "is_null(each(c)) || each(c) % 2 == 0");
    CHECK(one("CASE WHEN VALUE IS NULL THEN true ELSE VALUE > 5 END") == "is_null(each(c)) || each(c) > 5");
}

TEST_CASE("a generated column is what it is made of") {
    const introspect_test::translation made{
        {{.name = "side", .type = {.of = kind::int32, .sql = "integer"}, .nullable = false},
         {.name = "area",
          .type = {.of = kind::int32, .sql = "integer"},
          .generated_expression = "((side * side)) stored"},
         {.name = "share",
          .type = {.of = kind::decimal, .sql = "numeric(4,2)", .precision = 4, .scale = 2},
          .generated_expression = "(round(((side)::numeric / 3.0), 2)) stored"},
         {.name = "net",
          .type = {.of = kind::decimal, .sql = "numeric(8,2)", .precision = 8, .scale = 2},
          .nullable = false},
         {.name = "net1",
          .type = {.of = kind::decimal, .sql = "numeric(6,1)", .precision = 6, .scale = 1},
          .generated_expression = "(net) stored"},
         {.name = "net3",
          .type = {.of = kind::decimal, .sql = "numeric(9,3)", .precision = 9, .scale = 3},
          .generated_expression = "(net) stored"},
         {.name = "ts", .type = {.of = kind::timestamp, .sql = "timestamp"}},
         {.name = "ts0",
          .type = {.of = kind::timestamp, .sql = "timestamp(0)", .fraction_digits = 0},
          .generated_expression = "(ts) stored"},
         {.name = "long", .type = {.of = kind::float64, .sql = "double precision"}},
         {.name = "short",
          .type = {.of = kind::float32, .sql = "real"},
          .generated_expression = "(long) stored"},
         {.name = "name", .type = {.of = kind::text, .sql = "text"}},
         {.name = "folded",
          .type = {.of = kind::text, .sql = "citext", .other_name = "citext", .spelled = "citext"},
          .generated_expression = "(name) stored"},
         {.name = "flags", .type = {.of = kind::boolean, .sql = "boolean[]", .array = true}},
         {.name = "sure",
          .type = {.of = kind::boolean, .sql = "bd[]", .array = true},
          .generated_expression = "(flags) stored"}}};
    CHECK(made("area <= 250000") == "$side * $side <= 250000");
    CHECK(made("area IS NOT NULL") == "is_not_null($side * $side)");
    CHECK(made.refuses("share > 0.5"));
    CHECK(made("net3 < 100") == "$net < 100");
    CHECK(made.refuses("net1 < 100"));
    CHECK(made.refuses("ts0 < '2020-01-01 00:00:00'::timestamp"));
    CHECK(made.refuses("short < 0.1"));
    CHECK(made.refuses("folded <> 'admin'"));
    introspect_test::translation elements{{{.name = "flags",
                                            .type = {.of = kind::boolean, .sql = "boolean[]", .array = true},
                                            .nullable = false},
                                           {.name = "sure",
                                            .type = {.of = kind::boolean, .sql = "bd[]", .array = true},
                                            .generated_expression = "(flags) stored"}}};
    elements.row().value = 1;
    elements.row().of_elements = true;
    CHECK(elements.refuses("VALUE IS NOT NULL"));
}
