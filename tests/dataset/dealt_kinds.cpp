// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <synth/core/plan_error.hpp>
#include <synth/dataset/dealt_kinds.hpp>
#include <synth/dataset/row_fit.hpp>

#include "kinds.hpp"

using kinds::database;

namespace {

std::map<std::int32_t, std::string> vehicles(const synth::dataset<database>& data) {
    std::map<std::int32_t, std::string> all;
    for (const kinds::vehicle& each : data.rows<kinds::vehicle>()) {
        all[each.id] = each.kind;
    }
    return all;
}

} // namespace

TEST_CASE("each kind has as many rows as any other, give or take one") {
    std::map<std::string, int> count;
    for (const auto& [id, kind] : vehicles(synth::dataset<database>{})) {
        ++count[kind];
    }
    CHECK(count.size() == 3);
    for (const auto& [kind, rows] : count) {
        CHECK(rows >= 33);
        CHECK(rows <= 34);
    }
}

TEST_CASE("children find parents of the kind that their checks ask for, whatever the way") {
    const synth::dataset<database> data;
    const auto of = vehicles(data);
    std::set<std::int32_t> cars;
    for (const kinds::car& each : data.rows<kinds::car>()) {
        CHECK(each.kind == "car");
        CHECK(of.at(each.id) == "car");
        CHECK(cars.insert(each.id).second);
    }
    std::set<std::string> parked;
    for (const kinds::parking& each : data.rows<kinds::parking>()) {
        CHECK(each.kind != "truck");
        CHECK(of.at(each.vehicle_id) == each.kind);
        parked.insert(each.kind);
    }
    CHECK(parked.size() == 2);
    std::set<std::pair<std::int32_t, std::int32_t>> wheels;
    std::set<std::int32_t> with_wheels;
    for (const kinds::wheel& each : data.rows<kinds::wheel>()) {
        CHECK(each.kind == "car");
        CHECK(of.at(each.car_id) == "car");
        CHECK(wheels.emplace(each.car_id, each.number).second);
        with_wheels.insert(each.car_id);
    }
    CHECK(with_wheels.size() >= 33);
    std::set<std::pair<std::int32_t, std::int32_t>> tolls;
    for (const kinds::toll& each : data.rows<kinds::toll>()) {
        CHECK(each.kind == "truck");
        CHECK(of.at(each.truck_id) == "truck");
        CHECK(tolls.emplace(each.road_id, each.truck_id).second);
    }
}

TEST_CASE("among the parents of a group those of the kind are found") {
    const synth::dataset<database> data;
    std::map<std::pair<std::int32_t, std::int32_t>, kinds::fuel> machines;
    for (const kinds::machine& each : data.rows<kinds::machine>()) {
        machines[{each.company_id, each.number}] = each.burns;
    }
    for (const kinds::job& each : data.rows<kinds::job>()) {
        CHECK(each.burns == kinds::fuel::diesel);
        CHECK(machines.at({each.company_id, each.machine}) == kinds::fuel::diesel);
    }
    std::set<std::tuple<std::int32_t, std::int32_t, std::int32_t>> skills;
    for (const kinds::skill& each : data.rows<kinds::skill>()) {
        CHECK(each.burns != kinds::fuel::none);
        CHECK(machines.at({each.company_id, each.machine}) == each.burns);
        CHECK(skills.emplace(each.company_id, each.worker, each.machine).second);
    }
}

TEST_CASE(
    "kinds are sets of numbers where checks divide many of them, and truths and texts that nobody lists") {
    const synth::dataset<database> data;
    std::map<std::int64_t, kinds::person> persons;
    std::set<std::int16_t> ages;
    for (const kinds::person& each : data.rows<kinds::person>()) {
        CHECK(each.age >= 0);
        CHECK(each.age < 120);
        ages.insert(each.age);
        persons[each.id] = each;
    }
    CHECK(ages.size() > 20);
    for (const kinds::licence& each : data.rows<kinds::licence>()) {
        CHECK(each.age >= 18);
        CHECK(persons.at(each.person_id).age == each.age);
    }
    for (const kinds::pupil& each : data.rows<kinds::pupil>()) {
        CHECK(each.age >= 6);
        CHECK(each.age <= 20);
        CHECK(persons.at(each.person_id).age == each.age);
    }
    for (const kinds::card& each : data.rows<kinds::card>()) {
        CHECK(each.member);
        CHECK(persons.at(each.person_id).member);
    }
    std::map<std::int64_t, std::string> topics;
    for (const kinds::note& each : data.rows<kinds::note>()) {
        topics[each.id] = each.topic;
    }
    for (const kinds::reply& each : data.rows<kinds::reply>()) {
        CHECK(each.topic == "synth");
        CHECK(topics.at(each.note_id) == "synth");
    }
}

