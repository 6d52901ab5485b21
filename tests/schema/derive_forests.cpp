// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/schema/derive_forests.hpp>

#include "../dataset/shapes.hpp"
#include "derived.hpp"

using namespace derived_test;
using shapes_database = shapes::database;

TEST_CASE("a self-reference stays with the owner that it shares columns with") {
    static_assert(derived_table<tenants_database, tenants::comment>.owner == 0);
    constexpr synth::derived_reference above = derived_reference<tenants_database, tenants::comment, 1>;
    static_assert(above.mode == reference_mode::forest);
    CHECK(above.within_owner);
}

TEST_CASE("a key that is a self-reference makes it a list") {
    constexpr synth::derived_reference before = derived_reference<shapes_database, shapes::task, 2>;
    static_assert(before.mode == reference_mode::forest && before.distinct);
    CHECK_FALSE(before.within_owner);
}

TEST_CASE("columns that nobody decides leave roots only") {
    CHECK(derived_reference<shapes_database, shapes::message, 0>.roots_only);
    CHECK(derived_column<shapes_database, &shapes::message::room_id>.source == column_source::generated);
}
