// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <limits>

#include <doctest/doctest.h>

#include <synth/sink/temporal_binary.hpp>

#include "forms_of.hpp"
#include "sample_values.hpp"

namespace {

using namespace synth;
using forms::binary;

TEST_CASE("dates and timestamps count from 2000") {
    CHECK(binary<date>(date::of(2000, 1, 1)) == "00000000");
    CHECK(binary<date>(date::of(1999, 12, 31)) == "ffffffff");
    CHECK(binary<date>(date::of(2000, 2, 29)) == "0000003b");
    CHECK(binary<timestamp>(timestamp::of(date::of(2000, 1, 1), {1})) == "0000000000000001");
    CHECK(binary<timestamp>({0}) == "fffca2fec4c82000");
    CHECK(binary<timestamp_tz>(timestamp_tz::of(date::of(1999, 12, 31),
                                                time_of_day::of(23, 59, 59, 999'999))) == "ffffffffffffffff");
    // Wraps instead of overflowing.
    CHECK(binary<date>({std::numeric_limits<std::int32_t>::min()}).size() == 8);
    CHECK(binary<timestamp>({std::numeric_limits<std::int64_t>::min()}).size() == 16);
}

TEST_CASE("times count from midnight and zones to the west") {
    CHECK(binary<time_of_day>(time_of_day::of(0, 0, 1)) == "00000000000f4240");
    CHECK(binary<time_of_day_tz>({1, 3600}) == "0000000000000001"
                                               "fffff1f0");
    CHECK(binary<time_of_day_tz>({1, -3600}) == "0000000000000001"
                                                "00000e10");
}

TEST_CASE("intervals are microseconds and days and months") {
    CHECK(binary<interval>({1, -2, 3}) == "0000000000000003"
                                          "fffffffe"
                                          "00000001");
    CHECK(binary<interval>({}) == "00000000000000000000000000000000");
}

} // namespace