TEST_CASE("what other columns are follows the kind, also where checks tie them together") {
    const synth::dataset<database> data;
    int horns = 0;
    for (const kinds::vehicle& each : data.rows<kinds::vehicle>()) {
        CHECK((each.kind != "bike" || !each.horn));
        horns += each.horn ? 1 : 0;
    }
    CHECK(horns > 40);
}

TEST_CASE("there are no more children than parents of the kind, and too many are refused with their number") {
    CHECK_THROWS_WITH_AS((synth::dataset<database>{synth::count<kinds::car>{35}}),
                         doctest::Contains("car(id, kind) -> vehicle: 35 rows need as many distinct parents"),
                         synth::plan_error);
    synth::plan_options<database> options;
    options.rows.fill(600);
    std::array<bool, database::table_count> flexible{};
    flexible.fill(true);
    const auto why = synth::fit_rows(options, flexible);
    CHECK(options.rows[2] == 200);
    CHECK(why[2] == "one for each row of vehicle");
    CHECK(options.rows[0] <= 200);
    CHECK(synth::dataset<database>{options}.size<kinds::job>() == 600);
}

TEST_CASE("where the parent has rows, but none of the kind, so many are asked for as have one") {
    CHECK_THROWS_WITH_AS(
        (synth::dataset<database>{synth::count<kinds::vehicle>{1}}),
        "synth: car(id, kind) -> vehicle: 30 rows need a parent, but the parent has no row of the kind that "
        "their checks ask for; plan at least 3",
        synth::plan_error);
    CHECK_THROWS_WITH_AS(
        (synth::dataset<database>{synth::count<kinds::vehicle>{1}, synth::count<kinds::car>{0},
                                  synth::count<kinds::parking>{1}}),
        doctest::Contains(
            "wheel(car_id, kind) -> vehicle: 120 rows need a parent, but the parent has no row of "
            "the kind that their checks ask for; plan at least 3"),
        synth::plan_error);
}

TEST_CASE("groups without a parent of the kind are refused") {
    CHECK_THROWS_WITH_AS((synth::dataset<database>{synth::count<kinds::machine>{16}}),
                         doctest::Contains("groups need 3 rows of machine each"), synth::plan_error);
}

namespace {

struct article {
    std::int64_t id{};
    std::int32_t code{};
    std::string status; // of one letter, with no check
    std::string size;
};
struct tens { // numbers that come again
    std::int64_t id{};
    std::int32_t code{};
};
struct ones {
    std::int64_t id{};
    std::int32_t code{};
};
struct many { // more exceptions than a set has intervals
    std::int64_t id{};
    std::int32_t code{};
};
struct present { // forbids a text
    std::int64_t id{};
    std::string status;
};
struct closed {
    std::int64_t id{};
    std::string status;
};
struct grown { // a text of five letters and seven bytes
    std::int64_t id{};
    std::string size;
};
using articles = synth::schema<article, tens, ones, many, present, closed, grown>;
using turned = synth::schema<grown, closed, present, many, ones, tens, article>;

template<auto Id, auto Column, auto Parent>
constexpr auto to_article() {
    return synth::references<synth::columns<Id, Column>, synth::columns<&article::id, Parent>>();
}

template<std::size_t... Numbers>
constexpr auto all_but(std::index_sequence<Numbers...>) {
    return (... && (synth::value<&many::code> != static_cast<int>(Numbers) * 100));
}

} // namespace

