// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/schema/range.hpp>
#include <synth/schema/temporal.hpp>

using namespace synth;

TEST_CASE("a range goes from its first value to the last before its end") {
    constexpr auto week = range<date>::of(date::of(2025, 1, 1), date::of(2025, 1, 8));
    static_assert(week.lower == date::of(2025, 1, 1) && week.upper == date::of(2025, 1, 8));
    static_assert(week.lower_inclusive && !week.upper_inclusive && !week.empty);
    CHECK(week == range<date>{date::of(2025, 1, 1), date::of(2025, 1, 8)});
    CHECK(!(week == range<date>{.lower = date::of(2025, 1, 1)}));
}

TEST_CASE("a range may hold nothing, or everything") {
    CHECK(range<std::int32_t>::nothing().empty);
    CHECK(!range<std::int32_t>{}.lower);
    CHECK(!(range<std::int32_t>::nothing() == range<std::int32_t>{}));
}

TEST_CASE("a multirange is its ranges") {
    const multirange<std::int32_t> both{{range<std::int32_t>::of(1, 3), range<std::int32_t>::of(7, 9)}};
    CHECK(both.ranges.size() == 2);
    CHECK(!(both == multirange<std::int32_t>{}));
}
