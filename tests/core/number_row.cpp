// SPDX-License-Identifier: BSL-1.0
#include <optional>

#include <doctest/doctest.h>

#include <synth/core/number_row.hpp>

namespace {

using synth::number_row;

TEST_CASE("a row has the numbers that leave its phase") {
    constexpr number_row row = number_row::of(5, -3);
    static_assert(row == number_row{5, 2});
    for (int number = -20; number <= 20; ++number) {
        CHECK(row.contains(number) == (((number - 2) % 5 + 5) % 5 == 0));
    }
}

TEST_CASE("two rows meet in the row of the numbers that are in both") {
    for (int left_step = 1; left_step <= 12; ++left_step) {
        for (int right_step = 1; right_step <= 12; ++right_step) {
            const number_row left = number_row::of(left_step, 7);
            const number_row right = number_row::of(right_step, left_step / 2);
            const std::optional<number_row> both = meet(left, right);
            for (int number = -150; number <= 150; ++number) {
                CHECK((both && both->contains(number)) == (left.contains(number) && right.contains(number)));
            }
        }
    }
}

TEST_CASE("rows of more than a million are not met by counting") {
    static_assert(countable(number_row{1, 0}, number_row{1'000'000'000, 0}));
    static_assert(countable(number_row{1'000, 0}, number_row{1'000'000, 0}));
    static_assert(!countable(number_row{2, 0}, number_row{1'000'001, 0}));
    static_assert(
        countable(number_row{1'000'000, 0}, number_row{3'600'000'000, 0})); // whole seconds and hours
    static_assert(meet(number_row{1'000'000, 0}, number_row{3'600'000'000, 0}) ==
                  number_row{3'600'000'000, 0});
    static_assert(!meet(number_row{1'000'000, 0}, number_row{3'600'000'000, 1}));
}

} // namespace
