// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include <synth/core/plan_error.hpp>
#include <synth/dataset/check_resolver.hpp>
#include <synth/generate/uniform.hpp>
#include <synth/generate/weighted.hpp>

#include "checked_tables.hpp"

namespace {

struct impossible {
    std::int64_t id{};
    std::int32_t low{};
    std::int32_t high{};
};
struct sheet { // whose kind its answers repeat, so that it is not theirs to choose
    std::int64_t id{};
    std::int16_t kind{};
};
struct answer { // of one of many types, by its kind
    std::int64_t id{};
    std::int16_t kind{};
    std::optional<bool> truth;
    std::optional<std::int32_t> number;
    std::optional<std::string> text;
    std::optional<double> share;
    std::optional<synth::date> day;
    std::optional<synth::json> document;
};
struct event { // not its own cause
    synth::uuid id{};
    std::optional<synth::uuid> cause;
};
struct ordeal { // two of three events in the order of their numbers, drawn apart
    std::int64_t id{};
    synth::uuid first{};
    synth::uuid second{};
};
struct quest { // below its root, by way of others
    std::int32_t id{};
    std::int32_t root_id{};
    std::optional<std::int32_t> parent_id;
    std::int16_t depth{};
};
struct moody {
    std::int64_t id{};
    std::int32_t a{};
    std::int32_t b{};
};

struct lot {
    std::int32_t item{};
    std::int32_t number{};
};
struct bin { // of two checks over the columns of one reference, each beside another column
    std::int64_t id{};
    bool empty{};
    std::int32_t most{};
    std::optional<std::int32_t> item;
    std::optional<std::int32_t> lot_number;
};
struct label { // repeats what its bin says, so that this is not for a check to choose
    std::int64_t id{};
    std::int64_t bin_id{};
    bool empty{};
    std::int32_t most{};
};
using bins = synth::schema<lot, bin, label>;

} // namespace

template<>
inline constexpr auto synth::table<lot> =
    synth::describe<lot>(synth::row_count(400), synth::primary_key<&lot::item, &lot::number>(),
                         synth::check(synth::sql::between(synth::value<&lot::number>, 1, 20)));
