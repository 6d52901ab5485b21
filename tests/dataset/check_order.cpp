// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/check_order.hpp>
#include <synth/dataset/dataset.hpp>

#include "checked_tables.hpp"

namespace {

using plan = synth::check_plan<checked::database, 1>;

template<std::size_t Column>
constexpr auto order_around =
    synth::check_order<checked::database, 1>::of_group<plan::groups[plan::slot_of(Column)]>();

struct week {
    std::int32_t id{};
    std::int32_t hours{};
    std::int32_t overtime{};
    std::int32_t paid{};
};
struct receipt {
    std::int64_t id{};
    synth::decimal<12, 2> gross{};
    synth::decimal<12, 2> tax{};
    synth::decimal<12, 2> net{};
};

struct invoice { // what is due and what has been said twice
    std::int64_t paid{};
    std::int64_t due{};
    std::int64_t total{};
    std::int64_t net{};
    std::int64_t tax{};
    std::int64_t fee{}; // of what is paid
};

} // namespace

template<>
inline constexpr auto synth::table<invoice> = synth::describe<invoice>(
    synth::row_count(1'000), synth::check(synth::value<&invoice::paid> >= 0),
    synth::check(synth::value<&invoice::due> >= 0), synth::check(synth::value<&invoice::net> >= 0),
    synth::check(synth::value<&invoice::total> == synth::value<&invoice::paid> + synth::value<&invoice::due>),
    synth::check(synth::value<&invoice::total> == synth::value<&invoice::net> + synth::value<&invoice::tax>),
    synth::check(synth::value<&invoice::fee> == synth::value<&invoice::paid> / 100 + 3),
    synth::check(synth::value<&invoice::tax> == synth::value<&invoice::net> / 5));

template<>
inline constexpr auto synth::table<receipt> = synth::describe<receipt>(
    synth::row_count(1'000), synth::check(synth::value<&receipt::net> > 0),
    synth::check(synth::value<&receipt::gross> == synth::value<&receipt::net> + synth::value<&receipt::tax>),
    synth::check(synth::sql::round(synth::value<&receipt::net>* synth::exact("0.19"), 2) ==
                 synth::value<&receipt::tax>));

template<>
inline constexpr auto synth::table<week> = synth::describe<week>(
    synth::row_count(200), synth::check(synth::sql::between(synth::value<&week::hours>, 0, 80)),
    synth::check(synth::value<&week::hours> - 40 <= synth::value<&week::overtime> &&
                 synth::value<&week::overtime> >= 0 &&
                 (synth::value<&week::hours> - 40 == synth::value<&week::overtime> ||
                  synth::value<&week::overtime> == 0)),
    synth::check(synth::value<&week::paid> == synth::value<&week::hours> || synth::value<&week::paid> == 40));
TEST_CASE("what one of two equations calculates comes behind what it is calculated of") {
    using weeks = synth::schema<week>;
    using week_plan = synth::check_plan<weeks, 0>;
    CHECK(synth::check_order<weeks, 0>::of_group<0>() ==
          std::array{week_plan::slot_of(1), week_plan::slot_of(3), week_plan::slot_of(2)});
    const synth::dataset<weeks> data;
    std::size_t more = 0;
    for (const week& each : data.rows<week>()) {
        CHECK(each.overtime == (each.hours > 40 ? each.hours - 40 : 0));
        more += each.overtime > 0 ? 1 : 0;
    }
    CHECK(more > 50);
}

TEST_CASE("what an equation says comes last in its group") {
    CHECK(order_around<8>.back() == plan::slot_of(8));
}

TEST_CASE("what is calculated of a calculated column comes behind it") {
    using receipts = synth::schema<receipt>;
    CHECK(synth::check_order<receipts, 0>::of_group<0>() == std::array<std::size_t, 3>{2, 1, 0});
    const synth::dataset<receipts> data;
    for (const receipt& each : data.rows<receipt>()) {
        CHECK(each.tax.units == (each.net.units * 19 + 50) / 100);
        CHECK(each.gross.units == each.net.units + each.tax.units);
    }
}

TEST_CASE("of two equations one calculates their column, and the columns of the other follow it") {
    using invoices = synth::schema<invoice>;
    CHECK(synth::check_order<invoices, 0>::of_group<0>() == std::array<std::size_t, 6>{3, 4, 2, 0, 1, 5});
    const synth::dataset<invoices> data;
    for (const invoice& each : data.rows<invoice>()) {
        CHECK(each.total == each.net + each.tax);
        CHECK(each.total == each.paid + each.due);
        CHECK(each.tax == each.net / 5);
        CHECK(each.fee == each.paid / 100 + 3);
        CHECK(each.paid >= 0);
        CHECK(each.due >= 0);
    }
}

TEST_CASE("categories come before what depends on them") {
    CHECK(order_around<10>.front() == plan::slot_of(10));
}

namespace {

struct bill { // the tax is not quite a share of what the rest adds up to
    std::int64_t energy{};
    std::int64_t net{};
    std::int64_t tax{};
    std::int64_t grid{};
};
struct visit {
    synth::timestamp began{};
    synth::timestamp ended{};
    std::int32_t seconds{};
    synth::timestamp hour{};
    synth::timestamp later{};
};

} // namespace

template<>
inline constexpr auto synth::table<bill> = synth::describe<bill>(
    synth::row_count(1'000), synth::check(synth::value<&bill::energy> >= 0),
    synth::check(synth::value<&bill::grid> >= 0),
    synth::check(synth::value<&bill::net> == synth::value<&bill::energy> + synth::value<&bill::grid>),
    synth::check(synth::sql::abs(synth::value<&bill::tax> - synth::value<&bill::net> / 5) <= 1));
template<>
inline constexpr auto synth::table<visit> = synth::describe<visit>(
    synth::row_count(1'000),
    synth::check(synth::sql::epoch_of(synth::value<&visit::ended> - synth::value<&visit::began>) ==
                 synth::value<&visit::seconds>),
    synth::check(synth::sql::start_of_hour(synth::value<&visit::hour>) == synth::value<&visit::hour>),
    synth::check(synth::value<&visit::later> > synth::value<&visit::hour>),
    synth::check(synth::value<&visit::later> <=
                 synth::value<&visit::hour> + synth::interval{.microseconds = 1'000'000}));

TEST_CASE("what is bounded by a calculated column comes behind it") {
    using bills = synth::schema<bill>;
    using bill_plan = synth::check_plan<bills, 0>;
    constexpr auto order = synth::check_order<bills, 0>::of_group<0>();
    CHECK(order.back() == bill_plan::slot_of(2));
    const synth::dataset<bills> data;
    for (const bill& each : data.rows<bill>()) {
        CHECK(each.net == each.energy + each.grid);
        CHECK(each.tax - each.net / 5 <= 1);
        CHECK(each.net / 5 - each.tax <= 1);
    }
}

TEST_CASE("whole seconds come before the moments between which they are, and no column behind itself") {
    using visits = synth::schema<visit>;
    using visit_plan = synth::check_plan<visits, 0>;
    constexpr auto order = synth::check_order<visits, 0>::of_group<0>();
    CHECK(order.front() == visit_plan::slot_of(2));
    const synth::dataset<visits> data;
    for (const visit& each : data.rows<visit>()) {
        CHECK(each.ended.microseconds - each.began.microseconds == each.seconds * std::int64_t{1'000'000});
        CHECK(each.hour.microseconds % 3'600'000'000 == 0);
        CHECK(each.later > each.hour);
        CHECK(each.later.microseconds - each.hour.microseconds <= 1'000'000);
    }
}
