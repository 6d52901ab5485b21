// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/database/near_name.hpp>

using synth::near_name;

namespace {

constexpr std::array<std::string_view, 5> names{"item", "order_line", "Orders", "orders", "CustomerAddress"};

} // namespace

TEST_CASE("the nearest name is found whatever the case and the underscores") {
    CHECK(near_name("ORDER_LINE", names) == "order_line");
    CHECK(near_name("orderLine", names) == "order_line");
    CHECK(near_name("customer_address", names) == "CustomerAddress");
    CHECK(near_name("CUSTOMERADRESS", names) == "CustomerAddress");
    CHECK(near_name("itme", names) == "item");
    CHECK(near_name("itmes", names) == "item");
}

TEST_CASE("of names that differ in case only the one spelled alike is meant") {
    CHECK(near_name("Order", names) == "Orders");
    CHECK(near_name("order", names) == "orders");
}

TEST_CASE("a word that is like none of them has no suggestion") {
    CHECK(near_name("warehouse", names).empty());
    CHECK(near_name("x", names).empty());
    CHECK(near_name("", names).empty());
    CHECK(near_name("item", {}).empty());
}
