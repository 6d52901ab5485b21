// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/schema/column_type.hpp>

namespace {

enum class mood { sad, ok };
enum class colour { red };
enum class unknown { something };

} // namespace

template<>
inline constexpr auto synth::labels<mood> = std::to_array<std::string_view>({"sad", "ok"});
template<>
inline constexpr std::string_view synth::enumeration_name<mood> = "mood";
template<>
inline constexpr auto synth::labels<colour> = std::to_array<std::string_view>({"red"});

namespace {

using namespace synth;

template<typename... Types>
constexpr bool all_columns = (column_type<Types> && ...) && (column_type<std::optional<Types>> && ...) &&
                             (column_type<std::vector<Types>> && ...) &&
                             (column_type<std::optional<std::vector<std::optional<Types>>>> && ...);

template<typename... Types>
constexpr bool no_columns = !(column_type<Types> || ...);

TEST_CASE("every type that a database column can have is a column type") {
    static_assert(all_columns<bool, std::int16_t, std::int32_t, std::int64_t, float, double, decimal<12, 2>,
                              decimal<1000, -1000>, std::string, bytes, date, time_of_day, time_of_day_tz,
                              timestamp, timestamp_tz, interval, uuid, json, jsonb, inet, cidr, macaddr,
                              macaddr8, bit_string, mood>);
    static_assert(
        no_columns<void, char, unsigned, const char*, std::string_view, std::byte, unknown, long double,
                   std::optional<std::optional<int>>, std::vector<std::vector<int>>, std::array<int, 2>>);
    CHECK(nullable<std::optional<int>>);
    CHECK_FALSE(nullable<int>);
}

TEST_CASE("a view does not own its value") {
    static_assert(std::same_as<view_of<std::string>, std::string_view>);
    static_assert(std::same_as<view_of<std::optional<jsonb>>, std::string_view>);
    static_assert(std::same_as<view_of<bit_string>, std::string_view>);
    static_assert(std::same_as<view_of<bytes>, std::span<const std::byte>>);
    static_assert(std::same_as<view_of<std::vector<bytes>>, std::span<const bytes>>);
    static_assert(
        std::same_as<view_of<std::vector<std::optional<int>>>, std::span<const std::optional<int>>>);
    static_assert(std::same_as<view_of<std::optional<date>>, date>);
    static_assert(std::same_as<element_of<std::vector<std::optional<int>>>, std::optional<int>>);
    static_assert(std::same_as<element_of<bytes>, void>);

    CHECK(from_view<std::string>(as_view(std::string{"text"})) == "text");
    CHECK(from_view<json>("[1]").text == "[1]");
    CHECK(from_view<bit_string>("101").digits == "101");
    const bytes three(3, std::byte{7});
    CHECK(from_view<bytes>(as_view(three)) == three);
    const std::vector<std::int32_t> numbers{1, 2};
    CHECK(from_view<std::vector<std::int32_t>>(as_view(numbers)) == numbers);
    CHECK(from_view<date>(date{3}) == date{3});
    const std::array<bool, 2> flags{true, false};
    CHECK(from_view<std::vector<bool>>(flags) == std::vector<bool>{true, false});
}

TEST_CASE("a type is named as PostgreSQL names it") {
    static_assert(sql_type_name<std::int64_t>() == "bigint");
    static_assert(sql_type_name<std::optional<std::int64_t>>() == "bigint");
    static_assert(sql_type_name<decimal<12, 2>>() == "numeric(12,2)");
    static_assert(sql_type_name<decimal<1000, -1000>>() == "numeric(1000,-1000)");
    static_assert(sql_type_name<std::vector<std::optional<decimal<12, 2>>>>() == "numeric(12,2)[]");
    static_assert(sql_type_name<mood>() == "mood");
    static_assert(sql_type_name<std::vector<mood>>() == "mood[]");
    static_assert(sql_type_name<colour>() == "text");
    CHECK(sql_type_name<timestamp_tz>() == "timestamptz");
    CHECK(sql_type_oid<std::optional<bool>> == 16);
    CHECK(sql_type_oid<jsonb> == 3802);
    CHECK(sql_type_oid<mood> == 0);
    CHECK(sql_type_oid<std::vector<bool>> == 0);
}

} // namespace
