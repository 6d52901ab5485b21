// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/generate/generator.hpp>
#include <synth/generate/uniform.hpp>

#include "law_test.hpp"

using namespace synth;

namespace {

const auto die = [](draw& cell) { return cell.between(1, 6); };

struct unrelated {};

static_assert(generator_for<decltype(die), std::int32_t>);
static_assert(generator_for<decltype(die), decimal<5, 2>>);
static_assert(!generator_for<decltype(die), std::string>);
static_assert(!generator_for<decltype(die), date>);
static_assert(!generator_for<unrelated, std::int32_t>);
static_assert(bindable<uniform<int>, std::int64_t>);
static_assert(!bindable<uniform<int>, std::string>);

} // namespace

TEST_CASE("a lambda is a generator for every kind of number") {
    const auto whole = bind_generator<std::int16_t>(die, law_test::plan_for());
    const auto exact = bind_generator<decimal<5, 2>>(die, law_test::plan_for());
    const auto real = bind_generator<double>(die, law_test::plan_for());
    for (std::uint64_t row = 0; row < 100; ++row) {
        draw first = law_test::cell(row);
        draw second = first;
        draw third = first;
        const std::int16_t value = whole(first);
        CHECK((value >= 1 && value <= 6));
        CHECK(exact(second).units == value * 100);
        CHECK(real(third) == value);
    }
}

TEST_CASE("a lambda that returns a real fills a decimal to the nearest unit") {
    const auto half = [](draw&) { return 19.996; };
    draw cell = law_test::cell(0);
    CHECK(bind_generator<decimal<5, 2>>(half, law_test::plan_for())(cell).units == 2'000);
    CHECK(bind_generator<std::int32_t>(half, law_test::plan_for())(cell) == 20);
}

TEST_CASE("a lambda may return an owning string or a wrapped text") {
    const auto owning = [](draw& cell) { return std::string(30, 'x') + std::to_string(cell.row()); };
    const auto wrapped = [](draw&) { return json{"{}"}; };
    draw cell = law_test::cell(7);
    const auto text = bind_generator<std::string>(owning, law_test::plan_for())(cell);
    CHECK(std::string_view{text} == std::string(30, 'x') + "7");
    const auto document = bind_generator<json>(wrapped, law_test::plan_for())(cell);
    CHECK(static_cast<std::string_view>(document) == "{}");
}

TEST_CASE("a lambda may ask for the plan of its column") {
    const auto named = [](draw&, const column_plan& plan) { return plan.column; };
    draw cell = law_test::cell(0);
    CHECK(bind_generator<std::string>(named, law_test::plan_for())(cell) == "item");
}

TEST_CASE("a refusal names the table and the column") {
    CHECK(std::string{refusal(law_test::plan_for(), "no").what()} == "synth: shop.item: no");
}

TEST_CASE("now is a fixed moment") { CHECK(column_plan{}.now == timestamp::of(date::of(2025, 1, 1))); }

TEST_CASE("what a function refuses that knows no column is said with the column, once") {
    synth::column_plan plan;
    plan.table = "orders";
    plan.column = "code";
    const auto words_of = [&](const char* words) {
        try {
            synth::refused_by_name(plan, [&]() -> int { throw synth::plan_error{words}; });
        } catch (const synth::plan_error& refused) {
            return std::string{refused.what()};
        }
        return std::string{};
    };
    CHECK(words_of("a pattern is too large") == "synth: orders.code: a pattern is too large");
    CHECK(words_of("orders.code: too many rows") == "synth: orders.code: too many rows");
    CHECK(words_of("orders(code, total): too many rows") == "synth: orders(code, total): too many rows");
    CHECK(synth::refused_by_name(plan, [] { return 7; }) == 7);
    plan.table = "a";
    CHECK(words_of("a pattern is too large") == "synth: a.code: a pattern is too large");
    plan.table = "text";
    CHECK(words_of("texts of 300 characters are too long") ==
          "synth: text.code: texts of 300 characters are too long");
    plan.schema_name = "shop";
    CHECK(words_of("no") == "synth: shop.text.code: no");
    CHECK(words_of("shop.text.code: no") == "synth: shop.text.code: no");
}
