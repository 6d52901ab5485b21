// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_TESTS_DATASET_SHAPES_HPP
#define SYNTH_TESTS_DATASET_SHAPES_HPP

#include <cstdint>
#include <optional>

#include <synth/dataset/dataset.hpp>

// Tables that refer to each other in ways that are harder than trees.
namespace shapes {

struct tenant {
    std::int32_t id{};
};
struct project { // project and task refer to each other
    std::int32_t tenant_id{};
    std::int32_t id{};
    std::optional<std::int32_t> first_task;
};
struct task { // only the second reference can decide the first
    std::int64_t id{};
    std::int32_t tenant_id{};
    std::int32_t project_id{};
    std::optional<std::int64_t> before; // a list
};
struct dependent { // by tenant, and by what is one to one with it
    std::int32_t id{};
    std::int32_t tenant_id{};
    std::int32_t project_id{};
};
struct base { // one table for each class
    std::int32_t id{};
    std::int32_t kind{};
};
struct derived {
    std::int32_t id{};
    std::int32_t kind{};
};
struct settings { // one to one with the tenant
    std::int32_t tenant_id{};
    std::int32_t number{};
};
struct uses_settings { // a group whose parents are one to one with it
    std::int32_t id{};
    std::int32_t tenant_id{};
    std::int32_t project_id{};
    std::int32_t settings_number{};
};
struct triple { // three of a tenant
    std::int32_t tenant_id{};
    std::int32_t a{};
    std::int32_t b{};
    std::int32_t c{};
};
struct message { // the room is no table
    std::int32_t room_id{};
    std::int32_t id{};
    std::optional<std::int32_t> answers;
};
struct person {
    std::int32_t id{};
};
struct visit { // by person, and by tenant
    std::int32_t person_id{};
    std::int32_t number{};
    std::int32_t tenant_id{};
    std::int32_t code{};
};
struct bill { // its visit is of the tenant
    std::int32_t id{};
    std::int32_t tenant_id{};
    std::int32_t project_id{};
    std::int32_t visit_code{};
};
struct torn { // cannot agree with both, but need not
    std::int32_t id{};
    std::int32_t tenant_id{};
    std::int32_t project_id{};
    std::optional<std::int32_t> other;
};
struct lonely {
    std::int32_t tenant_id{};
    std::int32_t other{};
};
struct shelf {
    std::int32_t letter{};
    std::int32_t place{};
};
struct book { // on each shelf one
    std::int32_t id{};
    std::int32_t letter{};
    std::int32_t place{};
};
struct guide { // to the place of a book, and the shelf of any letter at that place
    std::int32_t id{};
    std::int32_t shelf_letter{};
    std::int32_t place{};
    std::int32_t book_letter{};
};

struct team { // its captain, and perhaps another, are two of its own players
    std::int32_t id{};
    std::int32_t captain{};
    std::optional<std::int32_t> second;
};
struct player {
    std::int32_t team_id{};
    std::int32_t number{};
};
struct company { // its head is one of the people of one of its departments
    std::int32_t id{};
    std::int64_t head{};
};
struct department {
    std::int32_t company_id{};
    std::int32_t number{};
};
struct employee {
    std::int64_t id{};
    std::int32_t company_id{};
    std::int32_t department{};
};
struct contest {
    std::int32_t id{};
};
struct candidate {
    std::int32_t contest_id{};
    std::int16_t number{};
};
struct elected { // numbered within the contest, each candidate once
    std::int32_t contest_id{};
    std::int16_t seat{};
    std::int16_t candidate_number{};
};
using seats = synth::schema<contest, candidate, elected>;
using choices_of_row = synth::schema<team, player, company, department, employee>;
struct principal { // of a tenant: anybody
    std::int32_t tenant_id{};
    std::int32_t number{};
};
struct person_account { // some principals
    std::int32_t tenant_id{};
    std::int32_t number{};
};
struct group_account { // some, which may be the same
    std::int32_t tenant_id{};
    std::int32_t number{};
};
struct administrator { // some persons
    std::int32_t tenant_id{};
    std::int32_t number{};
};
struct membership { // of one tenant, by what is one to one with a principal, and with a person
    std::int32_t tenant_id{};
    std::int32_t group_number{};
    std::int32_t member{};
    std::int32_t granted_by{};
    std::int32_t confirmed_by{};
};
using subtypes = synth::schema<tenant, principal, person_account, group_account, administrator, membership>;
using database = synth::schema<tenant, project, task, dependent, base, derived, settings, uses_settings,
                               triple, message, person, visit, bill, torn, lonely, shelf, book, guide>;

} // namespace shapes

