// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <set>
#include <string>
#include <tuple>

#include <doctest/doctest.h>

#include <synth/dataset/joint_redraw.hpp>

#include "properties.hpp"

namespace {

struct flight {
    std::int32_t id{};
};
struct seat { // a key of two columns of few values, of which a check reads both
    std::int32_t flight_id{};
    std::string deck;
    std::string letter;
};
struct player {
    std::int32_t id{};
};
struct trio { // three players, each another
    std::int32_t a{};
    std::int32_t b{};
    std::int32_t c{};
};
struct shade { // of the whole table
    std::int16_t red{};
    std::int16_t blue{};
    std::int32_t name{};
};
struct cabin { // others repeat its key
    std::int32_t flight_id{};
    std::string deck;
    std::string letter;
};
struct guest {
    std::int32_t id{};
    std::int32_t flight_id{};
    std::string deck;
    std::string letter;
};
using database = synth::schema<flight, seat, player, trio, shade>;
using cabins = synth::schema<flight, cabin, guest>;

} // namespace

template<>
inline constexpr auto synth::table<flight> = synth::describe<flight>(synth::row_count(7));
template<>
inline constexpr auto synth::table<seat> = synth::describe<seat>(
    synth::row_count(30), synth::primary_key<&seat::flight_id, &seat::deck, &seat::letter>(),
    synth::references<&seat::flight_id, &flight::id>(),
    synth::check("decks", synth::sql::in(synth::value<&seat::deck>, "low", "main", "top")),
    synth::check("letters", synth::sql::in(synth::value<&seat::letter>, "A", "B", "C", "D", "E", "F")),
    synth::check("narrow", synth::value<&seat::deck> != "top" ||
                               synth::sql::in(synth::value<&seat::letter>, "A", "B")));
template<>
inline constexpr auto synth::table<player> = synth::describe<player>(synth::row_count(9));
template<>
inline constexpr auto synth::table<trio> =
    synth::describe<trio>(synth::row_count(100), synth::primary_key<&trio::a, &trio::b, &trio::c>(),
                          synth::references<&trio::a, &player::id>(),
                          synth::references<&trio::b, &player::id>(),
                          synth::references<&trio::c, &player::id>(),
                          synth::check("others", synth::value<&trio::a> != synth::value<&trio::b> &&
                                                     synth::value<&trio::b> != synth::value<&trio::c> &&
                                                     synth::value<&trio::a> != synth::value<&trio::c>));
template<>
inline constexpr auto synth::table<shade> = synth::describe<shade>(
    synth::row_count(60), synth::primary_key<&shade::red, &shade::blue>(),
    synth::check("few", synth::sql::between(synth::value<&shade::red>, 1, 20) &&
                            synth::sql::between(synth::value<&shade::blue>, 1, 20)),
    synth::check("light", synth::value<&shade::red> + synth::value<&shade::blue> > 15));
template<>
inline constexpr auto synth::table<cabin> = synth::describe<cabin>(
    synth::row_count(40), synth::primary_key<&cabin::flight_id, &cabin::deck, &cabin::letter>(),
    synth::references<&cabin::flight_id, &flight::id>(),
    synth::check("decks", synth::sql::in(synth::value<&cabin::deck>, "low", "main", "top")),
    synth::check("letters", synth::sql::in(synth::value<&cabin::letter>, "A", "B")),
    synth::check("narrow", synth::value<&cabin::deck> != "top" || synth::value<&cabin::letter> != "B"));
template<>
inline constexpr auto synth::table<guest> = synth::describe<guest>(
    synth::references<synth::columns<&guest::flight_id, &guest::deck, &guest::letter>,
                      synth::columns<&cabin::flight_id, &cabin::deck, &cabin::letter>>());

TEST_CASE("places of rows in all attempts are their own") {
    std::set<std::uint64_t> places;
    for (std::uint64_t row = 0; row < 3; ++row) {
        for (std::uint32_t attempt = 0; attempt < 3; ++attempt) {
            places.insert(synth::place_of_attempt(row, 3, 10, attempt));
        }
        CHECK(synth::place_of_attempt(row, 3, 10, 3) == row);
        CHECK(synth::place_of_attempt(row, 3, 3, 7) == row);
    }
    CHECK(places.size() == 9);
    CHECK(*places.rbegin() == 8);
}

TEST_CASE("keys of several parts are given anew where a check over them fails") {
    static_assert(synth::is_redrawn_joint<database, 1, 0>());
    static_assert(synth::is_redrawn_joint<database, 3, 0>());
    static_assert(synth::is_redrawn_joint<database, 4, 0>());
    for (const std::string& each : properties::checker<database>{synth::plan_options<database>{}}.run()) {
        FAIL_CHECK(each);
    }
    const synth::dataset<database> data;
    for (const std::string& each : properties::check_members<&seat::deck, &seat::letter, &trio::a, &trio::b,
                                                             &trio::c, &shade::red, &shade::blue>(data)) {
        FAIL_CHECK(each);
    }
    std::set<std::tuple<std::int32_t, std::string, std::string>> seats;
    for (const seat& each : data.rows<seat>()) {
        seats.emplace(each.flight_id, each.deck, each.letter);
        CHECK((each.deck != "top" || each.letter < "C"));
    }
    CHECK(seats.size() == 30);
    std::set<std::tuple<std::int32_t, std::int32_t, std::int32_t>> trios;
    for (const trio& each : data.rows<trio>()) {
        trios.emplace(each.a, each.b, each.c);
        CHECK(std::set{each.a, each.b, each.c}.size() == 3);
    }
    CHECK(trios.size() == 100);
    for (const shade& each : data.rows<shade>()) {
        CHECK(each.red + each.blue > 15);
    }
}

TEST_CASE("the row of a key that was given anew is found") {
    const synth::dataset<database> data;
    for (std::uint64_t row = 0; row < data.size<seat>(); ++row) {
        const seat each = data.row<seat>(row);
        CHECK(data.row_of<&seat::flight_id, &seat::deck, &seat::letter>(each.flight_id, each.deck,
                                                                        each.letter) == row);
    }
    for (std::uint64_t row = 0; row < data.size<trio>(); ++row) {
        const trio each = data.row<trio>(row);
        CHECK(data.row_of<&trio::a, &trio::b, &trio::c>(each.a, each.b, each.c) == row);
    }
    for (std::uint64_t row = 0; row < data.size<shade>(); ++row) {
        const shade each = data.row<shade>(row);
        CHECK(data.row_of<&shade::red, &shade::blue>(each.red, each.blue) == row);
    }
    CHECK_FALSE(data.row_of<&shade::red, &shade::blue>(1, 2));
}

TEST_CASE("what other tables repeat stays") {
    static_assert(!synth::is_redrawn_joint<cabins, 1, 0>());
    CHECK_THROWS_AS(static_cast<void>(synth::dataset<cabins>{}.collect<cabin>()), synth::plan_error);
}
