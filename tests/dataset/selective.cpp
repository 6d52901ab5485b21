// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include <synth/core/plan_error.hpp>
#include <synth/dataset/row_fit.hpp>
#include <synth/dataset/selective.hpp>

#include "kinds.hpp"
#include "shop.hpp"

namespace {

using kinds::database;
constexpr const auto& of = synth::derivation_of<database>.references;

} // namespace

TEST_CASE("a reference selects its parents by a column of which its own checks ask something") {
    static_assert(synth::selective_places<database, 0> == 0);
    static_assert(synth::selective_places<database, 1> == 0b10, "car");
    static_assert(synth::selective_places<database, 8> == 0, "of a worker");
    static_assert(synth::selective_places<database, 9> == 0b100, "of a machine");
    static_assert(synth::selecting_place<database>(9, 7, 2) == 2);
    static_assert(synth::selecting_place<database>(9, 7, 1) == synth::no_index);
    static_assert(synth::selecting_place<database>(9, 1, 2) == synth::no_index);
    CHECK(!synth::is_selective<shop::database, 0>);
}

namespace {

struct price {
    std::int32_t id{};
    std::int32_t cents{};
    std::string currency;
};
struct discount { // asks what the price asks, in another order
    std::int32_t id{};
    std::optional<std::int16_t> cents;
    std::string currency;
};
struct bargain { // asks more
    std::int32_t id{};
    std::int32_t cents{};
    std::string currency;
};
using prices = synth::schema<price, discount, bargain>;

} // namespace

