// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include <synth/dataset/dataset.hpp>
#include <synth/dataset/group_fit.hpp>
#include <synth/dataset/row_fit.hpp>

namespace {

struct bank {
    std::int32_t id{};
};
struct branch {
    std::int32_t bank_id{};
    std::int32_t number{};
};
struct account {
    std::int32_t bank_id{};
    std::int32_t branch{};
    std::int32_t number{};
};
struct transfer { // between two accounts of one bank
    std::int64_t id{};
    std::int32_t bank_id{};
    std::int32_t branch{};
    std::int32_t from{};
    std::int32_t to{};
};
struct loan { // the same between two branches
    std::int64_t id{};
    std::int32_t bank_id{};
    std::int32_t from_branch{};
    std::int32_t from{};
    std::int32_t to_branch{};
    std::int32_t to{};
};
struct trust { // a pair of branches of one bank, each once
    std::int32_t bank_id{};
    std::int32_t one{};
    std::int32_t other{};
};
using banks = synth::schema<bank, branch, account, transfer, trust>;
enum table : std::size_t { bank_, branch_, account_, transfer_, trust_ };

constexpr std::array<bool, 5> all_flexible{true, true, true, true, true};

} // namespace

template<>
inline constexpr auto synth::table<branch> =
    synth::describe<branch>(synth::primary_key<&branch::bank_id, &branch::number>(),
                            synth::references<&branch::bank_id, &bank::id>());
template<>
inline constexpr auto synth::table<account> =
    synth::describe<account>(synth::primary_key<&account::bank_id, &account::branch, &account::number>(),
                             synth::references<synth::columns<&account::bank_id, &account::branch>,
                                               synth::columns<&branch::bank_id, &branch::number>>());
template<>
inline constexpr auto synth::table<transfer> = synth::describe<transfer>(
    synth::references<synth::columns<&transfer::bank_id, &transfer::branch, &transfer::from>,
                      synth::columns<&account::bank_id, &account::branch, &account::number>>(),
    synth::references<synth::columns<&transfer::bank_id, &transfer::branch, &transfer::to>,
                      synth::columns<&account::bank_id, &account::branch, &account::number>>(),
    synth::check("two_accounts", synth::value<&transfer::from> != synth::value<&transfer::to>));
template<>
inline constexpr auto synth::table<trust> =
    synth::describe<trust>(synth::primary_key<&trust::bank_id, &trust::one, &trust::other>(),
                           synth::references<synth::columns<&trust::bank_id, &trust::one>,
                                             synth::columns<&branch::bank_id, &branch::number>>(),
                           synth::references<synth::columns<&trust::bank_id, &trust::other>,
                                             synth::columns<&branch::bank_id, &branch::number>>(),
                           synth::check("once", synth::value<&trust::one> < synth::value<&trust::other>));

TEST_CASE("a check that tells two parents of a group apart needs two, or three for pairs of which each "
          "counts once") {
    static_assert(synth::needed_choices<banks, 0>() == 0, "owned");
    static_assert(synth::needed_choices<banks, 3>() == 2);
    static_assert(synth::needed_choices<banks, 5>() == 3);
    const synth::plan_options<banks> options;
    const auto limit = synth::limit_of_group<banks, 3>(options, options);
    REQUIRE(limit);
    CHECK(limit->table == branch_);
    CHECK(limit->most == 125);
    const auto of_pairs = synth::limit_of_group<banks, 5>(options, options);
    REQUIRE(of_pairs);
    CHECK(of_pairs->table == bank_);
    CHECK(!synth::limit_of_group<banks, 0>(options, options));
}

using loans = synth::schema<bank, branch, account, loan>;

template<>
inline constexpr auto synth::table<loan> = synth::describe<loan>(
    synth::references<synth::columns<&loan::bank_id, &loan::from_branch, &loan::from>,
                      synth::columns<&account::bank_id, &account::branch, &account::number>>(),
    synth::references<synth::columns<&loan::bank_id, &loan::to_branch, &loan::to>,
                      synth::columns<&account::bank_id, &account::branch, &account::number>>(),
    synth::check("two_accounts", synth::value<&loan::from_branch> != synth::value<&loan::to_branch> ||
                                     synth::value<&loan::from> != synth::value<&loan::to>));

