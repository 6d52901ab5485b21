// SPDX-License-Identifier: BSL-1.0
#include "key_carrier.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace synth::introspect;

namespace {

const table& people() {
    static const table all{
        .name = {"public", "people"},
        .columns = {{.name = "id", .type = {.of = kind::int32, .sql = "integer"}},
                    {.name = "Mail", .type = {.of = kind::text, .sql = "text"}},
                    {.name = "code", .type = {.of = kind::text, .sql = "citext", .other_name = "citext"}},
                    {.name = "at", .type = {.of = kind::timestamp, .sql = "timestamp"}},
                    {.name = "amount", .type = {.of = kind::decimal, .sql = "numeric(8,2)", .precision = 8}},
                    {.name = "data", .type = {.of = kind::jsonb, .sql = "jsonb"}},
                    {.name = "small",
                     .type = {.of = kind::text, .sql = "text"},
                     .generated_expression = "(lower(\"Mail\")) stored"},
                    {.name = "cents",
                     .type = {.of = kind::decimal, .sql = "numeric(8,2)", .precision = 8, .scale = 2}},
                    {.name = "tens",
                     .type = {.of = kind::decimal, .sql = "numeric(8,1)", .precision = 8, .scale = 1},
                     .generated_expression = "(cents) stored"},
                    {.name = "mills",
                     .type = {.of = kind::decimal, .sql = "numeric(9,3)", .precision = 9, .scale = 3},
                     .generated_expression = "(cents) stored"},
                    {.name = "part",
                     .type = {.of = kind::decimal, .sql = "numeric(8,2)", .precision = 8, .scale = 2},
                     .generated_expression = "((cents * 0.1)) stored"},
                    {.name = "half",
                     .type = {.of = kind::int32, .sql = "integer"},
                     .generated_expression = "((id * 0.5)) stored"},
                    {.name = "next",
                     .type = {.of = kind::int32, .sql = "integer"},
                     .generated_expression = "((id + 1)) stored"},
                    {.name = "second",
                     .type = {.of = kind::timestamp, .sql = "timestamp(0)", .fraction_digits = 0},
                     .generated_expression = "(at) stored"},
                    {.name = "folded",
                     .type = {.of = kind::text, .sql = "citext", .other_name = "citext"},
                     .generated_expression = "(\"Mail\") stored"},
                    {.name = "big", .type = {.of = kind::int64, .sql = "bigint"}}}};
    return all;
}

// The name of the column, with a mark for what is more than it: f folds case, n counts nulls, k needs keys.
std::string carried(const std::string& expression) {
    const auto found = carrier_of(expression, people(), engine::postgresql);
    if (!found) {
        return "nothing";
    }
    return people().columns[found->column].name + (found->plain ? "" : "*") + (found->folds_case ? "f" : "") +
           (found->counts_nulls ? "n" : "") + (found->needs_letters ? "k" : "");
}

} // namespace

TEST_CASE("a generated column that may round carries no key") {
    CHECK(carried("mills") == "cents*");
    CHECK(carried("next") == "id*");
    CHECK(carried("folded") == "Mail*f");
    for (const char* const each : {"tens", "part", "half", "second"}) {
        CHECK_MESSAGE(carried(each) == "nothing", each);
    }
    CHECK(carried("id OPERATOR(shop.+) 1") == "nothing");
}

TEST_CASE("a column, its text and its wider number carry a key") {
    CHECK(carried("\"Mail\"") == "Mail");
    CHECK(carried("(id)::text") == "id");
    CHECK(carried("(id)::bigint") == "id");
    CHECK(carried("(\"Mail\" COLLATE \"C\")") == "Mail");
    CHECK(carried("code") == "codef");
    CHECK(carried("(big)::integer") == "nothing");
    CHECK(carried("(at)::date") == "nothing");
    CHECK(carried("(\"Mail\")::character varying(3)") == "nothing");
    CHECK(carried("missing") == "nothing");
}

TEST_CASE("functions that keep keys distinct are looked through") {
    CHECK(carried("lower((\"Mail\")::text)") == "Mail*f");
    CHECK(carried("upper(TRIM(BOTH FROM \"Mail\"))") == "Mail*fk");
    CHECK(carried("md5(\"Mail\")") == "Mail*");
    CHECK(carried("abs(amount)") == "amount*k");
    CHECK(carried("COALESCE(id, '-1'::integer)") == "id*n");
    CHECK(carried("COALESCE(id, big)") == "nothing");
    CHECK(carried("date_trunc('day', at)") == "nothing");
    CHECK(carried("my.lower(\"Mail\")") == "nothing");
    CHECK(carried("LEAST(id, big)") == "nothing");
}

TEST_CASE("arithmetic with constants and members of jsonb are looked through") {
    CHECK(carried("(id + 1)") == "id*");
    CHECK(carried("(id * 2)") == "id*");
    CHECK(carried("(id * 0)") == "nothing");
    CHECK(carried("(id % 2)") == "nothing");
    CHECK(carried("(id + big)") == "nothing");
    CHECK(carried("(data ->> 'key'::text)") == "data*k");
    CHECK(carried("(at + '1 day'::interval)") == "nothing");
}

TEST_CASE("the first part of a joined text carries it") {
    CHECK(carried("((\"Mail\" || ' '::text) || COALESCE(code, ''::citext))") == "Mail*k");
    CHECK(carried("(('n'::text || (id)::text) || '-'::text) || \"Mail\"") == "id*k");
    CHECK(carried("((id)::text || (big)::text)") == "nothing");
    CHECK(carried("((id)::text || '1'::text) || \"Mail\"") == "nothing");
}

TEST_CASE("a generated column is carried by what it is generated from") {
    CHECK(carried("small") == "Mail*f");
    CHECK(carried("not sql (") == "nothing");
}
