// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/dataset.hpp>
#include <synth/dataset/plan_check.hpp>

#include "shop.hpp"

using shop::customer;
using shop::invoice;
using shop::line;
using shop::order;

TEST_CASE("a plan that cannot be met is refused before any value is made") {
    const auto message = [](const auto&... options) {
        try {
            static_cast<void>(synth::dataset<shop::database>{options...});
        } catch (const synth::plan_error& refused) {
            return std::string{refused.what()};
        }
        return std::string{};
    };
    CHECK(
        message(synth::count<customer>{0}) ==
        "synth: orders(customer_id) -> customer: 500 rows need a parent, but the parent has no rows; plan at "
        "least one");
    CHECK(message(synth::count<invoice>{501}).starts_with("synth: invoice(order_id) -> orders: 501 rows"));
    CHECK(message(synth::count<line>{499}) == "synth: line: 499 rows cannot be 1 to 7 for each parent among "
                                              "500 rows of sales.orders; plan 500 to 3500 "
                                              "rows");
    CHECK(message(synth::count<line>{3'501}).ends_with("plan 500 to 3500 rows"));
    CHECK(message(synth::count<customer>{0}, synth::count<order>{0}, synth::count<line>{0},
                  synth::count<invoice>{0})
              .empty());
}
