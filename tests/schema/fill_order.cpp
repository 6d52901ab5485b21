// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <optional>

#include <doctest/doctest.h>

#include <synth/schema/fill_order.hpp>
#include <synth/schema/schema.hpp>

#include "tpcc.hpp"

namespace {

struct egg {
    std::int64_t id{};
    std::optional<std::int64_t> hen_id{};
};
struct hen {
    std::int64_t id{};
    std::int64_t egg_id{};
};
struct nest {
    std::int64_t id{};
    std::int64_t hen_id{};
    std::optional<std::int64_t> farm_id{};
};
struct first {
    std::int64_t id{};
    std::int64_t second_id{};
};
struct second {
    std::int64_t id{};
    std::int64_t third_id{};
    std::int64_t first_id{};
};
struct third {
    std::int64_t id{};
    std::int64_t first_id{};
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
inline constexpr auto synth::table<nest> = synth::describe<nest>(
    synth::references<&nest::hen_id, &hen::id>(), synth::references<&nest::farm_id, &farm::id>());
template<>
inline constexpr auto synth::table<first> =
    synth::describe<first>(synth::references<&first::second_id, &second::id>());
template<>
inline constexpr auto synth::table<second> = synth::describe<second>(
    synth::references<&second::third_id, &third::id>(), synth::references<&second::first_id, &first::id>());
template<>
inline constexpr auto synth::table<third> =
    synth::describe<third>(synth::references<&third::first_id, &first::id>());
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
    CHECK(order.size == 3);
}

TEST_CASE("a reference of a table to itself does not count") {
    static_assert(synth::fill_order_of<synth::schema<node>>.size == 1);
    CHECK(synth::schema_error_of<synth::schema<node>>.rule == synth::schema_rule::none);
}

TEST_CASE("a cycle is broken where a reference may wait for its parent") {
    using schema = synth::schema<farm, egg, hen>; // a hen comes from an egg, an egg need not have a hen
    constexpr auto order = synth::fill_order_of<schema>;
    static_assert(order.size == 3 && order.tables[0] == 0);
    static_assert(order.tables[1] == 1 && order.tables[2] == 2);
    static_assert(synth::late_references_of<schema>[0] && !synth::late_references_of<schema>[1]);
    static_assert(synth::fill_order_of<synth::schema<hen, egg>>.tables[0] == 1);
    CHECK(synth::schema_error_of<schema>.rule == synth::schema_rule::none);
}

TEST_CASE("what comes behind a cycle waits for it, and what comes before it does not") {
    using schema = synth::schema<nest, hen, farm, egg>;
    constexpr auto order = synth::fill_order_of<schema>;
    static_assert(order.tables[0] == 2 && order.tables[3] == 0);
    CHECK(order.is_late(synth::catalog_of<schema>.references[3])); // of egg
}

TEST_CASE("a cycle without a reference that may wait has as few late ones as can be") {
    using schema = synth::schema<first, second, third>;
    constexpr auto late = synth::late_references_of<schema>;
    CHECK(late[0] + late[1] + late[2] + late[3] == 1);
}
