// SPDX-License-Identifier: BSL-1.0
#include <cstddef>

#include <doctest/doctest.h>

#include <synth/generate/divisors.hpp>

TEST_CASE("all numbers in the set divide the number, and one does") {
    for (const synth::int128 number : {synth::int128{1}, synth::int128{97}, synth::int128{360},
                                       synth::int128{-360}, synth::int128{9'223'372'036'854'775'807}}) {
        const synth::interval_set some = synth::divisors_of(number);
        CHECK(some.contains(1));
        CHECK(some.contains(number < 0 ? -number : number));
        CHECK_FALSE(some.exact());
        for (std::size_t index = 0; index < some.interval_count(); ++index) {
            for (synth::int128 each = some[index].low; each <= some[index].high; ++each) {
                CHECK(number % each == 0);
            }
        }
    }
    CHECK(synth::divisors_of(12).count() == 6);
    CHECK(synth::divisors_of(0).empty());
}

TEST_CASE("a number with more divisors than a set holds has the least of them") {
    const synth::interval_set some =
        synth::divisors_of(synth::int128{5'354'228'880}); // the least multiple of 1 to 24
    CHECK(some.contains(1));
    CHECK(some.interval_count() <= synth::interval_set::capacity);
}
