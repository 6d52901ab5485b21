// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/fewest_choices.hpp>

namespace {

struct tenant {
    std::int64_t id{};
};
struct person {
    std::int64_t tenant_id{};
    std::int64_t number{};
};
struct profile {
    std::int64_t tenant_id{};
};
using database = synth::schema<tenant, person, profile>;

struct floor {
    std::int64_t id{};
    std::string kind;
};
struct flat { // of any kind, which is said in other words
    std::int64_t floor_id{};
    std::int32_t number{};
    std::string kind;
};
struct shop { // of one kind
    std::int64_t floor_id{};
    std::int32_t number{};
    std::string kind;
};
using houses = synth::schema<floor, flat, shop>;

} // namespace

template<>
inline constexpr auto synth::table<person> =
    synth::describe<person>(synth::primary_key<&person::tenant_id, &person::number>(),
                            synth::references<&person::tenant_id, &tenant::id>());
template<>
inline constexpr auto synth::table<profile> = synth::describe<profile>(
    synth::primary_key<&profile::tenant_id>(), synth::references<&profile::tenant_id, &tenant::id>());

template<>
inline constexpr auto synth::table<floor> =
    synth::describe<floor>(synth::unique<&floor::id, &floor::kind>(),
                           synth::check("kinds", synth::sql::in(synth::value<&floor::kind>, "low", "high")));
template<>
inline constexpr auto synth::table<flat> =
    synth::describe<flat>(synth::primary_key<&flat::floor_id, &flat::number>(),
                          synth::references<synth::columns<&flat::floor_id, &flat::kind>,
                                            synth::columns<&floor::id, &floor::kind>>(),
                          synth::check("any", synth::value<&flat::kind> != "cellar"));
template<>
inline constexpr auto synth::table<shop> =
    synth::describe<shop>(synth::primary_key<&shop::floor_id, &shop::number>(),
                          synth::references<synth::columns<&shop::floor_id, &shop::kind>,
                                            synth::columns<&floor::id, &floor::kind>>(),
                          synth::check("low", synth::value<&shop::kind> == "low"));

TEST_CASE("a parent of a kind that a reference does not take has none, and else its even share") {
    synth::plan_options<houses> options;
    options.rows = {10, 35, 35};
    static_assert(synth::is_selective<houses, 0>);
    CHECK(synth::fewest_children<houses, 0>(options) == 3);
    CHECK(synth::fewest_children<houses, 1>(options) == 0);
    CHECK(synth::fewest_children<houses, 1>(options, 4) == 14); // two of four floors, 35 shops on five
    CHECK(synth::parents_for<houses, 1>(options, 14) == 4);
    CHECK(synth::parents_for<houses, 1>(options, 15) == 6);
}

TEST_CASE("a parent that owns rows has at least its even share") {
    synth::plan_options<database> options;
    options.rows = {4, 11, 4};
    CHECK(synth::fewest_children<database, 0>(options) == 2);
    CHECK(synth::fewest_children<database, 0>(options, 3) == 8);
    CHECK(synth::parents_for<database, 0>(options, 8) == 3);
    constexpr synth::reference_path one{.references = {0}, .size = 1};
    CHECK(synth::fewest_choices<one>(options) == 2);
    constexpr synth::reference_path nowhere{};
    CHECK(synth::fewest_choices<nowhere>(options) == 1);
}

TEST_CASE("one to one there is a child for each parent, or for some none") {
    synth::plan_options<database> options;
    options.rows = {4, 11, 4};
    CHECK(synth::fewest_children<database, 1>(options) == 1);
    CHECK(synth::fewest_children<database, 1>(options, 3) == 3);
    CHECK(synth::parents_for<database, 1>(options, 3) == 3);
    options.rows = {4, 11, 3};
    CHECK(synth::fewest_children<database, 1>(options) == 0);
    CHECK_MESSAGE((synth::fewest_children<database, 1>(options, 3) == 0), "those without lie anywhere");
    CHECK(synth::parents_for<database, 1>(options, 1) == 0);
}
