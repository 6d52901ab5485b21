// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <span>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/core/nearest.hpp>

using synth::edit_distance;
using synth::nearest;

TEST_CASE("the edit distance counts letters to insert or delete or replace") {
    static_assert(edit_distance("custmer", "customer") == 1);
    static_assert(edit_distance("kitten", "sitting") == 3);
    CHECK(edit_distance("", "") == 0);
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("abc", "") == 3);
    CHECK(edit_distance("same", "same") == 0);
    CHECK(edit_distance("ab", "ba") == 2);
    CHECK(edit_distance("flaw", "lawn") == 2);
    CHECK(edit_distance("abc", "xyz") == 3);
}

TEST_CASE("the edit distance is the same both ways") {
    constexpr std::array<std::string_view, 5> words{"id", "customer_id", "customers", "cust", "order_line"};
    for (const std::string_view left : words) {
        for (const std::string_view right : words) {
            CHECK(edit_distance(left, right) == edit_distance(right, left));
        }
    }
}

TEST_CASE("only the first 64 letters count") {
    const std::string base(64, 'x');
    CHECK(edit_distance(base + "abc", base) == 0);
    CHECK(edit_distance(std::string(200, 'a'), "") == 64);
}

TEST_CASE("the nearest name is found and among equals the first") {
    static constexpr std::array<std::string_view, 4> names{"id", "customer_id", "total", "placed_at"};
    static_assert(nearest("customer_idd", names) == "customer_id");
    CHECK(nearest("totl", names) == "total");
    CHECK(nearest("placed", names) == "placed_at");
    CHECK(nearest("", names) == "id");
    static constexpr std::array<std::string_view, 2> equals{"ab", "ac"};
    CHECK(nearest("ad", equals) == "ab");
    CHECK(nearest("id", std::span<const std::string_view>{}).empty());
}
