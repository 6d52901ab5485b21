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

template<std::size_t Column>
using order_column = synth::column_values<shop::database, 1, Column>;

} // namespace

TEST_CASE("a column's generator is the stated one, or one for its key, or one for its type") {
    static_assert(std::is_same_v<decltype(synth::generator_of<shop::database, 1, 0>()), synth::sequence>);
    static_assert(std::is_same_v<decltype(synth::generator_of<shop::database, 1, 4>()), synth::permuted_key>);
    static_assert(
        std::is_same_v<decltype(synth::generator_of<shop::database, 0, 1>()), synth::default_generator>);
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
