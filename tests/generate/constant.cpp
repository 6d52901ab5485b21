// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/generate/constant.hpp>

#include "law_test.hpp"

using namespace synth;

TEST_CASE("a constant is the same in every row") {
    draw cell = law_test::cell(3);
    CHECK(bind_generator<std::string>(constant("EUR"), law_test::plan_for())(cell) == "EUR");
    CHECK(bind_generator<std::string>(constant(std::string(40, 'x')), law_test::plan_for())(cell) ==
          std::string(40, 'x'));
    CHECK(bind_generator<decimal<5, 2>>(constant(1.5), law_test::plan_for())(cell).units == 150);
    CHECK(bind_generator<bool>(constant(true), law_test::plan_for())(cell));
    CHECK(bind_generator<date>(constant(date::of(2024, 1, 1)), law_test::plan_for())(cell) ==
          date::of(2024, 1, 1));
    CHECK(bind_generator<json>(constant("{}"), law_test::plan_for())(cell) == "{}");
    const auto array = bind_generator<std::vector<std::int32_t>>(constant(std::vector<std::int32_t>{1, 2}),
                                                                 law_test::plan_for());
    CHECK(array(cell)[1] == 2);
}

TEST_CASE("a constant that does not fit its column is refused") {
    CHECK(law_test::refusal_by([] { return constant("EURO").bind<std::string>(law_test::plan_for(3)); }) ==
          "synth: shop.item: the value \"EURO\" has length 4, but the column's is 3; change the value or the "
          "length");
    CHECK(!law_test::refusal_by([] {
               return constant(1'000).bind<decimal<3, 1>>(law_test::plan_for());
           }).empty());
}

TEST_CASE("a constant describes itself") { CHECK(constant("EUR").describe() == "always EUR"); }
