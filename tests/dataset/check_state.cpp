// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/dataset/check_state.hpp>

#include "checked_tables.hpp"

TEST_CASE("a column that is still open lies between the bounds of its own checks and its type") {
    const synth::dataset<checked::database> data;
    using plan = synth::check_plan<checked::database, 1>;
    const auto& checks = data.state<1>().checks();
    const auto& left = checks.slot(plan::slot_of(1)).open;
    CHECK(left.low == 0);
    CHECK(left.high == 2'147'483'647);
    CHECK_FALSE(left.may_be_null);
    CHECK(checks.slot(plan::slot_of(5)).open.may_be_null);
}

TEST_CASE("patterns are built once and know their node") {
    const synth::dataset<checked::database> data;
    using plan = synth::check_plan<checked::database, 1>;
    const auto& checks = data.state<1>().checks();
    for (const synth::expression_node& node : plan::nodes) {
        if (synth::is_pattern(node)) {
            CHECK(checks.patterns().source().matches(node, "a@b.org", false));
            CHECK_FALSE(checks.patterns().source().matches(node, "a@b.com", true));
        }
    }
}
