// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/program/quantity.hpp>

TEST_CASE("thousands stand apart") {
    CHECK(synth::grouped(0) == "0");
    CHECK(synth::grouped(999) == "999");
    CHECK(synth::grouped(1'000) == "1 000");
    CHECK(synth::grouped(1'234'567) == "1 234 567");
}

TEST_CASE("short numbers have three digits and a unit") {
    CHECK(synth::short_number(0) == "0");
    CHECK(synth::short_number(999) == "999");
    CHECK(synth::short_number(999.9) == "1.00 k");
    CHECK(synth::short_number(1'234'567) == "1.23 M");
    CHECK(synth::short_number(12'345'678) == "12.3 M");
    CHECK(synth::short_number(999'999) == "1.00 M");
    CHECK(synth::short_bytes(12) == "12 B");
    CHECK(synth::short_bytes(1'500) == "1.50 kB");
}

TEST_CASE("times grow from milliseconds to hours") {
    CHECK(synth::short_time(0.0154) == "15 ms");
    CHECK(synth::short_time(0.42) == "0.4 s");
    CHECK(synth::short_time(12.7) == "12 s");
    CHECK(synth::short_time(185) == "3:05");
    CHECK(synth::short_time(7'200) == "2:00:00");
    CHECK(synth::short_time(1e300).size() < 30);
}

TEST_CASE("one thing is no things") {
    CHECK(synth::counted(0, "row") == "0 rows");
    CHECK(synth::counted(1, "row") == "1 row");
    CHECK(synth::counted(12'345, "row") == "12 345 rows");
}
