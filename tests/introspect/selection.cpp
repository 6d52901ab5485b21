// SPDX-License-Identifier: BSL-1.0
#include "selection.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "failure.hpp"

using namespace synth::introspect;

namespace {

catalog with_tables(const std::vector<qualified_name>& names) {
    catalog result;
    for (const qualified_name& each : names) {
        result.tables.push_back({.name = each});
    }
    return result;
}

std::vector<std::string> names_of(const catalog& database) {
    std::vector<std::string> result;
    for (const table& each : database.tables) {
        result.push_back(display(each.name));
    }
    return result;
}

} // namespace

TEST_CASE("tables are chosen by patterns on their names, with or without the schema") {
    const catalog all = with_tables({{"a", "orders"}, {"a", "order_line"}, {"b", "orders"}});
    const auto chosen = [&](const selection& wanted) {
        catalog copy = all;
        static_cast<void>(select(copy, wanted));
        return names_of(copy);
    };
    CHECK(chosen({}).size() == 3);
    CHECK(chosen({.include = {"orders"}}) == std::vector<std::string>{"a.orders", "b.orders"});
    CHECK(chosen({.include = {"a.*"}}) == std::vector<std::string>{"a.orders", "a.order_line"});
    CHECK(chosen({.include = {"a.*"}, .exclude = {"*line"}}) == std::vector<std::string>{"a.orders"});
}

TEST_CASE("a pattern that matches nothing is named") {
    catalog all = with_tables({{"main", "orders"}, {"main", "customer"}});
    CHECK_THROWS_WITH_AS(static_cast<void>(select(all, {.include = {"custmer"}})),
                         "no table matches --include custmer; did you mean customer?", misuse);
    const std::vector<std::string> warnings = select(all, {.exclude = {"order"}});
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0] == "--exclude order: matches no table; did you mean orders?");
}

TEST_CASE("a selection without tables is refused") {
    catalog none;
    CHECK_THROWS_AS(static_cast<void>(select(none, {})), failure);
    catalog all = with_tables({{"main", "orders"}});
    CHECK_THROWS_AS(static_cast<void>(select(all, {.exclude = {"*"}})), failure);
}
