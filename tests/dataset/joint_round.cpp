// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <set>
#include <utility>

#include <doctest/doctest.h>

#include <synth/dataset/dataset.hpp>
#include <synth/dataset/joint_round.hpp>

namespace {

struct team {
    std::int32_t id{};
};
struct stage {
    std::int32_t id{};
};
template<int Rows>
struct fixture { // each team plays once at home and once away in a stage, and not against itself
    std::int32_t stage_id{};
    std::int32_t home{};
    std::int32_t away{};
};
using few = fixture<120>;
using all = fixture<800>; // every team at home in every stage
struct relay {            // each runs beside its neighbours
    std::int32_t stage_id{};
    std::int32_t first{};
    std::int32_t second{};
    std::int32_t last{};
};
struct ride { // nothing tells its cars apart
    std::int32_t stage_id{};
    std::int32_t there{};
    std::int32_t back{};
};
using league = synth::schema<team, stage, few, all, ride, relay>;

template<typename Row>
constexpr auto describe_fixture(int rows) {
    return synth::describe<Row>(
        synth::named(rows == 800 ? "every_fixture" : "fixture"),
        synth::row_count(static_cast<unsigned>(rows)), synth::primary_key<&Row::stage_id, &Row::home>(),
        synth::unique<&Row::stage_id, &Row::away>(),
        synth::references<&Row::stage_id, &stage::id>(synth::even()),
        synth::references<&Row::home, &team::id>(), synth::references<&Row::away, &team::id>(),
        synth::check(synth::value<&Row::home> != synth::value<&Row::away>));
}

} // namespace

template<>
inline constexpr auto synth::table<team> = synth::describe<team>(synth::row_count(20));
template<>
inline constexpr auto synth::table<stage> = synth::describe<stage>(synth::row_count(40));
template<>
inline constexpr auto synth::table<few> = describe_fixture<few>(120);
template<>
inline constexpr auto synth::table<all> = describe_fixture<all>(800);
template<>
inline constexpr auto synth::table<ride> =
    synth::describe<ride>(synth::row_count(120), synth::primary_key<&ride::stage_id, &ride::there>(),
                          synth::unique<&ride::stage_id, &ride::back>(),
                          synth::references<&ride::stage_id, &stage::id>(synth::even()),
                          synth::references<&ride::there, &team::id>(),
                          synth::references<&ride::back, &team::id>());

template<>
inline constexpr auto synth::table<relay> = synth::describe<relay>(
    synth::row_count(120), synth::primary_key<&relay::stage_id, &relay::first>(),
    synth::unique<&relay::stage_id, &relay::second>(), synth::unique<&relay::stage_id, &relay::last>(),
    synth::references<&relay::stage_id, &stage::id>(synth::even()),
    synth::references<&relay::first, &team::id>(), synth::references<&relay::second, &team::id>(),
    synth::references<&relay::last, &team::id>(),
    synth::check(synth::value<&relay::first> != synth::value<&relay::second>),
    synth::check(synth::value<&relay::second> != synth::value<&relay::last>));

namespace {

template<typename Row>
void check_fixtures(const synth::dataset<league>& data) {
    std::set<std::pair<std::int32_t, std::int32_t>> home;
    std::set<std::pair<std::int32_t, std::int32_t>> away;
    std::uint64_t number = 0;
    for (const Row& each : data.rows<Row>()) {
        CHECK(each.home != each.away);
        CHECK(home.emplace(each.stage_id, each.home).second);
        CHECK(away.emplace(each.stage_id, each.away).second);
        CHECK(data.row_of<&Row::stage_id, &Row::home>(each.stage_id, each.home) == number);
        CHECK(data.row_of<&Row::stage_id, &Row::away>(each.stage_id, each.away) == number);
        ++number;
    }
}

} // namespace

TEST_CASE("keys whose parents a check tells apart go round one order of them") {
    CHECK(synth::joint_round_of<league, 2, 0>.places == 0);
    CHECK(synth::joint_round_of<league, 2, 1>.places == 1);
    CHECK(synth::joint_round_of<league, 2, 1>.leader == 0);
    CHECK(synth::joint_round_of<league, 4, 1>.leader == 1);
    const synth::dataset<league> data;
    check_fixtures<few>(data);
    check_fixtures<all>(data);
}

TEST_CASE("of three each is told from its neighbour in one order") {
    CHECK(synth::joint_round_of<league, 5, 2>.leader == 0);
    const synth::dataset<league> data;
    std::set<std::pair<std::int32_t, std::int32_t>> last;
    for (const relay& each : data.rows<relay>()) {
        CHECK(each.first != each.second);
        CHECK(each.second != each.last);
        CHECK(last.emplace(each.stage_id, each.last).second);
    }
}
