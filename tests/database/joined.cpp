// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/joined.hpp>

TEST_CASE("separators stand between the texts only, also where one is empty") {
    const auto same = [](const std::string& text) { return text; };
    CHECK(synth::joined(std::vector<std::string>{}, ", ", same).empty());
    CHECK(synth::joined(std::vector<std::string>{"a"}, ", ", same) == "a");
    CHECK(synth::joined(std::vector<std::string>{"", "b", ""}, ", ", same) == ", b, ");
    CHECK(synth::joined(std::vector<int>{1, 2, 3}, " -> ",
                        [](int number) { return std::to_string(number); }) == "1 -> 2 -> 3");
}
