// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <set>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include <synth/dataset/pair_side.hpp>
#include <synth/generate/zipf.hpp>

#include "checked_tables.hpp"

namespace {

struct team {
    std::int32_t id{};
};
struct meeting {
    std::int32_t home{};
    std::int32_t guest{};
    std::string place;
};
struct goal { // names the meeting by both sides
    std::int32_t id{};
    std::int32_t home{};
    std::int32_t guest{};
    std::string place;
};
struct shop {
    std::int32_t city{};
    std::int32_t number{};
};
struct transport { // between cities
    std::int32_t from{};
    std::int32_t from_number{};
    std::int32_t into{};
    std::int32_t into_number{};
    std::string code;
};
struct stop {
    std::int32_t from{};
    std::int32_t into{};
    std::string code;
};
struct city {
    std::int32_t id{};
};
using league = synth::schema<team, meeting, goal>;
using cities = synth::schema<city, shop, transport, stop>;

} // namespace

template<>
inline constexpr auto synth::table<team> = synth::describe<team>(synth::row_count(3));
template<>
inline constexpr auto synth::table<meeting> = synth::describe<meeting>(
    synth::row_count(500), synth::primary_key<&meeting::place>(),
    synth::unique<&meeting::home, &meeting::guest, &meeting::place>(),
    synth::references<&meeting::home, &team::id>(synth::zipf(1.0)),
    synth::references<&meeting::guest, &team::id>(),
    synth::check("two", synth::value<&meeting::home> != synth::value<&meeting::guest>));
template<>
inline constexpr auto synth::table<goal> = synth::describe<goal>(
    synth::row_count(700),
    synth::references<synth::columns<&goal::home, &goal::guest, &goal::place>,
                      synth::columns<&meeting::home, &meeting::guest, &meeting::place>>());

template<>
inline constexpr auto synth::table<city> = synth::describe<city>(synth::row_count(3));
template<>
inline constexpr auto synth::table<shop> =
    synth::describe<shop>(synth::row_count(30), synth::primary_key<&shop::city, &shop::number>(),
                          synth::references<&shop::city, &city::id>());
template<>
inline constexpr auto synth::table<transport> = synth::describe<transport>(
    synth::row_count(300), synth::primary_key<&transport::code>(),
    synth::unique<&transport::from, &transport::into, &transport::code>(),
    synth::references<synth::columns<&transport::from, &transport::from_number>,
                      synth::columns<&shop::city, &shop::number>>(),
    synth::references<synth::columns<&transport::into, &transport::into_number>,
                      synth::columns<&shop::city, &shop::number>>(),
    synth::check("other city", synth::value<&transport::from> != synth::value<&transport::into>));
template<>
inline constexpr auto synth::table<stop> = synth::describe<stop>(
    synth::row_count(300),
    synth::references<synth::columns<&stop::from, &stop::into, &stop::code>,
                      synth::columns<&transport::from, &transport::into, &transport::code>>());

TEST_CASE("sides of which a part is set apart differ in that part") {
    const synth::dataset<cities> data;
    static_assert(!synth::may_redraw<cities, 1>() && !synth::may_redraw<cities, 2>());
    for (const transport& each : data.rows<transport>()) {
        CHECK(each.from != each.into);
    }
    for (const stop& each : data.rows<stop>()) {
        CHECK(each.from != each.into);
    }
}

TEST_CASE("sides that a check sets apart are so for those who repeat them") {
    const synth::dataset<league> data;
    static_assert(!synth::may_redraw<league, 0>() && !synth::may_redraw<league, 1>());
    std::set<std::pair<std::int32_t, std::int32_t>> met;
    for (const meeting& each : data.rows<meeting>()) {
        CHECK(each.home != each.guest);
        met.emplace(each.home, each.guest);
    }
    CHECK(met.size() == 6);
    for (const goal& each : data.rows<goal>()) {
        CHECK(each.home != each.guest);
    }
}

TEST_CASE("only a reference that nothing depends on may be drawn again") {
    // of sale to its buyer, of game to both sides
    static_assert(synth::may_redraw<checked::database, 0>());
    static_assert(synth::may_redraw<checked::database, 2>());
    static_assert(synth::may_redraw<checked::database, 3>());
}

TEST_CASE("a parent that is drawn again is the one that the row then shows") {
    const synth::dataset<checked::database> data;
    synth::row_frame<checked::database, 2> frame;
    data.seek<2>(frame, 5);
    const std::uint64_t before = frame.parents[1];
    data.maps().redraw<2, 3>(frame, 1);
    const std::uint64_t first = frame.parents[1];
    data.maps().redraw<2, 3>(frame, 2);
    CHECK((first != before || frame.parents[1] != before));
    data.maps().redraw<2, 3>(frame, 1);
    CHECK(frame.parents[1] == first);
}
