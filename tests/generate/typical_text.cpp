// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include <synth/generate/typical_text.hpp>

#include "law_test.hpp"

using namespace synth;
using law_test::plan_for;

namespace {

// The shortest and the longest of a thousand values.
template<typename Value>
std::pair<std::size_t, std::size_t> sizes(const column_plan& plan) {
    const typical<Value> law{plan};
    std::size_t least = ~std::size_t{0};
    std::size_t most = 0;
    for (std::uint64_t row = 0; row < 1'000; ++row) {
        draw cell = law_test::cell(row);
        const auto value = law(cell);
        const auto view = static_cast<view_of<Value>>(value);
        least = std::min(least, view.size());
        most = std::max(most, view.size());
    }
    return {least, most};
}

} // namespace

TEST_CASE("typical text keeps to the length of its column") {
    const auto [least, most] = sizes<std::string>(plan_for());
    CHECK((least >= 2 && most <= 60 && most > 35));
    for (const std::uint32_t length : {1U, 2U, 7U, 8U, 9U, 20U, 60U, 255U, 4'000U}) {
        CAPTURE(length);
        CHECK(sizes<std::string>(plan_for(length)).first >= 1);
        CHECK(sizes<std::string>(plan_for(length)).second <= length);
    }
    CHECK(sizes<std::string>(plan_for(3)) == std::pair<std::size_t, std::size_t>{1, 3});
}

TEST_CASE("typical text of a fixed length has it") {
    for (const std::uint32_t length : {1U, 2U, 20U, 255U, 256U, 1'000U, 65'536U}) {
        CAPTURE(length);
        CHECK(sizes<std::string>(plan_for(length, true)) ==
              std::pair<std::size_t, std::size_t>{length, length});
    }
    CHECK(law_test::refusal_by([] { return typical<std::string>{plan_for(65'537, true)}; }) ==
          "synth: shop.item: values of the fixed length 65537 are not made by type; give the column a "
          "generator");
}

TEST_CASE("typical bytes and bits keep to the length of their column") {
    using range = std::pair<std::size_t, std::size_t>;
    CHECK(sizes<bytes>(plan_for()) == range{4, 16});
    CHECK(sizes<bytes>(plan_for(2)) == range{2, 2});
    CHECK(sizes<bytes>(plan_for(10)) == range{4, 10});
    CHECK(sizes<bytes>(plan_for(32, true)) == range{32, 32});
    CHECK(sizes<bytes>(plan_for(300, true)) == range{300, 300});
    CHECK(sizes<bit_string>(plan_for()) == range{1, 16});
    CHECK(sizes<bit_string>(plan_for(3)) == range{1, 3});
    CHECK(sizes<bit_string>(plan_for(100, true)) == range{100, 100});
    CHECK(!law_test::refusal_by([] { return typical<bit_string>{plan_for(1'025, true)}; }).empty());
}

TEST_CASE("typical bytes take every value and typical bits both") {
    const typical<bytes> law{plan_for()};
    const typical<bit_string> bits{plan_for(128, true)};
    std::set<std::byte> seen;
    std::size_t ones = 0;
    for (std::uint64_t row = 0; row < 1'000; ++row) {
        draw cell = law_test::cell(row);
        const auto value = law(cell);
        const std::span<const std::byte> view = value;
        seen.insert(view.begin(), view.end());
        const auto digits = bits(cell);
        ones += static_cast<std::size_t>(std::count(digits.view().begin(), digits.view().end(), '1'));
    }
    CHECK(seen.size() == 256);
    CHECK((ones > 63'000 && ones < 65'000));
}

TEST_CASE("a typical document has a number and a word") {
    const typical<jsonb> law{plan_for()};
    draw cell = law_test::cell(0);
    const auto document = law(cell);
    const std::string_view text = document;
    CHECK(text.substr(0, 7) == "{\"id\": ");
    CHECK(text.substr(11, 10) == ", \"tag\": \"");
    CHECK(text.substr(text.size() - 2) == "\"}");
}
