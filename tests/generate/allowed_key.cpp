// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/core/plan_error.hpp>
#include <synth/generate/allowed_key.hpp>

TEST_CASE("a key of allowed numbers is a bijection that stays allowed") {
    const synth::column_plan plan;
    for (const bool shuffled : {false, true}) {
        const synth::bound_allowed_key<std::int32_t> key{
            {synth::interval_set{-5, 4} & synth::interval_set::every(3, 1), plan}, plan, shuffled};
        std::set<std::int32_t> met;
        for (std::uint64_t row = 0; row <= key.last(); ++row) {
            met.insert(key.at(row));
            CHECK(key.row_of(key.at(row)) == row);
        }
        CHECK(met == std::set<std::int32_t>{-5, -2, 1, 4});
        CHECK_FALSE(key.row_of(0));
    }
}

TEST_CASE("keys are counted from one where that leaves enough") {
    const synth::column_plan plan;
    const synth::allowed_domain<std::int64_t> all{synth::interval_set::all(), plan};
    CHECK(all.at(0) == 1);
    const synth::allowed_domain<std::int64_t> small{synth::interval_set{-1, 1}, plan};
    CHECK(small.at(0) == -1);
}

TEST_CASE("a key of allowed texts has constants and patterns") {
    constexpr std::array<std::string_view, 2> constants{"root", "admin"};
    synth::allowed_values allowed =
        synth::allowed_values::in(synth::interval_set{0, synth::no_upper_bound}, false);
    allowed.length = {1, 2};
    const synth::column_plan plan;
    const synth::allowed_domain<std::string> texts{synth::allowed_texts<>{allowed, constants, plan}};
    std::set<std::string> met;
    for (std::uint64_t index = 0; index < 300; ++index) {
        const auto text = texts.at(index);
        met.insert(std::string{std::string_view{text}});
        CHECK(texts.index_of(text) == index);
    }
    CHECK(met.size() == 300);
    CHECK(met.contains("root"));
}

TEST_CASE("too many rows are refused with both numbers") {
    synth::column_plan plan;
    plan.table = "t";
    plan.column = "c";
    plan.rows = 4;
    CHECK_THROWS_WITH_AS(
        (synth::bound_allowed_key<std::int32_t>{{synth::interval_set{1, 3}, plan}, plan, true}),
        "synth: t.c: 4 rows need as many distinct values, but the column has only 3; plan at most 3 "
        "rows or widen the column",
        synth::plan_error);
}
