// SPDX-License-Identifier: BSL-1.0
#include <limits>

#include <doctest/doctest.h>

#include <synth/generate/text_of.hpp>

using namespace synth;

TEST_CASE("parameters are shown as people write them") {
    CHECK(text_of(0) == "0");
    CHECK(text_of(-120) == "-120");
    CHECK(text_of(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
    CHECK(text_of(0.25) == "0.25");
    CHECK(text_of(-3.0) == "-3");
    CHECK(text_of(0.1) == "0.1");
    CHECK(text_of(100.0) == "100");
    CHECK(text_of(0.0) == "0");
    CHECK(text_of(true) == "true");
    CHECK(text_of("EUR") == "EUR");
    CHECK(text_of(decimal<5, 2>{1'990}) == "19.9");
    CHECK(text_of(decimal<5, 2>{-5}) == "-0.05");
    CHECK(text_of(decimal<5, -2>{12}) == "1200");
    CHECK(text_of(date::of(2025, 1, 2)) == "2025-01-02");
    CHECK(text_of(time_of_day::of(9, 5, 7)) == "09:05:07");
    CHECK(text_of(timestamp{-1}) == "1969-12-31 23:59:59.999999");
    CHECK(text_of(timestamp_tz{0}) == "1970-01-01 00:00:00 UTC");
    CHECK(text_of(interval{}) == "a value");
}
