// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include <synth/core/plan_error.hpp>
#include <synth/dataset/own_checks.hpp>

#include "checked_tables.hpp"

namespace {

struct product {
    std::int64_t id{};
    std::string colour;
    std::optional<std::int32_t> stock;
    std::optional<std::int32_t> gap;
    synth::decimal<6, 3> rate{};
    std::string name;
};
struct contradiction {
    std::int64_t id{};
    std::int32_t size{};
};

} // namespace

template<>
inline constexpr auto synth::table<product> = synth::describe<product>(
    synth::row_count(1'000),
    synth::check(synth::sql::in(synth::value<&product::colour>, "red", "green", "blue")),
    synth::check(synth::sql::is_not_null(synth::value<&product::stock>) && synth::value<&product::stock> < 0),
    synth::check(synth::sql::is_null(synth::value<&product::gap>)),
    synth::check(synth::value<&product::rate> > synth::exact("0.05") &&
                 synth::value<&product::rate> <= synth::exact("0.06")),
    synth::check(synth::sql::length(synth::value<&product::name>) >= 3 &&
                 synth::sql::length(synth::value<&product::name>) <= 5));
template<>
inline constexpr auto synth::table<contradiction> = synth::describe<contradiction>(
    synth::check("never", synth::value<&contradiction::size> > 10 && synth::value<&contradiction::size> < 5));

TEST_CASE("a column keeps to the checks that it has for itself") {
    const synth::dataset<synth::schema<product>> data;
    std::set<std::string> colours;
    std::set<std::int64_t> rates;
    for (const product& row : data.rows<product>()) {
        colours.insert(row.colour);
        rates.insert(row.rate.units);
        REQUIRE(row.stock);
        CHECK(*row.stock < 0);
        CHECK_FALSE(row.gap);
        CHECK(row.name.size() >= 3);
        CHECK(row.name.size() <= 5);
    }
    CHECK(colours == std::set<std::string>{"blue", "green", "red"});
    CHECK(*rates.begin() == 51);
    CHECK(*rates.rbegin() == 60);
}

TEST_CASE("keys keep to the checks of their columns and are distinct") {
    const synth::dataset<checked::database> data;
    std::set<std::string> codes;
    for (std::uint64_t row = 0; row < 200; ++row) {
        const auto one = data.row<checked::person>(row);
        CHECK(one.id == static_cast<std::int64_t>(1'001 + row));
        CHECK(one.code.size() == 7);
        codes.insert(one.code);
        CHECK(data.row_of<&checked::person::code>(one.code) == row);
    }
    CHECK(codes.size() == 200);
}

TEST_CASE("more rows than a checked key has values are refused with both numbers") {
    CHECK_NOTHROW((synth::dataset<checked::database>{synth::count<checked::person>{6'760'000}}));
    CHECK_THROWS_AS((synth::dataset<checked::database>{synth::count<checked::person>{6'760'001}}),
                    synth::plan_error);
}

TEST_CASE("checks that allow no value are refused") {
    CHECK_THROWS_WITH_AS(
        (synth::dataset<synth::schema<contradiction>>{}),
        "synth: contradiction.size: the checks of the column allow no value; loosen one of them (its checks: "
        "never)",
        synth::plan_error);
}

TEST_CASE(
    "a test tells of many values whether all of them keep to the checks, or none is known to break one") {
    const synth::own_test<product, 2> test;
    const auto between = [](int low, int high) {
        synth::possible_value all;
        all.low = low;
        all.high = high;
        return all;
    };
    CHECK(test(synth::possible_value::of(-1)));
    CHECK(test.holds(between(-7, -1)));
    CHECK(test(between(-7, 1)));
    CHECK(!test.holds(between(-7, 1)));
    CHECK(!test(between(0, 1)));
}
