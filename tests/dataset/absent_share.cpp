// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include <synth/dataset/absent_share.hpp>
#include <synth/dataset/dataset.hpp>

#include "optional_customers.hpp"
#include "shop.hpp"

using namespace optional_customers;

namespace {

struct zone {
    std::int32_t id{};
    std::string kind;
};
struct place {
    std::int32_t zone_id{};
    std::string kind;
    std::int16_t number{};
};
struct ticket { // in a zone; where that has places, on one of them
    std::int64_t id{};
    std::int32_t zone_id{};
    std::optional<std::int16_t> place;
};
using halls = synth::schema<zone, place, ticket>;

struct sometimes {
    std::int64_t id{};
    std::optional<std::int64_t> first_id;
    std::optional<std::int64_t> second_id;
};

} // namespace

template<>
inline constexpr auto synth::table<sometimes> = synth::describe<sometimes>(
    synth::references<&sometimes::first_id, &shop::customer::id>(),
    synth::references<&sometimes::second_id, &shop::customer::id>(synth::nulls(0.75)),
    synth::column<&sometimes::first_id>(synth::nulls(0.25)),
    synth::column<&sometimes::second_id>(synth::nulls(0.25)));

template<>
inline constexpr auto synth::table<zone> =
    synth::describe<zone>(synth::row_count(40), synth::primary_key<&zone::id>(),
                          synth::unique<&zone::id, &zone::kind>(),
                          synth::check(synth::sql::in(synth::value<&zone::kind>, "seated", "standing")));
template<>
inline constexpr auto synth::table<place> =
    synth::describe<place>(synth::row_count(200), synth::primary_key<&place::zone_id, &place::number>(),
                           synth::references<synth::columns<&place::zone_id, &place::kind>,
                                             synth::columns<&zone::id, &zone::kind>>(),
                           synth::check(synth::value<&place::kind> == "seated"));
template<>
inline constexpr auto synth::table<ticket> =
    synth::describe<ticket>(synth::row_count(400), synth::references<&ticket::zone_id, &zone::id>(),
                            synth::references<synth::columns<&ticket::zone_id, &ticket::place>,
                                              synth::columns<&place::zone_id, &place::number>>());

TEST_CASE("a row has its section also where it has no seat there") {
    static_assert(synth::derivation_of<halls>.references[1].mode == synth::reference_mode::drawn);
    static_assert(synth::derivation_of<halls>.references[2].mode == synth::reference_mode::matched);
    const synth::dataset<halls> data;
    std::set<std::pair<std::int32_t, std::int16_t>> places;
    std::set<std::int32_t> seated;
    for (const place& each : data.rows<place>()) {
        places.emplace(each.zone_id, each.number);
        seated.insert(each.zone_id);
    }
    CHECK(seated.size() == 20);
    std::size_t on_a_place = 0;
    std::size_t standing = 0;
    for (const ticket& each : data.rows<ticket>()) {
        CHECK((!each.place || places.contains({each.zone_id, *each.place})));
        on_a_place += each.place ? 1 : 0;
        standing += seated.contains(each.zone_id) ? 0 : 1;
    }
    CHECK(on_a_place > 100);
    CHECK(standing > 100);
}

TEST_CASE("how often a reference leads nowhere is said by it, else by its columns") {
    using database = synth::schema<shop::customer, sometimes>;
    static_assert(synth::absent_share<database, 0>() == 0.25);
    static_assert(synth::absent_share<database, 1>() == 0.75);
    CHECK(synth::absent_share<synth::schema<shop::customer, unsaid>, 0>() == 0.1);
}

TEST_CASE("columns that are never NULL, or that another table repeats, always have a parent") {
    static_assert(synth::absent_share<shop::database, 1>() == 0.25);
    static_assert(synth::absent_share<shop::database, 0>() == 0.0);
    CHECK(synth::absent_share<synth::schema<shop::customer, referred_to, refers>, 0>() == 0.0);
}
