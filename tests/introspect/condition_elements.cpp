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
         {.name = "flags", .type = {.of = kind::boolean, .sql = "boolean[]", .array = true}}}};
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
}

TEST_CASE("what ties elements to something else is refused") {
    CHECK(of().refuses("n = ANY (c)"));
    CHECK(of().refuses("(0 < ALL (c)) IS NOT TRUE"));
    CHECK(of().refuses("tags @> ARRAY['x', 'y']"));
    CHECK(of().refuses("c <@ c"));
    CHECK(of().refuses("NULL < ALL (c)"));
    CHECK(of().refuses("CASE WHEN n = 1 THEN 0 < ALL (c) ELSE 5 < ALL (c) END"));
}

TEST_CASE("VALUE may be each element, where a domain is the type of elements") {
    introspect_test::translation one{
        {{.name = "c", .type = {.of = kind::int32, .sql = "percent[]", .array = true}}}};
    one.row().value = 0;
    one.row().of_elements = true;
    CHECK(one("VALUE > 0 AND VALUE <= 100") == "each(c) > 0 && each(c) <= 100");
}

TEST_CASE("a generated column is what it is made of") {
    const introspect_test::translation made{
        {{.name = "side", .type = {.of = kind::int32, .sql = "integer"}, .nullable = false},
         {.name = "area",
          .type = {.of = kind::int32, .sql = "integer"},
          .generated_expression = "((side * side)) stored"},
         {.name = "share",
          .type = {.of = kind::decimal, .sql = "numeric(4,2)", .precision = 4, .scale = 2},
          .generated_expression = "(round(((side)::numeric / 3.0), 2)) stored"}}};
    CHECK(made("area <= 250000") == "$side * $side <= 250000");
    CHECK(made("area IS NOT NULL") == "is_not_null($side * $side)");
    CHECK(made.refuses("share > 0.5"));
}