TEST_CASE("a check that tells two parents of a group apart by several columns needs two as well") {
    static_assert(synth::needed_choices<loans, 3>() == 2);
    synth::plan_options<loans> options;
    CHECK_THROWS_AS(synth::dataset<loans>{options}, synth::plan_error);
    synth::fit_rows(options, std::array{true, true, true, true});
    CHECK(options.rows[3] == 1'000);
    CHECK(options.rows[bank_] < 1'000);
    const synth::dataset<loans> data{options};
    for (const loan& each : data.rows<loan>()) {
        CHECK(std::pair{each.from_branch, each.from} != std::pair{each.to_branch, each.to});
    }
}

TEST_CASE("as many groups are planned as leave each of them enough, and then the data is complete") {
    synth::plan_options<banks> options;
    CHECK_THROWS_AS(synth::dataset<banks>{options}, synth::plan_error);
    const auto why = synth::fit_rows(options, all_flexible);
    CHECK(options.rows[account_] == 1'000);
    CHECK(options.rows[transfer_] == 1'000);
    CHECK(options.rows[branch_] == 125);
    CHECK(options.rows[bank_] <= 125 / 3);
    CHECK(options.rows[trust_] > 100);
    CHECK(why[bank_] == "so that each has rows of branch for trust");
    const synth::dataset<banks> data{options};
    std::set<std::string> accounts;
    for (const account& each : data.rows<account>()) {
        accounts.insert(std::to_string(each.bank_id) + "/" + std::to_string(each.branch) + "/" +
                        std::to_string(each.number));
    }
    for (const transfer& each : data.rows<transfer>()) {
        CHECK(each.from != each.to);
        for (const std::int32_t side : {each.from, each.to}) {
            CHECK(accounts.contains(std::to_string(each.bank_id) + "/" + std::to_string(each.branch) + "/" +
                                    std::to_string(side)));
        }
    }
}

TEST_CASE("groups that somebody counted stay, and what does not fit is refused") {
    synth::plan_options<banks> options;
    std::array<bool, 5> flexible = all_flexible;
    flexible[bank_] = flexible[branch_] = false;
    const auto why = synth::fit_rows(options, flexible);
    CHECK(options.rows[bank_] == 1'000);
    CHECK(why[bank_].empty());
    CHECK(options.rows[trust_] == 0);
    CHECK_THROWS_AS(synth::dataset<banks>{options}, synth::plan_error);
}

namespace {

struct office {
    std::int32_t id{};
};
struct desk { // some offices have none
    std::int32_t office_id{};
    std::int32_t number{};
};
struct call { // from a desk of the office of another
    std::int64_t id{};
    std::int32_t office_id{};
    std::int32_t from{};
    std::int32_t to{};
};
struct room { // one to three
    std::int32_t office_id{};
    std::int32_t number{};
};
struct door { // between two rooms
    std::int64_t id{};
    std::int32_t office_id{};
    std::int32_t from{};
    std::int32_t to{};
};
using offices = synth::schema<office, desk, call, room, door>;

constexpr std::array<bool, 5> any{true, true, true, true, true};

} // namespace

template<>
inline constexpr auto synth::table<desk> =
    synth::describe<desk>(synth::primary_key<&desk::office_id, &desk::number>(),
                          synth::references<&desk::office_id, &office::id>(synth::children_between(0, 5)));
template<>
inline constexpr auto synth::table<call> =
    synth::describe<call>(synth::references<synth::columns<&call::office_id, &call::from>,
                                            synth::columns<&desk::office_id, &desk::number>>(),
                          synth::references<synth::columns<&call::office_id, &call::to>,
                                            synth::columns<&desk::office_id, &desk::number>>());
template<>
inline constexpr auto synth::table<room> =
    synth::describe<room>(synth::primary_key<&room::office_id, &room::number>(),
                          synth::references<&room::office_id, &office::id>(synth::children_between(1, 3)));
template<>
inline constexpr auto synth::table<door> =
    synth::describe<door>(synth::references<synth::columns<&door::office_id, &door::from>,
                                            synth::columns<&room::office_id, &room::number>>(),
                          synth::references<synth::columns<&door::office_id, &door::to>,
                                            synth::columns<&room::office_id, &room::number>>(),
                          synth::check("two_rooms", synth::value<&door::from> != synth::value<&door::to>));

TEST_CASE("a law of its own brings no more children where there are fewer parents") {
    synth::plan_options<offices> options;
    CHECK(synth::detail::is_even<banks, 0>);
    CHECK(!synth::detail::is_even<offices, 0>);
    options.rows.fill(1'000'000); // as quick as with a few
    const auto why = synth::fit_rows(options, any);
    CHECK(options.rows[0] == 1'000'000);
    CHECK(why[0].empty());
    CHECK(options.rows[3] == 1'000'000);
    CHECK_THROWS_AS(synth::dataset<offices>{options}, synth::plan_error);
}

namespace {

struct ship { // a captain, a mate and a cook, who are three of its own sailors
    std::int32_t id{};
    std::int32_t captain{};
    std::int32_t mate{};
    std::int32_t cook{};
};
struct sailor {
    std::int32_t ship_id{};
    std::int32_t number{};
};
using ships = synth::schema<ship, sailor>;

} // namespace

template<>
inline constexpr auto synth::table<ship> = synth::describe<ship>(
    synth::references<synth::columns<&ship::id, &ship::captain>,
                      synth::columns<&sailor::ship_id, &sailor::number>>(),
    synth::references<synth::columns<&ship::id, &ship::mate>,
                      synth::columns<&sailor::ship_id, &sailor::number>>(),
    synth::references<synth::columns<&ship::id, &ship::cook>,
                      synth::columns<&sailor::ship_id, &sailor::number>>(),
    synth::check("three", synth::value<&ship::captain> != synth::value<&ship::mate> &&
                              synth::value<&ship::mate> != synth::value<&ship::cook> &&
                              synth::value<&ship::captain> != synth::value<&ship::cook>));
template<>
inline constexpr auto synth::table<sailor> =
    synth::describe<sailor>(synth::primary_key<&sailor::ship_id, &sailor::number>(),
                            synth::references<&sailor::ship_id, &ship::id>());

TEST_CASE("a row that names several of its own children, each another, has at least so many") {
    static_assert(synth::needed_choices<ships, 0>() == 3);
    synth::plan_options<ships> options;
    CHECK_THROWS_AS(synth::dataset<ships>{options}, synth::plan_error);
    synth::fit_rows(options, std::array{true, true});
    CHECK(options.rows[0] < 1'000 / 3);
    CHECK(options.rows[1] == 1'000);
    const synth::dataset<ships> data{options};
    std::set<std::pair<std::int32_t, std::int32_t>> sailors;
    for (const sailor& each : data.rows<sailor>()) {
        sailors.emplace(each.ship_id, each.number);
    }
    for (const ship& each : data.rows<ship>()) {
        CHECK(std::set{each.captain, each.mate, each.cook}.size() == 3);
        for (const std::int32_t one : {each.captain, each.mate, each.cook}) {
            CHECK(sailors.contains({each.id, one}));
        }
    }
}

namespace {

struct firm {
    std::int32_t id{};
};
struct employee {
    std::int32_t firm_id{};
    std::int32_t number{};
    std::string kind;
};
struct manager { // is one of them
    std::int32_t firm_id{};
    std::int32_t number{};
    std::string kind;
};
struct badge { // nobody's own manager signs it
    std::int32_t firm_id{};
    std::int32_t number{};
    std::int32_t holder{};
    std::int32_t signed_by{};
};
using firms = synth::schema<firm, employee, manager, badge>;

} // namespace

template<>
inline constexpr auto synth::table<employee> = synth::describe<employee>(
    synth::primary_key<&employee::firm_id, &employee::number>(),
    synth::unique<&employee::firm_id, &employee::number, &employee::kind>(),
    synth::references<&employee::firm_id, &firm::id>(),
    synth::check("kinds", synth::sql::in(synth::value<&employee::kind>, "manager", "clerk")));
template<>
inline constexpr auto synth::table<manager> = synth::describe<manager>(
    synth::primary_key<&manager::firm_id, &manager::number>(),
    synth::references<synth::columns<&manager::firm_id, &manager::number, &manager::kind>,
                      synth::columns<&employee::firm_id, &employee::number, &employee::kind>>(),
    synth::check("manager", synth::value<&manager::kind> == "manager"));
template<>
inline constexpr auto synth::table<badge> = synth::describe<badge>(
    synth::primary_key<&badge::firm_id, &badge::number>(),
    synth::references<synth::columns<&badge::firm_id, &badge::holder>,
                      synth::columns<&employee::firm_id, &employee::number>>(),
    synth::references<synth::columns<&badge::firm_id, &badge::signed_by>,
                      synth::columns<&manager::firm_id, &manager::number>>(),
    synth::check("another", synth::value<&badge::signed_by> != synth::value<&badge::holder>));

TEST_CASE("there are groups with two of those that are one to one with some of a kind") {
    static_assert(synth::needed_choices<firms, 3>() == 2);
    synth::plan_options<firms> options;
    CHECK_THROWS_AS(synth::dataset<firms>{options}, synth::plan_error);
    synth::fit_rows(options, std::array{true, true, true, true});
    CHECK(options.rows[1] == 1'000);
    CHECK(options.rows[2] == 500);
    const synth::dataset<firms> data{options};
    std::set<std::pair<std::int32_t, std::int32_t>> managers;
    for (const manager& each : data.rows<manager>()) {
        managers.emplace(each.firm_id, each.number);
    }
    CHECK(managers.size() == 500);
    for (const badge& each : data.rows<badge>()) {
        CHECK(managers.contains({each.firm_id, each.signed_by}));
        CHECK(each.holder != each.signed_by);
    }
}
