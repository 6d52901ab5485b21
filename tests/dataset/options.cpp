// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/dataset/options.hpp>

#include "shop.hpp"

TEST_CASE("options begin with what the descriptions say") {
    constexpr synth::plan_options<shop::database> options;
    static_assert(options.rows == std::array<std::uint64_t, 4>{1'000, 500, 2'000, 300});
    static_assert(options.seed == 1);
    CHECK(options.now == synth::timestamp::of(synth::date::of(2025, 1, 1), synth::time_of_day{}));
}

TEST_CASE("each option changes its part of the plan") {
    synth::plan_options<shop::database> options;
    options.apply(synth::seed{7});
    options.apply(synth::count<shop::order>{5});
    options.apply(synth::now{synth::timestamp{1}});
    CHECK(options.seed == 7);
    CHECK(options.rows == std::array<std::uint64_t, 4>{1'000, 5, 2'000, 300});
    CHECK(options.now == synth::timestamp{1});
}
