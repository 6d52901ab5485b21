// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <synth/core/plan_error.hpp>
#include <synth/dataset/dataset.hpp>
#include <synth/dataset/tied_kinds.hpp>

#include "kinds.hpp"

namespace {

struct partner { // a customer, a vendor or both
    std::int32_t id{};
    bool customer{};
    bool vendor{};
    std::string region;
};
struct sale {
    std::int32_t id{};
    std::int32_t partner_id{};
    bool customer{};
};
struct purchase {
    std::int32_t id{};
    std::int32_t partner_id{};
    bool vendor{};
};
using trade = synth::schema<partner, sale, purchase>;

struct item { // of lots or with serial numbers; only what has serial numbers is asked for
    std::int32_t id{};
    bool lots{};
    bool serials{};
};
struct serial {
    std::int32_t item_id{};
    bool lots{};
    bool serials{};
    std::int32_t number{};
};
using stock = synth::schema<item, serial>;

struct lamp { // asks for what no row of its parent is
    std::int32_t id{};
    bool on{};
    bool broken{};
};
struct light {
    std::int32_t lamp_id{};
    bool on{};
    bool broken{};
};
using lamps = synth::schema<lamp, light>;

struct court { // appeals go one tier up, from the third nowhere
    std::int32_t id{};
    std::int16_t tier{};
    std::optional<std::int32_t> above;
    std::optional<std::int16_t> above_tier;
};
struct firm {
    std::int32_t id{};
};
struct unit { // of a tree that each firm has
    std::int32_t firm_id{};
    std::int32_t number{};
    std::int32_t level{};
    std::optional<std::int32_t> above;
    std::optional<std::int32_t> above_level;
};
using firms = synth::schema<firm, unit>;
using courts = synth::schema<court>;

struct post { // what is mounted may be empty, but nobody refers to that
    std::int32_t id{};
    std::int16_t height{};
    std::optional<std::int16_t> lamps;
};
struct mount {
    std::int32_t id{};
    std::int32_t post_id{};
    std::int16_t height{};
    std::int16_t lamps{};
};
using posts = synth::schema<post, mount>;

} // namespace

template<>
inline constexpr auto synth::table<partner> = synth::describe<partner>(
    synth::row_count(100), synth::primary_key<&partner::id>(),
    synth::unique<&partner::id, &partner::customer>(), synth::unique<&partner::id, &partner::vendor>(),
    synth::check(synth::value<&partner::customer> || synth::value<&partner::vendor>));
template<>
inline constexpr auto synth::table<sale> =
    synth::describe<sale>(synth::row_count(300),
                          synth::references<synth::columns<&sale::partner_id, &sale::customer>,
                                            synth::columns<&partner::id, &partner::customer>>(),
                          synth::check(synth::value<&sale::customer>));
template<>
inline constexpr auto synth::table<purchase> =
    synth::describe<purchase>(synth::row_count(300),
                              synth::references<synth::columns<&purchase::partner_id, &purchase::vendor>,
                                                synth::columns<&partner::id, &partner::vendor>>(),
                              synth::check(synth::value<&purchase::vendor>));
template<>
inline constexpr auto synth::table<item> =
    synth::describe<item>(synth::row_count(60), synth::primary_key<&item::id>(),
                          synth::unique<&item::id, &item::lots, &item::serials>(),
                          synth::check(!(synth::value<&item::lots> && synth::value<&item::serials>)));
template<>
inline constexpr auto synth::table<serial> = synth::describe<serial>(
    synth::row_count(90), synth::primary_key<&serial::item_id, &serial::number>(),
    synth::references<synth::columns<&serial::item_id, &serial::lots, &serial::serials>,
                      synth::columns<&item::id, &item::lots, &item::serials>>(),
    synth::check(synth::value<&serial::serials>));
template<>
inline constexpr auto synth::table<court> = synth::describe<court>(
    synth::row_count(300), synth::primary_key<&court::id>(), synth::unique<&court::id, &court::tier>(),
    synth::references<synth::columns<&court::above, &court::above_tier>,
                      synth::columns<&court::id, &court::tier>>(),
    synth::check(synth::sql::between(synth::value<&court::tier>, 1, 3)),
    synth::check(synth::value<&court::above_tier> == synth::value<&court::tier> + 1),
    synth::check((synth::value<&court::tier> == 3) == synth::sql::is_null(synth::value<&court::above>)));
template<>
inline constexpr auto synth::table<unit> = synth::describe<unit>(
    synth::row_count(301), synth::primary_key<&unit::firm_id, &unit::number>(),
    synth::unique<&unit::firm_id, &unit::number, &unit::level>(),
    synth::references<&unit::firm_id, &firm::id>(),
    synth::references<synth::columns<&unit::firm_id, &unit::above, &unit::above_level>,
                      synth::columns<&unit::firm_id, &unit::number, &unit::level>>(),
    synth::check(synth::sql::between(synth::value<&unit::level>, 1, 4)),
    synth::check(synth::value<&unit::above_level> == synth::value<&unit::level> - 1),
    synth::check((synth::value<&unit::level> == 1) == synth::sql::is_null(synth::value<&unit::above>)));
