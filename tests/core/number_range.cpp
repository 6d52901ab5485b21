// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/core/number_range.hpp>

TEST_CASE("a range is its bounds") {
    CHECK(synth::number_range{1, 5} == synth::number_range{1, 5});
    CHECK(synth::number_range{1, 5} != synth::number_range{1, 6});
}

TEST_CASE("sums of bounds that stand for none fit 128 bits") {
    static_assert(synth::no_lower_bound == -synth::no_upper_bound);
    constexpr synth::int128 sum =
        synth::no_upper_bound + synth::no_upper_bound + synth::no_upper_bound + synth::no_upper_bound;
    CHECK(sum > synth::no_upper_bound);
}
