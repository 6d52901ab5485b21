// SPDX-License-Identifier: BSL-1.0
#include "unordered_pair.hpp"

#include <string>
#include <vector>

#include "fixture.hpp"
#include "header.hpp"
#include "sqlite_catalog.hpp"

using namespace synth::introspect;

namespace {

table three_columns(kind of) {
    table result;
    for (const char* const name : {"a", "b", "c"}) {
        result.columns.push_back({.name = name, .type = {.of = of}});
    }
    return result;
}

std::optional<unordered_pair> pair_of(const std::vector<std::string>& parts, engine from = engine::postgresql,
                                      kind of = kind::text) {
    return pair_of_index({.parts = parts}, three_columns(of), from);
}

header header_of(const std::string& sql) {
    const introspect_test::folder place;
    return make_header(read_sqlite(place.sqlite("CREATE TABLE p (id INTEGER PRIMARY KEY);" + sql)), "d");
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

} // namespace

TEST_CASE("the least and the greatest of two columns are a pair in whatever order") {
    for (const std::vector<std::string>& parts : {std::vector<std::string>{"LEAST(a, b)", "GREATEST(b, a)"},
                                                  {"GREATEST(a, b)", "LEAST(a, b)"},
                                                  {"LEAST((b)::text, (a)::text)", "GREATEST(a, b)"}}) {
        const auto found = pair_of(parts);
        REQUIRE(found);
        CHECK(found->left == 0);
        CHECK(found->right == 1);
        CHECK(found->key == member_list{0, 1});
    }
    CHECK(pair_of({"c", "LEAST(a, b)", "GREATEST(a, b)"})->key == member_list{2, 0, 1});
    CHECK(pair_of({"min(a, b)", "MAX(a, b)"}, engine::sqlite));
    CHECK(pair_of({"LEAST((a)::text, (b)::text)", "GREATEST((a)::text, (b)::text)"}, engine::postgresql,
                  kind::uuid));
}

TEST_CASE("other indexes are no pair") {
    CHECK(!pair_of({"LEAST(a, b)"}));
    CHECK(!pair_of({"LEAST(a, b)", "LEAST(a, b)"}));
    CHECK(!pair_of({"LEAST(a, b)", "GREATEST(a, c)"}));
    CHECK(!pair_of({"LEAST(a, b, c)", "GREATEST(a, b, c)"}));
    CHECK(!pair_of({"LEAST(a, 1)", "GREATEST(a, 1)"}));
    CHECK(!pair_of({"a", "LEAST(a, b)", "GREATEST(a, b)"}));
    CHECK(!pair_of({"lower(c)", "LEAST(a, b)", "GREATEST(a, b)"}));
    CHECK(!pair_of({"a", "b"}));
    CHECK(!pair_of({"min(a, b)", "max(a, b)"}));
    CHECK(!pair_of({"LEAST((a)::date, (b)::date)", "GREATEST((a)::date, (b)::date)"}, engine::postgresql,
                   kind::timestamp));
    CHECK(!pair_of({"LEAST((a)::varchar(3), b)", "GREATEST(a, b)"}));
    CHECK(!pair_of({"LEAST((a)::text, (b)::text)", "GREATEST(a, b)"}, engine::postgresql, kind::int32));
}

TEST_CASE("a pair becomes a key and a check that the lesser comes first") {
    const header made = header_of("CREATE TABLE f (a INTEGER NOT NULL REFERENCES p, b INTEGER REFERENCES p);"
                                  "CREATE UNIQUE INDEX once ON f (min(a, b), max(a, b));");
    CHECK(made.warnings.empty());
    CHECK(count(made.text, "synth::unique<&d::f::a, &d::f::b>()") == 1);
    CHECK(count(made.text, "synth::check(\"once\", synth::value<&d::f::a> < synth::value<&d::f::b>)") == 1);
    CHECK(count(made.text, "synth::nulls(0.0)") == 1);
}

TEST_CASE("a key and an order that are there are not repeated") {
    const header made =
        header_of("CREATE TABLE f (a INTEGER NOT NULL REFERENCES p, b INTEGER NOT NULL REFERENCES "
                  "p, PRIMARY KEY (a, b), CHECK (b < a));"
                  "CREATE UNIQUE INDEX once ON f (min(a, b), max(a, b));");
    CHECK(made.warnings.empty());
    CHECK(count(made.text, "synth::check(") == 1);
    CHECK(count(made.text, "synth::unique<") == 0);
}

TEST_CASE("what cannot be ordered stays a warning") {
    const header made = header_of("CREATE TABLE f (a BLOB NOT NULL, b BLOB NOT NULL);"
                                  "CREATE UNIQUE INDEX once ON f (min(a, b), max(a, b));");
    CHECK(made.warnings.size() == 1);
    CHECK(count(made.text, "synth::check(") == 0);
}