template<>
inline constexpr auto synth::table<article> = synth::describe<article>(
    synth::row_count(300), synth::unique<&article::id, &article::code>(),
    synth::unique<&article::id, &article::status>(), synth::unique<&article::id, &article::size>(),
    synth::column<&article::status>(synth::fixed_length(1)),
    synth::column<&article::size>(synth::max_length(5)),
    synth::check("code", synth::value<&article::code> >= 0 && synth::value<&article::code> <= 99'999));
template<>
inline constexpr auto synth::table<tens> =
    synth::describe<tens>(synth::row_count(30), to_article<&tens::id, &tens::code, &article::code>(),
                          synth::check("tens", synth::value<&tens::code> % 10 == 0));
template<>
inline constexpr auto synth::table<ones> =
    synth::describe<ones>(synth::row_count(30), to_article<&ones::id, &ones::code, &article::code>(),
                          synth::check("ones", synth::value<&ones::code> % 10 == 1));
template<>
inline constexpr auto synth::table<many> =
    synth::describe<many>(synth::row_count(30), to_article<&many::id, &many::code, &article::code>(),
                          synth::check("but", all_but(std::make_index_sequence<40>{})));
template<>
inline constexpr auto synth::table<present> = synth::describe<present>(
    synth::row_count(250), to_article<&present::id, &present::status, &article::status>(),
    synth::check("but", synth::value<&present::status> != "x" && synth::value<&present::status> != "q"));
template<>
inline constexpr auto synth::table<closed> =
    synth::describe<closed>(synth::row_count(30),
                            to_article<&closed::id, &closed::status, &article::status>(),
                            synth::check("closed", synth::value<&closed::status> == "c"));
template<>
inline constexpr auto synth::table<grown> =
    synth::describe<grown>(synth::row_count(30), to_article<&grown::id, &grown::size, &article::size>(),
                           synth::check("grown", synth::value<&grown::size> == "gr\u00f6\u00dfe"));

namespace {

template<typename Row, typename Column>
void expect_of_articles(const synth::dataset<articles>& data, Column Row::* column, Column article::* parent,
                        bool (*keeps)(const Column&)) {
    std::map<std::int64_t, Column> parents;
    for (const article& each : data.rows<article>()) {
        parents[each.id] = each.*parent;
    }
    for (const Row& each : data.rows<Row>()) {
        CHECK(keeps(each.*column));
        CHECK(parents.at(each.id) == each.*column);
    }
}

} // namespace

TEST_CASE("a kind of numbers is allowed where all of them are") {
    const synth::dataset<articles> data;
    expect_of_articles<tens, std::int32_t>(data, &tens::code, &article::code,
                                           [](const std::int32_t& code) { return code % 10 == 0; });
    expect_of_articles<ones, std::int32_t>(data, &ones::code, &article::code,
                                           [](const std::int32_t& code) { return code % 10 == 1; });
    expect_of_articles<many, std::int32_t>(data, &many::code, &article::code, [](const std::int32_t& code) {
        return code % 100 != 0 || code >= 4'000;
    });
}

TEST_CASE("texts without a name are none that a child forbids, and names are as long as letters count") {
    const synth::dataset<articles> data;
    expect_of_articles<present, std::string>(
        data, &present::status, &article::status,
        [](const std::string& status) { return status != "x" && status != "q"; });
    expect_of_articles<closed, std::string>(data, &closed::status, &article::status,
                                            [](const std::string& status) { return status == "c"; });
    expect_of_articles<grown, std::string>(data, &grown::size, &article::size,
                                           [](const std::string& size) { return size == "gr\u00f6\u00dfe"; });
    std::map<std::string, int> count;
    for (const article& each : data.rows<article>()) {
        ++count[each.status];
    }
    CHECK(count["x"] == 0);
    CHECK(count["c"] >= 144); // half of them, in turns of twelve rows
    CHECK(count["c"] <= 156);
    CHECK(count.size() > 20);
}

TEST_CASE("kinds do not depend on the order of the tables that ask for them") {
    const synth::dataset<articles> data;
    const synth::dataset<turned> other;
    const auto texts = [](const auto& some) {
        std::vector<std::string> all;
        for (const article& each : some.template rows<article>()) {
            all.push_back(std::to_string(each.code) + each.status + each.size);
        }
        return all;
    };
    CHECK(texts(data) == texts(other));
}

namespace {

struct flat {
    std::int64_t id{};
    std::string region;
    bool furnished{};
    std::int16_t floors{};
};
struct holiday { // asks for two columns of three
    std::int64_t id{};
    std::string region;
    bool furnished{};
};
struct tower {
    std::int64_t id{};
    std::int16_t floors{};
};
using flats = synth::schema<flat, holiday, tower>;

} // namespace

template<>
inline constexpr auto synth::table<flat> = synth::describe<flat>(
    synth::row_count(400), synth::unique<&flat::id, &flat::region, &flat::furnished>(),
    synth::unique<&flat::id, &flat::floors>(),
    synth::check("regions", synth::sql::in(synth::value<&flat::region>, "north", "south", "east", "west")));
template<>
inline constexpr auto synth::table<holiday> = synth::describe<holiday>(
    synth::row_count(50), synth::primary_key<&holiday::id>(),
    synth::references<synth::columns<&holiday::id, &holiday::region, &holiday::furnished>,
                      synth::columns<&flat::id, &flat::region, &flat::furnished>>(),
    synth::check("south", synth::value<&holiday::region> == "south"),
    synth::check("furnished", synth::value<&holiday::furnished>));
template<>
inline constexpr auto synth::table<tower> = synth::describe<tower>(
    synth::row_count(150), synth::primary_key<&tower::id>(),
    synth::references<synth::columns<&tower::id, &tower::floors>, synth::columns<&flat::id, &flat::floors>>(),
    synth::check("high", synth::value<&tower::floors> > 10));

TEST_CASE("rows have every combination of the kinds of several columns") {
    const synth::dataset<flats> data;
    std::map<std::string, int> count;
    std::map<std::int64_t, flat> all;
    for (const flat& each : data.rows<flat>()) {
        ++count[each.region + (each.furnished ? "+" : "-") + (each.floors > 10 ? "+" : "-")];
        all[each.id] = each;
    }
    CHECK(count.size() == 16);
    for (const auto& [kind, rows] : count) {
        CHECK(rows == 25);
    }
    for (const holiday& each : data.rows<holiday>()) {
        CHECK(each.region == "south");
        CHECK(all.at(each.id).region == "south");
        CHECK(each.furnished);
        CHECK(all.at(each.id).furnished);
    }
    for (const tower& each : data.rows<tower>()) {
        CHECK(all.at(each.id).floors > 10);
        CHECK(each.floors == all.at(each.id).floors);
    }
    CHECK_THROWS_AS((synth::dataset<flats>{synth::count<holiday>{51}}), synth::plan_error);
}

namespace {

struct model {
    std::int64_t id{};
    std::string serial;
};
struct unit { // has the check of what it repeats
    std::int64_t id{};
    std::string serial;
};
struct part { // allows all kinds, in other words
    std::int64_t id{};
    std::int16_t number{};
    std::string serial;
};
using models = synth::schema<model, unit, part>;

template<auto Serial>
constexpr auto serial_check() {
    return synth::check("serial", synth::value<Serial> == "N/A" ||
                                      synth::sql::matches(synth::value<Serial>, "^[A-Z]{3}[0-9]{4}$"));
}

} // namespace

template<>
inline constexpr auto synth::table<model> =
    synth::describe<model>(synth::unique<&model::id, &model::serial>(), serial_check<&model::serial>());
template<>
inline constexpr auto synth::table<unit> = synth::describe<unit>(
    synth::primary_key<&unit::id>(),
    synth::references<synth::columns<&unit::id, &unit::serial>, synth::columns<&model::id, &model::serial>>(),
    serial_check<&unit::serial>());
template<>
inline constexpr auto synth::table<part> = synth::describe<part>(
    synth::primary_key<&part::id, &part::number>(),
    synth::references<synth::columns<&part::id, &part::serial>, synth::columns<&model::id, &model::serial>>(),
    synth::check("known", synth::value<&part::serial> == "N/A"));

TEST_CASE("a child that repeats the check of its parent takes any parent") {
    const synth::dataset<models> data{synth::count<model>{200}, synth::count<unit>{200},
                                      synth::count<part>{200}};
    std::map<std::int64_t, std::string> serials;
    for (const model& each : data.rows<model>()) {
        serials[each.id] = each.serial;
    }
    std::set<std::int64_t> units;
    for (const unit& each : data.rows<unit>()) {
        CHECK(serials.at(each.id) == each.serial);
        units.insert(each.id);
    }
    CHECK(units.size() == 200);
    for (const part& each : data.rows<part>()) {
        CHECK(each.serial == "N/A");
        CHECK(serials.at(each.id) == "N/A");
    }
}
