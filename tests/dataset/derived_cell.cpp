// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/dataset/dataset.hpp>
#include <synth/generate/later.hpp>
#include <synth/generate/uniform.hpp>

namespace {

struct item {
    std::int64_t id{};
    std::string name;
    synth::decimal<8, 2> price{};
};
struct order {
    std::int64_t id{};
    synth::timestamp placed;
    synth::timestamp shipped;
    synth::decimal<12, 2> total{};
    std::int32_t lines{};
    std::optional<synth::decimal<8, 2>> dearest;
};
struct line {
    std::int64_t order_id{};
    std::int32_t number{};
    std::optional<std::int64_t> item_id;
    std::int32_t quantity{};
    std::optional<synth::decimal<8, 2>> price;
    synth::decimal<10, 2> amount{};
    synth::timestamp packed;
    std::string note;
};
using shop = synth::schema<item, order, line>;

} // namespace

template<>
inline constexpr auto synth::table<order> = synth::describe<order>(
    synth::row_count(50), synth::column<&order::shipped>(synth::after<&order::placed>({0, 1, 0}, {0, 14, 0})),
    synth::column<&order::total>(synth::sum_of<&line::order_id, &line::amount>()),
    synth::column<&order::lines>(synth::count_of<&line::order_id>()),
    synth::column<&order::dearest>(synth::greatest_of<&line::order_id, &line::price>()));
template<>
inline constexpr auto synth::table<line> = synth::describe<line>(
    synth::row_count(200), synth::primary_key<&line::order_id, &line::number>(),
    synth::references<&line::order_id, &order::id>(synth::even{}),
    synth::references<&line::item_id, &item::id>(), synth::column<&line::quantity>(synth::uniform(1, 9)),
    synth::column<&line::price>(synth::derive<synth::of_parent<&line::item_id, &item::price>>(
        [](const auto& price) { return price; })),
    synth::column<&line::amount>(
        synth::derive<&line::price, &line::quantity>([](const auto& price, std::int32_t quantity) {
            return price ? *price * quantity : synth::decimal<8, 2>{};
        })),
    synth::column<&line::packed>(synth::between<synth::of_parent<&line::order_id, &order::placed>,
                                                synth::of_parent<&line::order_id, &order::shipped>>()),
    synth::column<&line::note>(
        synth::derive<&line::quantity>([](std::int32_t quantity) { return "x" + std::to_string(quantity); })),
    synth::check("amount", synth::value<&line::amount> <= synth::value<&line::price> * 9));

TEST_CASE("sums, counts and bounds over children are those of the children") {
    const synth::dataset<shop> data;
    const std::vector<line> lines = data.collect<line>();
    for (const order& one : data.rows<order>()) {
        std::int64_t sum = 0;
        std::int32_t count = 0;
        std::optional<synth::decimal<8, 2>> dearest;
        for (const line& each : lines) {
            if (each.order_id == one.id) {
                sum += each.amount.units;
                ++count;
                dearest = each.price ? std::optional{std::max(dearest.value_or(*each.price), *each.price)}
                                     : dearest;
            }
        }
        CHECK(one.total.units == sum);
        CHECK(one.lines == count);
        CHECK(one.dearest == dearest);
        CHECK(one.shipped.microseconds > one.placed.microseconds);
    }
}

TEST_CASE("a column of the parent is the parent's, or NULL where there is none") {
    const synth::dataset<shop> data;
    bool orphan = false;
    for (const line& each : data.rows<line>()) {
        REQUIRE(each.price.has_value() == each.item_id.has_value());
        orphan = orphan || !each.item_id;
        if (each.item_id) {
            CHECK(*each.price == data.row<item>(*data.row_of<&item::id>(*each.item_id)).price);
            CHECK(each.amount.units == each.price->units * each.quantity);
        }
        const order owner = data.row<order>(*data.row_of<&order::id>(each.order_id));
        CHECK(each.packed.microseconds >= owner.placed.microseconds);
        CHECK(each.packed.microseconds <= owner.shipped.microseconds);
        CHECK(each.note == "x" + std::to_string(each.quantity));
    }
    CHECK(orphan);
}

TEST_CASE("columns that need each other in the end form a circle") {
    CHECK_FALSE(synth::detail::derived_circles<shop>::exist());
}

namespace {

struct group {
    std::int64_t id{};
    std::int32_t leaders{};
};
struct place {
    std::int64_t group_id{};
    std::int32_t number{};
};
struct leader { // one for each group, in a shuffled order
    std::int64_t group_id{};
    std::int32_t place{};
};
using groups = synth::schema<group, place, leader>;

} // namespace

template<>
inline constexpr auto synth::table<group> = synth::describe<group>(
    synth::row_count(40), synth::column<&group::leaders>(synth::count_of<&leader::group_id>()));
template<>
inline constexpr auto synth::table<place> =
    synth::describe<place>(synth::row_count(120), synth::primary_key<&place::group_id, &place::number>(),
                           synth::references<&place::group_id, &group::id>());
template<>
inline constexpr auto synth::table<leader> =
    synth::describe<leader>(synth::row_count(15), synth::primary_key<&leader::group_id>(),
                            synth::references<&leader::group_id, &group::id>(),
                            synth::references<synth::columns<&leader::group_id, &leader::place>,
                                              synth::columns<&place::group_id, &place::number>>());

TEST_CASE("rows of which each owner has one at most are counted with the owners that have one") {
    static_assert(synth::derivation_of<groups>.tables[2].one_each);
    const synth::dataset<groups> data;
    std::set<std::int64_t> with;
    for (const leader& each : data.rows<leader>()) {
        with.insert(each.group_id);
    }
    CHECK(with.size() == 15);
    for (const group& each : data.rows<group>()) {
        CHECK(each.leaders == (with.contains(each.id) ? 1 : 0));
    }
}
