// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <set>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include <synth/core/plan_error.hpp>
#include <synth/dataset/dataset.hpp>
#include <synth/dataset/pair_rule.hpp>

namespace {

struct person {
    std::int64_t id{};
};
struct follower {
    std::int64_t who{};
    std::int64_t whom{};
};
struct town {
    std::string code;
};
struct road {
    std::string from;
    std::string to;
};
using society = synth::schema<person, follower, town, road>;

} // namespace

template<>
inline constexpr auto synth::table<follower> = synth::describe<follower>(
    synth::primary_key<&follower::who, &follower::whom>(), synth::references<&follower::who, &person::id>(),
    synth::references<&follower::whom, &person::id>(),
    synth::check("not_himself", synth::value<&follower::who> != synth::value<&follower::whom>));
template<>
inline constexpr auto synth::table<town> = synth::describe<town>(synth::primary_key<&town::code>());
template<>
inline constexpr auto synth::table<road> =
    synth::describe<road>(synth::primary_key<&road::from, &road::to>(),
                          synth::references<&road::from, &town::code>(),
                          synth::references<&road::to, &town::code>(),
                          synth::check("once", synth::value<&road::from> < synth::value<&road::to>));

TEST_CASE("all ordered pairs of different rows are made, each once") {
    const synth::dataset<society> data{synth::count<person>{20}, synth::count<follower>{380}};
    std::set<std::pair<std::int64_t, std::int64_t>> met;
    for (const follower& row : data.rows<follower>()) {
        CHECK(row.who != row.whom);
        met.emplace(row.who, row.whom);
    }
    CHECK(met.size() == 380);
}

TEST_CASE("of every two rows one pair is made, the lesser first, whatever their keys are") {
    const synth::dataset<society> data{synth::count<town>{21}, synth::count<road>{210}};
    std::set<std::pair<std::string, std::string>> met;
    for (const road& row : data.rows<road>()) {
        CHECK(row.from < row.to);
        met.emplace(row.from, row.to);
    }
    CHECK(met.size() == 210);
    CHECK(data.row<town>(*data.parent<&road::to>(17)).code == data.row<road>(17).to);
}

TEST_CASE("more pairs than there are are refused") {
    CHECK_THROWS_AS((synth::dataset<society>{synth::count<person>{20}, synth::count<follower>{381}}),
                    synth::plan_error);
}

TEST_CASE("each row meets half of the others, and all pairs are met") {
    for (const std::uint64_t rows : {1U, 2U, 3U, 8U, 9U}) {
        std::set<std::pair<std::uint64_t, std::uint64_t>> met;
        for (std::uint64_t own = 0; own < rows; ++own) {
            for (std::uint64_t place = 0; place < synth::partners_of(synth::pair_rule::ordered, rows);
                 ++place) {
                const std::uint64_t other = synth::partner_at(synth::pair_rule::ordered, own, place, rows);
                CHECK(other != own);
                CHECK(other < rows);
                met.insert(std::minmax(own, other));
            }
        }
        CHECK(met.size() == rows * ((rows - 1) / 2));
    }
}