template<>
inline constexpr auto synth::table<firm> = synth::describe<firm>(synth::row_count(22));
template<>
inline constexpr auto synth::table<post> = synth::describe<post>(
    synth::row_count(90), synth::primary_key<&post::id>(),
    synth::unique<&post::id, &post::height, &post::lamps>(),
    synth::check(synth::sql::in(synth::value<&post::height>, 4, 8, 12)),
    synth::check(synth::sql::in(synth::value<&post::lamps>, 1, 2)),
    synth::check(synth::sql::is_null(synth::value<&post::lamps>) || synth::value<&post::height> == 8));
template<>
inline constexpr auto synth::table<mount> = synth::describe<mount>(
    synth::row_count(200), synth::references<synth::columns<&mount::post_id, &mount::height, &mount::lamps>,
                                             synth::columns<&post::id, &post::height, &post::lamps>>());
template<>
inline constexpr auto synth::table<lamp> =
    synth::describe<lamp>(synth::unique<&lamp::id, &lamp::on, &lamp::broken>(),
                          synth::primary_key<&lamp::id>(),
                          synth::check(!(synth::value<&lamp::on> && synth::value<&lamp::broken>)));
template<>
inline constexpr auto synth::table<light> =
    synth::describe<light>(synth::references<synth::columns<&light::lamp_id, &light::on, &light::broken>,
                                             synth::columns<&lamp::id, &lamp::on, &lamp::broken>>(),
                           synth::check(synth::value<&light::on>),
                           synth::check(synth::value<&light::broken>));

TEST_CASE("rows of some combinations are numbered without a gap, and the number of a row is found again") {
    const synth::tied_selection some{{false, true, true, false, true}};
    std::uint64_t rank = 0;
    for (std::uint64_t row = 0; row < 100; ++row) {
        CHECK(some.rank(row) == rank);
        const std::uint64_t place = row % 5;
        CHECK(some.contains(row) == (place == 1 || place == 2 || place == 4));
        if (some.contains(row)) {
            CHECK(some.at(rank) == row);
            ++rank;
        }
    }
    CHECK(!some.is_all());
    CHECK(some.fewest(14) == 6);
    CHECK(some.rows_for(7) == 15);
    CHECK(some.ranks({0, 5, 12}).first == 3);
    CHECK(some.ranks({0, 5, 12}).last == 7);
    const synth::tied_selection all{{true, true}};
    CHECK(all.is_all());
    CHECK(all.fewest(7) == 7);
    CHECK(all.rows_for(7) == 7);
}

TEST_CASE("a check over columns by which rows are found leaves some of their combinations") {
    static_assert(synth::has_tied_kinds<trade, 0> && !synth::has_tied_kinds<trade, 1>);
    static_assert(!synth::has_tied_kinds<kinds::database, 1>, "the horn is not among them");
    const synth::tied_kinds<trade, 0> order{synth::timestamp{}};
    std::set<std::pair<std::uint64_t, std::uint64_t>> met;
    for (std::uint64_t row = 0; row < 3; ++row) {
        met.emplace(order.kind_of_row(row, 0), order.kind_of_row(row, 1));
    }
    CHECK(met == std::set<std::pair<std::uint64_t, std::uint64_t>>{{0, 1}, {1, 0}, {1, 1}});
}

TEST_CASE("children find parents of the kind that they ask for, and these keep to their own check") {
    const synth::dataset<trade> data;
    std::map<std::int32_t, partner> partners;
    std::size_t both = 0;
    for (const partner& each : data.rows<partner>()) {
        CHECK((each.customer || each.vendor));
        both += each.customer && each.vendor ? 1 : 0;
        partners[each.id] = each;
    }
    CHECK(both > 20);
    CHECK(both < 50);
    std::set<std::int32_t> sellers;
    for (const sale& each : data.rows<sale>()) {
        CHECK(partners.at(each.partner_id).customer);
        sellers.insert(each.partner_id);
    }
    CHECK(sellers.size() > 50);
    for (const purchase& each : data.rows<purchase>()) {
        CHECK(partners.at(each.partner_id).vendor);
    }
}

TEST_CASE("a column that children repeat is tied to one by which they choose") {
    static_assert(synth::is_selected_by<stock, 0, 1> && synth::is_selected_by<stock, 0, 2>);
    const synth::dataset<stock> data;
    std::map<std::int32_t, item> items;
    for (const item& each : data.rows<item>()) {
        CHECK(!(each.lots && each.serials));
        items[each.id] = each;
    }
    for (const serial& each : data.rows<serial>()) {
        CHECK(each.serials);
        CHECK(items.at(each.item_id).serials);
        CHECK(items.at(each.item_id).lots == each.lots);
    }
}

