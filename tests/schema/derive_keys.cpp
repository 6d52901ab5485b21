// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/schema/derive_keys.hpp>

#include "../dataset/shapes.hpp"
#include "derived.hpp"

using namespace derived_test;

TEST_CASE("the rest of a key names the owner and a number counts its rows") {
    constexpr synth::derived_table district = derived_table<tpcc_database, tpcc::district>;
    static_assert(district.owner == 8 && district.ordinal == 1);
    static_assert(derived_reference<tpcc_database, tpcc::district, 0>.mode == reference_mode::owned);
    static_assert(derived_column<tpcc_database, &tpcc::district::d_id>.source == column_source::ordinal);
    static_assert(derived_column<tpcc_database, &tpcc::district::d_w_id>.source == column_source::reference);
    constexpr synth::derived_table line = derived_table<tpcc_database, tpcc::order_line>;
    CHECK(line.owner == 6);
    CHECK(line.ordinal == 3);
}

TEST_CASE("an ancestor owns the row where the key repeats part of a reference") {
    constexpr synth::derived_table orders = derived_table<tpcc_database, tpcc::orders>;
    static_assert(orders.owner == 1 && orders.owner_reference == synth::no_index && orders.ordinal == 2);
    constexpr synth::derived_reference customer = derived_reference<tpcc_database, tpcc::orders, 0>;
    static_assert(customer.mode == reference_mode::matched && customer.via == synth::no_index);
    CHECK(customer.path.size == 1);
}

TEST_CASE("a key of two references pairs them") {
    static_assert(derived_reference<tpcc_database, tpcc::stock, 0>.mode == reference_mode::owned);
    static_assert(derived_reference<tpcc_database, tpcc::stock, 1>.mode == reference_mode::partner);
    CHECK(derived_table<tpcc_database, tpcc::stock>.joint_count == 1);
}

TEST_CASE("a pair inside a tenant is distinct among the partners of that tenant") {
    constexpr synth::derived_reference user = derived_reference<tenants_database, tenants::membership, 0>;
    constexpr synth::derived_reference project = derived_reference<tenants_database, tenants::membership, 1>;
    static_assert(user.mode == reference_mode::owned && project.mode == reference_mode::matched);
    CHECK(project.distinct);
}

TEST_CASE("rows that are numbered within a group choose distinct parents of it where a key asks for that") {
    constexpr synth::derived_table elected = derived_table<shapes::seats, shapes::elected>;
    static_assert(elected.ordinal == 1 && elected.joint_count == 1 && elected.joints[0].of_owner);
    CHECK(derived_reference<shapes::seats, shapes::elected, 0>.mode == reference_mode::matched);
    CHECK(derived_reference<shapes::seats, shapes::elected, 0>.distinct);
}