template<>
inline constexpr auto synth::table<price> = synth::describe<price>(
    synth::unique<&price::cents, &price::currency>(),
    synth::check("positive", synth::value<&price::cents> > 0),
    synth::check("much", synth::value<&price::cents> <= 1'000),
    synth::check("currency", synth::sql::in(synth::value<&price::currency>, "EUR", "SEK")));
template<>
inline constexpr auto synth::table<discount> = synth::describe<discount>(
    synth::references<synth::columns<&discount::cents, &discount::currency>,
                      synth::columns<&price::cents, &price::currency>>(),
    synth::check("much", synth::value<&discount::cents> <= 1'000),
    synth::check("positive", synth::value<&discount::cents> > 0),
    synth::check("currency", synth::sql::in(synth::value<&discount::currency>, "EUR", "SEK")));
template<>
inline constexpr auto synth::table<bargain> = synth::describe<bargain>(
    synth::references<synth::columns<&bargain::cents, &bargain::currency>,
                      synth::columns<&price::cents, &price::currency>>(),
    synth::check("cheap", synth::value<&bargain::cents> <= 100),
    synth::check("currency", synth::sql::in(synth::value<&bargain::currency>, "EUR", "SEK")));

TEST_CASE("a check that only repeats one of the parent's selects nothing") {
    const auto more = [](std::size_t column) {
        return std::pair{synth::detail::asks_more<discount, price>(column, column),
                         synth::detail::asks_more<bargain, price>(column, column)};
    };
    CHECK(more(1) == std::pair{false, true});
    CHECK(more(2) == std::pair{false, false});
    CHECK(!synth::is_selective<prices, 0>);
}

namespace {

struct depot {
    std::int32_t id{};
    std::string kind;
};
struct clerk {
    std::int32_t depot_id{};
    std::string kind;
    std::int32_t number{};
};
struct supplier {
    std::int32_t id{};
};
struct pallet { // its rows belong to the supplier, so those of a depot are dealt; only some depots have any
    std::int32_t depot_id{};
    std::string kind;
    std::int32_t number{};
    std::int32_t supplier_id{};
};
template<typename Number>
struct pick { // a pallet of the clerk's depot
    std::int64_t id{};
    std::int32_t depot_id{};
    std::string kind;
    std::int32_t clerk{};
    Number pallet{};
};
using may_pick = pick<std::optional<std::int32_t>>;
using must_pick = pick<std::int32_t>;
using depots = synth::schema<depot, clerk, supplier, pallet, may_pick>;
using strict_depots = synth::schema<depot, clerk, supplier, pallet, must_pick>;

template<typename Row>
constexpr auto describe_pick() {
    return synth::describe<Row>(
        synth::named("pick"), synth::row_count(200),
        synth::references<synth::columns<&Row::depot_id, &Row::kind, &Row::clerk>,
                          synth::columns<&clerk::depot_id, &clerk::kind, &clerk::number>>(),
        synth::references<synth::columns<&Row::depot_id, &Row::kind, &Row::pallet>,
                          synth::columns<&pallet::depot_id, &pallet::kind, &pallet::number>>());
}

} // namespace

template<>
inline constexpr auto synth::table<depot> = synth::describe<depot>(
    synth::row_count(12), synth::unique<&depot::id, &depot::kind>(),
    synth::check("kinds", synth::sql::in(synth::value<&depot::kind>, "cold", "dry", "open")));
template<>
inline constexpr auto synth::table<clerk> =
    synth::describe<clerk>(synth::row_count(30),
                           synth::primary_key<&clerk::depot_id, &clerk::kind, &clerk::number>(),
                           synth::references<synth::columns<&clerk::depot_id, &clerk::kind>,
                                             synth::columns<&depot::id, &depot::kind>>());
template<>
inline constexpr auto synth::table<pallet> =
    synth::describe<pallet>(synth::row_count(40),
                            synth::primary_key<&pallet::depot_id, &pallet::kind, &pallet::number>(),
                            synth::unique<&pallet::number>(),
                            synth::references<synth::columns<&pallet::depot_id, &pallet::kind>,
                                              synth::columns<&depot::id, &depot::kind>>(),
                            synth::references<&pallet::supplier_id, &supplier::id>(synth::even()),
                            synth::check("not_open", synth::value<&pallet::kind> != "open"));
template<>
inline constexpr auto synth::table<may_pick> = describe_pick<may_pick>();
template<>
inline constexpr auto synth::table<must_pick> = describe_pick<must_pick>();

TEST_CASE("dealt rows go to the parents of the kind, and where others must have some that is refused") {
    static_assert(synth::derivation_of<depots>.references[1].mode == synth::reference_mode::dealt);
    static_assert(synth::is_selective<depots, 1>);
    static_assert(synth::derivation_of<depots>.references[4].mode == synth::reference_mode::matched);
    const synth::dataset<depots> data;
    std::map<std::int32_t, std::string> kinds;
    for (const depot& each : data.rows<depot>()) {
        kinds[each.id] = each.kind;
    }
    std::set<std::pair<std::int32_t, std::int32_t>> pallets;
    for (const pallet& each : data.rows<pallet>()) {
        CHECK(each.kind != "open");
        CHECK(kinds.at(each.depot_id) == each.kind);
        pallets.emplace(each.depot_id, each.number);
    }
    CHECK(pallets.size() == 40);
    std::size_t found = 0;
    for (const may_pick& each : data.rows<may_pick>()) {
        CHECK((!each.pallet || pallets.contains({each.depot_id, *each.pallet})));
        CHECK((!each.pallet || kinds.at(each.depot_id) != "open"));
        found += each.pallet ? 1 : 0;
    }
    CHECK(found > 90);
    CHECK_THROWS_WITH_AS(
        synth::dataset<strict_depots>{},
        "synth: pick(depot_id, kind, pallet) -> pallet: every row of depot needs a row of pallet to "
        "choose from, but the checks of pallet leave some without; loosen them, or let the "
        "columns be NULL",
        synth::plan_error);
}

TEST_CASE("fewer parents do not help where some have no children of the kind") {
    synth::plan_options<strict_depots> options;
    options.rows[0] = 100;
    std::array<bool, strict_depots::table_count> flexible{};
    flexible.fill(true);
    const auto why = synth::fit_rows(options, flexible);
    CHECK(options.rows[0] == 100);
    CHECK(why[0].empty());
}

namespace {

struct person { // whose mother is a woman, and whose father a man
    std::int64_t id{};
    std::string sex;
    std::optional<std::int64_t> mother;
    std::string mother_sex;
    std::optional<std::int64_t> father;
    std::optional<std::string> father_sex;
};
struct ledger {
    std::int32_t id{};
};
struct account { // below a group of the same ledger
    std::int32_t ledger_id{};
    std::int32_t number{};
    std::string kind;
    std::optional<std::int32_t> above;
    std::string above_kind;
};
struct folder { // of no table, so that all are roots
    std::int32_t drive{};
    std::int32_t id{};
    std::string kind;
    std::optional<std::int32_t> above;
    std::string above_kind;
};
using family = synth::schema<person, ledger, account, folder>;

template<typename Row>
constexpr auto refer_above() {
    return synth::check("above", synth::value<&Row::above_kind> == "group");
}

} // namespace

template<>
inline constexpr auto synth::table<person> =
    synth::describe<person>(synth::row_count(500), synth::unique<&person::id, &person::sex>(),
                            synth::references<synth::columns<&person::mother, &person::mother_sex>,
                                              synth::columns<&person::id, &person::sex>>(),
                            synth::references<synth::columns<&person::father, &person::father_sex>,
                                              synth::columns<&person::id, &person::sex>>(),
                            synth::check("sex", synth::sql::in(synth::value<&person::sex>, "F", "M")),
                            synth::check("woman", synth::value<&person::mother_sex> == "F"),
                            synth::check("man", synth::value<&person::father_sex> == "M"));
template<>
inline constexpr auto synth::table<ledger> = synth::describe<ledger>(synth::row_count(20));
template<>
inline constexpr auto synth::table<account> = synth::describe<account>(
    synth::row_count(600), synth::primary_key<&account::ledger_id, &account::number>(),
    synth::unique<&account::ledger_id, &account::number, &account::kind>(),
    synth::references<&account::ledger_id, &ledger::id>(),
    synth::references<synth::columns<&account::ledger_id, &account::above, &account::above_kind>,
                      synth::columns<&account::ledger_id, &account::number, &account::kind>>(),
    synth::check("kinds", synth::sql::in(synth::value<&account::kind>, "group", "leaf", "sum")),
    refer_above<account>());
template<>
inline constexpr auto synth::table<folder> = synth::describe<folder>(
    synth::row_count(50), synth::primary_key<&folder::drive, &folder::id>(),
    synth::unique<&folder::drive, &folder::id, &folder::kind>(),
    synth::references<synth::columns<&folder::drive, &folder::above, &folder::above_kind>,
                      synth::columns<&folder::drive, &folder::id, &folder::kind>>(),
    synth::check("kinds", synth::sql::in(synth::value<&folder::kind>, "group", "leaf")),
    refer_above<folder>());

TEST_CASE("the parent in a forest is an earlier row of the kind, and the first ones are roots") {
    const synth::dataset<family> data;
    std::map<std::int64_t, std::string> before;
    std::size_t mothers = 0;
    for (const person& each : data.rows<person>()) {
        CHECK(each.mother_sex == "F");
        CHECK((!each.mother || before.at(*each.mother) == "F"));
        CHECK((!each.father || (each.father_sex == "M" && before.at(*each.father) == "M")));
        before.emplace(each.id, each.sex);
        mothers += each.mother ? 1 : 0;
    }
    CHECK(mothers > 400);

    std::map<std::pair<std::int32_t, std::int32_t>, std::string> accounts;
    std::size_t roots = 0;
    for (const account& each : data.rows<account>()) {
        CHECK(each.above_kind == "group");
        CHECK((!each.above || accounts.at({each.ledger_id, *each.above}) == "group"));
        accounts.emplace(std::pair{each.ledger_id, each.number}, each.kind);
        roots += each.above ? 0 : 1;
    }
    CHECK(roots >= 20);
    CHECK(roots < 200);

    for (const folder& each : data.rows<folder>()) {
        CHECK(!each.above);
        CHECK(each.above_kind == "group");
    }
}

TEST_CASE("the tables of these tests have every way of finding a parent") {
    CHECK(of[1].mode == synth::reference_mode::injective);
    CHECK(of[2].mode == synth::reference_mode::drawn);
    CHECK(of[3].mode == synth::reference_mode::owned);
    CHECK(of[5].mode == synth::reference_mode::partner);
    CHECK(of[9].mode == synth::reference_mode::matched);
    CHECK(of[11].distinct);
}

namespace {

struct region {
    std::int32_t id{};
};
struct low {
    std::int64_t id{};
    std::int32_t region_id{};
};
struct high {
    std::int64_t id{};
    std::int32_t region_id{};
};
using regions = synth::schema<region, low, high>;

} // namespace

template<>
inline constexpr auto synth::table<region> = synth::describe<region>(
    synth::row_count(200),
    synth::check("asked", synth::value<&region::id> < 100 || synth::value<&region::id> > 150));
template<>
inline constexpr auto synth::table<low> =
    synth::describe<low>(synth::row_count(300), synth::references<&low::region_id, &region::id>(),
                         synth::check("low", synth::value<&low::region_id> < 100));
template<>
inline constexpr auto synth::table<high> =
    synth::describe<high>(synth::row_count(300), synth::references<&high::region_id, &region::id>(),
                          synth::check("high", synth::value<&high::region_id> > 150));

TEST_CASE("parents whose key keeps to a check of the child are drawn until one is there") {
    static_assert(synth::selective_places<regions, 0> == 0);
    static_assert(synth::sought_places<regions, 0> == 1);
    const synth::dataset<regions> data;
    std::set<std::int32_t> found;
    for (std::uint64_t row = 0; row < 300; ++row) {
        CHECK(data.row<low>(row).region_id < 100);
        CHECK(data.row<high>(row).region_id > 150);
        found.insert(data.row<low>(row).region_id);
    }
    CHECK(found.size() > 50);
}
