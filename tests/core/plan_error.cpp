// SPDX-License-Identifier: BSL-1.0
#include <stdexcept>
#include <string_view>
#include <type_traits>

#include <doctest/doctest.h>

#include <synth/core/plan_error.hpp>

TEST_CASE("a plan error says who speaks") {
    const synth::plan_error error{"shop.total must not be negative; start at 0"};
    CHECK(std::string_view{error.what()} == "synth: shop.total must not be negative; start at 0");
}

TEST_CASE("a plan error is caught as a runtime error") {
    static_assert(std::is_base_of_v<std::runtime_error, synth::plan_error>);
    CHECK_THROWS_AS(throw synth::plan_error{"x"}, std::runtime_error);
}
