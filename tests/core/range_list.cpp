// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/core/range_list.hpp>

namespace {

using synth::number_range;
using synth::range_list;

TEST_CASE("ranges that touch are joined") {
    range_list list;
    CHECK(list.append({1, 3}));
    CHECK(list.append({4, 6}));
    CHECK(list.append({5, 5}));
    CHECK(list.append({8, 9}));
    CHECK(list.size() == 2);
    CHECK(list[0] == number_range{1, 6});
    CHECK(list[1] == number_range{8, 9});
}

TEST_CASE("the last range grows where there is no room for another, and says so") {
    range_list list;
    for (int low = 0; low < static_cast<int>(range_list::capacity); ++low) {
        CHECK(list.append({3 * low, 3 * low}));
    }
    const range_list before = list;
    CHECK(before == list);
    CHECK(!list.append({1'000, 1'001}));
    CHECK(list.size() == range_list::capacity);
    CHECK(list[list.size() - 1] == number_range{93, 1'001});
    CHECK(!(before == list));
}

TEST_CASE("ranges are kept by a condition") {
    range_list list;
    for (int low = 0; low < 10; ++low) {
        CHECK(list.append({3 * low, 3 * low}));
    }
    list.keep([](const number_range& each) { return each.low % 2 == 0; });
    CHECK(list.size() == 5);
    CHECK(list[4].low == 24);
}

} // namespace
