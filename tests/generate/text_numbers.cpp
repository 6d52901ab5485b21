// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/generate/text_numbers.hpp>

TEST_CASE("a number is read as SQL writes it and in no other way") {
    using synth::number_in;
    static_assert(number_in("0", 0) == 0 && number_in("-17", 0) == -17 && number_in("170", 0) == 170);
    static_assert(number_in("12.50", 2) == 1250 && number_in("0.05", 2) == 5 && number_in("-0.5", 1) == -5);
    for (const char* const wrong :
         {"", "-", "-0", "007", "1.0", "1e3", " 1", "+1", "a", "1234567890123456789012345678901234567"}) {
        CHECK_MESSAGE(!number_in(wrong, 0), wrong);
    }
    for (const char* const wrong : {"12", ".50", "12.5", "12.500", "00.50", "1,50", "-0.00", "12.5a"}) {
        CHECK_MESSAGE(!number_in(wrong, 2), wrong);
    }
}

TEST_CASE("zeros before a number are cut, but for the last digit") {
    static_assert(synth::without_zeros("0042") == "42" && synth::without_zeros("000") == "0");
    static_assert(synth::without_zeros("7") == "7" && synth::without_zeros("").empty());
}
