// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>
#include <type_traits>

#include <doctest/doctest.h>

#include <synth/dataset/column_values.hpp>

#include "shop.hpp"

namespace {

synth::column_plan plan_of(std::string_view column) {
    synth::column_plan plan;
    plan.table = "orders";
    plan.column = column;
    plan.rows = 1'000;
    plan.key = synth::make_stream_key(42, {"orders", column});
    return plan;
}

struct product {
    std::int64_t id{};
    std::int32_t stock{};
    std::int32_t weight{};
    std::optional<std::int32_t> discount;
};
struct sale {
    std::int64_t id{};
    std::int64_t product_id{};
};
using store = synth::schema<product, sale>;

template<std::size_t Column>
using order_column = synth::column_values<shop::database, 1, Column>;

} // namespace

template<>
inline constexpr auto synth::table<product> =
    synth::describe<product>(synth::row_count(10), synth::column<&product::stock>(synth::uniform(1, 9)),
                             synth::column<&product::weight>(synth::uniform(1, 9)),
                             synth::column<&product::discount>(synth::uniform(1, 9), synth::nulls(1.0)));
template<>
inline constexpr auto synth::refinement<product> =
    synth::describe<product>(synth::row_count(20), synth::column<&product::stock>(synth::uniform(100, 199)),
                             synth::column<&product::discount>(synth::nulls(0.0)));
template<>
inline constexpr auto synth::table<sale> = synth::describe<sale>(
    synth::row_count(100), synth::references<&sale::product_id, &product::id>(synth::zipf(2.0)));
template<>
inline constexpr auto synth::refinement<sale> =
    synth::describe<sale>(synth::references<&sale::product_id, &product::id>(synth::children_between(5, 5)));

TEST_CASE("a refinement's generator, rows, rate of NULL and law stand before those of the table") {
    static_assert(synth::catalog_of<store>.references.size() == 1, "a repeated reference is one");
    const synth::dataset<store> data;
    REQUIRE(data.size<product>() == 20);
    for (const product& each : data.rows<product>()) {
        CHECK(each.stock >= 100);
        CHECK(each.stock <= 199);
        CHECK(each.weight >= 1); // only the table says something of it
        CHECK(each.weight <= 9);
        REQUIRE(each.discount.has_value());
        CHECK(*each.discount <= 9); // the refinement changes its rate of NULL alone
    }
    for (std::uint64_t row = 0; row < 100; ++row) {
        CHECK(data.parent<&sale::product_id>(row) == row / 5);
    }
    CHECK(synth::column_values<store, 0, 3>::null_share() == 0.0);
}

namespace {

struct answer {
    bool yes{};
    std::string text{};
};

} // namespace

template<>
inline constexpr auto synth::table<answer> = synth::describe<answer>(synth::primary_key<&answer::yes>());

TEST_CASE("a primary key may be a bool, of two rows at most") {
    const synth::dataset<synth::schema<answer>> both{synth::count<answer>{2}};
    CHECK(both.row<answer>(0).yes != both.row<answer>(1).yes);
    CHECK_THROWS_AS(synth::dataset<synth::schema<answer>>{synth::count<answer>{3}}, synth::plan_error);
}

TEST_CASE("only a column that nothing else decides has a generator") {
    static_assert(!order_column<1>::has_generator, "a reference decides the value");
    CHECK(order_column<3>::has_generator);
}

TEST_CASE("NULL comes as often as the description says") {
    const order_column<3> rating{plan_of("rating")};
    std::size_t absent = 0;
    for (std::uint64_t row = 0; row < 10'000; ++row) {
        absent += rating.is_null(row) ? 1 : 0;
        CHECK(rating.at(row) >= 1);
        CHECK(rating.at(row) <= 5);
    }
    CHECK(absent > 4'800);
    CHECK(absent < 5'200);
    static_assert(order_column<3>::null_share() == 0.5);
    static_assert(synth::column_values<shop::database, 0, 2>::null_share() == synth::default_null_share);
    static_assert(order_column<0>::null_share() == 0.0);
    CHECK(!order_column<0>{plan_of("id")}.is_null(3));
}

TEST_CASE("a key column is the function of its generator") {
    const order_column<4> code{plan_of("code")};
    const auto value = code.at(17);
    CHECK(code.generator().row_of(static_cast<std::string_view>(value)) == 17);
}
