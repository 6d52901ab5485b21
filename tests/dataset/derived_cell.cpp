// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/dataset/dataset.hpp>
#include <synth/generate/later.hpp>
#include <synth/generate/uniform.hpp>
#include <synth/sink/csv.hpp>
#include <synth/sink/write_rows.hpp>

#include "properties.hpp"

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

namespace {

struct basket {
    std::int64_t id{};
    synth::date packed{};
    std::string fullest; // of the contents, by their numbers
    std::int64_t worth{};
    std::string mark;
};
struct thing {
    std::int64_t basket_id{};
    std::int32_t number{};
    std::int64_t item_id{};
    std::int32_t weight{};
    std::optional<std::int32_t> rating;
    synth::date sold{};
};
using baskets = synth::schema<item, basket, thing>;

struct heaviest {
    std::int32_t weight{};
    std::int32_t number{};
};

} // namespace

template<>
inline constexpr auto synth::table<basket> = synth::describe<basket>(
    synth::row_count(30),
    synth::column<&basket::fullest>(synth::over_children<&thing::basket_id, &thing::weight, &thing::number>(
        heaviest{},
        [](const heaviest& known, std::int32_t weight, std::int32_t number) {
            return weight > known.weight ? heaviest{weight, number} : known;
        },
        [](const heaviest& known) { return "number " + std::to_string(known.number); })),
    synth::column<&basket::worth>(
        synth::over_children<&thing::basket_id, &thing::rating, &thing::item_id, &thing::sold>(
            std::int64_t{0},
            [](std::int64_t known, const std::optional<std::int32_t>& rating, std::int64_t thing,
               synth::date sold) { return known + rating.value_or(7) * thing + sold.days; },
            [](std::int64_t known) { return known; })),
    synth::column<&basket::mark>(synth::over_children<&thing::basket_id, &thing::sold>(
        std::int32_t{0}, [](std::int32_t known, synth::date sold) { return known + sold.days; },
        [](std::int32_t known) {
            return std::string_view{known % 2 == 0 ? "even" : "odd, and \"marked\""};
        })));
template<>
inline constexpr auto synth::table<thing> = synth::describe<thing>(
    synth::row_count(100), synth::primary_key<&thing::basket_id, &thing::number>(),
    synth::references<&thing::basket_id, &basket::id>(synth::children_between(0, 6)),
    synth::references<&thing::item_id, &item::id>(), synth::column<&thing::weight>(synth::uniform(1, 9)),
    synth::column<&thing::sold>(synth::derive<synth::of_parent<&thing::basket_id, &basket::packed>>(
        [](synth::draw& cell, synth::date packed) {
            return synth::date{packed.days + cell.between(1, 9)};
        })));

TEST_CASE("any function goes over the children, in their order") {
    const synth::dataset<baskets> data;
    const std::vector<thing> things = data.collect<thing>();
    for (const std::string& each :
         properties::check_members<&basket::fullest, &basket::worth, &basket::mark>(data)) {
        FAIL_CHECK(each);
    }
    bool childless = false;
    for (const basket& one : data.rows<basket>()) {
        heaviest found;
        std::int64_t worth = 0;
        std::int32_t days = 0;
        for (const thing& each : things) {
            if (each.basket_id == one.id) {
                found = each.weight > found.weight ? heaviest{each.weight, each.number} : found;
                worth += each.rating.value_or(7) * each.item_id + each.sold.days;
                days += each.sold.days;
                CHECK(each.sold.days > one.packed.days);
                CHECK(each.sold.days <= one.packed.days + 9);
            }
        }
        childless = childless || found.weight == 0;
        CHECK(one.fullest == "number " + std::to_string(found.number));
        CHECK(one.worth == worth);
        CHECK(one.mark == (days % 2 == 0 ? "even" : "odd, and \"marked\""));
    }
    CHECK(childless);
}

TEST_CASE("a derived text that its function shows is marked as any other") {
    const synth::dataset<baskets> data;
    synth::byte_buffer buffer;
    synth::write_rows<basket>(data, synth::csv_format{}, 0, 30, buffer);
    CHECK(buffer.view().find(",even\r\n") != std::string_view::npos);
    CHECK(buffer.view().find(",\"odd, and \"\"marked\"\"\"\r\n") != std::string_view::npos);
}

namespace {

struct person {
    std::int64_t id{};
    std::string name;
    std::string initial;
    std::string friends;
    std::int64_t known{};
};
struct friendship {
    std::int64_t id{};
    std::optional<std::int64_t> person_id;
    std::optional<std::int64_t> from_person;
};
using people = synth::schema<person, friendship>;

// A text that is gone when its function has returned.
struct digits {
    std::array<char, 64> text{};
    std::size_t size{};
};

} // namespace

template<>
inline constexpr auto synth::table<person> = synth::describe<person>(
    synth::row_count(40), synth::column<&person::name>([](synth::draw& cell) {
        // Too long for a string to hold in itself.
        return std::string(40, static_cast<char>('a' + cell.below(26)));
    }),
    synth::column<&person::initial>(
        synth::derive<&person::name>([](std::string_view name) { return name.substr(name.size() - 30); })),
    synth::column<&person::friends>(synth::over_children<&friendship::person_id, &friendship::id>(
        digits{},
        [](const digits& known, std::int64_t id) {
            digits more = known;
            more.text[more.size++] = static_cast<char>('0' + id % 10);
            return more;
        },
        [](const digits& known) { return std::string_view{known.text.data(), known.size}; })),
    synth::column<&person::known>(synth::over_children<&friendship::person_id, &friendship::from_person>(
        std::int64_t{0},
        [](std::int64_t known, const std::optional<std::int64_t>& from) { return known + from.value_or(0); },
        [](std::int64_t known) { return known; })));
template<>
inline constexpr auto synth::table<friendship> = synth::describe<friendship>(
    synth::row_count(400),
    synth::references<&friendship::person_id, &person::id>(synth::children_between(5, 15)),
    synth::column<&friendship::from_person>(
        synth::derive<synth::of_parent<&friendship::person_id, &person::id>>(
            [](const std::optional<std::int64_t>& id) { return id; })));

TEST_CASE("a text may be a view of the texts that it is derived from") {
    const synth::dataset<people> data;
    const std::vector<friendship> friendships = data.collect<friendship>();
    synth::byte_buffer buffer;
    synth::write_rows<person>(data, synth::csv_format{}, 0, 40, buffer);
    std::string expected;
    for (const person& one : data.rows<person>()) {
        CHECK(one.initial == one.name.substr(10));
        expected += std::to_string(one.id) + "," + one.name + "," + one.initial + "," + one.friends + "," +
                    std::to_string(one.known) + "\r\n";
    }
    CHECK(buffer.view() == expected);
}

TEST_CASE("values over children are those that their rows have, also where some refer to nothing") {
    const synth::dataset<people> data;
    std::int64_t without = 0;
    std::int64_t of_rows = 0;
    for (const friendship& each : data.collect<friendship>()) {
        CHECK(each.from_person == each.person_id);
        without += each.person_id ? 0 : 1;
        of_rows += each.from_person.value_or(0);
    }
    CHECK(without > 0);
    std::int64_t of_people = 0;
    for (const person& one : data.rows<person>()) {
        of_people += one.known;
    }
    CHECK(of_people == of_rows);
}
