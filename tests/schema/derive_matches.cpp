// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/schema/derive_matches.hpp>

#include "derived.hpp"

using namespace derived_test;

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

TEST_CASE("a self-reference stays with the owner that it shares columns with") {
    constexpr synth::derived_table comment = derived_table<tenants_database, tenants::comment>;
    static_assert(comment.owner == 0);
    static_assert(derived_reference<tenants_database, tenants::comment, 1>.mode == reference_mode::forest);
    CHECK(derived_reference<tenants_database, tenants::comment, 1>.via != synth::no_index);
}
