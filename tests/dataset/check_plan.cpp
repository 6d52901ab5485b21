// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/dataset/check_plan.hpp>
#include <synth/dataset/dataset.hpp>

#include "checked_tables.hpp"

namespace {

using plan = synth::check_plan<checked::database, 1>;

constexpr std::size_t slot_of(std::size_t column) { return plan::slot_of(column); }

struct receipt {
    std::int64_t id{};
    synth::decimal<12, 2> gross{};
    synth::decimal<12, 2> tax{};
    synth::decimal<12, 2> net{};
};

} // namespace

template<>
inline constexpr auto synth::table<receipt> = synth::describe<receipt>(
    synth::row_count(1'000), synth::check(synth::value<&receipt::net> > 0),
    synth::check(synth::value<&receipt::gross> == synth::value<&receipt::net> + synth::value<&receipt::tax>),
    synth::check(synth::sql::round(synth::value<&receipt::net>* synth::exact("0.19"), 2) ==
                 synth::value<&receipt::tax>));

TEST_CASE("only columns that checks tie together have a slot") {
    CHECK(slot_of(1) < plan::slots);
    CHECK(slot_of(13) < plan::slots); // a predicate
    CHECK(slot_of(0) == plan::slots);
    CHECK(slot_of(14) == plan::slots); // a check of its own
}

TEST_CASE("columns that checks tie together are in one group, others are not") {
    CHECK(plan::groups[slot_of(1)] == plan::groups[slot_of(2)]);
    CHECK(plan::groups[slot_of(3)] == plan::groups[slot_of(4)]); // by way of shipped
    CHECK(plan::groups[slot_of(1)] != plan::groups[slot_of(3)]);
}

TEST_CASE("what an equation says comes last in its group") {
    constexpr auto order = plan::order<plan::groups[plan::slot_of(8)]>();
    CHECK(order.back() == slot_of(8));
}

TEST_CASE("what is calculated of a calculated column comes behind it") {
    using receipts = synth::schema<receipt>;
    CHECK(synth::check_plan<receipts, 0>::order<0>() == std::array<std::size_t, 3>{2, 1, 0});
    const synth::dataset<receipts> data;
    for (const receipt& each : data.rows<receipt>()) {
        CHECK(each.tax.units == (each.net.units * 19 + 50) / 100);
        CHECK(each.gross.units == each.net.units + each.tax.units);
    }
}

TEST_CASE("categories come before what depends on them") {
    constexpr auto order = plan::order<plan::groups[plan::slot_of(10)]>();
    CHECK(order.front() == slot_of(10));
}

TEST_CASE("checks choose generated columns and leave references their parents") {
    CHECK(plan::chooses(1));
    CHECK_FALSE(plan::chooses(0));
    CHECK_FALSE(plan::chooses(11));
    CHECK(plan::freedom_of(11) == synth::column_freedom::reference);
}
