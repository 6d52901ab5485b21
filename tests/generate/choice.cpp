// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/choice.hpp>

#include "law_test.hpp"

using namespace synth;
using law_test::plan_for;

namespace {
constexpr choice colours("red", "green", "blue");
constexpr choice sizes(std::to_array<std::string_view>({"S", "M"}));
} // namespace

TEST_CASE("a choice takes every value equally often") {
    std::map<std::string, double> counts;
    const auto law = bind_generator<std::string>(colours, plan_for());
    for (std::uint64_t row = 0; row < 30'000; ++row) {
        draw cell = law_test::cell(row);
        ++counts[std::string{law(cell)}];
    }
    REQUIRE(counts.size() == 3);
    CHECK(law_test::misfit_of_even(std::vector{counts["red"], counts["green"], counts["blue"]}) < 5);
}

TEST_CASE("a choice may be of an array, of numbers, of owning strings") {
    draw cell = law_test::cell(1);
    const auto bound_sizes = bind_generator<std::string>(sizes, plan_for()); // holds what it shows
    const std::string_view size = bound_sizes(cell);
    CHECK((size == "S" || size == "M"));
    const auto price = bind_generator<decimal<5, 2>>(choice(1, 2.5), plan_for())(cell).units;
    CHECK((price == 100 || price == 250));
    const auto law =
        bind_generator<std::string>(choice(std::string(50, 'a'), std::string(50, 'b')), plan_for());
    const std::string_view text = law(cell);
    CHECK((text == std::string(50, 'a') || text == std::string(50, 'b')));
}

TEST_CASE("a choice knows which of its texts are clean") {
    draw cell = law_test::cell(1);
    const auto clean_of = [&](std::string_view text) {
        return bind_generator<std::string>(choice(text), plan_for())(cell).clean;
    };
    CHECK(clean_of("TAKE BACK RETURN"));
    CHECK_FALSE(clean_of("a,b"));
    CHECK_FALSE(clean_of(""));
    CHECK_FALSE(clean_of("longer than the room that lies beside the others"));
}

TEST_CASE("a choice with a value that does not fit is refused") {
    CHECK(!law_test::refusal_by([] { return colours.bind<std::string>(plan_for(4)); }).empty());
    CHECK(!law_test::refusal_by([] { return choice(1, 40'000).bind<std::int16_t>(plan_for()); }).empty());
}

TEST_CASE("a choice is the same in every build") {
    CHECK(law_test::fingerprint<std::string>(colours) == 0x7fb34f411e0550d4U);
}

TEST_CASE("a choice describes itself") {
    CHECK(colours.describe() == "one of 3 values: red, ...");
    CHECK(choice(7).describe() == "one of 1 values: 7");
}
