// SPDX-License-Identifier: BSL-1.0
#include "documents.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "made_header.hpp"

using namespace synth::introspect;
using introspect_test::has;
using introspect_test::of_sqlite;
using nlohmann::json;

namespace {

// What an expression over the column d is for a document, as JSON; nothing where it is not known.
std::optional<json> calculated(const std::string& expression, const std::string& document) {
    const document_lookup look_up = [&](const sql_tree::node&) {
        return document_value{document_value::sort::document, json::parse(document)};
    };
    const sql_tree tree{expression};
    const auto value = calculate_document(tree, tree.root(), look_up);
    return value ? std::optional{value->content} : std::nullopt;
}

bool is(const std::string& expression, const std::string& document, const json& expected) {
    return calculated(expression, document) == expected;
}

} // namespace

TEST_CASE("types, members and elements of documents") {
    CHECK(is("jsonb_typeof(d)", "[]", "array"));
    CHECK(is("json_typeof(d -> 'a')", R"({"a": null})", "null"));
    CHECK(is("jsonb_typeof(d -> 'b')", R"({"a": 1})", nullptr));
    CHECK(is("jsonb_array_length(d)", "[1, 2]", 2));
    CHECK_FALSE(calculated("jsonb_array_length(d)", "{}").has_value()); // an error in SQL
    CHECK(is("d ->> 'a'", R"({"a": "x"})", "x"));
    CHECK(is("d ->> -1", "[1, 2]", "2"));
    CHECK(is("d -> 2", "[1, 2]", nullptr));
    CHECK(is("d #>> '{a,b}'", R"({"a": {"b": true}})", "true"));
    CHECK(is("d #> ARRAY['a', 'b']", R"({"a": {"b": [7]}})", json::array({7})));
    CHECK(is("(d ->> 'n')::integer", R"({"n": 12})", 12));
    CHECK_FALSE(calculated("(d ->> 'n')::integer", R"({"n": "x"})").has_value());
    CHECK(is("(d -> 'b')::boolean", R"({"b": true})", true));
}

TEST_CASE("conditions over documents") {
    CHECK(is("d ? 'a'", R"({"a": 1})", true));
    CHECK(is("d ? 'a'", R"(["b"])", false));
    CHECK(is("d ?& ARRAY['a', 'b']", R"({"a": 1})", false));
    CHECK(is("d ?| ARRAY['a', 'b']", R"({"a": 1})", true));
    CHECK(is("d @> '{\"a\": [1]}'", R"({"a": [2, 1], "b": 0})", true));
    CHECK(is("d @> '[1, 1]'", "[1]", true));
    CHECK(is("d @> '{\"a\": 1}'", R"({"a": 2})", false));
    CHECK(is("d <@ '{\"a\": 1, \"b\": 2}'::jsonb", R"({"b": 2})", true));
    CHECK(is("d = '{}'::jsonb", "{}", true));
    CHECK(is("d <> '[]'", "[]", false));
    CHECK(is("jsonb_typeof(d) IN ('object', 'array')", "[]", true));
    CHECK(is("jsonb_typeof(d) = ANY (ARRAY['object'::text, 'array'::text])", "1", false));
    CHECK(is("jsonb_typeof(d) NOT IN ('object')", "[]", true));
    CHECK(is("(d ->> 'n')::numeric >= 0.5", R"({"n": 0.5})", true));
    CHECK(is("(d -> 'x') IS NULL", "{}", true));
    CHECK(is("(d -> 'x') IS NOT NULL", R"({"x": null})", true)); // JSON's null is a value
    CHECK(is("d ->> 'x' IS NULL", R"({"x": null})", true));
}

TEST_CASE("what is not known does not matter where the rest decides") {
    CHECK(is("jsonb_typeof(d) = 'object' OR mine(d)", "{}", true));
    CHECK(is("jsonb_typeof(d) = 'array' AND mine(d)", "{}", false));
    CHECK_FALSE(calculated("jsonb_typeof(d) = 'object' AND mine(d)", "{}").has_value());
    CHECK(is("NOT (d ? 'a') OR mine(d)", "{}", true));
    CHECK(is("d -> 'x' = '1' AND d ? 'y'", R"({"y": 1})", nullptr)); // NULL, which meets a check
}

