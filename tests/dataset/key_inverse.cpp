// SPDX-License-Identifier: BSL-1.0
// Every key of every schema in these tests, and in the random ones, is looked up in properties.hpp.
#include <cstdint>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/children_zipf.hpp>
#include <synth/dataset/dataset.hpp>
#include <synth/dataset/key_inverse.hpp>
#include <synth/generate/nulls.hpp>

#include "../schema/tpcc.hpp"
#include "kinds.hpp"
#include "properties.hpp"
#include "shapes.hpp"

namespace {

struct person {
    std::int64_t id{};
    std::optional<std::string> badge;
};
struct follower { // a <> b
    std::int64_t who{};
    std::int64_t whom{};
};
struct road { // a < b: the sides change places
    std::int64_t from{};
    std::int64_t to{};
};
struct realm {
    std::int32_t id{};
};
struct league {
    std::int32_t id{};
};
struct team { // dealt to the realms
    std::int32_t realm_id{};
    std::int32_t league_id{};
    std::int32_t number{};
};
struct game { // a pair within a realm, each once
    std::int32_t realm_id{};
    std::int32_t home{};
    std::int32_t guest{};
};
struct profile { // one to one, and optional
    std::optional<std::int64_t> person_id;
};
struct album { // a narrower integer than its owner's
    std::int32_t person_id{};
    std::int16_t number{};
};
using society = synth::schema<person, follower, road, realm, league, team, game, profile, album>;

struct shelf {
    std::int64_t id{};
};
struct book {
    std::int64_t shelf_id{};
    std::int64_t number{};
};
struct page {
    std::int64_t shelf_id{};
    std::int64_t book_number{};
    std::int64_t number{};
};
using library = synth::schema<shelf, book, page>;

} // namespace

template<>
inline constexpr auto synth::table<person> =
    synth::describe<person>(synth::row_count(21), synth::unique<&person::badge>());
template<>
inline constexpr auto synth::table<follower> = synth::describe<follower>(
    synth::row_count(150), synth::primary_key<&follower::who, &follower::whom>(),
    synth::references<&follower::who, &person::id>(), synth::references<&follower::whom, &person::id>(),
    synth::check("not_himself", synth::value<&follower::who> != synth::value<&follower::whom>));
template<>
inline constexpr auto synth::table<road> =
    synth::describe<road>(synth::row_count(150), synth::primary_key<&road::from, &road::to>(),
                          synth::references<&road::from, &person::id>(),
                          synth::references<&road::to, &person::id>(),
                          synth::check("once", synth::value<&road::from> < synth::value<&road::to>));
template<>
inline constexpr auto synth::table<realm> = synth::describe<realm>(synth::row_count(5));
template<>
inline constexpr auto synth::table<league> = synth::describe<league>(synth::row_count(3));
template<>
inline constexpr auto synth::table<team> =
    synth::describe<team>(synth::row_count(35), synth::primary_key<&team::realm_id, &team::number>(),
                          synth::unique<&team::number>(), synth::references<&team::realm_id, &realm::id>(),
                          synth::references<&team::league_id, &league::id>(synth::even()));
template<>
inline constexpr auto synth::table<game> =
    synth::describe<game>(synth::row_count(70),
                          synth::primary_key<&game::realm_id, &game::home, &game::guest>(),
                          synth::references<synth::columns<&game::realm_id, &game::home>,
                                            synth::columns<&team::realm_id, &team::number>>(),
                          synth::references<synth::columns<&game::realm_id, &game::guest>,
                                            synth::columns<&team::realm_id, &team::number>>(),
                          synth::check("once", synth::value<&game::home> > synth::value<&game::guest>));
template<>
inline constexpr auto synth::table<profile> =
    synth::describe<profile>(synth::row_count(15), synth::unique<&profile::person_id>(),
                             synth::references<&profile::person_id, &person::id>(synth::nulls(0.3)));
template<>
inline constexpr auto synth::table<album> =
    synth::describe<album>(synth::row_count(100), synth::primary_key<&album::person_id, &album::number>(),
                           synth::references<&album::person_id, &person::id>());
template<>
inline constexpr auto synth::table<book> =
    synth::describe<book>(synth::primary_key<&book::shelf_id, &book::number>(),
                          synth::references<&book::shelf_id, &shelf::id>(synth::children_zipf(1.1)));
