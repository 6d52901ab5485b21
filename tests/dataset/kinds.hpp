// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_TESTS_DATASET_KINDS_HPP
#define SYNTH_TESTS_DATASET_KINDS_HPP

#include <cstdint>
#include <optional>
#include <string>

#include <synth/dataset/dataset.hpp>

// Subtypes: children that refer to parents of one kind, in every way in which a reference finds its parent.
namespace kinds {

enum class fuel : std::uint8_t { petrol, diesel, none };

struct company {
    std::int32_t id{};
};
struct vehicle { // of three kinds
    std::int32_t id{};
    std::string kind;
    std::int32_t company_id{};
    std::optional<std::string> horn;
};
struct car { // one to one
    std::int32_t id{};
    std::string kind;
};
struct parking { // drawn, of two kinds
    std::int64_t id{};
    std::int32_t vehicle_id{};
    std::string kind;
};
struct wheel { // owned
    std::int32_t car_id{};
    std::string kind;
    std::int32_t number{};
};
struct road {
    std::int32_t id{};
};
struct toll { // a partner
    std::int32_t road_id{};
    std::int32_t truck_id{};
    std::string kind;
};
struct machine {
    std::int32_t company_id{};
    std::int32_t number{};
    fuel burns{};
};
struct worker {
    std::int32_t company_id{};
    std::int32_t number{};
};
struct job { // matched: a machine of the worker's company
    std::int64_t id{};
    std::int32_t company_id{};
    std::int32_t worker{};
    std::int32_t machine{};
    fuel burns{};
};
struct skill { // matched and distinct
    std::int32_t company_id{};
    std::int32_t worker{};
    std::int32_t machine{};
    fuel burns{};
};
struct person { // more ages than are told apart
    std::int64_t id{};
    std::int16_t age{};
    bool member{};
};
struct licence {
    std::int64_t person_id{};
    std::int16_t age{};
};
struct pupil {
    std::int64_t person_id{};
    std::int32_t age{};
};
struct card { // a truth
    std::int64_t id{};
    std::int64_t person_id{};
    bool member{};
};
struct note { // texts without a list of kinds
    std::int64_t id{};
    std::string topic;
};
struct reply {
    std::int64_t id{};
    std::int64_t note_id{};
    std::string topic;
};

using database = synth::schema<company, vehicle, car, parking, wheel, road, toll, machine, worker, job, skill,
                               person, licence, pupil, card, note, reply>;

} // namespace kinds

template<>
inline constexpr auto synth::labels<kinds::fuel> =
    std::to_array<std::string_view>({"petrol", "diesel", "none"});
template<>
inline constexpr auto synth::table<kinds::company> = synth::describe<kinds::company>(synth::row_count(8));
template<>
inline constexpr auto synth::table<kinds::vehicle> = synth::describe<kinds::vehicle>(
    synth::row_count(100), synth::unique<&kinds::vehicle::id, &kinds::vehicle::kind>(),
    synth::references<&kinds::vehicle::company_id, &kinds::company::id>(synth::even()),
    synth::check("kinds", synth::sql::in(synth::value<&kinds::vehicle::kind>, "car", "truck", "bike")),
    synth::check("bikes_have_no_horn", synth::value<&kinds::vehicle::kind> != "bike" ||
                                           synth::sql::is_null(synth::value<&kinds::vehicle::horn>)));
template<>
inline constexpr auto synth::table<kinds::car> = synth::describe<kinds::car>(
    synth::row_count(30),
    synth::references<synth::columns<&kinds::car::id, &kinds::car::kind>,
                      synth::columns<&kinds::vehicle::id, &kinds::vehicle::kind>>(),
    synth::check("is_car", synth::value<&kinds::car::kind> == "car"));
template<>
inline constexpr auto synth::table<kinds::parking> = synth::describe<kinds::parking>(
    synth::row_count(200),
    synth::references<synth::columns<&kinds::parking::vehicle_id, &kinds::parking::kind>,
                      synth::columns<&kinds::vehicle::id, &kinds::vehicle::kind>>(),
    synth::check("no_truck", synth::value<&kinds::parking::kind> != "truck"));
template<>
inline constexpr auto synth::table<kinds::wheel> = synth::describe<kinds::wheel>(
    synth::row_count(120), synth::primary_key<&kinds::wheel::car_id, &kinds::wheel::number>(),
    synth::references<synth::columns<&kinds::wheel::car_id, &kinds::wheel::kind>,
                      synth::columns<&kinds::vehicle::id, &kinds::vehicle::kind>>(),
    synth::check("is_car", synth::value<&kinds::wheel::kind> == "car"));
