// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/dataset/degree_law.hpp>
#include <synth/dataset/derived_circles.hpp>
#include <synth/schema/derived_value.hpp>
#include <synth/schema/entry.hpp>
#include <synth/schema/schema.hpp>

namespace {

constexpr auto one_more = [](std::int32_t number) { return number + 1; };

struct chain {
    std::int32_t first{};
    std::int32_t second{};
    std::int32_t third{};
};
struct ring {
    std::int32_t id{};
    std::int32_t first{};
    std::int32_t second{};
    std::int32_t third{};
};
struct parent { // of whose children a column is made from it
    std::int32_t id{};
    std::int64_t sum{};
};
struct child {
    std::int32_t parent_id{};
    std::int64_t part{};
};

} // namespace

template<>
inline constexpr auto synth::table<chain> =
    synth::describe<chain>(synth::column<&chain::second>(synth::derive<&chain::first>(one_more)),
                           synth::column<&chain::third>(synth::derive<&chain::second>(one_more)));
template<>
inline constexpr auto synth::table<ring> =
    synth::describe<ring>(synth::column<&ring::first>(synth::derive<&ring::third>(one_more)),
                          synth::column<&ring::second>(synth::derive<&ring::first>(one_more)),
                          synth::column<&ring::third>(synth::derive<&ring::second>(one_more)));
template<>
inline constexpr auto synth::table<parent> =
    synth::describe<parent>(synth::column<&parent::sum>(synth::sum_of<&child::parent_id, &child::part>()));
template<>
inline constexpr auto synth::table<child> = synth::describe<child>(
    synth::references<&child::parent_id, &parent::id>(synth::even{}),
    synth::column<&child::part>(synth::derive<synth::of_parent<&child::parent_id, &parent::sum>>(
        [](std::int64_t sum) { return sum; })));

TEST_CASE("a chain of derived columns is none") {
    CHECK_FALSE(synth::detail::derived_circles<synth::schema<chain>>::exist());
}

TEST_CASE("columns that need each other in the end form a circle") {
    CHECK(synth::detail::derived_circles<synth::schema<ring>>::exist());
}

TEST_CASE("a circle may go through a parent and its children") {
    CHECK(synth::detail::derived_circles<synth::schema<parent, child>>::exist());
}