template<>
inline constexpr auto synth::table<page> = synth::describe<page>(
    synth::primary_key<&page::shelf_id, &page::book_number, &page::number>(),
    synth::references<synth::columns<&page::shelf_id, &page::book_number>,
                      synth::columns<&book::shelf_id, &book::number>>(synth::children_between(1, 400)));

namespace {

template<typename Schema>
void check_all() {
    for (const std::string& each : properties::checker<Schema>{synth::plan_options<Schema>{}}.run()) {
        FAIL_CHECK(each);
    }
}

} // namespace

TEST_CASE("every key of pairs, dealt and one-to-one rows leads back to its row") { check_all<society>(); }

TEST_CASE("every key of rows that are selected by their kind leads back to its row") {
    check_all<kinds::database>();
}

TEST_CASE("every key of rows that choose among their own descendants leads back to its row") {
    check_all<shapes::choices_of_row>();
}

TEST_CASE("every key of rows that choose within their group, each once, leads back to its row") {
    check_all<shapes::seats>();
}

TEST_CASE("the columns of a key are named in any order") {
    const synth::dataset<tpcc::database> data;
    using tpcc::order_line;
    for (std::uint64_t row = 0; row < data.size<order_line>(); row += 7) {
        const auto one = data.row<order_line>(row);
        CHECK(data.row_of<&order_line::ol_w_id, &order_line::ol_d_id, &order_line::ol_o_id,
                          &order_line::ol_number>(one.ol_w_id, one.ol_d_id, one.ol_o_id, one.ol_number) ==
              row);
        CHECK(data.row_of<&order_line::ol_number, &order_line::ol_o_id, &order_line::ol_d_id,
                          &order_line::ol_w_id>(one.ol_number, one.ol_o_id, one.ol_d_id, one.ol_w_id) == row);
        CHECK_FALSE(data.row_of<&order_line::ol_number, &order_line::ol_o_id, &order_line::ol_d_id,
                                &order_line::ol_w_id>(0, one.ol_o_id, one.ol_d_id, one.ol_w_id));
        CHECK_FALSE(data.row_of<&order_line::ol_number, &order_line::ol_o_id, &order_line::ol_d_id,
                                &order_line::ol_w_id>(one.ol_number, one.ol_o_id, one.ol_d_id, 12'345));
    }
}

TEST_CASE("more columns than a key has must agree as well") {
    const synth::dataset<society> data;
    const team one = data.row<team>(8);
    CHECK(data.row_of<&team::number, &team::league_id>(one.number, one.league_id) == 8);
    CHECK_FALSE(data.row_of<&team::number, &team::league_id>(one.number, one.league_id + 1));
}

TEST_CASE("a value that another row has, or none, finds nothing") {
    const synth::dataset<society> data;
    CHECK_FALSE(data.row_of<&follower::who, &follower::whom>(3, 3));
    CHECK_FALSE(data.row_of<&follower::who, &follower::whom>(0, 1));
    CHECK_FALSE(data.row_of<&follower::who, &follower::whom>(1, 22));
    CHECK_FALSE(data.row_of<&album::person_id, &album::number>(1, -1));
    CHECK_FALSE(data.row_of<&album::person_id, &album::number>(1, 32'767));
    CHECK_FALSE(data.row_of<&album::person_id, &album::number>(-5, 1));
    std::size_t found = 0;
    for (std::int64_t id = -1; id < 25; ++id) { // those without a profile, and those whose row is NULL
        const auto row = data.row_of<&profile::person_id>(id);
        found += row ? 1U : 0U;
        CHECK((!row || data.row<profile>(*row).person_id == id));
    }
    std::size_t present = 0;
    for (const profile& each : data.rows<profile>()) {
        present += each.person_id ? 1U : 0U;
    }
    CHECK(found == present);
    CHECK(found < 15);
}

TEST_CASE("a key of a million million rows is found as any other") {
    constexpr std::uint64_t million_million = 1'000'000'000'000;
    const synth::dataset<library> data{synth::count<shelf>{1'000'000},
                                       synth::count<book>{million_million / 100},
                                       synth::count<page>{million_million}};
    for (std::uint64_t index = 1; index < 40; ++index) {
        const std::uint64_t row = index * 0x9e3779b97f4a7c15U % million_million;
        const page one = data.row<page>(row);
        CHECK(data.row_of<&page::shelf_id, &page::book_number, &page::number>(one.shelf_id, one.book_number,
                                                                              one.number) == row);
        CHECK_FALSE(data.row_of<&page::shelf_id, &page::book_number, &page::number>(
            one.shelf_id, one.book_number, one.number + 400));
    }
}
