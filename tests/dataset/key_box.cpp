// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include <doctest/doctest.h>

#include <synth/dataset/dataset.hpp>
#include <synth/dataset/key_box.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/expression_functions.hpp>

#include "refusal.hpp"

namespace {

struct period {
    synth::date first;
    synth::date last;
};
struct block {
    std::int32_t low{};
    std::int32_t high{};
    std::int32_t size{};
};
struct numbered {
    std::int64_t id{};
    std::int16_t later{};
};
struct shape {
    std::int16_t width{};
    std::int16_t height{};
};
struct coded {
    std::int32_t code{};
    std::int16_t digits{};
};
struct known {
    synth::decimal<8, 2> low{};
    std::optional<synth::decimal<8, 2>> high;
};
struct impossible {
    std::int32_t a{};
    std::int32_t b{};
};
struct quarter {
    synth::date first;
    synth::date last;
};

using database = synth::schema<period, block, numbered, shape, coded, known>;

} // namespace

template<>
inline constexpr auto synth::table<period> = synth::describe<period>(
    synth::primary_key<&period::first, &period::last>(), synth::row_count(5'000),
    synth::check("order", synth::value<&period::first> < synth::value<&period::last>));
template<>
inline constexpr auto synth::table<block> =
    synth::describe<block>(synth::unique<&block::low>(), synth::unique<&block::high>(),
                           synth::row_count(5'000),
                           synth::check("order", synth::value<&block::low> <= synth::value<&block::high>),
                           synth::check("size", synth::value<&block::size> <=
                                                    synth::value<&block::high> - synth::value<&block::low>));
template<>
inline constexpr auto synth::table<numbered> = synth::describe<numbered>(
    synth::unique<&numbered::later>(), synth::row_count(1'000),
    synth::check("later", synth::value<&numbered::later> > synth::value<&numbered::id>));
template<>
inline constexpr auto synth::table<shape> = synth::describe<shape>(
    synth::primary_key<&shape::width, &shape::height>(), synth::row_count(5'000),
    synth::check("wide", synth::value<&shape::width> >= synth::value<&shape::height>),
    synth::check("small", synth::value<&shape::width> <= 200 && synth::value<&shape::height> > 0));
template<>
inline constexpr auto synth::table<coded> = synth::describe<coded>(
    synth::unique<&coded::code>(), synth::row_count(1'000),
    synth::check("digits", synth::value<&coded::digits> >= 1 && synth::value<&coded::digits> <= 9),
    synth::check("code", synth::value<&coded::code> < 1'000 * synth::value<&coded::digits>));
template<>
inline constexpr auto synth::table<known> =
    synth::describe<known>(synth::unique<&known::low>(), synth::unique<&known::high>(),
                           synth::row_count(1'000),
                           synth::check("order", synth::value<&known::low> < synth::value<&known::high>));
template<>
inline constexpr auto synth::table<quarter> = synth::describe<quarter>(
    synth::primary_key<&quarter::first>(), synth::row_count(1'000),
    synth::check("whole", synth::value<&quarter::first> == synth::sql::date_of(synth::sql::start_of_quarter(
                                                               synth::value<&quarter::first>))),
    synth::check("order", synth::value<&quarter::first> < synth::value<&quarter::last>));
template<>
inline constexpr auto synth::table<impossible> = synth::describe<impossible>(
    synth::unique<&impossible::a>(), synth::unique<&impossible::b>(), synth::row_count(10),
    synth::check("up", synth::value<&impossible::a> < synth::value<&impossible::b>),
    synth::check("down", synth::value<&impossible::a> > synth::value<&impossible::b>));

TEST_CASE("keys that a check ties together keep it in every row, and stay distinct") {
    const synth::dataset<database> data;
    std::set<std::tuple<std::int32_t, std::int32_t>> periods;
    for (const period& each : data.rows<period>()) {
        CHECK(each.first < each.last);
        periods.insert({each.first.days, each.last.days});
    }
    CHECK(periods.size() == 5'000);
    std::set<std::int32_t> lows;
    std::set<std::int32_t> highs;
    for (const block& each : data.rows<block>()) {
        CHECK(each.low <= each.high);
        CHECK(each.size <= each.high - each.low);
        CHECK(each.low >= 1); // as keys without checks
        lows.insert(each.low);
        highs.insert(each.high);
    }
    CHECK(lows.size() == 5'000);
    CHECK(highs.size() == 5'000);
    std::set<std::tuple<std::int16_t, std::int16_t>> shapes;
    for (const shape& each : data.rows<shape>()) {
        CHECK(each.width >= each.height);
        CHECK(each.width <= 200);
        CHECK(each.height > 0);
        shapes.insert({each.width, each.height});
    }
    CHECK(shapes.size() == 5'000);
}

TEST_CASE("a key that is counted from one goes on so, and the other lies behind it") {
    const synth::dataset<database> data;
    for (std::uint64_t row = 0; row < 1'000; ++row) {
        const numbered one = data.row<numbered>(row);
        CHECK(one.id == static_cast<std::int64_t>(row) + 1);
        CHECK(one.later > one.id);
    }
}

TEST_CASE("beside a column that is chosen for each row a key stays where something can be chosen") {
    const synth::dataset<database> data;
    bool many = false;
    for (const coded& each : data.rows<coded>()) {
        CHECK(each.code < 1'000 * each.digits);
        many = many || each.code > 1'000;
    }
    CHECK(many);
}

TEST_CASE("a key may be NULL in between") {
    const synth::dataset<database> data;
    std::size_t nulls = 0;
    for (const known& each : data.rows<known>()) {
        CHECK((!each.high || each.low < *each.high));
        nulls += each.high ? 0U : 1U;
    }
    CHECK(nulls > 0);
}

TEST_CASE("the row of such a key is found") {
    const synth::dataset<database> data;
    for (std::uint64_t row = 0; row < 100; ++row) {
        const period one = data.row<period>(row);
        CHECK(data.row_of<&period::first, &period::last>(one.first, one.last) == row);
        const block other = data.row<block>(row);
        CHECK(data.row_of<&block::high>(other.high) == row);
    }
}

TEST_CASE("keys that suffice for the usual numbers have them, others have all") {
    const auto numbers = [](std::uint64_t rows, std::size_t column) {
        synth::column_plan plan;
        plan.table_rows = rows;
        return synth::key_box<database, 0>{plan}.numbers(column);
    };
    CHECK(numbers(1'000, 0).low() == synth::date::of(1971, 1, 1).days);
    CHECK(numbers(1'000, 1).high() == synth::date::of(2037, 12, 31).days);
    CHECK(numbers(1'000'000'000, 0).low() == synth::date::of(1, 1, 1).days);
    CHECK(numbers(0, 1).high() == synth::date::of(9999, 12, 31).days); // how many there can be
}

TEST_CASE("only the numbers that a column's own checks allow count as room") {
    const synth::dataset<synth::schema<quarter>> data; // the usual days have 268 firsts of quarters
    std::set<std::int32_t> firsts;
    for (const quarter& each : data.rows<quarter>()) {
        CHECK(each.first < each.last);
        firsts.insert(each.first.days);
    }
    CHECK(firsts.size() == 1'000);
}

TEST_CASE("keys that no numbers keep are refused with the check") {
    const std::string refused = refusal_of<synth::schema<impossible>>();
    CHECK(refused.find("impossible") != std::string::npos);
    CHECK(refused.find("up") != std::string::npos);
}

namespace {

struct sales {
    std::string region;
    synth::date day;
    std::int32_t amount{};
};

} // namespace

template<>
inline constexpr auto synth::table<sales> = synth::describe<sales>(
    synth::primary_key<&sales::region, &sales::day>(), synth::row_count(1'500),
    synth::check("regions", synth::sql::in(synth::value<&sales::region>, "de", "fr", "us")),
    synth::check("bounds", synth::value<&sales::region> != "us" ||
                               (synth::value<&sales::day> >= synth::date::of(2020, 1, 1) &&
                                synth::value<&sales::day> < synth::date::of(2024, 1, 1))));

TEST_CASE("numbers go with every text of the same key that its checks list") {
    const synth::dataset<synth::schema<sales>> data;
    std::set<std::string> regions;
    std::set<std::tuple<std::string, std::int32_t>> keys;
    for (const sales& each : data.rows<sales>()) {
        regions.insert(each.region);
        keys.insert({each.region, each.day.days});
        CHECK((each.region != "us" ||
               (each.day >= synth::date::of(2020, 1, 1) && each.day < synth::date::of(2024, 1, 1))));
    }
    CHECK(regions.size() == 3);
    CHECK(keys.size() == 1'500);
}
