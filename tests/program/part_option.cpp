// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/program/part_option.hpp>

TEST_CASE("a part is its number and how many there are") {
    CHECK(synth::read_part("3/10").index == 3);
    CHECK(synth::read_part("3/10").parts == 10);
    CHECK(synth::read_part("1/1").begins());
    CHECK(synth::read_part("1/1").ends());
}

TEST_CASE("what is no part is refused") {
    for (const char* wrong :
         {"", "3", "0/3", "4/3", "a/3", "1/", "/3", "1/2/3", "-1/3", "1/99999999999999999999"}) {
        CAPTURE(wrong);
        CHECK_THROWS_AS(static_cast<void>(synth::read_part(wrong)), synth::usage_error);
    }
}
