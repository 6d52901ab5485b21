// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

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

TEST_CASE("groups without a parent of the kind are refused") {
    CHECK_THROWS_WITH_AS((synth::dataset<database>{synth::count<kinds::machine>{16}}),
                         doctest::Contains("groups need 3 rows of machine each"), synth::plan_error);
}
