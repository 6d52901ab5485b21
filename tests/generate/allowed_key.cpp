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

TEST_CASE("keys on steps are counted from one while these are enough") {
    synth::column_plan plan;
    const synth::interval_set steps = synth::interval_set::every(100, 0);
    plan.rows = 1'000;
    CHECK(synth::allowed_domain<std::int32_t>{steps, plan}.at(0) == 100);
    plan.rows = 30'000'000;
    CHECK(synth::allowed_domain<std::int32_t>{steps, plan}.at(0) == -2'147'483'600);
}

TEST_CASE("keys of few numbers are counted from one while these are enough") {
    synth::column_plan plan;
    const auto first = [&]<typename Value>(Value, const synth::interval_set& allowed, std::uint64_t rows) {
        plan.rows = rows;
        return synth::allowed_domain<Value>{allowed, plan}.at(0);
    };
    CHECK(first(std::int16_t{}, !synth::interval_set{5, 5}, 30'000) == 1);
    CHECK(first(std::int16_t{}, !synth::interval_set{5, 5}, 40'000) == -32'768);
    CHECK(first(std::int32_t{}, {-5, 100'000}, 100'000) == 1);
    CHECK(first(std::int32_t{}, {-5, 100'000}, 100'001) == -5);
    CHECK(first(false, synth::interval_set::all(), 1) == false);
}

TEST_CASE("where no number from one on passes others are keys") {
    const auto negative = [](const synth::possible_value& value) { return value.low < 0; };
    synth::column_plan plan;
    for (const std::uint64_t rows : {0U, 1U, 1'000U}) {
        plan.rows = rows;
        const synth::allowed_domain<std::int64_t> keys{synth::interval_set::all().estimated(), plan,
                                                       negative};
        CHECK(keys.last() >= rows);
        CHECK(keys.at(0) < 0);
    }
}

TEST_CASE("keys keep to checks that few numbers fail") {
    const auto most = [](const synth::possible_value& value) { return value.low % 10'007 != 3'336; };
    synth::column_plan plan;
    plan.rows = 5'000;
    const synth::bound_allowed_key<std::int32_t> keys{
        {synth::interval_set::all().estimated(), plan, most}, plan, true};
    std::uint64_t wrong = 0;
    for (std::uint64_t row = 0; row < plan.rows; ++row) {
        wrong += keys.at(row) % 10'007 != 3'336 ? 0 : 1;
        CHECK(keys.row_of(keys.at(row)) == row);
    }
    CHECK(wrong == 0);
}

TEST_CASE("allowed days are those of 1971 to 2037 while these are enough") {
    synth::column_plan plan;
    const synth::interval_set weeks = synth::interval_set::every(7, 0);
    const auto first = [&](std::uint64_t rows) {
        plan.rows = rows;
        return synth::allowed_domain<synth::date>{weeks, plan}.at(0);
    };
    CHECK(first(3'496) == synth::date::of(1971, 1, 7));
    CHECK(first(3'497) == synth::date::of(1, 1, 4));
    CHECK(first(0) == synth::date::of(1, 1, 4)); // asks how many there can be
    const synth::interval_set hours = synth::interval_set::every(3'600'000'000, 0);
    plan.rows = 1'000;
    CHECK(synth::allowed_domain<synth::timestamp>{hours, plan}.at(0).microseconds == 365 * 86'400'000'000);
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

TEST_CASE("a key of fixed length has no texts that differ in blanks behind them only") {
    synth::column_plan plan;
    plan.max_length = 2;
    plan.fixed_length = true;
    const auto all = synth::pattern::from_regex("^[AB ]{1,2}$");
    const synth::allowed_domain<std::string> texts{synth::allowed_texts<>{all, plan, 1'000}};
    CHECK(texts.last() == 7); // A, B, AA, AB, BA, BB and both behind a blank
    CHECK_FALSE(texts.index_of("A "));
    plan.fixed_length = false;
    CHECK(synth::allowed_domain<std::string>{synth::allowed_texts<>{all, plan, 1'000}}.last() == 11);
}

TEST_CASE("a key of several kinds of texts has as many of each, where there are") {
    const synth::column_plan any;
    std::vector<synth::allowed_texts<>> kinds;
    kinds.emplace_back(synth::pattern::from_regex("^a[0-9]$"), any, 1'000);
    kinds.emplace_back(synth::pattern::from_regex("^b[0-9]{12}$"), any, std::uint64_t{1} << 40U);
    kinds.emplace_back(synth::pattern::from_regex("^c[0-9]{12}$"), any, std::uint64_t{1} << 40U);
    synth::column_plan plan;
    plan.rows = 100;
    const synth::allowed_domain<std::string> texts{kinds, plan};
    constexpr std::uint64_t enough = (std::uint64_t{1} << 31U) - 1;
    CHECK(texts.last() == 10 + 2 * enough - 1);
    for (const std::uint64_t index :
         {std::uint64_t{0}, std::uint64_t{9}, std::uint64_t{10}, 9 + enough, 10 + enough, texts.last()}) {
        const auto text = texts.at(index);
        const std::string_view view = text;
        CHECK(view.front() == (index < 10 ? 'a' : index < 10 + enough ? 'b' : 'c'));
        CHECK(texts.index_of(view) == index);
    }
    CHECK_FALSE(texts.index_of("d0"));
    const synth::allowed_domain<std::string> most{kinds, any};
    CHECK(most.last() > texts.last());
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
