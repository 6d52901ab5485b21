// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/generate/evaluation.hpp>
#include <synth/generate/text_store.hpp>
#include <synth/schema/expression_functions.hpp>

namespace {

using namespace synth;

struct place {
    std::string site{};
    std::int32_t number{};
    decimal<6, 2> weight{};
    double share{};
    std::string label{};
};

constexpr auto site = value<&place::site>;
constexpr auto number = value<&place::number>;

using store = basic_text_store<place>;
using cells = std::array<possible_value, 5>;

possible_value calculate(std::span<const expression_node> nodes, const cells& known, store& texts) {
    return evaluation{nodes, known, {}, texts.source()}.at(nodes.size() - 1);
}

const cells known{possible_value::of(std::string_view{"Köln"}), possible_value::of(42),
                  possible_value::of(-5), possible_value::of(1'500'000), possible_value::null()};

} // namespace

TEST_CASE("texts are put together as SQL does it") {
    store texts;
    const auto is = [&](const auto& expression, std::string_view wanted) {
        const possible_value made = calculate(expression.nodes, known, texts);
        CHECK(made.text_known);
        CHECK(made.text == wanted);
    };
    is(sql::append(site, "-1"), "Köln-1");
    is(sql::append(sql::append(sql::as_text(number), "/"), sql::pad_zeros(site, 5)), "42/0Köln");
    is(sql::as_text(-number), "-42");
    is(sql::as_text(value<&place::weight>), "-0.05");
    is(sql::pad_zeros(sql::as_text(number), 5), "00042");
    is(sql::pad_zeros(sql::as_text(number), 1), "4");
    is(sql::pad_zeros(site, 2), "Kö");
    is(sql::pad_zeros(site, 0), "");
}

TEST_CASE("a text of NULL is NULL, and of what is not known not known") {
    store texts;
    const auto null = sql::append(site, value<&place::label>);
    CHECK(!calculate(null.nodes, known, texts).may_be_value);
    CHECK(calculate(null.nodes, known, texts).may_be_null);
    const auto real = sql::as_text(value<&place::share>);
    CHECK_MESSAGE(!calculate(real.nodes, known, texts).text_known, "which digits a database writes differs");
    cells open = known;
    open[0] = possible_value{};
    const auto some = sql::append(site, "x");
    CHECK(!calculate(some.nodes, open, texts).text_known);
    CHECK(calculate(some.nodes, open, texts).may_be_value);
    const possible_value made = evaluation{some.nodes, known, {}}.at(2);
    CHECK_MESSAGE(!made.text_known, "without a store");
    CHECK(calculates_text(some.nodes));
    CHECK(!calculates_text(sql::lower(site).nodes));
}

TEST_CASE("an equation of texts is told from a comparison with a constant") {
    CHECK(copies_text((site == value<&place::label>).nodes));
    CHECK(copies_text((value<&place::label> == sql::append(site, "x")).nodes));
    CHECK(copies_text((number > 3 && sql::lower(site) == value<&place::label>).nodes));
    CHECK(copies_text((!sql::is_distinct(site, value<&place::label>)).nodes));
    CHECK(!copies_text((sql::lower(site) == "x" && number == 3).nodes));
    CHECK(!copies_text((site != value<&place::label>).nodes));
}