TEST_CASE("a child that asks for what no parent can be is refused") {
    CHECK_THROWS_WITH_AS(synth::dataset<lamps>{},
                         "synth: light: no row of lamp can keep to the checks of both; loosen one of them",
                         synth::plan_error);
}

namespace {

struct step { // each of them is final or not
    std::string code;
    bool is_final{};
};
struct reason { // of a final one
    std::int32_t id{};
    std::string code;
    bool is_final{};
};
struct ticket {
    std::int32_t id{};
    std::string code;
};
struct closed { // of one code
    std::int32_t id{};
    std::string code;
};
using workflow = synth::schema<step, reason, ticket, closed>;

} // namespace

template<>
inline constexpr auto synth::table<step> = synth::describe<step>(
    synth::row_count(4), synth::primary_key<&step::code>(), synth::unique<&step::code, &step::is_final>(),
    synth::check("codes", synth::sql::in(synth::value<&step::code>, "new", "open", "done", "void")),
    synth::check("final",
                 synth::value<&step::is_final> == synth::sql::in(synth::value<&step::code>, "done", "void")));
template<>
inline constexpr auto synth::table<reason> =
    synth::describe<reason>(synth::row_count(20),
                            synth::references<synth::columns<&reason::code, &reason::is_final>,
                                              synth::columns<&step::code, &step::is_final>>(),
                            synth::check("of_final", synth::value<&reason::is_final>));
template<>
inline constexpr auto synth::table<ticket> =
    synth::describe<ticket>(synth::row_count(40), synth::unique<&ticket::id, &ticket::code>(),
                            synth::references<&ticket::code, &step::code>());
template<>
inline constexpr auto synth::table<closed> =
    synth::describe<closed>(synth::row_count(10),
                            synth::references<synth::columns<&closed::id, &closed::code>,
                                              synth::columns<&ticket::id, &ticket::code>>(),
                            synth::check("is_done", synth::value<&closed::code> == "done"));

TEST_CASE("a table of kinds has one row of each, and the other columns as its checks say") {
    static_assert(synth::has_tied_kinds<workflow, 0>);
    const synth::dataset<workflow> data;
    std::set<std::string> codes;
    for (std::uint64_t row = 0; row < 4; ++row) {
        const step one = data.row<step>(row);
        codes.insert(one.code);
        CHECK(one.is_final == (one.code == "done" || one.code == "void"));
        CHECK(data.row_of<&step::code>(one.code) == std::optional{row});
    }
    CHECK(codes.size() == 4);
    for (std::uint64_t row = 0; row < 20; ++row) {
        const reason one = data.row<reason>(row);
        CHECK(one.is_final);
        CHECK((one.code == "done" || one.code == "void"));
    }
    for (std::uint64_t row = 0; row < 10; ++row) {
        CHECK(data.row<closed>(row).code == "done");
    }
}

TEST_CASE("roots come first, and every other row has an earlier one of the level above") {
    const synth::dataset<courts> data;
    std::set<std::int64_t> tiers;
    const auto rows = data.collect<court>();
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const court& each = rows[row];
        tiers.insert(each.tier);
        CHECK(each.above.has_value() == each.above_tier.has_value());
        CHECK(each.above.has_value() == (each.tier < 3));
        if (each.above) {
            const auto above = data.row_of<&court::id>(*each.above);
            REQUIRE(above);
            CHECK(*above < row);
            CHECK(rows[*above].tier == *each.above_tier);
            CHECK(*each.above_tier == each.tier + 1);
        }
    }
    CHECK(rows.front().tier == 3);
    CHECK(tiers == std::set<std::int64_t>{1, 2, 3});
}

TEST_CASE("the tree of each owner begins with its root, whatever rows the owner has") {
    static_assert(synth::has_kinds_of_owner<firms, 1>);
    static_assert(!synth::has_kinds_of_owner<courts, 0>);
    const synth::dataset<firms> data; // 13 or 14 units a firm, which the four levels do not divide
    const auto rows = data.collect<unit>();
    std::map<std::int64_t, std::vector<unit>> units;
    for (std::uint64_t row = 0; row < rows.size(); ++row) {
        const unit& each = rows[row];
        std::vector<unit>& before = units[each.firm_id];
        CHECK(each.above.has_value() == (each.level > 1));
        CHECK((!before.empty() || each.level == 1));
        if (each.above) {
            CHECK(std::ranges::any_of(before, [&](const unit& other) {
                return other.number == *each.above && other.level == *each.above_level &&
                       other.level == each.level - 1;
            }));
        }
        before.push_back(each);
        const unit alone = data.row<unit>(row);
        CHECK((alone.level == each.level && alone.above == each.above));
    }
    CHECK(units.size() == 22);
}

TEST_CASE("what other rows repeat is never NULL, so a check cannot be met by that") {
    const synth::dataset<posts> data;
    for (const post& each : data.rows<post>()) {
        CHECK(each.lamps.has_value());
        CHECK(each.height == 8);
    }
}
