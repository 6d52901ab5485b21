// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/program/moment_of_text.hpp>

using synth::moment_of_text;

TEST_CASE("days, times and moments are read as PostgreSQL shows them and as ISO 8601 has them") {
    CHECK(moment_of_text<synth::date>("2024-02-29") == synth::date::of(2024, 2, 29));
    CHECK(moment_of_text<synth::date>("12025-01-01") == synth::date::of(12'025, 1, 1));
    CHECK(moment_of_text<synth::time_of_day>("24:00:00") == synth::time_of_day::of(24, 0));
    CHECK(moment_of_text<synth::time_of_day>("12:30:00.25") == synth::time_of_day::of(12, 30, 0, 250'000));
    const synth::date day = synth::date::of(2025, 6, 30);
    CHECK(moment_of_text<synth::timestamp>("2025-06-30T12:00") ==
          synth::timestamp::of(day, synth::time_of_day::of(12, 0)));
    CHECK(moment_of_text<synth::timestamp>("2025-06-30 12:00:00.000001") ==
          synth::timestamp::of(day, synth::time_of_day::of(12, 0, 0, 1)));
    const auto noon = synth::timestamp_tz::of(day, synth::time_of_day::of(12, 0));
    CHECK(moment_of_text<synth::timestamp_tz>("2025-06-30 12:00:00+00") == noon);
    CHECK(moment_of_text<synth::timestamp_tz>("2025-06-30 14:00:00+02:00") == noon);
    CHECK(moment_of_text<synth::timestamp_tz>("2025-06-30T08:30:00-03:30") == noon);
    CHECK(moment_of_text<synth::timestamp_tz>("2025-06-30T12:00:00Z") == noon);
}

TEST_CASE("what is none is none") {
    for (const char* text : {"", "2025", "2025-6-30", "2025-02-29", "2025-13-01", "2025-00-10", "2025-06-30 ",
                             "0000-01-01", "infinity", "2025-06-30x", "9999999-01-01", "2025-06-00"}) {
        CAPTURE(text);
        CHECK_FALSE(moment_of_text<synth::date>(text).has_value());
    }
    for (const char* text :
         {"24:00:01", "12:60", "12", "12:00:60", "12:00:00.", "12:00:00.1234567", "-1:00"}) {
        CAPTURE(text);
        CHECK_FALSE(moment_of_text<synth::time_of_day>(text).has_value());
    }
    CHECK_FALSE(moment_of_text<synth::timestamp>("2025-06-30").has_value());
    CHECK_FALSE(moment_of_text<synth::timestamp>("2025-06-30 12:00:00+00").has_value());
    CHECK_FALSE(moment_of_text<synth::timestamp>("294277-01-01 00:00:00").has_value());
    CHECK_FALSE(moment_of_text<synth::timestamp_tz>("2025-06-30 12:00:00").has_value());
    CHECK_FALSE(moment_of_text<synth::timestamp_tz>("2025-06-30 12:00:00+99").has_value());
}
