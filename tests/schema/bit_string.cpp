// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/schema/bit_string.hpp>

TEST_CASE("bit strings of different lengths differ") {
    CHECK(synth::bit_string{"1"} != synth::bit_string{"10"});
    CHECK(synth::bit_string{"01"} < synth::bit_string{"1"});
}
