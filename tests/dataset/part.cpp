// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <initializer_list>
#include <limits>

#include <doctest/doctest.h>

#include <synth/dataset/part.hpp>

TEST_CASE("parts lie behind each other and make up the table") {
    for (const std::uint64_t rows : {0U, 1U, 5U, 16U, 17U, 1000U}) {
        for (const std::uint64_t parts : {1U, 2U, 7U, 40U}) {
            std::uint64_t end = 0;
            for (std::uint64_t index = 1; index <= parts; ++index) {
                const synth::part each{index, parts};
                CHECK(each.first(rows) == end);
                end = each.last(rows);
                CHECK(end - each.first(rows) <= rows / parts + 1);
                CHECK(each.begins() == (index == 1));
                CHECK(each.ends() == (index == parts));
            }
            CHECK(end == rows);
        }
    }
}

TEST_CASE("parts of a table of as many rows as 64 bits count do not overflow") {
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    static_assert(synth::part{1, 3}.first(most) == 0 && synth::part{3, 3}.last(most) == most);
    CHECK(synth::part{1, 3}.last(most) == most / 3);
    CHECK(synth::part{}.last(7) == 7);
}