TEST_CASE("candidates hold what conditions ask for") {
    column of{.name = "d"};
    of.default_expression = "'{\"z\": 1}'::jsonb";
    const auto has = [&](const std::string& condition, const std::string& document) {
        const auto all = candidate_documents(of, {condition});
        return std::ranges::find(all, document) != all.end();
    };
    CHECK(candidate_documents(of, {"d ? 'a'"}).front() == R"({"z":1})");
    CHECK(has("jsonb_typeof(d) = 'array'", "[]"));
    CHECK(has("d ->> 'kind' IN ('card', 'cash') AND d ? 'amount'", R"({"amount":1,"kind":"card"})"));
    CHECK(has("d ->> 'kind' IN ('card', 'cash') AND d ?& ARRAY['amount', 'currency']",
              R"({"amount":"card","currency":"card","kind":"card"})"));
    CHECK(has("d -> 'address' ->> 'city' IS NOT NULL", R"({"address":{"city":"text"}})"));
    CHECK(has("d #>> '{address,city}' IS NOT NULL AND d ? 'id'", R"({"address":{"city":"text"},"id":1})"));
    CHECK(has("d @> '{\"v\": 2}'::jsonb AND d ? 'id'", R"({"id":1,"v":2})"));
    std::string many = "d ? 'k0'";
    for (int key = 1; key < 40; ++key) {
        many += " AND d ? 'k" + std::to_string(key) + "'";
    }
    CHECK(candidate_documents(of, {many}).size() < 2'000);
}

TEST_CASE("typical documents are objects of a number and a word") {
    const auto all = typical_documents();
    CHECK(all.size() == 256);
    CHECK(all.front().content["id"] == 1'000);
    CHECK(all.back().content["tag"].is_string());
}

TEST_CASE("what is an error in SQL, or not exact here, is not known") {
    CHECK_FALSE(calculated("jsonb_array_length(d) > 0 OR jsonb_typeof(d) = 'object'", "{}").has_value());
    CHECK_FALSE(calculated("(d -> 'id')::numeric > 18446744073709551615", R"({"id": 7})").has_value());
    CHECK_FALSE(calculated("(d ->> 'n')::int2", R"({"n": "40000"})").has_value());
    CHECK_FALSE(calculated("NULLIF(d ->> 'n', 'x') = 'y'", R"({"n": "y"})").has_value());
    const std::string deep(5'000, '[');
    CHECK_FALSE(calculated("d = '" + deep + "'", "[]").has_value());
}

TEST_CASE("NULL is told apart by IS DISTINCT FROM, and arrays hold scalars outermost only") {
    CHECK(is("(d ->> 'k') IS NOT DISTINCT FROM 'card'", "{}", false));
    CHECK(is("(d ->> 'k') IS DISTINCT FROM (d ->> 'l')", R"({"k": "a"})", true));
    CHECK(is("(d ->> 'k') IS DISTINCT FROM (d ->> 'l')", "{}", false));
    CHECK(is("d @> '{\"a\": \"red\"}'", R"({"a": ["red"]})", false));
    CHECK(is("d @> '\"red\"'", R"(["red"])", true));
}

TEST_CASE("a chain of members takes no longer than its candidates") {
    column of{.name = "d"};
    std::string chain = "d ? 'a'";
    std::string at = "d";
    for (int level = 0; level < 12; ++level) {
        at += " -> 'a'";
        chain += " AND (" + at + ") ? 'a'";
    }
    CHECK(candidate_documents(of, {chain}).size() < 1'000);
}

TEST_CASE("the functions of SQLite over documents are calculated") {
    const header made =
        of_sqlite("CREATE TABLE t (a TEXT NOT NULL CHECK (json_valid(a) AND json_type(a) = 'array' AND "
                  "json_array_length(a) <= 4),"
                  "b TEXT NOT NULL DEFAULT '{\"size\":1}' CHECK (json_valid(b) AND json_type(b) = 'object'),"
                  "c TEXT NOT NULL CHECK (json_valid(c) AND json_extract(c, '$.code.low') IS NOT NULL),"
                  "d TEXT NOT NULL CHECK (json_valid(d) AND json_extract(d, '$.n') IS 3 AND "
                  "json_type(d, '$.s') IS 'text'));");
    CHECK(!has(made.text, "not represented: CHECK"));
    CHECK(has(made.text, "synth::column<&d::t::a>(synth::constant(\"[]\"))"));
    CHECK(has(made.text, "{\\\"code\\\":{\\\"low\\\":"));
    CHECK(has(made.text, "\\\"n\\\":3"));
}

TEST_CASE("paths of SQLite are names only") {
    const auto steps = [](const std::string& path) {
        return steps_of_json_path({document_value::sort::text, path});
    };
    CHECK(steps("$.a.b") == std::vector<std::string>{"a", "b"});
    CHECK(steps("$")->empty());
    CHECK(!steps("$.a[0]"));
    CHECK(!steps("a"));
    CHECK(!steps("$..a"));
}
