// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/program/compression_option.hpp>

#include "../database/scratch.hpp"

TEST_CASE("a method of compression may have a level") {
    CHECK_FALSE(synth::read_compression("").has_value());
    CHECK(synth::read_compression("zstd") == 3);
    CHECK(synth::read_compression("zstd:19") == 19);
    CHECK(synth::read_compression("zstd:-7") == -7);
    CHECK(synth::read_compression("zstd:0") == 0);
}

TEST_CASE("what is no method or no level is refused, with those that there are") {
    for (const char* wrong :
         {"gzip", "zst", "zstdx", "zstd:", "zstd:20", "zstd:-8", "zstd:x", "zstd:3x", "zstd: 3", "zstd:+3",
          "ZSTD", "zstd=3", "zstd:99999999999999999999", ":3", "zstd:3:4"}) {
        CAPTURE(wrong);
        CHECK_THROWS_AS(static_cast<void>(synth::read_compression(wrong)), synth::usage_error);
    }
    CHECK(
        scratch::has(scratch::thrown_by([] { static_cast<void>(synth::read_compression("gzip")); }),
                     "--compress gzip: write zstd or zstd:LEVEL, with a level from -7, fast, to 19, small"));
}
