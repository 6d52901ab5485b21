// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/bound_dealt_kinds.hpp>

#include "kinds.hpp"

TEST_CASE("rows have the kinds in turn, from the least on") {
    const synth::dataset<kinds::database> data;
    std::set<std::string> first;
    for (std::uint64_t row = 0; row < 3; ++row) {
        first.insert(data.row<kinds::vehicle>(row).kind);
    }
    CHECK(first.size() == 3);
    for (std::uint64_t row = 3; row < 30; ++row) {
        CHECK(data.row<kinds::vehicle>(row).kind == data.row<kinds::vehicle>(row - 3).kind);
    }
}
