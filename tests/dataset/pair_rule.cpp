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
                CHECK(synth::partner_place(synth::pair_rule::ordered, own, other, rows) == place);
                met.insert(std::minmax(own, other));
            }
        }
        CHECK(met.size() == rows * ((rows - 1) / 2));
        CHECK(synth::partner_place(synth::pair_rule::differ, 0, 0, rows) == rows - 1); // none
    }
}

namespace {

struct realm {
    std::int32_t id{};
};
struct role {
    std::int32_t realm_id{};
    std::string name;
};
struct inherits { // a pair of roles of one realm
    std::int32_t realm_id{};
    std::string role_name;
    std::string parent_name;
};
struct team { // its rows belong to something else, so realms are dealt
    std::int32_t realm_id{};
    std::int32_t league_id{};
    std::int32_t number{};
};
struct league {
    std::int32_t id{};
};
struct game { // each pair of teams of a realm once
    std::int32_t realm_id{};
    std::int32_t home{};
    std::int32_t guest{};
};
using realms = synth::schema<realm, role, inherits, league, team, game>;

} // namespace

template<>
inline constexpr auto synth::table<role> = synth::describe<role>(
    synth::primary_key<&role::realm_id, &role::name>(), synth::references<&role::realm_id, &realm::id>());
template<>
inline constexpr auto synth::table<inherits> = synth::describe<inherits>(
    synth::primary_key<&inherits::realm_id, &inherits::role_name, &inherits::parent_name>(),
    synth::references<synth::columns<&inherits::realm_id, &inherits::role_name>,
                      synth::columns<&role::realm_id, &role::name>>(),
    synth::references<synth::columns<&inherits::realm_id, &inherits::parent_name>,
                      synth::columns<&role::realm_id, &role::name>>(),
    synth::check("not_itself", synth::value<&inherits::role_name> != synth::value<&inherits::parent_name>));
template<>
inline constexpr auto synth::table<team> =
    synth::describe<team>(synth::primary_key<&team::realm_id, &team::number>(),
                          synth::unique<&team::number>(), synth::references<&team::realm_id, &realm::id>(),
                          synth::references<&team::league_id, &league::id>(synth::even()));
template<>
inline constexpr auto synth::table<game> =
    synth::describe<game>(synth::primary_key<&game::realm_id, &game::home, &game::guest>(),
                          synth::references<synth::columns<&game::realm_id, &game::home>,
                                            synth::columns<&team::realm_id, &team::number>>(),
                          synth::references<synth::columns<&game::realm_id, &game::guest>,
                                            synth::columns<&team::realm_id, &team::number>>(),
                          synth::check("once", synth::value<&game::home> > synth::value<&game::guest>));

TEST_CASE("all ordered pairs of different rows of a group are made, each once, and none across groups") {
    const synth::dataset<realms> data{synth::count<realm>{5},     synth::count<role>{20},
                                      synth::count<inherits>{60}, synth::count<team>{35},
                                      synth::count<league>{3},    synth::count<game>{105}};
    std::set<std::pair<std::int32_t, std::string>> roles;
    for (const role& row : data.rows<role>()) {
        roles.emplace(row.realm_id, row.name);
    }
    std::set<std::string> met;
    for (const inherits& row : data.rows<inherits>()) {
        CHECK(row.role_name != row.parent_name);
        CHECK(roles.contains({row.realm_id, row.role_name}));
        CHECK(roles.contains({row.realm_id, row.parent_name}));
        met.insert(std::to_string(row.realm_id) + "/" + row.role_name + "/" + row.parent_name);
    }
    CHECK(met.size() == 60);
}

TEST_CASE("each pair of a group is made once where the rows of a group are scattered") {
    static_assert(synth::pair_of<realms, 5>.rule == synth::pair_rule::ordered);
    static_assert(synth::derivation_of<realms>.references[3].mode == synth::reference_mode::dealt);
    const synth::dataset<realms> data{synth::count<realm>{5},     synth::count<role>{20},
                                      synth::count<inherits>{60}, synth::count<team>{35},
                                      synth::count<league>{3},    synth::count<game>{105}};
    std::set<std::pair<std::int32_t, std::int32_t>> teams;
    for (const team& row : data.rows<team>()) {
        teams.emplace(row.realm_id, row.number);
    }
    std::set<std::string> met;
    for (const game& row : data.rows<game>()) {
        CHECK(row.home > row.guest);
        CHECK(teams.contains({row.realm_id, row.home}));
        CHECK(teams.contains({row.realm_id, row.guest}));
        met.insert(std::to_string(row.realm_id) + "/" + std::to_string(row.home) + "/" +
                   std::to_string(row.guest));
    }
    CHECK(met.size() == 105);
}

