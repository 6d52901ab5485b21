// SPDX-License-Identifier: BSL-1.0
// Tables that are filled outside, and references of every mode to their rows.
#ifndef SYNTH_TESTS_DATASET_OUTSIDE_HPP
#define SYNTH_TESTS_DATASET_OUTSIDE_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <synth/dataset/dataset.hpp>
#include <synth/generate/zipf.hpp>
#include <synth/schema/check.hpp>

namespace outside {

struct country { // a text for a key, a second key, and a column that nobody reads
    std::string code;
    std::optional<std::int32_t> number;
    std::optional<double> area;
};
struct city { // a key of two columns
    synth::uuid region;
    std::string name;
};
struct tenant {
    std::int64_t id{};
};

struct customer { // drawn
    std::int64_t id{};
    std::string home;
    std::optional<std::string> second_home;
    std::int16_t number{};
    synth::uuid region;
    std::string city;
};
struct embassy { // injective
    std::string code;
    std::optional<std::int32_t> seat;
};
struct law { // owned
    std::string code;
    std::int32_t paragraph{};
};
struct treaty { // partners
    std::string first;
    std::string second;
};
struct border { // pairs that a check compares
    std::string lesser;
    std::string greater;
};
struct user { // a parent outside is the ancestor in which references meet
    std::int64_t tenant{};
    std::int32_t id{};
};
struct project {
    std::int64_t tenant{};
    std::int32_t id{};
};
struct membership { // matched
    std::int64_t tenant{};
    std::int32_t user{};
    std::int32_t project{};
};

using database =
    synth::schema<customer, country, embassy, city, law, treaty, border, user, project, membership, tenant>;

} // namespace outside

template<>
inline constexpr auto synth::table<outside::country> =
    synth::describe<outside::country>(synth::filled_outside(), synth::primary_key<&outside::country::code>(),
                                      synth::unique<&outside::country::number>(),
                                      synth::unique<&outside::country::area>());
template<>
inline constexpr auto synth::table<outside::city> =
    synth::describe<outside::city>(synth::filled_outside(), synth::in_schema("geo"),
                                   synth::column<&outside::city::name>(max_length(20)),
                                   synth::primary_key<&outside::city::region, &outside::city::name>());
template<>
inline constexpr auto synth::table<outside::tenant> =
    synth::describe<outside::tenant>(synth::filled_outside());
template<>
inline constexpr auto synth::table<outside::customer> = synth::describe<outside::customer>(
    synth::row_count(300), synth::references<&outside::customer::home, &outside::country::code>(zipf(1.1)),
    synth::references<&outside::customer::second_home, &outside::country::code>(),
    synth::references<&outside::customer::number, &outside::country::number>(),
    synth::references<synth::columns<&outside::customer::region, &outside::customer::city>,
                      synth::columns<&outside::city::region, &outside::city::name>>());
template<>
inline constexpr auto synth::table<outside::embassy> = synth::describe<outside::embassy>(
    synth::row_count(4), synth::primary_key<&outside::embassy::code>(),
    synth::references<&outside::embassy::code, &outside::country::code>(),
    synth::unique<&outside::embassy::seat>(),
    synth::references<&outside::embassy::seat, &outside::country::number>());
template<>
inline constexpr auto synth::table<outside::law> = synth::describe<outside::law>(
    synth::row_count(40), synth::primary_key<&outside::law::code, &outside::law::paragraph>(),
    synth::references<&outside::law::code, &outside::country::code>(children_between(2, 12)));
template<>
inline constexpr auto synth::table<outside::treaty> =
    synth::describe<outside::treaty>(synth::row_count(20),
                                     synth::primary_key<&outside::treaty::first, &outside::treaty::second>(),
                                     synth::references<&outside::treaty::first, &outside::country::code>(),
                                     synth::references<&outside::treaty::second, &outside::country::code>());
template<>
inline constexpr auto synth::table<outside::border> = synth::describe<outside::border>(
    synth::row_count(12), synth::primary_key<&outside::border::lesser, &outside::border::greater>(),
    synth::references<&outside::border::lesser, &outside::country::code>(),
    synth::references<&outside::border::greater, &outside::country::code>(),
    synth::check("ordered",
                 synth::value<&outside::border::lesser> < synth::value<&outside::border::greater>));
template<>
inline constexpr auto synth::table<outside::user> =
    synth::describe<outside::user>(synth::row_count(30),
                                   synth::primary_key<&outside::user::tenant, &outside::user::id>(),
                                   synth::references<&outside::user::tenant, &outside::tenant::id>());
template<>
inline constexpr auto synth::table<outside::project> =
    synth::describe<outside::project>(synth::row_count(20),
                                      synth::primary_key<&outside::project::tenant, &outside::project::id>(),
                                      synth::references<&outside::project::tenant, &outside::tenant::id>());
template<>
inline constexpr auto synth::table<outside::membership> = synth::describe<outside::membership>(
    synth::row_count(50),
    synth::primary_key<&outside::membership::tenant, &outside::membership::user,
                       &outside::membership::project>(),
    synth::references<synth::columns<&outside::membership::tenant, &outside::membership::user>,
                      synth::columns<&outside::user::tenant, &outside::user::id>>(),
    synth::references<synth::columns<&outside::membership::tenant, &outside::membership::project>,
                      synth::columns<&outside::project::tenant, &outside::project::id>>());

namespace outside {

inline std::vector<country> countries() {
    return {{"FR", 250, {}},           {"DE", 276, {}},  {"", 7, {}},
            {"we\"ird, \n\\N", 9, {}}, {"ÅX", 248, 1.5}, {"AT", 40, {}}};
}
inline std::vector<city> cities() {
    return {{synth::uuid{{2}}, "Ulm"}, {synth::uuid{{1}}, "Ulm"}, {synth::uuid{{1}}, "Bonn"}};
}
inline std::vector<tenant> tenants() { return {{70}, {-3}, {9'000'000'000}, {1}}; }

inline synth::plan_options<database> options() {
    synth::plan_options<database> all;
    all.apply(synth::existing_rows<country>{countries()});
    all.apply(synth::existing_rows<city>{cities()});
    all.apply(synth::existing_rows<tenant>{tenants()});
    return all;
}

} // namespace outside

#endif
