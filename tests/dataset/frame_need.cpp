// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>

#include <doctest/doctest.h>

#include <synth/dataset/frame_need.hpp>
#include <synth/schema/derived_value.hpp>
#include <synth/schema/entry.hpp>
#include <synth/schema/schema.hpp>

namespace {

struct order {
    std::int64_t id{};
    std::int32_t day{};
};
struct item {
    std::int64_t id{};
    std::int32_t price{};
};
struct line {
    std::int64_t order_id{};
    std::int64_t item_id{};
    std::int32_t quantity{};
    std::int32_t twice{};
    std::int32_t packed{};
    std::int32_t amount{};
};
struct note { // of an order or of none
    std::optional<std::int64_t> order_id;
    std::int32_t day{};
};
using shop = synth::schema<order, item, line, note>;

constexpr auto itself = [](std::int32_t number) { return number; };

} // namespace

template<>
inline constexpr auto synth::table<line> = synth::describe<line>(
    synth::references<&line::order_id, &order::id>(synth::even{}),
    synth::references<&line::item_id, &item::id>(),
    synth::column<&line::twice>(
        synth::derive<&line::quantity>([](std::int32_t number) { return 2 * number; })),
    synth::column<&line::packed>(synth::derive<synth::of_parent<&line::order_id, &order::day>>(itself)),
    synth::column<&line::amount>(synth::derive<synth::of_parent<&line::item_id, &item::price>>(itself)));
template<>
inline constexpr auto synth::table<note> = synth::describe<note>(
    synth::references<&note::order_id, &order::id>(synth::even{}),
    synth::column<&note::day>(synth::derive<synth::of_parent<&note::order_id, &order::day>>(
        [](std::optional<std::int32_t> day) { return day.value_or(0); })));

using synth::detail::frame_need;
using synth::detail::need_of_column;

TEST_CASE("a column of its own, or derived from such, needs the number of its row") {
    CHECK(need_of_column<shop, 2, 2>() == frame_need::row);
    CHECK(need_of_column<shop, 2, 3>() == frame_need::row);
    CHECK_FALSE(synth::is_derived_column<shop, 2, 2>);
    CHECK(synth::is_derived_column<shop, 2, 3>);
}

TEST_CASE("a column of the owner's row needs the owner, one of another parent all references") {
    CHECK(need_of_column<shop, 2, 4>() == frame_need::owner);
    CHECK(need_of_column<shop, 2, 5>() == frame_need::all);
    CHECK(need_of_column<shop, 2, 0>() == frame_need::all); // a reference itself
}

TEST_CASE("whether an owner is absent is known of a row that has been looked for") {
    CHECK(need_of_column<shop, 3, 1>() == frame_need::all);
}
