// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/schema/path.hpp>
#include <synth/schema/schema.hpp>

#include "tpcc.hpp"

namespace {

constexpr synth::catalog_view schema = synth::catalog_of<tpcc::database>.view();
constexpr std::size_t customer = 0;
constexpr std::size_t district = 1;
constexpr std::size_t order_line = 5;
constexpr std::size_t orders = 6;
constexpr std::size_t stock = 7;
constexpr std::size_t warehouse = 8;

} // namespace

TEST_CASE("columns_behind maps columns to those of the parent") {
    constexpr synth::catalog_reference reference = schema.references_of(orders)[0]; // (w, d, c)
    constexpr synth::column_set behind = synth::columns_behind(reference, {3, 0});
    static_assert(behind.size() == 2 && behind[0] == 2 && behind[1] == 0);
    CHECK(synth::columns_behind(reference, {}).empty());
}

TEST_CASE("a path follows columns through several tables") {
    constexpr auto path = synth::find_path(schema, order_line, {0}, warehouse, {0});
    static_assert(path && path->size == 4, "line, order, customer, district, warehouse");
    CHECK(schema.references[path->references[0]].parent == orders);
    CHECK(schema.references[path->references[3]].parent == warehouse);
    CHECK(synth::find_path(schema, order_line, {0, 1}, district, {0, 1})->size == 3);
    CHECK(synth::find_path(schema, order_line, {5}, warehouse, {0})->size == 2);
}

TEST_CASE("a path of no references leads from a table to itself") {
    CHECK(synth::find_path(schema, stock, {0, 1}, stock, {0, 1})->size == 0);
    CHECK(!synth::find_path(schema, stock, {0, 1}, stock, {1, 0}));
}

TEST_CASE("there is no path where the columns end") {
    CHECK(!synth::find_path(schema, order_line, {3}, warehouse, {0}));
    CHECK(!synth::find_path(schema, warehouse, {0}, stock, {0}));
}

TEST_CASE("a group is the ancestor whose key the columns repeat") {
    constexpr auto group = synth::find_group(schema, customer, {0, 1});
    static_assert(group && group->table == district && group->path.size == 1);
    constexpr auto far = synth::find_group(schema, orders, {0});
    static_assert(far && far->table == warehouse && far->columns[0] == 0);
    CHECK(far->path.size == 3);
    CHECK(!synth::find_group(schema, customer, {2}));
    CHECK(!synth::find_group(schema, warehouse, {0}));
}
