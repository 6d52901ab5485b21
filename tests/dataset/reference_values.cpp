// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <set>
#include <vector>

#include <doctest/doctest.h>

#include <synth/dataset/reference_values.hpp>
#include <synth/schema/check.hpp>

#include "shop.hpp"

namespace {

template<std::size_t Reference>
synth::reference_values<shop::database, Reference> planned(std::uint64_t children, std::uint64_t parents) {
    return synth::reference_values<shop::database, Reference>{
        {"t(c) -> p", children, parents, synth::make_stream_key(42, {"t"})}};
}

constexpr std::size_t to_customer = 0;
constexpr std::size_t to_referrer = 1;
constexpr std::size_t to_order = 3; // of the invoice

struct picky {
    std::int64_t id{};
    std::int64_t customer_id{};
};
struct nullable_unique {
    std::int64_t id{};
    std::optional<std::int64_t> customer_id;
};
struct checked_referrer {
    std::optional<std::int64_t> always;
    std::optional<std::int64_t> never;
    std::optional<std::int64_t> sometimes;
};
struct refers_to_nullable {
    std::int64_t id{};
    std::int64_t customer_id{};
};

} // namespace

template<>
inline constexpr auto synth::table<picky> = synth::describe<picky>(
    synth::references<&picky::customer_id, &shop::customer::id>(synth::weighted_law(5, 3, 1)));
template<>
inline constexpr auto synth::table<nullable_unique> =
    synth::describe<nullable_unique>(synth::unique<&nullable_unique::customer_id>(), synth::row_count(50),
                                     synth::references<&nullable_unique::customer_id, &shop::customer::id>());
template<>
inline constexpr auto synth::table<checked_referrer> = synth::describe<checked_referrer>(
    synth::unique<&checked_referrer::always>(), synth::row_count(100),
    synth::references<&checked_referrer::always, &shop::customer::id>(),
    synth::references<&checked_referrer::never, &shop::customer::id>(),
    synth::references<&checked_referrer::sometimes, &shop::customer::id>(),
    synth::check("given", synth::sql::is_not_null(synth::value<&checked_referrer::always>)),
    synth::check("open", synth::sql::is_null(synth::value<&checked_referrer::never>)));
template<>
inline constexpr auto synth::table<refers_to_nullable> = synth::describe<refers_to_nullable>(
    synth::references<&refers_to_nullable::customer_id, &nullable_unique::customer_id>());

TEST_CASE("a drawn parent is below the number of parents") {
    const auto customers = planned<to_customer>(10'000, 37);
    std::vector<std::size_t> seen(37);
    for (std::uint64_t row = 0; row < 10'000; ++row) {
        ++seen.at(customers.drawn(row));
        CHECK(!customers.is_absent(row));
    }
    std::size_t heaviest = 0;
    for (std::size_t parent = 1; parent < 37; ++parent) {
        heaviest = seen[parent] > seen[heaviest] ? parent : heaviest;
        CHECK(seen[parent] > 0);
    }
    CHECK(seen[heaviest] > 1'500); // of a Zipf law, and anywhere in the table
    CHECK(heaviest != 0);
}

TEST_CASE("an injective reference meets no parent twice, and knows who has it") {
    const auto orders = planned<to_order>(100, 100);
    std::set<std::uint64_t> seen;
    for (std::uint64_t row = 0; row < 100; ++row) {
        CHECK(seen.insert(orders.injective(row)).second);
        CHECK(orders.row_of(orders.injective(row)) == row);
    }
    CHECK(*seen.rbegin() == 99);
    CHECK_THROWS_AS(planned<to_order>(101, 100), synth::plan_error);
}

TEST_CASE("an earlier row is a row before, but for the first") {
    const auto orders = planned<to_customer>(100, 100);
    CHECK(orders.earlier(5, 5, orders.words(5)) == 5);
    for (std::uint64_t row = 6; row < 100; ++row) {
        CHECK(orders.earlier(row, 5, orders.words(row)) >= 5);
        CHECK(orders.earlier(row, 5, orders.words(row)) < row);
    }
}

TEST_CASE("a nullable reference is absent as often as its description says") {
    const auto referrers = planned<to_referrer>(10'000, 5);
    std::size_t absent = 0;
    for (std::uint64_t row = 0; row < 10'000; ++row) {
        absent += referrers.is_absent(row) ? 1 : 0;
    }
    CHECK(absent > 2'350);
    CHECK(absent < 2'650);
}

TEST_CASE("checks of its columns may forbid that a nullable reference is absent, or anything else") {
    using schema = synth::schema<shop::customer, checked_referrer>;
    const synth::dataset<schema> data;
    std::size_t absent = 0;
    for (const checked_referrer& each : data.rows<checked_referrer>()) {
        CHECK(each.always);
        CHECK(!each.never);
        absent += each.sometimes ? 0 : 1;
    }
    CHECK(absent > 0);
    CHECK(absent < 100);
    CHECK(synth::checked_absent_share<schema, 0>() == 0.0);
    CHECK(synth::checked_absent_share<schema, 1>() == 1.0);
}

TEST_CASE("a nullable reference whose columns another table refers to is never absent") {
    using schema = synth::schema<shop::customer, nullable_unique, refers_to_nullable>;
    static_assert(!synth::reference_values<schema, 0>::may_be_absent);
    const synth::dataset<schema> data;
    for (std::uint64_t row = 0; row < 50; ++row) {
        CHECK(data.row<nullable_unique>(row).customer_id);
    }
    CHECK(data.row<refers_to_nullable>(9).customer_id ==
          data.value<&nullable_unique::customer_id>(*data.parent<&refers_to_nullable::customer_id>(9)));
}

TEST_CASE("what a law refuses names the reference") {
    using schema = synth::schema<shop::customer, picky>;
    CHECK_THROWS_WITH(
        (synth::dataset<schema>{synth::count<shop::customer>{2}}),
        doctest::Contains("synth: picky(customer_id) -> customer: a weighted_law of 3 weights"));
    CHECK_NOTHROW(synth::dataset<schema>{synth::count<shop::customer>{3}});
}
