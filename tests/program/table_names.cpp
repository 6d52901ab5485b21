// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/program/table_names.hpp>

#include "shop.hpp"

using synth::fits;

namespace {

std::vector<std::size_t> find(std::string_view pattern) {
    return synth::find_tables(shop::described().catalog(), pattern, "--table");
}

} // namespace

TEST_CASE("a star stands for any letters, a question mark for one") {
    static_assert(fits("orders", "order*"));
    CHECK(fits("orders", "orders"));
    CHECK(fits("orders", "*"));
    CHECK(fits("", "*"));
    CHECK(fits("orders", "o*d*s"));
    CHECK(fits("aab", "*ab"));
    CHECK(fits("orders", "order?"));
    CHECK_FALSE(fits("orders", "order"));
    CHECK_FALSE(fits("orders", "order??"));
    CHECK_FALSE(fits("orders", "*x*"));
    CHECK_FALSE(fits("", "?"));
}

TEST_CASE("a table is found by its name, with or without its schema, or by a pattern") {
    CHECK(find("orders") == std::vector<std::size_t>{2});
    CHECK(find("sales.orders") == std::vector<std::size_t>{2});
    CHECK(find("*e*") == std::vector<std::size_t>{0, 1, 2});
    CHECK(find("sales.*") == std::vector<std::size_t>{2});
}

TEST_CASE("a table that is not there is answered with the nearest name") {
    CHECK_THROWS_WITH_AS(static_cast<void>(find("")), "synth: --table: there is no table ''",
                         synth::usage_error);
    CHECK_THROWS_WITH_AS(static_cast<void>(find("zebra")), "synth: --table: there is no table zebra",
                         synth::usage_error);
    CHECK_THROWS_WITH_AS(static_cast<void>(find("CUSTOMERS")),
                         "synth: --table: there is no table CUSTOMERS; did you mean customer?",
                         synth::usage_error);
    CHECK_THROWS_WITH_AS(static_cast<void>(find("Sales.Orders")),
                         "synth: --table: there is no table Sales.Orders; did you mean sales.orders?",
                         synth::usage_error);
    CHECK_THROWS_WITH_AS(static_cast<void>(find("custmer")),
                         "synth: --table: there is no table custmer; did you mean customer?",
                         synth::usage_error);
    CHECK_THROWS_WITH_AS(static_cast<void>(find("sale.orders")),
                         "synth: --table: there is no table sale.orders; did you mean sales.orders?",
                         synth::usage_error);
}
