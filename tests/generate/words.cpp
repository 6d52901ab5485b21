// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/words.hpp>

#include "law_test.hpp"

using namespace synth;
using law_test::plan_for;

TEST_CASE("words are of the pool with one blank between two") {
    std::vector<double> numbers(4);
    const auto law = bind_generator<std::string>(words(2, 5), plan_for());
    for (std::uint64_t row = 0; row < 20'000; ++row) {
        draw cell = law_test::cell(row);
        const auto text = law(cell);
        std::string_view rest = text;
        std::size_t count = 0;
        while (!rest.empty()) {
            const std::string_view word = rest.substr(0, rest.find(' '));
            REQUIRE(std::any_of(word_pool.begin(), word_pool.end(),
                                [word](const pool_word& each) { return each.view() == word; }));
            rest.remove_prefix(std::min(rest.size(), word.size() + 1));
            ++count;
        }
        CHECK(text.view().back() != ' ');
        ++numbers.at(count - 2);
    }
    CHECK(law_test::misfit_of_even(numbers) < 5);
}

TEST_CASE("words keep to the length of the column") {
    for (const std::uint32_t limit : {1U, 2U, 5U, 20U, 254U, 255U, 1'000U}) {
        std::size_t longest = 0;
        const auto law = bind_generator<std::string>(words(1, 100), plan_for(limit));
        for (std::uint64_t row = 0; row < 500; ++row) {
            draw cell = law_test::cell(row);
            const auto text = law(cell);
            CHECK(!text.view().empty());
            CHECK(text.view().back() != ' ');
            longest = std::max(longest, text.size());
        }
        CHECK(longest == std::min(limit, 255U));
    }
}

TEST_CASE("no words are an empty text") {
    draw cell = law_test::cell(0);
    CHECK(bind_generator<std::string>(words(0, 0), plan_for())(cell).view().empty());
}

TEST_CASE("an empty range of words is refused") {
    CHECK(law_test::refusal_by([] { return words(3, 2).bind<std::string>(plan_for()); }) ==
          "synth: shop.item: 3 to 2 words is an empty range; give the smaller number first");
}

TEST_CASE("words are the same in every build") {
    CHECK(law_test::fingerprint<std::string>(words(1, 12)) == 0xb697819deee611baU);
}
