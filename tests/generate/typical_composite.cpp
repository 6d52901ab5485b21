// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>
#include <tuple>

#include <doctest/doctest.h>

#include <synth/generate/by_type.hpp>

#include "law_test.hpp"

using namespace synth;

TEST_CASE("typical rows hold typical values of each attribute, within its length") {
    using price = composite<"price", decimal<10, 2>, attribute<std::string, 3, true>, null_attribute,
                            attribute<timestamp, 0, false, 0>, composite<"inner", range<date>>>;
    const typical<price> law{law_test::plan_for()};
    for (std::uint64_t row = 0; row < 500; ++row) {
        draw cell = law_test::cell(row);
        const price value = law(cell);
        CHECK(std::get<0>(value.attributes)->units <= 1'000'000);
        CHECK(std::get<1>(value.attributes)->size() == 3);
        CHECK(!std::get<2>(value.attributes));
        CHECK(std::get<3>(value.attributes)->microseconds % microseconds_per_second == 0);
        CHECK(std::get<0>(std::get<4>(value.attributes)->attributes)->lower.has_value());
    }
}

TEST_CASE("the length of the column is not the length of its attributes") {
    column_plan plan = law_test::plan_for();
    plan.max_length = 2;
    const typical<composite<"one", std::string>> law{plan};
    std::size_t longest = 0;
    for (std::uint64_t row = 0; row < 50; ++row) {
        draw cell = law_test::cell(row);
        longest = std::max(longest, std::get<0>(law(cell).attributes)->size());
    }
    CHECK(longest > 10);
}
