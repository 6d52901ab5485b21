// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <cstddef>

#include <doctest/doctest.h>

#include <synth/random/normal_table.hpp>

using synth::detail::normal_table;

TEST_CASE("the normal table falls from the last word of the tail to zero") {
    CHECK(normal_table.size() == 64 * 32 + 1);
    CHECK(normal_table.back() == 0);
    for (std::size_t index = 1; index < normal_table.size(); ++index) {
        CHECK(normal_table[index] < normal_table[index - 1]);
    }
}

TEST_CASE("each node of the normal table has the tail that its place says") {
    for (std::size_t index = 0; index < normal_table.size(); ++index) {
        const double tail =
            std::ldexp(32.0 + static_cast<double>(index % 32), static_cast<int>(index / 32) - 70);
        const double node = normal_table[index] * 0x1p-28;
        // A node is rounded to 2^-29, which changes its tail by that much times node + 1 / node at most.
        CHECK(std::abs(std::erfc(node / std::sqrt(2.0)) / 2 / tail - 1) < 0x1p-29 * (node + 2));
    }
}
