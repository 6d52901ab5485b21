// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_TESTS_DATASET_KIND_TABLES_HPP
#define SYNTH_TESTS_DATASET_KIND_TABLES_HPP

#include <cstdint>
#include <string>

#include <synth/dataset/dataset.hpp>

// Tables of kinds, to which discriminators refer, and of which children ask for some.
namespace kind_tables {

struct kind {
    std::string code;
    std::string label;
};
struct grade { // by number, and of grades not all may be held
    std::int16_t id{};
};
struct party {
    std::int32_t id{};
    std::string kind;
    std::int16_t grade_id{};
};
struct person { // one to one, of one kind
    std::int32_t id{};
    std::string kind;
};
struct firm {
    std::int32_t id{};
    std::string kind;
};
struct visit { // drawn, of two kinds and one grade
    std::int64_t id{};
    std::int32_t party_id{};
    std::string kind;
    std::int16_t grade_id{};
};
struct poster { // refers to the kinds itself
    std::int64_t id{};
    std::string kind;
};
struct leaflet { // asks for nothing
    std::int64_t id{};
    std::string kind;
};

using database = synth::schema<kind, grade, party, person, firm, visit, poster, leaflet>;

} // namespace kind_tables

template<>
inline constexpr auto synth::table<kind_tables::kind> = synth::describe<kind_tables::kind>(
    synth::row_count(3), synth::primary_key<&kind_tables::kind::code>(),
    synth::check("codes", synth::sql::in(synth::value<&kind_tables::kind::code>, "person", "firm", "club")));
template<>
inline constexpr auto synth::table<kind_tables::grade> = synth::describe<kind_tables::grade>(
    synth::row_count(4), synth::check("grades", synth::value<&kind_tables::grade::id> >= 10 &&
                                                    synth::value<&kind_tables::grade::id> <= 13));
template<>
inline constexpr auto synth::table<kind_tables::party> = synth::describe<kind_tables::party>(
    synth::row_count(126), synth::unique<&kind_tables::party::id, &kind_tables::party::kind>(),
    synth::unique<&kind_tables::party::id, &kind_tables::party::kind, &kind_tables::party::grade_id>(),
    synth::references<&kind_tables::party::kind, &kind_tables::kind::code>(),
    synth::references<&kind_tables::party::grade_id, &kind_tables::grade::id>(),
    synth::check("held", synth::value<&kind_tables::party::grade_id> != 11));
template<>
inline constexpr auto synth::table<kind_tables::person> = synth::describe<kind_tables::person>(
    synth::row_count(40),
    synth::references<synth::columns<&kind_tables::person::id, &kind_tables::person::kind>,
                      synth::columns<&kind_tables::party::id, &kind_tables::party::kind>>(),
    synth::check("is_person", synth::value<&kind_tables::person::kind> == "person"));
template<>
inline constexpr auto synth::table<kind_tables::firm> = synth::describe<kind_tables::firm>(
    synth::row_count(40),
    synth::references<synth::columns<&kind_tables::firm::id, &kind_tables::firm::kind>,
                      synth::columns<&kind_tables::party::id, &kind_tables::party::kind>>(),
    synth::check("is_firm", synth::value<&kind_tables::firm::kind> == "firm"));
template<>
inline constexpr auto synth::table<kind_tables::visit> = synth::describe<kind_tables::visit>(
    synth::row_count(200),
    synth::references<
        synth::columns<&kind_tables::visit::party_id, &kind_tables::visit::kind,
                       &kind_tables::visit::grade_id>,
        synth::columns<&kind_tables::party::id, &kind_tables::party::kind, &kind_tables::party::grade_id>>(),
    synth::check("no_club", synth::value<&kind_tables::visit::kind> != "club"),
    synth::check("highest", synth::value<&kind_tables::visit::grade_id> == 13));
template<>
inline constexpr auto synth::table<kind_tables::poster> = synth::describe<kind_tables::poster>(
    synth::row_count(50), synth::references<&kind_tables::poster::kind, &kind_tables::kind::code>(),
    synth::check("of_clubs", synth::value<&kind_tables::poster::kind> == "club"));
template<>
inline constexpr auto synth::table<kind_tables::leaflet> = synth::describe<kind_tables::leaflet>(
    synth::row_count(50), synth::references<&kind_tables::leaflet::kind, &kind_tables::kind::code>());

#endif
