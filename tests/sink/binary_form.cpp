// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/sink/binary_form.hpp>

#include "forms_of.hpp"
#include "sample_values.hpp"

namespace {

using namespace synth;
using forms::binary;

TEST_CASE("an array has its dimension and element type and elements") {
    using numbers = std::vector<std::int16_t>;
    using optionals = std::vector<std::optional<std::int16_t>>;
    using texts = std::vector<std::string>;
    CHECK(binary<numbers>(numbers{}) == "00000000"
                                        "00000000"
                                        "00000015");
    CHECK(binary<numbers>(numbers{1, -1}) == "00000001"
                                             "00000000"
                                             "00000015"
                                             "00000002"
                                             "00000001"
                                             "00000002"
                                             "0001"
                                             "00000002"
                                             "ffff");
    CHECK(binary<optionals>(optionals{1}) == "00000001"
                                             "00000000"
                                             "00000015"
                                             "00000001"
                                             "00000001"
                                             "00000002"
                                             "0001");
    CHECK(binary<optionals>(optionals{std::nullopt}) == "00000001"
                                                        "00000001"
                                                        "00000015"
                                                        "00000001"
                                                        "00000001"
                                                        "ffffffff");
    CHECK(binary<texts>(texts{"ab", ""}) == "00000001"
                                            "00000000"
                                            "ffffffff"
                                            "00000002"
                                            "00000001"
                                            "00000002"
                                            "6162"
                                            "00000000");
    const std::array<bool, 1> flags{true};
    CHECK(binary<std::vector<bool>>(flags) == "00000001"
                                              "00000000"
                                              "00000010"
                                              "00000001"
                                              "00000001"
                                              "00000001"
                                              "01");
}

template<typename... Elements>
void check_sizes() {
    const auto check = []<typename Element>(std::optional<Element>) {
        using array = std::vector<std::optional<Element>>;
        static_assert(has_binary_form<Element> && has_binary_form<std::optional<array>>);
        for (const array& value : samples::values<array>(500)) {
            std::size_t size = value.empty() ? 12 : 20;
            for (const auto& element : value) {
                size += 4 + (element ? forms::written<binary_form<Element>>(as_view(*element)).size() : 0);
            }
            REQUIRE(forms::written<binary_form<array>>(as_view(value)).size() == size);
        }
    };
    (check(std::optional<Elements>{}), ...);
}

TEST_CASE("arrays of every scalar stay inside their bound") {
    check_sizes<bool, std::int16_t, std::int32_t, std::int64_t, float, double, decimal<12, 2>, decimal<50, 5>,
                std::string, bytes, date, time_of_day, time_of_day_tz, timestamp, timestamp_tz, interval,
                uuid, json, jsonb, inet, cidr, macaddr, macaddr8, bit_string, samples::mood>();
}

TEST_CASE("types that are no columns have no binary form") {
    CHECK_FALSE(has_binary_form<char>);
    CHECK_FALSE(has_binary_form<std::vector<std::vector<int>>>);
}

} // namespace
