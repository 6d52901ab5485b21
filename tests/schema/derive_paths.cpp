// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/schema/derive_paths.hpp>

#include "../dataset/shapes.hpp"
#include "derived.hpp"

using namespace derived_test;
using shapes_database = shapes::database;

TEST_CASE("the way down to a reference's parents is owned") {
    constexpr synth::derived_reference label = derived_reference<tenants_database, tenants::task, 2>;
    static_assert(label.mode == reference_mode::matched && label.path.size == 1);
    CHECK(derived_reference<tenants_database, tenants::label, 0>.mode == reference_mode::owned);
}

TEST_CASE("a step may be one to one") {
    static_assert(derived_reference<shapes_database, shapes::settings, 0>.mode == reference_mode::injective);
    CHECK(derived_reference<shapes_database, shapes::uses_settings, 1>.mode == reference_mode::matched);
}

TEST_CASE("a table that has another owner deals its rows") {
    static_assert(derived_reference<shapes_database, shapes::visit, 0>.mode == reference_mode::owned);
    CHECK(derived_reference<shapes_database, shapes::visit, 1>.mode == reference_mode::dealt);
}
