// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/dataset/existing_rows.hpp>
#include <synth/schema/decimal.hpp>

#include "outside.hpp"
#include "properties.hpp"

namespace {

using country_list = synth::existing_list<outside::database, 1>;
using city_list = synth::existing_list<outside::database, 3>;

std::vector<outside::country> reversed() {
    std::vector<outside::country> rows = outside::countries();
    std::ranges::reverse(rows);
    return rows;
}

std::string refused(const std::vector<outside::country>& rows) {
    try {
        const country_list list{rows};
    } catch (const synth::plan_error& error) {
        return error.what();
    }
    return {};
}

struct measure { // keys that are compared in ways of their own
    double value{};
};
struct price {
    synth::decimal<40, 2> value{};
};
struct reading {
    std::int64_t id{};
    double value{};
    synth::decimal<40, 2> price{};
};
using measures = synth::schema<measure, price, reading>;

} // namespace

template<>
inline constexpr auto synth::table<measure> =
    synth::describe<measure>(synth::filled_outside(), synth::primary_key<&measure::value>());
template<>
inline constexpr auto synth::table<price> =
    synth::describe<price>(synth::filled_outside(), synth::primary_key<&price::value>());
template<>
inline constexpr auto synth::table<reading> =
    synth::describe<reading>(synth::references<&reading::value, &measure::value>(),
                             synth::references<&reading::price, &price::value>());

TEST_CASE("rows are numbered in the order of their first key, whatever order they came in") {
    const country_list list{outside::countries()};
    const country_list other{reversed()};
    REQUIRE(list.size() == 6);
    const std::vector<std::string> codes{"", "AT", "DE", "FR", "we\"ird, \n\\N", "ÅX"};
    for (std::uint64_t row = 0; row < list.size(); ++row) {
        CHECK(list[row].code == codes[row]);
        CHECK(other[row].code == codes[row]);
        CHECK(list[row].number == other[row].number);
    }
    const city_list cities{outside::cities()};
    CHECK(cities[0].name == "Bonn");
    CHECK(cities[1].region == synth::uuid{{1}});
    CHECK(cities[2].region == synth::uuid{{2}});
}

TEST_CASE("each key of one column leads back to its row") {
    const country_list list{outside::countries()};
    for (std::uint64_t row = 0; row < list.size(); ++row) {
        CHECK(list.row_of<0>(list[row].code) == row);
        CHECK(list.row_of<1>(*list[row].number) == row);
    }
    CHECK_FALSE(list.row_of<0>("XX").has_value());
    CHECK_FALSE(list.row_of<1>(8).has_value());
    CHECK_FALSE(country_list{}.row_of<0>("DE").has_value());
    static_assert(country_list::is_key<0>() && country_list::is_key<1>() && !country_list::is_key<2>());
    static_assert(!city_list::is_key<0>() && !city_list::is_key<1>(), "the two are a key together");
}

TEST_CASE("what is no key is refused with the table, the column and the value") {
    CHECK(refused({{"DE", 1, {}}, {"FR", 2, {}}, {"DE", 3, {}}}) ==
          "synth: country: two of the rows that are there have one key (code): 'DE'; give each row once");
    CHECK(refused({{"DE", 1, {}}, {"FR", 2, {}}, {"AT", 1, {}}}) ==
          "synth: country: two of the rows that are there have one key (number): 1; give each row once");
    CHECK(refused({{"DE", 1, {}}, {"FR", {}, {}}}) ==
          "synth: country.number: a row that is there has NULL in this key; leave such rows out, or refer to "
          "another key");
    CHECK(refused({{"DE", 1, 2.5}, {"FR", 2, 2.5}}).empty()); // no reference leads to this key
    CHECK_THROWS_WITH_AS(
        (city_list{{{{}, "Ulm"}, {{}, "Ulm"}}}),
        "synth: geo.city: two of the rows that are there have one key (region, name): 'Ulm'; "
        "give each row once",
        synth::plan_error);
}

TEST_CASE("numbers of every kind are keys, NaN and the greatest among them") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const synth::existing_list<measures, 0> list{{{nan}, {1.5}, {-0.5}}};
    CHECK(list[0].value == -0.5);
    CHECK(list.row_of<0>(nan).has_value());
    const synth::existing_list<measures, 1> prices{
        {{synth::decimal<40, 2>::largest()}, {synth::decimal<40, 2>::lowest()}}};
    CHECK(prices.row_of<0>(synth::decimal<40, 2>::largest()) == 1);
    CHECK_THROWS_AS((synth::existing_list<measures, 0>{{{nan}, {nan}}}), synth::plan_error);
}

TEST_CASE("without rows no row is handed out") {
    const country_list list;
    CHECK(list.size() == 0);
    CHECK_THROWS_WITH_AS(static_cast<void>(list[0]),
                         "synth: country: a check asks for a row of it, but it is filled outside and has "
                         "none; fill it first, or loosen the check",
                         synth::plan_error);
}

TEST_CASE("references of every mode hold, parts concatenate, keys are distinct") {
    CHECK(properties::checker<outside::database>{outside::options()}.run() == properties::findings{});
    const synth::dataset<outside::database> data{outside::options()};
    CHECK(properties::check_members<
              &outside::customer::home, &outside::customer::second_home, &outside::customer::number,
              &outside::customer::city, &outside::embassy::code, &outside::embassy::seat, &outside::law::code,
              &outside::treaty::second, &outside::border::lesser, &outside::membership::project>(data) ==
          properties::findings{});
    CHECK(data.row_of<&outside::country::code>("AT") == 1);
    CHECK(data.row_of<&outside::country::number>(40) == 1);
    CHECK(data.row_of<&outside::tenant::id>(-3) == 0);
    for (const outside::border& each : data.rows<outside::border>()) {
        CHECK(each.lesser < each.greater);
    }
}

TEST_CASE("the same rows in another order give the same data") {
    synth::plan_options<outside::database> other = outside::options();
    other.apply(synth::existing_rows<outside::country>{reversed()});
    using checker = properties::checker<outside::database>;
    CHECK(checker::dump(synth::dataset<outside::database>{other}) ==
          checker::dump(synth::dataset<outside::database>{outside::options()}));
}