template<>
inline constexpr auto synth::table<shapes::tenant> = synth::describe<shapes::tenant>(synth::row_count(4));
template<>
inline constexpr auto synth::table<shapes::project> = synth::describe<shapes::project>(
    synth::row_count(13), synth::primary_key<&shapes::project::tenant_id, &shapes::project::id>(),
    synth::references<synth::columns<&shapes::project::tenant_id, &shapes::project::first_task>,
                      synth::columns<&shapes::task::tenant_id, &shapes::task::id>>(),
    synth::references<&shapes::project::tenant_id, &shapes::tenant::id>());
template<>
inline constexpr auto synth::table<shapes::task> = synth::describe<shapes::task>(
    synth::row_count(40), synth::unique<&shapes::task::tenant_id, &shapes::task::id>(),
    synth::unique<&shapes::task::before>(),
    synth::references<synth::columns<&shapes::task::tenant_id, &shapes::task::project_id>,
                      synth::columns<&shapes::project::tenant_id, &shapes::project::id>>(),
    synth::references<&shapes::task::tenant_id, &shapes::tenant::id>(),
    synth::references<&shapes::task::before, &shapes::task::id>());
template<>
inline constexpr auto synth::table<shapes::dependent> = synth::describe<shapes::dependent>(
    synth::row_count(30),
    synth::references<synth::columns<&shapes::dependent::tenant_id, &shapes::dependent::project_id>,
                      synth::columns<&shapes::project::tenant_id, &shapes::project::id>>(),
    synth::references<&shapes::dependent::tenant_id, &shapes::settings::tenant_id>());
template<>
inline constexpr auto synth::table<shapes::base> = synth::describe<shapes::base>(
    synth::row_count(12), synth::unique<&shapes::base::id, &shapes::base::kind>());
template<>
inline constexpr auto synth::table<shapes::derived> = synth::describe<shapes::derived>(
    synth::row_count(9), synth::references<&shapes::derived::id, &shapes::base::id>(),
    synth::references<synth::columns<&shapes::derived::id, &shapes::derived::kind>,
                      synth::columns<&shapes::base::id, &shapes::base::kind>>());
template<>
inline constexpr auto synth::table<shapes::settings> = synth::describe<shapes::settings>(
    synth::row_count(4), synth::primary_key<&shapes::settings::tenant_id>(),
    synth::unique<&shapes::settings::tenant_id, &shapes::settings::number>(),
    synth::references<&shapes::settings::tenant_id, &shapes::tenant::id>());
template<>
inline constexpr auto synth::table<shapes::uses_settings> = synth::describe<shapes::uses_settings>(
    synth::row_count(30),
    synth::references<synth::columns<&shapes::uses_settings::tenant_id, &shapes::uses_settings::project_id>,
                      synth::columns<&shapes::project::tenant_id, &shapes::project::id>>(),
    synth::references<
        synth::columns<&shapes::uses_settings::tenant_id, &shapes::uses_settings::settings_number>,
        synth::columns<&shapes::settings::tenant_id, &shapes::settings::number>>());
template<>
inline constexpr auto synth::table<shapes::triple> = synth::describe<shapes::triple>(
    synth::row_count(100),
    synth::primary_key<&shapes::triple::tenant_id, &shapes::triple::a, &shapes::triple::b,
                       &shapes::triple::c>(),
    synth::references<synth::columns<&shapes::triple::tenant_id, &shapes::triple::a>,
                      synth::columns<&shapes::project::tenant_id, &shapes::project::id>>(),
    synth::references<synth::columns<&shapes::triple::tenant_id, &shapes::triple::b>,
                      synth::columns<&shapes::project::tenant_id, &shapes::project::id>>(),
    synth::references<synth::columns<&shapes::triple::tenant_id, &shapes::triple::c>,
                      synth::columns<&shapes::project::tenant_id, &shapes::project::id>>());
