// SPDX-License-Identifier: BSL-1.0
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <synth/generate/inline_array.hpp>

TEST_CASE("an inline array shows what was appended") {
    synth::inline_array<std::optional<std::string>, 3> array;
    CHECK(array.size() == 0);
    array.append("one");
    array.append(std::nullopt);
    const std::span<const std::optional<std::string>> view = array;
    REQUIRE(view.size() == 2);
    CHECK(view[0] == "one");
    CHECK(!view[1].has_value());
}
