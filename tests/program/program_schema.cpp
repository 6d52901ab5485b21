// SPDX-License-Identifier: BSL-1.0
#include <memory>
#include <string>

#include <doctest/doctest.h>

#include <synth/program/program_schema.hpp>

#include "shop.hpp"

TEST_CASE("a schema tells its tables, their order and plans rows without its types") {
    const synth::program_schema& schema = shop::described();
    CHECK(schema.catalog().tables[2].name == "orders");
    CHECK(schema.order().size() == 3);
    const std::unique_ptr<synth::program_plan> plan = schema.plan({1, {30, 10, 20}, {}});
    CHECK(plan->rows(0) == 30);
    CHECK(plan->shape(2).shown() == "sales.orders");
}
