// SPDX-License-Identifier: BSL-1.0
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/by_type.hpp>
#include <synth/generate/typical_array.hpp>

#include "law_test.hpp"

using namespace synth;

TEST_CASE("typical arrays have none to four elements, all equally likely") {
    const typical<std::vector<std::int32_t>> law{law_test::plan_for()};
    std::vector<double> sizes(5);
    for (std::uint64_t row = 0; row < 20'000; ++row) {
        draw cell = law_test::cell(row);
        const auto array = law(cell);
        ++sizes.at(array.size());
        for (const std::int32_t element : array.view()) {
            CHECK((element >= 0 && element < 100'000));
        }
    }
    CHECK(law_test::misfit_of_even(sizes) < 5);
}

TEST_CASE("one in eight elements is NULL where it may be") {
    const typical<std::vector<std::optional<bool>>> law{law_test::plan_for()};
    double nulls = 0;
    double total = 0;
    for (std::uint64_t row = 0; row < 20'000; ++row) {
        draw cell = law_test::cell(row);
        const auto array = law(cell);
        for (const std::optional<bool>& element : array.view()) {
            nulls += element.has_value() ? 0 : 1;
            ++total;
        }
    }
    CHECK(law_test::misfit(std::vector{nulls, total - nulls}, std::vector{total / 8, total * 7 / 8}) < 5);
}

TEST_CASE("elements are short and keep to the column's length") {
    const typical<std::vector<std::string>> law{law_test::plan_for()};
    const typical<std::vector<std::string>> narrow{law_test::plan_for(3)};
    const typical<std::vector<bytes>> exact{law_test::plan_for(20, true)};
    for (std::uint64_t row = 0; row < 500; ++row) {
        draw cell = law_test::cell(row);
        const auto texts = law(cell);
        for (const std::string& text : texts.view()) {
            CHECK((!text.empty() && text.size() <= 12));
        }
        const auto codes = narrow(cell);
        for (const std::string& text : codes.view()) {
            CHECK((!text.empty() && text.size() <= 3));
        }
        const auto digests = exact(cell);
        for (const bytes& digest : digests.view()) {
            CHECK(digest.size() == 20);
        }
    }
}
