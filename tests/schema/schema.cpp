// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <type_traits>

#include <doctest/doctest.h>

#include <synth/schema/schema.hpp>

#include "tenants.hpp"
#include "tpcc.hpp"

namespace chain {

// Sixty tables in a row, each owned by the one before.
template<int Number>
struct link {
    std::int64_t up{};
    std::int32_t id{};
    std::int64_t self{};
};
template<>
struct link<0> {
    std::int64_t self{};
};

template<int... Numbers>
auto rows_of(std::integer_sequence<int, Numbers...>) -> synth::schema<link<Numbers>...>;

consteval auto name_of(int number) {
    struct {
        char text[4]{};
    } name;
    name.text[0] = 't';
    name.text[1] = static_cast<char>('0' + number / 10);
    name.text[2] = static_cast<char>('0' + number % 10);
    return name;
}
template<int Number>
inline constexpr auto link_name = name_of(Number);

} // namespace chain

template<int Number>
inline constexpr auto synth::table<chain::link<Number>> = synth::describe<chain::link<Number>>(
    synth::named(chain::link_name<Number>.text), synth::primary_key<&chain::link<Number>::self>(),
    synth::unique<&chain::link<Number>::up, &chain::link<Number>::id>(),
    synth::references<&chain::link<Number>::up, &chain::link<Number - 1>::self>());
template<>
inline constexpr auto synth::table<chain::link<0>> =
    synth::describe<chain::link<0>>(synth::named("t00"), synth::primary_key<&chain::link<0>::self>());

TEST_CASE("a schema knows its rows by position") {
    using schema = tpcc::database;
    static_assert(schema::table_count == 9);
    static_assert(std::is_same_v<schema::row_at<3>, tpcc::item>);
    static_assert(schema::index_or_none<tpcc::orders>() == 6);
    static_assert(schema::index_or_none<tenants::tenant>() == synth::no_index);
    CHECK(schema::index_or_none<tpcc::customer>() == 0);
}

TEST_CASE("the facts of a schema are constants") {
    static_assert(synth::catalog_of<tpcc::database>.tables[0].name == "customer");
    static_assert(synth::fill_order_of<tpcc::database>.size == 9);
    static_assert(synth::derivation_of<tpcc::database>.fault == synth::derivation_fault::none);
    CHECK(synth::check_schema<tpcc::database>());
}

TEST_CASE("sixty tables compile within the compilers' limits") {
    using schema = decltype(chain::rows_of(std::make_integer_sequence<int, 60>{}));
    static_assert(synth::check_schema<schema>());
    static_assert(synth::fill_order_of<schema>.tables[59] == 59);
    CHECK(synth::derivation_of<schema>.tables[59].owner == 58);
}
