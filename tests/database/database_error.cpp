// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/database/database_error.hpp>

TEST_CASE("an error of a database says where it comes from") {
    CHECK(std::string{synth::database_error{"no"}.what()} == "synth: no");
}
