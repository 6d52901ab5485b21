// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/letters.hpp>

#include "law_test.hpp"

using namespace synth;
using law_test::plan_for;
using law_test::refusal_by;

TEST_CASE("letters and lengths are equally likely") {
    std::vector<double> lengths(7);
    std::vector<double> counts(26);
    std::vector<double> fourths(26);
    const auto law = bind_generator<std::string>(letters(2, 8), plan_for());
    for (std::uint64_t row = 0; row < 50'000; ++row) {
        draw cell = law_test::cell(row);
        const auto text = law(cell);
        REQUIRE((text.size() >= 2 && text.size() <= 8));
        ++lengths[text.size() - 2];
        for (const char letter : text.view()) {
            ++counts.at(static_cast<std::size_t>(letter - 'a'));
        }
        if (text.size() >= 4) {
            ++fourths.at(static_cast<std::size_t>(text.view()[3] - 'a'));
        }
    }
    CHECK(law_test::misfit_of_even(lengths) < 5);
    CHECK(law_test::misfit_of_even(counts) < 5);
    CHECK(law_test::misfit_of_even(fourths) < 5); // the last of a word
}

TEST_CASE("letters may be of any alphabet and keep to the column's length") {
    const auto digits = bind_generator<std::string>(letters(0, 255, "0123456789"), plan_for(5));
    std::size_t longest = 0;
    for (std::uint64_t row = 0; row < 200; ++row) {
        draw cell = law_test::cell(row);
        const auto text = digits(cell);
        longest = std::max(longest, text.size());
        CHECK(text.view().find_first_not_of("0123456789") == std::string_view::npos);
    }
    CHECK(longest == 5);
    draw cell = law_test::cell(0);
    CHECK(bind_generator<std::string>(letters(255, 255, "x"), plan_for())(cell).view() ==
          std::string(255, 'x'));
    CHECK(bind_generator<bit_string>(letters(4, 4, "01"), plan_for())(cell).size() == 4);
}

TEST_CASE("letters that cannot be are refused") {
    CHECK(refusal_by([] { return letters(3, 2).bind<std::string>(plan_for()); }) ==
          "synth: shop.item: 3 to 2 letters must have min <= max <= 255; longer texts come from text(law)");
    CHECK(refusal_by([] { return letters(3, 8).bind<std::string>(plan_for(2)); }) ==
          "synth: shop.item: 3 to 8 letters does not fit the column's length 2; ask for fewer letters");
    CHECK(refusal_by([] { return letters(3, 8, "").bind<std::string>(plan_for()); }) ==
          "synth: shop.item: an alphabet must have 1 to 256 letters, not 0");
    CHECK(!refusal_by([] { return letters(1, 256).bind<std::string>(plan_for()); }).empty());
}

TEST_CASE("letters are the same in every build") {
    CHECK(law_test::fingerprint<std::string>(letters(1, 30)) == 0x6b20b08480022564U);
}