template<>
inline constexpr auto synth::table<shapes::message> = synth::describe<shapes::message>(
    synth::row_count(20), synth::primary_key<&shapes::message::room_id, &shapes::message::id>(),
    synth::references<synth::columns<&shapes::message::room_id, &shapes::message::answers>,
                      synth::columns<&shapes::message::room_id, &shapes::message::id>>());
template<>
inline constexpr auto synth::table<shapes::person> = synth::describe<shapes::person>(synth::row_count(7));
template<>
inline constexpr auto synth::table<shapes::visit> =
    synth::describe<shapes::visit>(synth::row_count(50),
                                   synth::primary_key<&shapes::visit::person_id, &shapes::visit::number>(),
                                   synth::unique<&shapes::visit::tenant_id, &shapes::visit::code>(),
                                   synth::references<&shapes::visit::person_id, &shapes::person::id>(),
                                   synth::references<&shapes::visit::tenant_id, &shapes::tenant::id>());
template<>
inline constexpr auto synth::table<shapes::bill> = synth::describe<shapes::bill>(
    synth::row_count(60),
    synth::references<synth::columns<&shapes::bill::tenant_id, &shapes::bill::project_id>,
                      synth::columns<&shapes::project::tenant_id, &shapes::project::id>>(),
    synth::references<synth::columns<&shapes::bill::tenant_id, &shapes::bill::visit_code>,
                      synth::columns<&shapes::visit::tenant_id, &shapes::visit::code>>());
template<>
inline constexpr auto synth::table<shapes::lonely> = synth::describe<shapes::lonely>(
    synth::row_count(5), synth::primary_key<&shapes::lonely::tenant_id, &shapes::lonely::other>());
template<>
inline constexpr auto synth::table<shapes::torn> = synth::describe<shapes::torn>(
    synth::row_count(25),
    synth::references<synth::columns<&shapes::torn::tenant_id, &shapes::torn::project_id>,
                      synth::columns<&shapes::project::tenant_id, &shapes::project::id>>(),
    synth::references<synth::columns<&shapes::torn::tenant_id, &shapes::torn::other>,
                      synth::columns<&shapes::lonely::tenant_id, &shapes::lonely::other>>());
template<>
inline constexpr auto synth::table<shapes::shelf> = synth::describe<shapes::shelf>(
    synth::row_count(30), synth::primary_key<&shapes::shelf::letter, &shapes::shelf::place>());
template<>
inline constexpr auto synth::table<shapes::book> = synth::describe<shapes::book>(
    synth::row_count(25), synth::primary_key<&shapes::book::id>(),
    synth::unique<&shapes::book::letter, &shapes::book::place>(),
    synth::references<synth::columns<&shapes::book::letter, &shapes::book::place>,
                      synth::columns<&shapes::shelf::letter, &shapes::shelf::place>>());
template<>
inline constexpr auto synth::table<shapes::guide> = synth::describe<shapes::guide>(
    synth::row_count(40),
    synth::references<synth::columns<&shapes::guide::shelf_letter, &shapes::guide::place>,
                      synth::columns<&shapes::shelf::letter, &shapes::shelf::place>>(),
    synth::references<synth::columns<&shapes::guide::book_letter, &shapes::guide::place>,
                      synth::columns<&shapes::book::letter, &shapes::book::place>>());
template<>
inline constexpr auto synth::table<shapes::team> = synth::describe<shapes::team>(
    synth::row_count(20), synth::primary_key<&shapes::team::id>(),
    synth::references<synth::columns<&shapes::team::id, &shapes::team::captain>,
                      synth::columns<&shapes::player::team_id, &shapes::player::number>>(),
    synth::references<synth::columns<&shapes::team::id, &shapes::team::second>,
                      synth::columns<&shapes::player::team_id, &shapes::player::number>>());
template<>
inline constexpr auto synth::table<shapes::player> =
    synth::describe<shapes::player>(synth::row_count(90),
                                    synth::primary_key<&shapes::player::team_id, &shapes::player::number>(),
                                    synth::references<&shapes::player::team_id, &shapes::team::id>());
template<>
inline constexpr auto synth::table<shapes::company> = synth::describe<shapes::company>(
    synth::row_count(9), synth::primary_key<&shapes::company::id>(), synth::unique<&shapes::company::head>(),
    synth::references<synth::columns<&shapes::company::id, &shapes::company::head>,
                      synth::columns<&shapes::employee::company_id, &shapes::employee::id>>());
