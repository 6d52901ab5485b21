// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/program/usage_error.hpp>

TEST_CASE("a usage error says where it comes from") {
    CHECK(std::string{synth::usage_error{"no"}.what()} == "synth: no");
}
