// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/dataset/check_state.hpp>

#include "checked_tables.hpp"

namespace {

struct parts {
    std::int64_t id{};
    std::int32_t a{};
    std::int32_t b{};
    std::int32_t c{};
};

} // namespace

template<>
inline constexpr auto synth::table<parts> = synth::describe<parts>(
    synth::row_count(2'000),
    synth::check("positive", synth::value<&parts::a> >= 0 && synth::value<&parts::b> >= 0),
    synth::check("sum", synth::value<&parts::a> + synth::value<&parts::b> <= 100),
    synth::check("double", synth::value<&parts::c> < 2 * synth::value<&parts::a> + 2));

TEST_CASE("a column that is still open lies between the bounds that its checks and its type leave") {
    const synth::dataset<checked::database> data;
    using plan = synth::check_plan<checked::database, 1>;
    const auto& checks = data.state<1>().checks();
    const auto& left = checks.slot(plan::slot_of(1)).open;
    CHECK(left.low == 0);
    CHECK(left.high == 100); // by the check sum, as right is not negative
    CHECK_FALSE(left.may_be_null);
    CHECK(checks.slot(plan::slot_of(5)).open.may_be_null);
}

TEST_CASE("bounds of a column that is still open follow from those of others") {
    const synth::dataset<synth::schema<parts>> data;
    using plan = synth::check_plan<synth::schema<parts>, 0>;
    const auto& open = [&](synth::schema_index column) -> const synth::possible_value& {
        return data.state<0>().checks().slot(plan::slot_of(column)).open;
    };
    for (const synth::schema_index column : {synth::schema_index{1}, synth::schema_index{2}}) {
        CHECK(open(column).low == 0);
        CHECK(open(column).high == 100);
    }
    CHECK(open(3).high == 201);
    for (const parts& made : data.rows<parts>()) {
        CHECK(made.a + made.b <= 100);
    }
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