TEST_CASE("more pairs than the smallest group has are refused") {
    CHECK_THROWS_AS(
        (synth::dataset<realms>{synth::count<realm>{5}, synth::count<role>{20}, synth::count<inherits>{61}}),
        synth::plan_error);
}

namespace {

struct friendship { // the number within `a` would count the rows of both sides if they changed places
    std::int64_t a{};
    std::int64_t b{};
    std::int32_t slot{};
};
struct colleague { // so would the colours
    std::int64_t a{};
    std::int64_t b{};
    bool colour{};
};

struct album {
    std::int64_t person_id{};
    std::int32_t number{};
};
struct knows {
    std::int64_t a{};
    std::int64_t b{};
};
struct chat { // about an album of somebody, with somebody whom he knows
    std::int64_t id{};
    std::int64_t person_id{};
    std::int32_t album{};
    std::int64_t with{};
};

template<typename Pair>
constexpr auto pair_of_persons() {
    return synth::describe<Pair>(synth::primary_key<&Pair::a, &Pair::b>(),
                                 synth::references<&Pair::a, &person::id>(),
                                 synth::references<&Pair::b, &person::id>(),
                                 synth::check("once", synth::value<&Pair::a> < synth::value<&Pair::b>));
}

} // namespace

template<>
inline constexpr auto synth::table<friendship> = synth::describe<friendship>(
    synth::primary_key<&friendship::a, &friendship::b>(), synth::unique<&friendship::a, &friendship::slot>(),
    synth::references<&friendship::a, &person::id>(), synth::references<&friendship::b, &person::id>(),
    synth::check("once", synth::value<&friendship::a> < synth::value<&friendship::b>));
template<>
inline constexpr auto synth::table<colleague> = synth::describe<colleague>(
    synth::primary_key<&colleague::a, &colleague::b>(), synth::unique<&colleague::a, &colleague::colour>(),
    synth::references<&colleague::a, &person::id>(), synth::references<&colleague::b, &person::id>(),
    synth::check("once", synth::value<&colleague::a> < synth::value<&colleague::b>));
template<>
inline constexpr auto synth::table<album> =
    synth::describe<album>(synth::primary_key<&album::person_id, &album::number>(),
                           synth::references<&album::person_id, &person::id>());
template<>
inline constexpr auto synth::table<knows> = pair_of_persons<knows>();
template<>
inline constexpr auto synth::table<chat> = synth::describe<chat>(
    synth::references<synth::columns<&chat::person_id, &chat::album>,
                      synth::columns<&album::person_id, &album::number>>(),
    synth::references<synth::columns<&chat::person_id, &chat::with>, synth::columns<&knows::a, &knows::b>>());

TEST_CASE("the sides of a pair stay where a number or another key counts the rows of the owner") {
    using friends = synth::schema<person, friendship>;
    using colleagues = synth::schema<person, colleague>;
    static_assert(synth::derivation_of<friends>.tables[1].ordinal == 2);
    static_assert(synth::pair_of<friends, 1>.rule == synth::pair_rule::none);
    static_assert(synth::derivation_of<colleagues>.tables[1].joint_count == 2);
    static_assert(synth::pair_of<colleagues, 1>.rule == synth::pair_rule::none);
    // Without the pair's order its check cannot be kept.
    CHECK_THROWS_AS((synth::dataset<friends>{synth::count<person>{20}, synth::count<friendship>{60}}),
                    synth::plan_error);
}

TEST_CASE("the sides of a pair stay where rows of other tables are found by the owner") {
    using chats = synth::schema<person, album, knows, chat>;
    static_assert(synth::derivation_of<chats>.references[4].mode == synth::reference_mode::matched);
    static_assert(synth::pair_of<chats, 2>.rule == synth::pair_rule::none);
    CHECK_THROWS_AS((synth::dataset<chats>{synth::count<person>{20}, synth::count<knows>{60}}),
                    synth::plan_error);
}