template<>
inline constexpr auto synth::table<bin> = synth::describe<bin>(
    synth::row_count(3'000), synth::primary_key<&bin::id>(),
    synth::unique<&bin::id, &bin::empty, &bin::most>(),
    synth::references<synth::columns<&bin::item, &bin::lot_number>,
                      synth::columns<&lot::item, &lot::number>>(),
    synth::check(synth::sql::between(synth::value<&bin::most>, 2, 20)),
    synth::check(synth::value<&bin::empty> == synth::sql::is_null(synth::value<&bin::item>)),
    synth::check(synth::value<&bin::lot_number> <= synth::value<&bin::most>),
    synth::column<&bin::empty>(synth::weighted(synth::share{true, 1}, synth::share{false, 3})),
    synth::column<&bin::most>(synth::uniform(2, 20)));
template<>
inline constexpr auto synth::table<label> = synth::describe<label>(
    synth::row_count(10), synth::references<synth::columns<&label::bin_id, &label::empty, &label::most>,
                                            synth::columns<&bin::id, &bin::empty, &bin::most>>());
template<>
inline constexpr auto synth::table<impossible> = synth::describe<impossible>(
    synth::row_count(10),
    synth::check("never", synth::value<&impossible::low> > 10 &&
                              synth::value<&impossible::high><5 && synth::value<&impossible::high>>
                                  synth::value<&impossible::low>));
template<>
inline constexpr auto synth::table<sheet> =
    synth::describe<sheet>(synth::row_count(2'000), synth::unique<&sheet::id, &sheet::kind>(),
                           synth::check(synth::sql::between(synth::value<&sheet::kind>, 1, 6)));
template<>
inline constexpr auto synth::table<answer> = synth::describe<answer>(
    synth::row_count(2'000),
    synth::references<synth::columns<&answer::id, &answer::kind>, synth::columns<&sheet::id, &sheet::kind>>(),
    synth::check(
        (synth::value<&answer::kind> == 1 && synth::sql::is_not_null(synth::value<&answer::truth>)) ||
        (synth::value<&answer::kind> == 2 && synth::sql::is_not_null(synth::value<&answer::number>)) ||
        (synth::value<&answer::kind> == 3 && synth::sql::is_not_null(synth::value<&answer::text>)) ||
        (synth::value<&answer::kind> == 4 && synth::sql::is_not_null(synth::value<&answer::share>)) ||
        (synth::value<&answer::kind> == 5 && synth::sql::is_not_null(synth::value<&answer::day>)) ||
        (synth::value<&answer::kind> == 6 && synth::sql::is_not_null(synth::value<&answer::document>))),
    synth::check(synth::sql::count_nonnull(synth::value<&answer::truth>, synth::value<&answer::number>,
                                           synth::value<&answer::text>, synth::value<&answer::share>,
                                           synth::value<&answer::day>, synth::value<&answer::document>) == 1),
    synth::primary_key<&answer::id>());
template<>
inline constexpr auto synth::table<event> =
    synth::describe<event>(synth::row_count(300), synth::references<&event::cause, &event::id>(),
                           synth::check(synth::value<&event::cause> != synth::value<&event::id>));
template<>
inline constexpr auto synth::table<ordeal> =
    synth::describe<ordeal>(synth::row_count(300), synth::references<&ordeal::first, &event::id>(),
                            synth::references<&ordeal::second, &event::id>(),
                            synth::check(synth::value<&ordeal::first> < synth::value<&ordeal::second>));
template<>
inline constexpr auto synth::table<quest> = synth::describe<quest>(
    synth::row_count(500), synth::references<&quest::root_id, &quest::id>(),
    synth::references<&quest::parent_id, &quest::id>(),
    synth::check((synth::value<&quest::depth> == 0) ==
                 (synth::value<&quest::root_id> == synth::value<&quest::id>)),
    synth::check((synth::value<&quest::depth> == 0) == synth::sql::is_null(synth::value<&quest::parent_id>)),
    synth::check(synth::sql::between(synth::value<&quest::depth>, 0, 8)));
template<>
inline constexpr auto synth::table<moody> = synth::describe<moody>(
    synth::row_count(50), synth::check<&moody::a, &moody::b>("close", [](std::int32_t a, std::int32_t b) {
        return a / 1'000 == b / 1'000 + 1;
    }));

TEST_CASE("one of many values is there, the one that the kind says") {
    const synth::dataset<synth::schema<sheet, answer>> data;
    std::array<std::size_t, 6> kinds{};
    for (const answer& each : data.rows<answer>()) {
        const std::array<bool, 6> there{each.truth.has_value(), each.number.has_value(),
                                        each.text.has_value(),  each.share.has_value(),
                                        each.day.has_value(),   each.document.has_value()};
        CHECK(std::ranges::count(there, true) == 1);
        CHECK(there[static_cast<std::size_t>(each.kind) - 1]);
        ++kinds[static_cast<std::size_t>(each.kind) - 1];
    }
    CHECK(std::ranges::min(kinds) > 100);
}

TEST_CASE("a uuid is told from another one") {
    const synth::dataset<synth::schema<event>> data;
    std::size_t caused = 0;
    for (const event& each : data.rows<event>()) {
        CHECK(each.cause != each.id);
        caused += each.cause ? 1 : 0;
    }
    CHECK(caused > 200);
}

TEST_CASE("uuids stand in the order of their bytes") {
    const synth::dataset<synth::schema<event, ordeal>> data;
    bool great = false; // a first byte that would be negative
    for (const ordeal& row : data.rows<ordeal>()) {
        CHECK(row.first < row.second);
        great = great || (row.first.bytes[0] < 0x80 && row.second.bytes[0] >= 0x80);
    }
    CHECK(great);
}

TEST_CASE("a row has a parent where its others leave no room for none") {
    const synth::dataset<synth::schema<quest>> data;
    for (const quest& row : data.rows<quest>()) {
        CHECK((row.depth == 0) == (row.root_id == row.id));
        CHECK((row.depth == 0) == !row.parent_id);
    }
}

TEST_CASE("every row keeps to every check over several columns") {
    const synth::dataset<checked::database> data;
    std::set<bool> shipped;
    std::set<std::string> kinds;
    for (const checked::sale& row : data.rows<checked::sale>()) {
        CHECK(row.left + row.right <= 100);
        CHECK(row.left >= 0);
        CHECK(row.right % 5 == 0);
        CHECK((row.state == checked::status::shipped) == row.shipped.has_value());
        CHECK((!row.shipped || row.shipped->microseconds > row.placed.microseconds));
        CHECK(row.total.units == row.price.units * row.quantity);
        CHECK((row.kind != "mail" || !row.mail || row.mail->ends_with(".org")));
        CHECK(row.buyer_id.has_value() != row.seller_id.has_value());
        CHECK(row.month % 2 == 0);
        CHECK((!row.tags.empty() || row.quantity > 10));
        shipped.insert(row.shipped.has_value());
        kinds.insert(row.kind);
    }
    CHECK(shipped.size() == 2);
    CHECK(kinds.size() == 2);
}

TEST_CASE("a reference is drawn again where a check refuses its parent") {
    const synth::dataset<checked::database> data{synth::count<checked::person>{2},
                                                 synth::count<checked::game>{200}};
    for (std::uint64_t row = 0; row < 200; ++row) {
        const auto game = data.row<checked::game>(row);
        CHECK(game.home_id != game.guest_id);
        const auto guest = data.parent<&checked::game::guest_id>(row);
        REQUIRE(guest);
        CHECK(data.row<checked::person>(*guest).id == game.guest_id);
    }
}

TEST_CASE("a row's checked values do not depend on how one comes to the row") {
    const synth::dataset<checked::database> data;
    const auto all = data.collect<checked::sale>();
    for (const std::uint64_t row : {499U, 83U, 250U, 0U, 251U}) {
        const auto one = data.row<checked::sale>(row);
        CHECK(one.total.units == all[row].total.units);
        CHECK(one.mail == all[row].mail);
        CHECK(data.value<&checked::sale::right>(row) == all[row].right);
        CHECK(data.value<&checked::sale::seller_id>(row) == all[row].seller_id);
    }
}

TEST_CASE("a check in C++ is met by drawing again") {
    const synth::dataset<synth::schema<moody>> data;
    for (const moody& row : data.rows<moody>()) {
        CHECK(row.a / 1'000 == row.b / 1'000 + 1);
    }
}

TEST_CASE("checks that no values meet are named with their table before anything is written") {
    CHECK_THROWS_WITH_AS(
        (synth::dataset<synth::schema<impossible>>{}),
        "synth: impossible: no values were found in row 0 that meet the check never; loosen it, or "
        "give its columns generators that meet it",
        synth::plan_error);
}

TEST_CASE("checks that one parent cannot meet are refused") {
    CHECK_THROWS_AS((synth::dataset<checked::database>{synth::count<checked::person>{1}}), synth::plan_error);
}

namespace {

struct animal {
    std::int64_t id{};
    std::optional<std::int64_t> mother;
    std::optional<std::int64_t> father;
};

} // namespace

template<>
inline constexpr auto synth::table<animal> = synth::describe<animal>(
    synth::row_count(100), synth::references<&animal::mother, &animal::id>(),
    synth::references<&animal::father, &animal::id>(),
    synth::check("two", synth::value<&animal::mother> != synth::value<&animal::father>));

TEST_CASE("a row that has too few parents to choose from does without one") {
    const synth::dataset<synth::schema<animal>> data;
    std::uint64_t both = 0;
    for (const animal& row : data.rows<animal>()) {
        CHECK((!row.mother || !row.father || row.mother != row.father));
        both += row.mother && row.father ? 1 : 0;
    }
    CHECK(both > 50);
}

namespace {

struct product {
    std::int32_t id{};
    std::string kind;
};
struct policy { // of the kind of its product
    std::int64_t id{};
    std::int32_t product_id{};
    std::string kind;
};
struct vehicle { // of a policy of one kind
    std::int64_t id{};
    std::int64_t policy_id{};
    std::string kind;
};
using insurer = synth::schema<product, policy, vehicle>;

} // namespace

template<>
inline constexpr auto synth::table<product> = synth::describe<product>(
    synth::primary_key<&product::id>(), synth::unique<&product::id, &product::kind>(),
    synth::check("kinds", synth::sql::in(synth::value<&product::kind>, "motor", "home", "life")));
template<>
inline constexpr auto synth::table<policy> =
    synth::describe<policy>(synth::primary_key<&policy::id>(), synth::unique<&policy::id, &policy::kind>(),
                            synth::references<synth::columns<&policy::product_id, &policy::kind>,
                                              synth::columns<&product::id, &product::kind>>());
template<>
inline constexpr auto synth::table<vehicle> =
    synth::describe<vehicle>(synth::references<synth::columns<&vehicle::policy_id, &vehicle::kind>,
                                               synth::columns<&policy::id, &policy::kind>>(),
                             synth::check("of_motors", synth::value<&vehicle::kind> == "motor"));

TEST_CASE("parents of a kind that a table further up decides are sought") {
    static_assert(synth::sought_places<insurer, 1> == 2);
    static_assert(synth::sought_places<insurer, 0> == 0);
    const synth::dataset<insurer> data;
    for (std::uint64_t row = 0; row < 1'000; ++row) {
        const vehicle one = data.row<vehicle>(row);
        CHECK(one.kind == "motor");
        CHECK(data.row_of<&policy::id, &policy::kind>(one.policy_id, "motor") ==
              data.parent<&vehicle::policy_id>(row));
    }
}

TEST_CASE("whether a reference of several columns leads somewhere is decided once") {
    const synth::dataset<bins> data;
    int without = 0;
    for (const bin& each : data.rows<bin>()) {
        CHECK(each.item.has_value() == each.lot_number.has_value());
        CHECK(each.empty == !each.item);
        without += each.item ? 0 : 1;
        if (each.item) {
            CHECK(*each.lot_number <= each.most);
            CHECK(data.row_of<&lot::item, &lot::number>(*each.item, *each.lot_number).has_value());
        }
    }
    CHECK(without > 500);
    CHECK(without < 1'000);
}
