// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/program/now.hpp>

TEST_CASE("a moment is a day, or a day and a time") {
    CHECK(synth::read_now("1970-01-02").microseconds == 86'400'000'000);
    CHECK(synth::read_now("2025-01-01 00:00:00").microseconds == 1'735'689'600'000'000);
    CHECK(synth::read_now("2025-01-01T12:34:56").microseconds == 1'735'734'896'000'000);
    CHECK(synth::read_now("2024-02-29") == synth::read_now("2024-02-29 00:00:00"));
}

TEST_CASE("what is no moment is refused") {
    for (const char* wrong :
         {"", "now", "2025-02-29", "2025-13-01", "2025-00-10", "2025-1-1", "2025-01-01 24:00:00",
          "2025-01-01 00:60:00", "2025-01-01 00:00", "2025/01/01", "2025-01-01+00:00:00"}) {
        CAPTURE(wrong);
        CHECK_THROWS_AS(static_cast<void>(synth::read_now(wrong)), synth::usage_error);
    }
}
