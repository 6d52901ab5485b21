// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include <synth/sink/text_form.hpp>

#include "forms_of.hpp"

namespace {

using namespace synth;
using forms::text;

TEST_CASE("a range shows its bounds, and which of them it holds") {
    using numbers = range<std::int32_t>;
    CHECK(text<numbers>(numbers::of(1, 5)) == "[1,5)");
    CHECK(text<numbers>({1, 5, false, true, false}) == "(1,5]");
    CHECK(text<numbers>({-7, {}, true, true, false}) == "[-7,)");
    CHECK(text<numbers>({{}, 5, true, false, false}) == "(,5)");
    CHECK(text<numbers>({}) == "(,)");
    CHECK(text<numbers>(numbers::nothing()) == "empty");
}

TEST_CASE("bounds with a blank stand in quotes") {
    CHECK(text<range<date>>(range<date>::of(date::of(2024, 2, 29), date::of(2024, 3, 1))) ==
          "[2024-02-29,2024-03-01)");
    CHECK(text<range<date>>(range<date>::of(date::of(-43, 3, 15), date::of(1, 1, 1))) ==
          "[\"0044-03-15 BC\",0001-01-01)");
    CHECK(text<range<timestamp>>({timestamp::of(date::of(2025, 1, 1)), {}, true, false, false}) ==
          "[\"2025-01-01 00:00:00\",)");
    CHECK(text<range<timestamp_tz>>(range<timestamp_tz>::of({0}, {1})) ==
          "[\"1970-01-01 00:00:00+00\",\"1970-01-01 00:00:00.000001+00\")");
    using money = decimal<12, 2>;
    CHECK(text<range<money>>(range<money>::of({-5}, {1'999})) == "[-0.05,19.99)");
}

TEST_CASE("a multirange shows its ranges") {
    using numbers = multirange<std::int32_t>;
    const numbers two{{range<std::int32_t>::of(1, 3), {7, {}, true, false, false}}};
    CHECK(text<numbers>(as_view(two)) == "{[1,3),[7,)}");
    CHECK(text<numbers>({}) == "{}");
}

TEST_CASE("ranges in arrays stand in quotes") {
    const std::vector<range<std::int32_t>> list{range<std::int32_t>::of(1, 3),
                                                range<std::int32_t>::nothing()};
    CHECK(text<std::vector<range<std::int32_t>>>(list) == "{\"[1,3)\",empty}");
    const std::vector<range<timestamp>> moments{{timestamp{}, {}, true, false, false}};
    CHECK(text<std::vector<range<timestamp>>>(moments) == R"x({"[\"1970-01-01 00:00:00\",)"})x");
    const std::vector<multirange<std::int32_t>> lists{{{range<std::int32_t>::of(1, 3)}}};
    CHECK(text<std::vector<multirange<std::int32_t>>>(lists) == "{\"{[1,3)}\"}");
}

} // namespace
