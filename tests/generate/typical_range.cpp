// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <span>

#include <doctest/doctest.h>

#include <synth/generate/by_type.hpp>

#include "law_test.hpp"

using namespace synth;

namespace {

template<typename Element, typename Check>
void check_ranges(const column_plan& plan, Check check) {
    const typical<range<Element>> law{plan};
    for (std::uint64_t row = 0; row < 2'000; ++row) {
        draw cell = law_test::cell(row);
        const range<Element> value = law(cell);
        REQUIRE(value.lower.has_value());
        REQUIRE(value.upper.has_value());
        REQUIRE(!value.empty);
        REQUIRE(value.lower_inclusive);
        REQUIRE((*value.lower < *value.upper || (*value.lower == *value.upper && value.upper_inclusive)));
        check(*value.lower, *value.upper);
    }
}

template<typename Element>
void check_ranges() {
    check_ranges<Element>(law_test::plan_for(), [](const Element&, const Element&) {});
}

} // namespace

TEST_CASE("typical ranges are not empty") {
    check_ranges<std::int16_t>();
    check_ranges<std::int32_t>();
    check_ranges<std::int64_t>();
    check_ranges<float>();
    check_ranges<double>();
    check_ranges<decimal<18, 6>>();
    check_ranges<decimal<1, 0>>();
    check_ranges<decimal<60, 10>>();
    check_ranges<timestamp_tz>();
    check_ranges<time_of_day>();
    check_ranges<interval>();
}

TEST_CASE("typical stays are short") {
    check_ranges<date>(law_test::plan_for(), [](date lower, date upper) {
        CHECK(upper.days - lower.days <= 14);
        CHECK(upper > lower);
    });
    column_plan seconds = law_test::plan_for();
    seconds.fraction_digits = 0;
    check_ranges<timestamp>(seconds, [](timestamp lower, timestamp upper) {
        CHECK(upper.microseconds - lower.microseconds <= 8 * 3'600 * microseconds_per_second);
        CHECK(lower.microseconds % microseconds_per_second == 0);
        CHECK(upper.microseconds % microseconds_per_second == 0);
    });
}

TEST_CASE("typical multiranges have their ranges apart and in order") {
    const typical<multirange<date>> law{law_test::plan_for()};
    int twice = 0;
    for (std::uint64_t row = 0; row < 1'000; ++row) {
        draw cell = law_test::cell(row);
        const auto value = law(cell);
        const std::span<const range<date>> ranges = value.view();
        REQUIRE((ranges.size() == 1 || ranges.size() == 2));
        if (ranges.size() == 2) {
            ++twice;
            CHECK(*ranges[0].upper < *ranges[1].lower);
        }
    }
    CHECK(twice > 400);
}
