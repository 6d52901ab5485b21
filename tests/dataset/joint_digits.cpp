// SPDX-License-Identifier: BSL-1.0
// That every row is found again is checked in properties.hpp.
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

#include <doctest/doctest.h>

#include <synth/dataset/joint_digits.hpp>

#include "joint_tables.hpp"

namespace {

using maps_type = std::remove_cvref_t<decltype(std::declval<synth::dataset<joint::database>>().maps())>;
constexpr std::size_t translation = joint::database::index_or_none<joint::translation>();
constexpr std::size_t price = joint::database::index_or_none<joint::price>();

} // namespace

TEST_CASE("digits lead to the row of an owner that has them") {
    const synth::dataset<joint::database> data;
    const auto& state = data.state<translation>();
    for (std::uint64_t row = 0; row < state.rows(); ++row) {
        const synth::owned_range owner = state.owner_of(row);
        const synth::joint_digits<joint::database, translation, 0, maps_type> digits{data.maps(), owner};
        const auto one = data.row<joint::translation>(row);
        const auto digit = digits.digit_of_value<0>(std::string_view{one.language});
        CHECK(digit.has_value());
        const auto number = digits.number([&](auto) { return digit; });
        CHECK(number == digit);
        CHECK(digits.row(number.value_or(1'000)) == row);
    }
}

TEST_CASE("a value or a parent that the key cannot have has no digit") {
    const synth::dataset<joint::database> data;
    const synth::joint_digits<joint::database, translation, 0, maps_type> digits{
        data.maps(), data.state<translation>().owner_of(0)};
    CHECK_FALSE(digits.digit_of_value<0>(std::string_view{"two"}));
    CHECK_FALSE(digits.number([](auto) { return std::optional<std::uint64_t>{}; }));
    CHECK_FALSE(digits.number([](auto) { return std::optional<std::uint64_t>{1'000'000}; }));
    // 36 languages, and nine rows of one product at most: most combinations belong to no row.
    std::uint64_t rows = 0;
    for (std::uint64_t number = 0; number < 36; ++number) {
        rows += digits.row(number) ? 1U : 0U;
    }
    CHECK(rows == data.state<translation>().owner_of(0).size());
}

TEST_CASE("the first digit counts least") {
    const synth::dataset<joint::database> data;
    const synth::joint_digits<joint::database, price, 0, maps_type> digits{data.maps(),
                                                                           data.state<price>().owner_of(0)};
    const auto number = [&](std::uint64_t first, std::uint64_t second) {
        return digits.number([&]<std::size_t Digit>(std::integral_constant<std::size_t, Digit>) {
            return std::optional{Digit == 0 ? first : second};
        });
    };
    CHECK(number(0, 0) == 0);
    CHECK(number(2, 0) == 2);
    CHECK(number(0, 1) == 3); // behind three moods
    CHECK(number(2, 8) == 26);
    CHECK_FALSE(number(3, 0));
    CHECK_FALSE(number(0, 9));
}
