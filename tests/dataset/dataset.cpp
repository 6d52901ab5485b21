// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <synth/dataset/dataset.hpp>

#include "shop.hpp"

using shop::customer;
using shop::invoice;
using shop::line;
using shop::order;

namespace shared {

struct region {
    std::int64_t id{};
};
struct client {
    std::int64_t region_id{};
    std::int64_t number{};
};
struct agent {
    std::int64_t region_id{};
    std::int64_t number{};
};
struct visit {
    std::int64_t id{};
    std::optional<std::int64_t> region_id;
    std::optional<std::int64_t> client_number;
    std::int64_t agent_number{};
};

using database = synth::schema<region, client, agent, visit>;

} // namespace shared

template<>
inline constexpr auto synth::table<shared::client> =
    synth::describe<shared::client>(synth::row_count(40),
                                    synth::primary_key<&shared::client::region_id, &shared::client::number>(),
                                    synth::references<&shared::client::region_id, &shared::region::id>());
template<>
inline constexpr auto synth::table<shared::agent> =
    synth::describe<shared::agent>(synth::row_count(40),
                                   synth::primary_key<&shared::agent::region_id, &shared::agent::number>(),
                                   synth::references<&shared::agent::region_id, &shared::region::id>());
template<>
inline constexpr auto synth::table<shared::visit> = synth::describe<shared::visit>(
    synth::row_count(200),
    synth::references<synth::columns<&shared::visit::region_id, &shared::visit::client_number>,
                      synth::columns<&shared::client::region_id, &shared::client::number>>(synth::nulls(0.5)),
    synth::references<synth::columns<&shared::visit::region_id, &shared::visit::agent_number>,
                      synth::columns<&shared::agent::region_id, &shared::agent::number>>());

namespace {

const synth::dataset<shop::database> data{synth::seed{42}, synth::count<customer>{100}};

} // namespace

TEST_CASE("the plan says how many rows a table has, or its description, or a thousand") {
    CHECK(data.size<customer>() == 100);
    CHECK(data.size<order>() == 500);
    CHECK(synth::dataset<shop::database>{}.size<customer>() == 1'000);
    CHECK(data.options().seed == 42);
}

TEST_CASE("a row is the same however it is asked for") {
    const order seventh = data.row<order>(7);
    CHECK(data.collect<order>(7, 1).at(0).code == seventh.code);
    CHECK(data.rows<order>()[7].code == seventh.code);
    CHECK(data.value<&order::code>(7) == seventh.code);
    CHECK(data.value<&order::rating>(7) == seventh.rating);
    static_assert(std::is_same_v<decltype(data.value<&order::code>(7)), std::string>);
    static_assert(std::is_same_v<decltype(data.value<&order::rating>(7)), std::optional<std::int32_t>>);
}

TEST_CASE("collect takes what there is") {
    CHECK(data.collect<customer>().size() == 100);
    CHECK(data.collect<customer>(95).size() == 5);
    CHECK(data.collect<customer>(95, 2).size() == 2);
    CHECK(data.collect<customer>(100).empty());
    CHECK(data.collect<customer>(0, 0).empty());
}

TEST_CASE("a row that the table does not have is refused with the table, the row and the size") {
    const auto refusal = [](const auto& ask) -> std::string {
        try {
            ask();
        } catch (const std::out_of_range& refused) {
            return refused.what();
        }
        return "";
    };
    const std::string of_order = "synth: orders: there is no row 500 among 500; rows are counted from 0, ask "
                                 "for one below the size or "
                                 "plan more";
    CHECK(refusal([] { static_cast<void>(data.row<order>(500)); }) == of_order);
    CHECK(refusal([] { static_cast<void>(data.value<&order::code>(500)); }) == of_order);
    CHECK(refusal([] { static_cast<void>(data.parent<&order::customer_id>(500)); }) == of_order);
    CHECK(refusal([] { static_cast<void>(data.rows<order>()[500]); }) == of_order);
    CHECK(refusal([] { static_cast<void>(data.collect<order>(498, 3)); }) == of_order);
    CHECK(refusal([] { static_cast<void>(data.collect<order>(1, ~std::uint64_t{0} - 1)); }) == of_order);
    CHECK(refusal([] { static_cast<void>(data.collect<order>(501)); }) ==
          "synth: orders: there is no row 501 among 500; rows are counted from 0, ask for one below the size "
          "or "
          "plan more");
    CHECK(refusal([] {
              static_cast<void>(data.row<order>(499));
              static_cast<void>(data.value<&order::code>(499));
              static_cast<void>(data.rows<order>()[499]);
              static_cast<void>(data.collect<order>(498, 2));
          }).empty());
}

TEST_CASE("a reference leads to the parent's row") {
    std::size_t without = 0;
    for (std::uint64_t row = 0; row < data.size<order>(); ++row) {
        const order each = data.row<order>(row);
        const auto parent = data.parent<&order::customer_id>(row);
        REQUIRE(parent);
        CHECK(data.value<&customer::id>(*parent) == each.customer_id);
        const auto referrer = data.parent<&order::referrer_id>(row);
        CHECK(referrer.has_value() == each.referrer_id.has_value());
        without += referrer ? 0 : 1;
    }
    CHECK(without > 90);
    CHECK(without < 160);
}

TEST_CASE("a reference leads nowhere where a column is NULL that another reference decides") {
    const synth::dataset<shared::database> visits{synth::count<shared::region>{5}};
    std::size_t without = 0;
    for (std::uint64_t row = 0; row < visits.size<shared::visit>(); ++row) {
        const shared::visit each = visits.row<shared::visit>(row);
        const auto agent = visits.parent<&shared::visit::agent_number>(row);
        CHECK(agent.has_value() == each.region_id.has_value());
        CHECK(visits.parent<&shared::visit::client_number>(row).has_value() == each.region_id.has_value());
        if (agent) {
            CHECK(visits.value<&shared::agent::region_id>(*agent) == each.region_id);
            CHECK(visits.value<&shared::agent::number>(*agent) == each.agent_number);
        }
        without += agent ? 0 : 1;
    }
    CHECK(without > 70);
    CHECK(without < 130);
}

TEST_CASE("row_of is the inverse of a key and empty for what is no key") {
    CHECK(data.row_of<&customer::id>(17) == 16);
    CHECK(data.row_of<&customer::id>(100) == 99);
    CHECK(!data.row_of<&customer::id>(101));
    CHECK(!data.row_of<&customer::id>(0));
    CHECK(data.row_of<&order::code>(data.value<&order::code>(123)) == 123);
    CHECK(!data.row_of<&order::code>("no such code"));
}

TEST_CASE("the number of a line counts the lines of its order") {
    std::int64_t last_order = 0;
    std::int32_t last_number = 0;
    for (const line& each : data.rows<line>()) {
        CHECK(each.number == (each.order_id == last_order ? last_number + 1 : 1));
        CHECK(each.number <= 7);
        CHECK(each.amount >= 1);
        last_order = each.order_id;
        last_number = each.number;
    }
}

TEST_CASE("copies of a dataset are the dataset") {
    synth::dataset<shop::database> copy{data};
    CHECK(copy.row<order>(3).code == data.row<order>(3).code);
    copy = synth::dataset<shop::database>{synth::seed{43}};
    CHECK(copy.row<order>(3).code != data.row<order>(3).code);
    const synth::dataset<shop::database> planned{copy.options()};
    CHECK(planned.row<order>(3).code == copy.row<order>(3).code);
}
