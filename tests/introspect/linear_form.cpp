// SPDX-License-Identifier: BSL-1.0
#include "linear_form.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace synth::introspect;
using synth::int128;

namespace {

table of_columns() {
    table result;
    const auto add = [&](const std::string& name, value_type type) {
        result.columns.push_back({.name = name, .type = std::move(type)});
    };
    add("i", {.of = kind::int32});
    add("j", {.of = kind::int64});
    add("n", {.of = kind::decimal, .precision = 8, .scale = 2});
    add("d", {.of = kind::date});
    add("e", {.of = kind::date});
    add("t", {.of = kind::timestamp});
    add("u", {.of = kind::timestamp});
    add("s", {.of = kind::interval});
    add("x", {.of = kind::text});
    return result;
}

auto form(const std::string& expression) {
    return linear_form_of(expression, of_columns(), engine::postgresql);
}

std::set<std::size_t> all_checks(const table& of) {
    std::set<std::size_t> result;
    for (std::size_t at = 0; at < of.checks.size(); ++at) {
        result.insert(at);
    }
    return result;
}

known_limits::limits limits_of(const std::vector<std::string>& checks, const std::string& sum) {
    table all = of_columns();
    for (const std::string& each : checks) {
        all.checks.push_back({.conditions = {each}});
    }
    return known_limits{all, engine::postgresql, all_checks(all)}.of(form(sum)->columns);
}

constexpr int128 number(int value) { return value * units_of_number; }
constexpr int128 days(int value) { return value * units_of_day; }

} // namespace

TEST_CASE("sums of columns and constants are read in the units of their kind") {
    CHECK(form("i + 7")->low == number(7));
    CHECK(form("(i)::bigint - j")->columns == column_sum{{0, number(1)}, {1, -number(1)}});
    CHECK(form("n - 0.25")->high == -units_of_number / 4);
    CHECK(form("-i + i")->columns.empty());
    CHECK(form("e - d")->kind == linear_form::kind_of_sum::days);
    CHECK(form("e - (d + 7)")->low == -days(7));
    CHECK(form("7 + (e - d)")->low == days(7));
    CHECK(form("d + '36:00:00'::interval")->kind == linear_form::kind_of_sum::moment);
    CHECK(form("u - (t + s)")->columns == column_sum{{5, -1}, {6, 1}, {7, -1}});
    CHECK(form("(d)::timestamp without time zone")->kind == linear_form::kind_of_sum::moment);
    CHECK(form("'2020-01-02'::date - '2020-01-01'::date")->low == days(1));
}

TEST_CASE("months are as long as they may be") {
    CHECK(form("t + '1 mon'::interval")->low == days(28));
    CHECK(form("t + '1 mon'::interval")->high == days(31));
    CHECK(form("t - '1 mon 1 day'::interval")->low == -days(32));
}

TEST_CASE("what is no sum is nothing") {
    for (const std::string each :
         {"x", "i * 2", "abs(i)", "(n)::integer", "d + t", "d + d", "t - 5", "(t)::date", "no_column", "i +",
          "(n)::numeric(4,1)", "'yesterday'::date", "-d", "COALESCE(i, 0)", "i OPERATOR(shop.+) 1"}) {
        CHECK_MESSAGE(!form(each), each);
    }
}

TEST_CASE("limits of sums come from comparisons that every row keeps") {
    CHECK(limits_of({"j > i AND j <= i + 60"}, "j - i").low == number(1));
    CHECK(limits_of({"j > i AND j <= i + 60"}, "j - i").high == number(60));
    CHECK(limits_of({"i - j >= -60"}, "j - i").high == number(60));
    CHECK(limits_of({"j = i + 7"}, "i - j").low == -number(7));
    CHECK(limits_of({"j = i + 7"}, "i - j").high == -number(7));
    CHECK(limits_of({"i >= 3", "5 < i"}, "i").low == number(6));
    CHECK(limits_of({"e - d < 8"}, "e - d").high == days(7));
    CHECK(limits_of({"u >= t + '1 mon'::interval"}, "u - t").low == days(31));
    CHECK(limits_of({"n > 1.5"}, "n").low == units_of_number * 3 / 2 + units_of_number / 100);
    CHECK_FALSE(limits_of({"j > i OR j < 5", "j <> i"}, "j - i").low);
    CHECK_FALSE(limits_of({"j > i OR j < 5", "j <> i"}, "j - i").high);
}

TEST_CASE("the check of a domain is one of its column") {
    table all = of_columns();
    all.checks.push_back({.column = "j", .conditions = {"VALUE >= 4"}});
    CHECK(known_limits{all, engine::postgresql, {0}}.of(form("j")->columns).low == number(4));
    CHECK_FALSE(known_limits{all, engine::postgresql, {0}}.of(form("i")->columns).low);
    CHECK_FALSE(known_limits{all, engine::postgresql, {}}.of(form("j")->columns).low);
}
