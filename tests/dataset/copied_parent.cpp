// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/copied_parent.hpp>
#include <synth/dataset/dataset.hpp>

#include "properties.hpp"

namespace {

struct team {
    std::int32_t id{};
};
struct game { // won by one of two
    std::int64_t id{};
    std::optional<std::int32_t> winner_id;
    std::int32_t home_id{};
    std::int32_t away_id{};
};
struct person {
    synth::uuid id{};
};
struct friendship { // asked for by one of two
    synth::uuid a{};
    synth::uuid b{};
    synth::uuid asked_by{};
};
struct tenant {
    std::int32_t id{};
};
struct member {
    std::int32_t tenant_id{};
    std::int32_t number{};
};
struct review { // signed by the one who wrote or the one who read it, all of one tenant
    std::int64_t id{};
    std::int32_t tenant_id{};
    std::int32_t author{};
    std::int32_t reader{};
    std::int32_t signer{};
    std::int32_t elsewhere_tenant_id{}; // of any tenant: what leads there does not lead here
    std::int32_t elsewhere{};
};
using league = synth::schema<team, game>;
using network = synth::schema<person, friendship>;
using house = synth::schema<tenant, member, review>;

} // namespace

template<>
inline constexpr auto synth::table<team> = synth::describe<team>(synth::row_count(20'000));
template<>
inline constexpr auto synth::table<game> = synth::describe<game>(
    synth::row_count(4'000), synth::references<&game::winner_id, &team::id>(),
    synth::references<&game::home_id, &team::id>(), synth::references<&game::away_id, &team::id>(),
    synth::check("two", synth::value<&game::home_id> != synth::value<&game::away_id>),
    synth::check("one of them", synth::value<&game::winner_id> == synth::value<&game::home_id> ||
                                    synth::value<&game::winner_id> == synth::value<&game::away_id>));
template<>
inline constexpr auto synth::table<person> = synth::describe<person>(synth::row_count(20'000));
template<>
inline constexpr auto synth::table<friendship> = synth::describe<friendship>(
    synth::row_count(4'000), synth::primary_key<&friendship::a, &friendship::b>(),
    synth::references<&friendship::a, &person::id>(), synth::references<&friendship::b, &person::id>(),
    synth::references<&friendship::asked_by, &person::id>(),
    synth::check("once", synth::value<&friendship::a> < synth::value<&friendship::b>),
    synth::check("one of them", synth::value<&friendship::asked_by> == synth::value<&friendship::a> ||
                                    synth::value<&friendship::asked_by> == synth::value<&friendship::b>));
template<>
inline constexpr auto synth::table<member> =
    synth::describe<member>(synth::row_count(20'000),
                            synth::primary_key<&member::tenant_id, &member::number>(),
                            synth::references<&member::tenant_id, &tenant::id>());
template<>
inline constexpr auto synth::table<review> = synth::describe<review>(
    synth::row_count(4'000),
    synth::references<synth::columns<&review::tenant_id, &review::author>,
                      synth::columns<&member::tenant_id, &member::number>>(),
    synth::references<synth::columns<&review::tenant_id, &review::reader>,
                      synth::columns<&member::tenant_id, &member::number>>(),
    synth::references<synth::columns<&review::tenant_id, &review::signer>,
                      synth::columns<&member::tenant_id, &member::number>>(),
    synth::references<synth::columns<&review::elsewhere_tenant_id, &review::elsewhere>,
                      synth::columns<&member::tenant_id, &member::number>>(),
    synth::check("one of them", synth::value<&review::signer> == synth::value<&review::author> ||
                                    synth::value<&review::signer> == synth::value<&review::reader>));

TEST_CASE("a reference copies the parents of those to which a check wants it to be equal") {
    static_assert(synth::copied_parents_of<league, 1, 0>.size == 2);
    static_assert(synth::copied_parents_of<league, 1, 1>.size == 0);
    static_assert(synth::copied_parents_of<network, 1, 2>.size == 2);
    static_assert(synth::copied_parents_of<house, 2, 2>.size == 2);
    static_assert(synth::copied_parents_of<house, 2, 3>.size == 0);
}

TEST_CASE("the winner is one of two among many") {
    const synth::dataset<league> data;
    int home = 0;
    int away = 0;
    for (const game& each : data.rows<game>()) {
        CHECK(each.home_id != each.away_id);
        CHECK((!each.winner_id || *each.winner_id == each.home_id || *each.winner_id == each.away_id));
        home += each.winner_id == each.home_id ? 1 : 0;
        away += each.winner_id == each.away_id ? 1 : 0;
    }
    CHECK(home > 1'000);
    CHECK(away > 1'000);
    for (const std::string& each : properties::checker<league>{synth::plan_options<league>{}}.run()) {
        FAIL_CHECK(each);
    }
}

TEST_CASE("one of a pair of uuids that a key holds asked for it") {
    const synth::dataset<network> data;
    for (const friendship& each : data.rows<friendship>()) {
        CHECK(each.a < each.b);
        CHECK((each.asked_by == each.a || each.asked_by == each.b));
    }
    for (const std::string& each : properties::checker<network>{synth::plan_options<network>{}}.run()) {
        FAIL_CHECK(each);
    }
}

TEST_CASE("parents within a tenant are copied whole") {
    const synth::dataset<house> data;
    for (std::uint64_t row = 0; row < 4'000; ++row) {
        const review each = data.row<review>(row);
        CHECK((each.signer == each.author || each.signer == each.reader));
        CHECK(data.parent<&review::signer>(row) ==
              data.row_of<&member::tenant_id, &member::number>(each.tenant_id, each.signer));
    }
}
