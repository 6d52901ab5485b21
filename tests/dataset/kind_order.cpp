// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <set>
#include <utility>

#include <doctest/doctest.h>

#include <synth/dataset/dataset.hpp>
#include <synth/dataset/kind_order.hpp>

#include "kinds.hpp"

TEST_CASE("each combination of kinds comes in turn") {
    const auto now = synth::plan_options<kinds::database>{}.now;
    const synth::kind_order<kinds::database, 11, 1> ages{now};
    const synth::kind_order<kinds::database, 11, 2> members{now};
    const auto kinds = synth::detail::kinds_of_column<kinds::database, 11, 1>(now).size();
    std::set<std::pair<std::uint64_t, std::uint64_t>> met;
    for (std::uint64_t row = 7; row < 7 + 2 * kinds; ++row) {
        met.emplace(ages.kind_of_row(row, kinds), members.kind_of_row(row, 2));
    }
    CHECK(met.size() == 2 * kinds);
}
