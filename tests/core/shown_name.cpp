// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/core/shown_name.hpp>

TEST_CASE("a table has its schema before its name, where it has one") {
    CHECK(synth::shown_name("sales", "orders") == "sales.orders");
    CHECK(synth::shown_name("", "orders") == "orders");
}