template<>
inline constexpr auto synth::table<shapes::department> = synth::describe<shapes::department>(
    synth::row_count(30), synth::primary_key<&shapes::department::company_id, &shapes::department::number>(),
    synth::references<&shapes::department::company_id, &shapes::company::id>());
template<>
inline constexpr auto synth::table<shapes::employee> = synth::describe<shapes::employee>(
    synth::row_count(100), synth::primary_key<&shapes::employee::id>(),
    synth::unique<&shapes::employee::company_id, &shapes::employee::id>(),
    synth::references<synth::columns<&shapes::employee::company_id, &shapes::employee::department>,
                      synth::columns<&shapes::department::company_id, &shapes::department::number>>());
template<>
inline constexpr auto synth::table<shapes::contest> = synth::describe<shapes::contest>(synth::row_count(12));
template<>
inline constexpr auto synth::table<shapes::candidate> = synth::describe<shapes::candidate>(
    synth::row_count(100), synth::primary_key<&shapes::candidate::contest_id, &shapes::candidate::number>(),
    synth::references<&shapes::candidate::contest_id, &shapes::contest::id>());
template<>
inline constexpr auto synth::table<shapes::elected> = synth::describe<shapes::elected>(
    synth::row_count(60), synth::primary_key<&shapes::elected::contest_id, &shapes::elected::seat>(),
    synth::unique<&shapes::elected::contest_id, &shapes::elected::candidate_number>(),
    synth::references<synth::columns<&shapes::elected::contest_id, &shapes::elected::candidate_number>,
                      synth::columns<&shapes::candidate::contest_id, &shapes::candidate::number>>());
template<>
inline constexpr auto synth::table<shapes::principal> = synth::describe<shapes::principal>(
    synth::row_count(40), synth::primary_key<&shapes::principal::tenant_id, &shapes::principal::number>(),
    synth::references<&shapes::principal::tenant_id, &shapes::tenant::id>());
template<>
inline constexpr auto synth::table<shapes::person_account> = synth::describe<shapes::person_account>(
    synth::row_count(22),
    synth::primary_key<&shapes::person_account::tenant_id, &shapes::person_account::number>(),
    synth::references<synth::columns<&shapes::person_account::tenant_id, &shapes::person_account::number>,
                      synth::columns<&shapes::principal::tenant_id, &shapes::principal::number>>());
template<>
inline constexpr auto synth::table<shapes::group_account> = synth::describe<shapes::group_account>(
    synth::row_count(20),
    synth::primary_key<&shapes::group_account::tenant_id, &shapes::group_account::number>(),
    synth::references<synth::columns<&shapes::group_account::tenant_id, &shapes::group_account::number>,
                      synth::columns<&shapes::principal::tenant_id, &shapes::principal::number>>());
template<>
inline constexpr auto synth::table<shapes::administrator> = synth::describe<shapes::administrator>(
    synth::row_count(9),
    synth::primary_key<&shapes::administrator::tenant_id, &shapes::administrator::number>(),
    synth::references<synth::columns<&shapes::administrator::tenant_id, &shapes::administrator::number>,
                      synth::columns<&shapes::person_account::tenant_id, &shapes::person_account::number>>());
template<>
inline constexpr auto synth::table<shapes::membership> = synth::describe<shapes::membership>(
    synth::row_count(60),
    synth::primary_key<&shapes::membership::tenant_id, &shapes::membership::group_number,
                       &shapes::membership::member>(),
    synth::references<synth::columns<&shapes::membership::tenant_id, &shapes::membership::group_number>,
                      synth::columns<&shapes::group_account::tenant_id, &shapes::group_account::number>>(),
    synth::references<synth::columns<&shapes::membership::tenant_id, &shapes::membership::member>,
                      synth::columns<&shapes::principal::tenant_id, &shapes::principal::number>>(),
    synth::references<synth::columns<&shapes::membership::tenant_id, &shapes::membership::granted_by>,
                      synth::columns<&shapes::person_account::tenant_id, &shapes::person_account::number>>(),
    synth::references<synth::columns<&shapes::membership::tenant_id, &shapes::membership::confirmed_by>,
                      synth::columns<&shapes::administrator::tenant_id, &shapes::administrator::number>>());

#endif
