// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/program/standard_output.hpp>

TEST_CASE("an empty block writes nothing") {
    synth::standard_output::write("");
    CHECK(true);
}