namespace {

struct issue {
    std::int32_t project{};
    std::int32_t number{};
};
struct blocks {
    std::int32_t project{};
    std::int32_t number{};
    std::int32_t other_project{};
    std::int32_t other{};
};
using tracker = synth::schema<issue, blocks>;

} // namespace

template<>
inline constexpr auto synth::table<issue> =
    synth::describe<issue>(synth::primary_key<&issue::project, &issue::number>());
template<>
inline constexpr auto synth::table<blocks> = synth::describe<blocks>(
    synth::primary_key<&blocks::project, &blocks::number, &blocks::other_project, &blocks::other>(),
    synth::references<synth::columns<&blocks::project, &blocks::number>,
                      synth::columns<&issue::project, &issue::number>>(),
    synth::references<synth::columns<&blocks::other_project, &blocks::other>,
                      synth::columns<&issue::project, &issue::number>>(),
    synth::check("others", synth::value<&blocks::other_project> != synth::value<&blocks::project> ||
                               synth::value<&blocks::number> != synth::value<&blocks::other>));

TEST_CASE("rows of several columns are kept apart as rows") {
    const synth::dataset<tracker> data{synth::count<issue>{20}, synth::count<blocks>{380}};
    std::set<std::pair<std::uint64_t, std::uint64_t>> met;
    for (std::uint64_t row = 0; row < data.size<blocks>(); ++row) {
        const std::uint64_t left = data.parent<&blocks::project>(row).value();
        const std::uint64_t right = data.parent<&blocks::other>(row).value();
        CHECK(left != right);
        met.emplace(left, right);
    }
    CHECK(met.size() == 380);
    const blocks some = data.row<blocks>(17);
    CHECK(data.row_of<&blocks::project, &blocks::number, &blocks::other_project, &blocks::other>(
              some.project, some.number, some.other_project, some.other) == 17);
    CHECK_THROWS_AS((synth::dataset<tracker>{synth::count<issue>{20}, synth::count<blocks>{381}}),
                    synth::plan_error);
}

namespace {

struct crew {
    std::int32_t id{};
};
struct card {
    std::int32_t crew_id{};
    std::int32_t board{};
    std::int32_t number{};
};
struct tie {
    std::int32_t crew_id{};
    std::int32_t board{};
    std::int32_t number{};
    std::int32_t other_board{};
    std::int32_t other{};
};
using cards = synth::schema<crew, card, tie>;

} // namespace

template<>
inline constexpr auto synth::table<card> =
    synth::describe<card>(synth::primary_key<&card::crew_id, &card::board, &card::number>(),
                          synth::references<&card::crew_id, &crew::id>(synth::even()));
template<>
inline constexpr auto synth::table<tie> = synth::describe<tie>(
    synth::primary_key<&tie::crew_id, &tie::board, &tie::number, &tie::other_board, &tie::other>(),
    synth::references<synth::columns<&tie::crew_id, &tie::board, &tie::number>,
                      synth::columns<&card::crew_id, &card::board, &card::number>>(),
    synth::references<synth::columns<&tie::crew_id, &tie::other_board, &tie::other>,
                      synth::columns<&card::crew_id, &card::board, &card::number>>(),
    synth::check("others", synth::value<&tie::board> != synth::value<&tie::other_board> ||
                               synth::value<&tie::number> != synth::value<&tie::other>));

TEST_CASE("rows of several columns are kept apart within a group") {
    const synth::dataset<cards> data{synth::count<crew>{5}, synth::count<card>{20}, synth::count<tie>{60}};
    std::set<std::pair<std::uint64_t, std::uint64_t>> met;
    for (std::uint64_t row = 0; row < data.size<tie>(); ++row) {
        const std::uint64_t left = data.parent<&tie::number>(row).value();
        const std::uint64_t right = data.parent<&tie::other>(row).value();
        CHECK(left != right);
        CHECK(left / 4 == right / 4); // four cards of each team
        met.emplace(left, right);
        const tie one = data.row<tie>(row);
        CHECK(data.row_of<&tie::crew_id, &tie::board, &tie::number, &tie::other_board, &tie::other>(
                  one.crew_id, one.board, one.number, one.other_board, one.other) == row);
    }
    CHECK(met.size() == 60); // 5 * 4 * 3, all that there are
}