template<>
inline constexpr auto synth::table<kinds::road> = synth::describe<kinds::road>(synth::row_count(5));
template<>
inline constexpr auto synth::table<kinds::toll> = synth::describe<kinds::toll>(
    synth::row_count(150), synth::primary_key<&kinds::toll::road_id, &kinds::toll::truck_id>(),
    synth::references<&kinds::toll::road_id, &kinds::road::id>(synth::even()),
    synth::references<synth::columns<&kinds::toll::truck_id, &kinds::toll::kind>,
                      synth::columns<&kinds::vehicle::id, &kinds::vehicle::kind>>(),
    synth::check("is_truck", synth::value<&kinds::toll::kind> == "truck"));
template<>
inline constexpr auto synth::table<kinds::machine> = synth::describe<kinds::machine>(
    synth::row_count(80), synth::primary_key<&kinds::machine::company_id, &kinds::machine::number>(),
    synth::unique<&kinds::machine::company_id, &kinds::machine::number, &kinds::machine::burns>(),
    synth::references<&kinds::machine::company_id, &kinds::company::id>());
template<>
inline constexpr auto synth::table<kinds::worker> =
    synth::describe<kinds::worker>(synth::row_count(40),
                                   synth::primary_key<&kinds::worker::company_id, &kinds::worker::number>(),
                                   synth::references<&kinds::worker::company_id, &kinds::company::id>());
template<>
inline constexpr auto synth::table<kinds::job> = synth::describe<kinds::job>(
    synth::row_count(300),
    synth::references<synth::columns<&kinds::job::company_id, &kinds::job::worker>,
                      synth::columns<&kinds::worker::company_id, &kinds::worker::number>>(),
    synth::references<
        synth::columns<&kinds::job::company_id, &kinds::job::machine, &kinds::job::burns>,
        synth::columns<&kinds::machine::company_id, &kinds::machine::number, &kinds::machine::burns>>(),
    synth::check("is_diesel", synth::value<&kinds::job::burns> == kinds::fuel::diesel));
template<>
inline constexpr auto synth::table<kinds::skill> = synth::describe<kinds::skill>(
    synth::row_count(80),
    synth::primary_key<&kinds::skill::company_id, &kinds::skill::worker, &kinds::skill::machine>(),
    synth::references<synth::columns<&kinds::skill::company_id, &kinds::skill::worker>,
                      synth::columns<&kinds::worker::company_id, &kinds::worker::number>>(),
    synth::references<
        synth::columns<&kinds::skill::company_id, &kinds::skill::machine, &kinds::skill::burns>,
        synth::columns<&kinds::machine::company_id, &kinds::machine::number, &kinds::machine::burns>>(),
    synth::check("burns", synth::value<&kinds::skill::burns> != kinds::fuel::none));
template<>
inline constexpr auto synth::table<kinds::person> = synth::describe<kinds::person>(
    synth::row_count(90), synth::unique<&kinds::person::id, &kinds::person::age>(),
    synth::unique<&kinds::person::id, &kinds::person::member>(),
    synth::check("age", synth::value<&kinds::person::age> >= 0 && synth::value<&kinds::person::age> < 120));
template<>
inline constexpr auto synth::table<kinds::licence> = synth::describe<kinds::licence>(
    synth::row_count(25), synth::primary_key<&kinds::licence::person_id>(),
    synth::references<synth::columns<&kinds::licence::person_id, &kinds::licence::age>,
                      synth::columns<&kinds::person::id, &kinds::person::age>>(),
    synth::check("adult", synth::value<&kinds::licence::age> >= 18));
template<>
inline constexpr auto synth::table<kinds::pupil> = synth::describe<kinds::pupil>(
    synth::row_count(25), synth::primary_key<&kinds::pupil::person_id>(),
    synth::references<synth::columns<&kinds::pupil::person_id, &kinds::pupil::age>,
                      synth::columns<&kinds::person::id, &kinds::person::age>>(),
    synth::check("school", synth::value<&kinds::pupil::age> >= 6 && synth::value<&kinds::pupil::age> <= 20));
template<>
inline constexpr auto synth::table<kinds::card> = synth::describe<kinds::card>(
    synth::row_count(60),
    synth::references<synth::columns<&kinds::card::person_id, &kinds::card::member>,
                      synth::columns<&kinds::person::id, &kinds::person::member>>(),
    synth::check("members_only", synth::value<&kinds::card::member>));
template<>
inline constexpr auto synth::table<kinds::note> = synth::describe<kinds::note>(
    synth::row_count(30), synth::unique<&kinds::note::id, &kinds::note::topic>());
template<>
inline constexpr auto synth::table<kinds::reply> = synth::describe<kinds::reply>(
    synth::row_count(60),
    synth::references<synth::columns<&kinds::reply::note_id, &kinds::reply::topic>,
                      synth::columns<&kinds::note::id, &kinds::note::topic>>(),
    synth::check("on_topic", synth::value<&kinds::reply::topic> == "synth"));

#endif
