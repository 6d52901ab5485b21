// SPDX-License-Identifier: BSL-1.0
#include <cstddef>

#include <doctest/doctest.h>

#include <synth/generate/divisors.hpp>

TEST_CASE("the set holds every divisor of a number, of either sign") {
    for (const int number : {1, 2, 97, 360, -360, 4096, 4095, 30030, 65537}) {
        const synth::interval_set some = synth::divisors_of(number);
        CHECK_FALSE(some.exact());
        CHECK_FALSE(some.contains(0));
        for (int each = 1; each <= (number < 0 ? -number : number); ++each) {
            if (number % each == 0) {
                CHECK(some.contains(each));
                CHECK(some.contains(-each));
            }
        }
    }
    CHECK(synth::divisors_of(0).contains(12));
}

TEST_CASE("most intervals of the set are divisors, however great the number is") {
    const synth::int128 number = 5'354'228'880; // the least multiple of 1 to 24
    const synth::interval_set some = synth::divisors_of(number);
    std::size_t single = 0;
    for (std::size_t index = 0; index < some.interval_count(); ++index) {
        single += some[index].low == some[index].high && number % some[index].low == 0 ? 1 : 0;
    }
    CHECK(single >= 12);
    CHECK(synth::divisors_of(synth::int128{1} << 100U).contains(1));
}
