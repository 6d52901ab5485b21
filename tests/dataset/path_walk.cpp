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
