// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/schema/fill_order.hpp>
#include <synth/schema/schema.hpp>

#include "tpcc.hpp"

namespace {

struct egg {
    std::int64_t id{};
    std::int64_t hen_id{};
};
struct hen {
    std::int64_t id{};
    std::int64_t egg_id{};
};
struct farm {
    std::int64_t id{};
};
struct node {
    std::int64_t id{};
    std::int64_t parent_id{};
};

} // namespace

template<>
inline constexpr auto synth::table<egg> = synth::describe<egg>(synth::references<&egg::hen_id, &hen::id>());
template<>
inline constexpr auto synth::table<hen> = synth::describe<hen>(synth::references<&hen::egg_id, &egg::id>());
template<>
inline constexpr auto synth::table<node> =
    synth::describe<node>(synth::references<&node::parent_id, &node::id>());

TEST_CASE("parents are filled before their children") {
    constexpr auto order = synth::fill_order_of<tpcc::database>;
    static_assert(order.size == 9);
    std::array<std::size_t, 9> place{};
    for (std::size_t index = 0; index < order.size; ++index) {
        place[order.tables[index]] = index;
    }
    for (const synth::catalog_reference& reference : synth::catalog_of<tpcc::database>.references) {
        CHECK(place[reference.parent] < place[reference.child]);
    }
}

TEST_CASE("tables that do not depend on each other keep the order of the schema") {
    constexpr auto order = synth::fill_order_of<synth::schema<farm, tpcc::item, tpcc::warehouse>>;
    static_assert(order.tables[0] == 0 && order.tables[1] == 1 && order.tables[2] == 2);
    CHECK(order.contains(2));
}

TEST_CASE("a reference of a table to itself does not count") {
    static_assert(synth::fill_order_of<synth::schema<node>>.size == 1);
    CHECK(synth::schema_error_of<synth::schema<node>>.rule == synth::schema_rule::none);
}

TEST_CASE("tables on a cycle are left out") {
    using schema = synth::schema<farm, egg, hen>;
    static_assert(synth::fill_order_of<schema>.size == 1);
    CHECK(!synth::fill_order_of<schema>.contains(1));
    constexpr synth::schema_fault fault = synth::schema_error_of<schema>;
    static_assert(fault.rule == synth::schema_rule::reference_cycle);
    CHECK(fault.table == "egg");
    CHECK(fault.column == "hen");
}
