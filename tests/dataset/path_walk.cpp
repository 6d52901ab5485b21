// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/path_walk.hpp>

#include "properties.hpp"
#include "shapes.hpp"

using namespace shapes;

TEST_CASE("tables that refer to each other in every way are filled") {
    for (const std::string& each : properties::checker<database>{synth::plan_options<database>{}}.run()) {
        FAIL_CHECK(each);
    }
    const synth::dataset<database> data;
    for (const std::string& each :
         properties::check_members<&project::first_task, &task::project_id, &task::before,
                                   &dependent::tenant_id, &shapes::derived::kind,
                                   &uses_settings::settings_number, &triple::c, &message::answers,
                                   &bill::visit_code, &torn::other, &guide::shelf_letter>(data)) {
        FAIL_CHECK(each);
    }
}

TEST_CASE("tables that refer to each other both find their parents") {
    const synth::dataset<database> data;
    std::set<std::int64_t> tasks;
    for (const project& each : data.rows<project>()) {
        if (each.first_task) {
            tasks.insert(*each.first_task);
        }
    }
    CHECK(tasks.size() > 5);
}

TEST_CASE("a list goes back row by row") {
    const synth::dataset<database> data;
    CHECK_FALSE(data.value<&task::before>(0));
    std::size_t links = 0;
    for (std::uint64_t row = 1; row < data.size<task>(); ++row) {
        if (const auto before = data.value<&task::before>(row)) {
            CHECK(*before == data.value<&task::id>(row - 1));
            ++links;
        }
    }
    CHECK(links > 20);
}

TEST_CASE("the rows that a second owner deals are all of its rows") {
    const synth::dataset<database> data;
    std::set<std::int32_t> codes;
    for (const bill& each : data.rows<bill>()) {
        codes.insert(each.visit_code);
    }
    CHECK(codes.size() > 25);
}

TEST_CASE("a reference that cannot agree is NULL throughout") {
    const synth::dataset<database> data;
    for (const torn& each : data.rows<torn>()) {
        CHECK_FALSE(each.other);
    }
}

TEST_CASE("a group without a row to choose is refused, or NULL where it may be") {
    synth::plan_options<database> options;
    options.rows[2] = 2; // tasks for four tenants
    for (const std::string& each : properties::checker<database>{options}.run()) {
        FAIL_CHECK(each);
    }
    options.rows[6] = 3; // settings
    CHECK_THROWS_WITH(synth::dataset<database>{options},
                      doctest::Contains("every row of tenant needs a row of settings to choose from"));
}

TEST_CASE("what is one to one with rows of a tenant is found by the tenant") {
    for (const std::string& each : properties::checker<subtypes>{synth::plan_options<subtypes>{}}.run()) {
        FAIL_CHECK(each);
    }
    const synth::dataset<subtypes> data;
    for (const std::string& each :
         properties::check_members<&person_account::number, &group_account::number, &administrator::number,
                                   &shapes::membership::granted_by, &shapes::membership::confirmed_by>(
             data)) {
        FAIL_CHECK(each);
    }
    std::set<std::int32_t> tenants;
    for (const administrator& each : data.rows<administrator>()) {
        tenants.insert(each.tenant_id);
    }
    CHECK_MESSAGE(tenants.size() == 4, "some of each");
}

TEST_CASE("the rows one to one with those of a tenant are too few for one in each") {
    synth::plan_options<subtypes> options;
    options.rows = {4, 40, 22, 20, 8, 60};
    CHECK_NOTHROW(synth::dataset<subtypes>{options});
    options.rows = {4, 40, 22, 20, 4, 60};
    CHECK_THROWS_WITH_AS(synth::dataset<subtypes>{options},
                         "synth: membership(tenant_id, confirmed_by) -> administrator: every 5 rows of "
                         "person_account need a row of administrator to choose from, but 4 rows are planned "
                         "for 22; plan at least 5 rows of administrator",
                         synth::plan_error);
}
