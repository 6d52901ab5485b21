// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/children_geometric.hpp>
#include <synth/dataset/dataset.hpp>
#include <synth/dataset/plan_check.hpp>

#include "refusal.hpp"
#include "shop.hpp"

using shop::customer;
using shop::invoice;
using shop::line;
using shop::order;

TEST_CASE("a plan that cannot be met is refused before any value is made") {
    CHECK(refusal_of<shop::database>(synth::count<customer>{0}) ==
          "synth: sales.orders(customer_id) -> customer: 500 rows need "
          "a parent, but the parent has no rows; plan at "
          "least one");
    CHECK(refusal_of<shop::database>(synth::count<invoice>{501})
              .starts_with("synth: invoice(order_id) -> sales.orders: 501 rows"));
    CHECK(refusal_of<shop::database>(synth::count<line>{499}) ==
          "synth: line: 499 rows cannot be 1 to 7 for each parent among "
          "500 rows of sales.orders; plan 500 to 3500 "
          "rows");
    CHECK(refusal_of<shop::database>(synth::count<line>{3'501}).ends_with("plan 500 to 3500 rows"));
    CHECK(refusal_of<shop::database>(synth::count<customer>{0}, synth::count<order>{0}, synth::count<line>{0},
                                     synth::count<invoice>{0})
              .empty());
}

namespace {

struct tenant {
    std::int32_t id{};
};
struct user { // some tenants have none
    std::int32_t tenant_id{};
    std::int32_t number{};
};
struct project {
    std::int32_t tenant_id{};
    std::int32_t number{};
};
struct task { // a user of the project's tenant
    std::int64_t id{};
    std::int32_t tenant_id{};
    std::int32_t project{};
    std::int32_t author{};
};
using tenants = synth::schema<tenant, user, project, task>;

} // namespace

template<>
inline constexpr auto synth::table<user> =
    synth::describe<user>(synth::primary_key<&user::tenant_id, &user::number>(),
                          synth::references<&user::tenant_id, &tenant::id>(synth::children_geometric()));
template<>
inline constexpr auto synth::table<project> =
    synth::describe<project>(synth::primary_key<&project::tenant_id, &project::number>(),
                             synth::references<&project::tenant_id, &tenant::id>());
template<>
inline constexpr auto synth::table<task> =
    synth::describe<task>(synth::references<synth::columns<&task::tenant_id, &task::project>,
                                            synth::columns<&project::tenant_id, &project::number>>(),
                          synth::references<synth::columns<&task::tenant_id, &task::author>,
                                            synth::columns<&user::tenant_id, &user::number>>());

TEST_CASE("a law that leaves groups without a row to choose is refused with its remedy") {
    const auto message = [](std::uint64_t users) {
        return refusal_of<tenants>(synth::count<tenant>{10}, synth::count<user>{users});
    };
    CHECK(message(5).ends_with("but 5 rows are planned for 10; plan at least 10 rows of user"));
    CHECK(message(100).ends_with(
        "every row of tenant needs a row of user to choose from, but the degree law of user "
        "leaves some without; give it a law of at least one"));
}
