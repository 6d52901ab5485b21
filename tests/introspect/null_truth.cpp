// SPDX-License-Identifier: BSL-1.0
#include "null_truth.hpp"

#include <initializer_list>
#include <string>

#include <doctest/doctest.h>

using namespace synth::introspect;

namespace {

// a, b, c, which may be NULL, n which may not, and g, which is made of a.
const table& source() {
    static const table all{.columns = {{.name = "a"},
                                       {.name = "b"},
                                       {.name = "c"},
                                       {.name = "n", .nullable = false},
                                       {.name = "g", .generated_expression = "((a + 1)) stored"}}};
    return all;
}

bool met(const std::string& condition, std::initializer_list<std::size_t> nulls,
         engine from = engine::postgresql) {
    return met_by_nulls(condition, source(), from, std::nullopt, nulls);
}

} // namespace

TEST_CASE("operators and functions make NULL of NULL, and a check is met by it") {
    CHECK(met("get_bit(a, 0) = 1", {0}));
    CHECK_FALSE(met("get_bit(a, 0) = 1", {1}));
    CHECK(met("json_typeof(a -> 'x') = b", {1}));
    CHECK(met("a BETWEEN b AND c", {0}));
    CHECK(met("a IN (1, 2)", {0}));
    CHECK(met("a = ANY (ARRAY[1, b])", {0}));
    CHECK(met("NOT f(b) OR g > 1", {0}));
    CHECK(met("a::text ~~ 'x%' COLLATE \"C\"", {0}));
    CHECK(met("NULLIF(a, 1) > 0", {0}));
}

TEST_CASE("what makes something of NULL is no way out") {
    CHECK_FALSE(met("a IS NOT NULL", {0}));
    CHECK(met("a IS NULL", {0}));
    CHECK_FALSE(met("coalesce(a, 0) > 1 AND n = 1", {0}));
    CHECK(met("coalesce(a, b) > 1", {0, 1}));
    CHECK_FALSE(met("coalesce(a, b) > 1", {0}));
    CHECK_FALSE(met("num_nonnulls(a, b) = 1", {0, 1}));
    CHECK_FALSE(met("concat(a, b) <> ''", {0, 1}));
    CHECK_FALSE(met("shop.mine(a) > 0", {0}));
    CHECK_FALSE(met("a OPERATOR(shop.=) 1", {0}));
    CHECK_FALSE(met("a = ANY (b)", {0})); // b may be empty
    CHECK(met("a = ANY (b)", {1}));
    CHECK_FALSE(met("(a > 1) IS TRUE", {0}));
    CHECK(met("(a > 1) IS NOT FALSE", {0}));
    CHECK_FALSE(met("a IS DISTINCT FROM NULL", {0}));
    CHECK(met("a IS DISTINCT FROM n", {0}));
    CHECK_FALSE(met("GREATEST(a, b) < 5", {0}));
    CHECK(met("GREATEST(a, b) < 5", {0, 1}));
    CHECK_FALSE(met("(a, b) IS NOT NULL AND md5(c) < '1'", {2}));
    CHECK_FALSE(met("(a, b) IS NULL", {0}));
}

TEST_CASE("truths are put together as SQL does") {
    CHECK_FALSE(met("f(a) > 1 AND f(b) > 1", {0}));
    CHECK(met("f(a) > 1 AND f(b) > 1", {0, 1}));
    CHECK(met("f(a) > 1 OR f(b) > 1", {0}));
    CHECK(met("n = 1 OR f(b) > 1", {1}));
    CHECK_FALSE(met("NOT (f(a) > 1 OR n = 1)", {0}));
    CHECK(met("CASE WHEN a > 1 THEN f(b) > 1 ELSE true END", {0}));
    CHECK_FALSE(met("CASE WHEN a > 1 THEN true ELSE f(b) > 1 END", {0}));
    CHECK(met("CASE a WHEN 1 THEN f(b) END", {0}));
}

TEST_CASE("an array as a text is NULL where the array is, unless NULL has a text") {
    CHECK(met("array_to_string(a, ',') ~ 'x'", {0}));
    CHECK_FALSE(met("array_to_string(a, ',', 'none') ~ 'x'", {0}));
}

TEST_CASE("a check may be false of NULL for sure") {
    const auto refused = [](const std::string& condition) {
        return refused_by_nulls(condition, source(), engine::postgresql, std::nullopt, {0});
    };
    CHECK(refused("a IS NOT NULL"));
    CHECK(refused("a IS NOT NULL AND f(b) > 1"));
    CHECK(refused("(a > 1) IS TRUE"));
    CHECK_FALSE(refused("a > 1"));
    CHECK_FALSE(refused("a IS NOT NULL OR f(b) > 1"));
    CHECK_FALSE(refused("b IS NOT NULL"));
}

TEST_CASE("columns are found, generated ones in what they are made of, and VALUE") {
    CHECK(columns_named("f(a) > n AND g = 1", source(), engine::postgresql, std::nullopt) ==
          std::set<std::size_t>{0, 3});
    CHECK(columns_named("f(VALUE) > 0", source(), engine::postgresql, 2) == std::set<std::size_t>{2});
    CHECK(met_by_nulls("f(VALUE) > 0", source(), engine::postgresql, 2, {2}));
}

TEST_CASE("of SQLite's functions only those are taken that make NULL of NULL") {
    CHECK(met("json_extract(a, '$.x') > 1", {0}, engine::sqlite));
    CHECK_FALSE(met("typeof(a) = 'integer'", {0}, engine::sqlite));
    CHECK_FALSE(met("ifnull(a, 0) > 1", {0}, engine::sqlite));
    CHECK_FALSE(met("mine(a) > 1", {0}, engine::sqlite));
    CHECK_FALSE(met("json_valid(a)", {0}, engine::sqlite));
    CHECK_FALSE(met("hex(a) > '0'", {0}, engine::sqlite));
}
