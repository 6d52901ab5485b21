// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/schema/derive_matches.hpp>

#include "../dataset/shapes.hpp"
#include "bank.hpp"
#include "derived.hpp"

using namespace derived_test;

TEST_CASE("a reference may share a column of few values with another, beside what names a group") {
    constexpr synth::derived_reference target = derived_reference<bank::database, bank::transfer, 1>;
    static_assert(target.mode == reference_mode::matched);
    static_assert(target.path.size == 1);
    CHECK(target.same_kinds == 4U); // the third column
    CHECK(derived_reference<bank::database, bank::transfer, 0>.same_kinds == 0);
    // Of many values no two rows need have the same.
    CHECK(derived_reference<bank::database, bank::remark, 1>.mode == reference_mode::implied);
}

TEST_CASE("references that share nothing are drawn") {
    static_assert(derived_reference<tpcc_database, tpcc::history, 0>.mode == reference_mode::drawn);
    CHECK(derived_reference<tpcc_database, tpcc::history, 1>.mode == reference_mode::drawn);
}

TEST_CASE("any number of references may share the tenant") {
    constexpr synth::derived_reference project = derived_reference<tenants_database, tenants::task, 0>;
    constexpr synth::derived_reference author = derived_reference<tenants_database, tenants::task, 1>;
    constexpr synth::derived_reference label = derived_reference<tenants_database, tenants::task, 2>;
    constexpr synth::derived_reference tenant = derived_reference<tenants_database, tenants::task, 3>;
    static_assert(project.mode == reference_mode::drawn);
    static_assert(author.mode == reference_mode::matched && label.mode == reference_mode::matched);
    static_assert(author.via == label.via);
    static_assert(tenant.mode == reference_mode::implied);
    CHECK(author.via != synth::no_index);
}

TEST_CASE("a reference that comes later may decide the ones before it, as the narrow one does on a cycle") {
    constexpr synth::derived_reference project = derived_reference<shapes::database, shapes::task, 0>;
    static_assert(project.mode == reference_mode::matched && project.via_path.size == 0);
    static_assert(derived_reference<shapes::database, shapes::task, 1>.mode == reference_mode::owned);
    CHECK(derived_reference<shapes::database, shapes::project, 0>.mode == reference_mode::matched);
}

TEST_CASE("a path to the group may be one to one") {
    static_assert(derived_reference<shapes::database, shapes::dependent, 0>.mode == reference_mode::drawn);
    CHECK(derived_reference<shapes::database, shapes::dependent, 1>.mode == reference_mode::matched);
}

TEST_CASE("a reference takes the row to which another leads on, where they share a part of its key") {
    constexpr synth::derived_reference shelf = derived_reference<shapes::database, shapes::guide, 0>;
    static_assert(shelf.mode == reference_mode::implied && shelf.via_path.size == 1);
    CHECK(derived_reference<shapes::database, shapes::guide, 1>.mode == reference_mode::drawn);
}

TEST_CASE("a reference that shares the row's own key chooses among the row's own descendants") {
    using all = shapes::choices_of_row;
    constexpr synth::derived_reference captain = derived_reference<all, shapes::team, 0>;
    static_assert(captain.mode == reference_mode::matched && captain.of_row && captain.path.size == 1);
    static_assert(derived_reference<all, shapes::team, 1>.of_row);
    static_assert(derived_reference<all, shapes::company, 0>.path.size == 2);
    static_assert(derived_reference<all, shapes::employee, 0>.mode == reference_mode::owned);
    static_assert(derived_column<all, &shapes::team::id>.source == column_source::key);
    static_assert(derived_column<all, &shapes::team::captain>.source == column_source::reference);
    CHECK_FALSE(derived_reference<shapes::database, shapes::project, 0>.of_row);
}

TEST_CASE("a reference that cannot agree is left out where it may be NULL") {
    CHECK(derived_reference<shapes::database, shapes::torn, 1>.mode == reference_mode::absent);
}
