// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/dataset/key_route.hpp>

#include "../schema/tpcc.hpp"
#include "joint_tables.hpp"
#include "shapes.hpp"

using synth::key_route_kind;

namespace {

template<typename Schema, typename Row, auto... Members>
constexpr key_route_kind route = [] {
    return synth::route_of<Schema, Schema::template index_or_none<Row>()>({synth::member_index<Members>...})
        .kind;
}();

} // namespace

TEST_CASE("a route is the way in which the key is kept distinct") {
    using namespace tpcc;
    static_assert(route<database, item, &item::i_id> == key_route_kind::key);
    static_assert(route<database, district, &district::d_w_id, &district::d_id> == key_route_kind::ordinal);
    static_assert(route<database, orders, &orders::o_w_id, &orders::o_d_id, &orders::o_id> ==
                  key_route_kind::ordinal);
    static_assert(route<database, new_order, &new_order::no_w_id, &new_order::no_d_id, &new_order::no_o_id> ==
                  key_route_kind::one_to_one);
    static_assert(route<database, stock, &stock::s_w_id, &stock::s_i_id> == key_route_kind::of_owner);
    static_assert(route<joint::database, joint::switches, &joint::switches::kind, &joint::switches::on,
                        &joint::switches::off> == key_route_kind::joint);
    static_assert(route<joint::database, joint::role, &joint::role::tenant_id, &joint::role::member_id,
                        &joint::role::project_id, &joint::role::what> == key_route_kind::of_owner);
    static_assert(route<shapes::database, shapes::task, &shapes::task::before> == key_route_kind::list);
}

TEST_CASE("what refers to a descendant of the row alone leads back through it") {
    CHECK(synth::route_of<shapes::choices_of_row, 2>({1}).kind == synth::key_route_kind::of_row);
    CHECK(synth::route_of<shapes::choices_of_row, 0>({1}).kind == synth::key_route_kind::none);
}

TEST_CASE("columns that are no key have no route, and more than a key have one") {
    using namespace tpcc;
    static_assert(route<database, orders, &orders::o_id> == key_route_kind::none);
    static_assert(route<database, orders, &orders::o_w_id, &orders::o_id> == key_route_kind::none);
    static_assert(route<database, stock, &stock::s_w_id> == key_route_kind::none);
    static_assert(route<database, orders, &orders::o_c_id, &orders::o_w_id, &orders::o_d_id, &orders::o_id> ==
                  key_route_kind::ordinal);
}

TEST_CASE("an owner found through a longer reference is named by the columns that it shares") {
    using namespace tpcc;
    constexpr std::size_t table = database::index_or_none<orders>();
    static_assert(synth::derivation_of<database>.tables[table].owner_reference == synth::no_index);
    constexpr synth::repeated_columns columns = synth::columns_of_owner<database, table>(
        {synth::member_index<&orders::o_id>, synth::member_index<&orders::o_w_id>,
         synth::member_index<&orders::o_d_id>});
    static_assert(columns.from.same_columns(
        {synth::member_index<&orders::o_w_id>, synth::member_index<&orders::o_d_id>}));
    static_assert(columns.to.same_columns(
        {synth::member_index<&district::d_w_id>, synth::member_index<&district::d_id>}));
}

TEST_CASE("every key of every table has a route") {
    const auto all = []<typename Schema>(const synth::dataset<Schema>*) {
        constexpr bool good = []<std::size_t... Keys>(std::index_sequence<Keys...>) {
            return ((synth::route_of<Schema, synth::catalog_of<Schema>.keys[Keys].table>(
                         synth::catalog_of<Schema>.keys[Keys].columns)
                         .kind != key_route_kind::none) &&
                    ...);
        }(std::make_index_sequence<synth::catalog_of<Schema>.keys.size()>{});
        return good;
    };
    CHECK(all(static_cast<const synth::dataset<tpcc::database>*>(nullptr)));
    CHECK(all(static_cast<const synth::dataset<joint::database>*>(nullptr)));
    CHECK(all(static_cast<const synth::dataset<shapes::database>*>(nullptr)));
}