namespace {

struct line {
    std::string from;
    std::string to;
    std::string kind;
};
using network = synth::schema<town, line>;

} // namespace

template<>
inline constexpr auto synth::table<line> = synth::describe<line>(
    synth::unique<&line::from, &line::to, &line::kind>(), synth::references<&line::from, &town::code>(),
    synth::references<&line::to, &town::code>(),
    synth::check("once", synth::value<&line::from> < synth::value<&line::to>),
    synth::check("kinds", synth::sql::in(synth::value<&line::kind>, "bus", "rail", "tram")));

TEST_CASE("each pair is made once for each value of a column of few") {
    const synth::dataset<network> data{synth::count<town>{11}, synth::count<line>{165}};
    std::set<std::string> met;
    std::uint64_t row = 0;
    for (const line& each : data.rows<line>()) {
        CHECK(each.from < each.to);
        CHECK(data.row_of<&line::from, &line::to, &line::kind>(each.from, each.to, each.kind) == row);
        met.insert(each.from + each.to + each.kind);
        ++row;
    }
    CHECK(met.size() == 165);
}

namespace {

struct circuit {
    std::string from;
    std::string to;
    std::int16_t number{};
};
using grid = synth::schema<town, circuit>;

} // namespace

template<>
inline constexpr auto synth::table<circuit> =
    synth::describe<circuit>(synth::unique<&circuit::from, &circuit::to, &circuit::number>(),
                             synth::references<&circuit::from, &town::code>(),
                             synth::references<&circuit::to, &town::code>(),
                             synth::check("once", synth::value<&circuit::from> < synth::value<&circuit::to>),
                             synth::check("few", synth::sql::between(synth::value<&circuit::number>, 2, 4)));

TEST_CASE("a number of few values tells pairs apart and counts no rows of an owner") {
    static_assert(synth::derivation_of<grid>.tables[1].ordinal == synth::no_index);
    const synth::dataset<grid> data{synth::count<town>{11}, synth::count<circuit>{165}};
    std::set<std::string> met;
    for (const circuit& each : data.rows<circuit>()) {
        CHECK(each.from < each.to);
        met.insert(each.from + each.to + std::to_string(each.number));
    }
    CHECK(met.size() == 165);
}

namespace {

struct stage {
    std::string code;
    bool is_final{};
};
struct transition { // from those that are not final to any other
    std::string from;
    bool from_final{};
    std::string to;
};
using stages = synth::schema<stage, transition>;

} // namespace

template<>
inline constexpr auto synth::table<stage> = synth::describe<stage>(
    synth::row_count(6), synth::primary_key<&stage::code>(), synth::unique<&stage::code, &stage::is_final>());
template<>
inline constexpr auto synth::table<transition> = synth::describe<transition>(
    synth::row_count(15), synth::primary_key<&transition::from, &transition::to>(),
    synth::references<synth::columns<&transition::from, &transition::from_final>,
                      synth::columns<&stage::code, &stage::is_final>>(),
    synth::references<&transition::to, &stage::code>(),
    synth::check("open", !synth::value<&transition::from_final>),
    synth::check("differ", synth::value<&transition::from> != synth::value<&transition::to>));

TEST_CASE("the owner of a pair may be of one kind, and repeat more than its key") {
    static_assert(synth::pair_of<stages, 1>.rule == synth::pair_rule::differ);
    const synth::dataset<stages> data;
    std::set<std::pair<std::string, std::string>> pairs;
    for (std::uint64_t row = 0; row < 15; ++row) { // three that are not final, five others each
        const transition one = data.row<transition>(row);
        CHECK_FALSE(one.from_final);
        CHECK(one.from != one.to);
        CHECK(pairs.insert({one.from, one.to}).second);
        CHECK(data.row_of<&transition::from, &transition::to>(one.from, one.to) == std::optional{row});
    }
    CHECK_FALSE(data.row_of<&transition::from, &transition::to>(pairs.begin()->first, pairs.begin()->first));
    CHECK_THROWS_AS((synth::dataset<stages>{{.rows = {6, 16}}}), synth::plan_error);
}
