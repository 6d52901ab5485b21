// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <synth/random/draw.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/fault.hpp>
#include <synth/schema/schema.hpp>

#include "tenants.hpp"
#include "tpcc.hpp"

namespace {

using synth::schema_rule;

template<typename... Rows>
constexpr synth::schema_fault fault_of = synth::schema_error_of<synth::schema<Rows...>>;

struct first {
    std::int64_t id{};
};
struct second {
    std::int64_t id{};
};
struct columns_alike {
    std::int64_t id{};
    std::int64_t other{};
};
struct optional_key {
    std::optional<std::int64_t> id;
};
struct two_keys {
    std::int64_t a{};
    std::int64_t b{};
};
struct twice_in_key {
    std::int64_t a{};
};
struct twice_in_reference {
    std::int64_t id{};
    std::int64_t a{};
};
struct pair_key {
    std::int64_t a{};
    std::int64_t b{};
};
struct to_no_key {
    std::int64_t id{};
    std::int64_t first_id{};
};
struct no_key {
    std::int64_t value{};
};
struct decided {
    std::int64_t id{};
    std::int64_t first_id{};
};
struct tree {
    std::int64_t id{};
    std::int64_t parent_id{};
};
struct one_each {
    std::int64_t first_id{};
};
struct some_law {};
template<typename Value>
struct nameless {
    Value id{};
};

} // namespace

template<>
inline constexpr auto synth::table<second> = synth::describe<second>(synth::named("first"));
template<>
inline constexpr auto synth::table<columns_alike> =
    synth::describe<columns_alike>(synth::column<&columns_alike::other>(synth::named("id")));
template<>
inline constexpr auto synth::table<two_keys> =
    synth::describe<two_keys>(synth::primary_key<&two_keys::a>(), synth::primary_key<&two_keys::b>());
template<>
inline constexpr auto synth::table<twice_in_key> =
    synth::describe<twice_in_key>(synth::primary_key<&twice_in_key::a, &twice_in_key::a>());
template<>
inline constexpr auto synth::table<pair_key> =
    synth::describe<pair_key>(synth::primary_key<&pair_key::a, &pair_key::b>());
template<>
inline constexpr auto synth::table<twice_in_reference> = synth::describe<twice_in_reference>(
    synth::references<synth::columns<&twice_in_reference::a, &twice_in_reference::a>,
                      synth::columns<&pair_key::a, &pair_key::b>>());
template<>
inline constexpr auto synth::table<to_no_key> =
    synth::describe<to_no_key>(synth::references<&to_no_key::first_id, &no_key::value>());
template<>
inline constexpr auto synth::table<decided> =
    synth::describe<decided>(synth::references<&decided::first_id, &first::id>(),
                             synth::column<&decided::first_id>([](synth::column_facts&) { return 1; }));

template<>
inline constexpr auto synth::table<tree> =
    synth::describe<tree>(synth::references<&tree::parent_id, &tree::id>(some_law{}));
template<>
inline constexpr auto synth::table<one_each> =
    synth::describe<one_each>(synth::primary_key<&one_each::first_id>(),
                              synth::references<&one_each::first_id, &first::id>(some_law{}));

TEST_CASE("a good schema has no fault") {
    static_assert(synth::schema_error_of<tpcc::database>.rule == schema_rule::none);
    static_assert(synth::schema_error_of<tenants::database>.rule == schema_rule::none);
    CHECK(fault_of<first>.rule == schema_rule::none);
}

TEST_CASE("the first broken rule is named with its table and column") {
    static_assert(fault_of<first, second>.rule == schema_rule::table_twice);
    static_assert(fault_of<nameless<std::int64_t>>.rule == schema_rule::nameless_table);
    static_assert(fault_of<columns_alike>.rule == schema_rule::column_twice);
    static_assert(fault_of<optional_key>.rule == schema_rule::nullable_primary_key);
    static_assert(fault_of<two_keys>.rule == schema_rule::two_primary_keys);
    static_assert(fault_of<twice_in_key>.rule == schema_rule::repeated_column);
    static_assert(fault_of<pair_key, twice_in_reference>.rule == schema_rule::repeated_column);
    static_assert(fault_of<decided>.rule == schema_rule::missing_table);
    static_assert(fault_of<no_key, to_no_key>.rule == schema_rule::reference_to_no_key);
    static_assert(fault_of<first, decided>.rule == schema_rule::decided_column);
    CHECK(fault_of<first, decided>.table == "decided");
    CHECK(fault_of<first, decided>.column == "first_id");
    CHECK(fault_of<columns_alike>.column == "id");
}

TEST_CASE("rules are checked of any catalog, at run time too") {
    synth::catalog<1, 2, 1, 0> catalog;
    catalog.tables[0].name = "t";
    catalog.tables[0].column_count = 2;
    catalog.tables[0].key_count = 1;
    catalog.columns[0].name = "a";
    catalog.columns[1].name = "b";
    catalog.keys[0].columns = {0, 1};
    catalog.keys[0].primary = true;
    CHECK(synth::find_catalog_fault(catalog.view()).rule == schema_rule::none);
    catalog.columns[1].nullable = true;
    CHECK(synth::find_catalog_fault(catalog.view()).rule == schema_rule::nullable_primary_key);
    catalog.columns[1].name = "a";
    CHECK(synth::find_catalog_fault(catalog.view()).rule == schema_rule::column_twice);
}

TEST_CASE("a law that nobody would read is a fault") {
    static_assert(fault_of<tree>.rule == schema_rule::law_of_self_reference);
    static_assert(fault_of<first, one_each>.rule == schema_rule::law_of_distinct_parents);
    CHECK(fault_of<first, one_each>.table == "one_each");
    CHECK(fault_of<first, one_each>.column == "first_id");
}

TEST_CASE("the rule of a law follows from how the reference finds its parents") {
    using synth::reference_mode;
    synth::derived_reference derived;
    const auto rule = [&derived](reference_mode mode) {
        derived.mode = mode;
        return synth::detail::rule_of_law(derived);
    };
    CHECK(rule(reference_mode::drawn) == schema_rule::none);
    CHECK(rule(reference_mode::owned) == schema_rule::none);
    CHECK(rule(reference_mode::injective) == schema_rule::law_of_distinct_parents);
    CHECK(rule(reference_mode::partner) == schema_rule::law_of_distinct_parents);
    CHECK(rule(reference_mode::implied) == schema_rule::law_of_shared_columns);
    CHECK(rule(reference_mode::matched) == schema_rule::law_of_shared_columns);
    CHECK(rule(reference_mode::forest) == schema_rule::law_of_self_reference);
    derived.distinct = true;
    CHECK(rule(reference_mode::matched) == schema_rule::law_of_distinct_parents);
}

namespace {

struct rows_there {
    std::int64_t id{};
    std::int64_t other{};
};
struct rows_counted {
    std::int64_t id{};
    std::int64_t other{};
};
struct rows_refer {
    std::int64_t id{};
    std::int64_t other{};
};
struct rows_drawn {
    std::int64_t id{};
    std::int64_t other{};
};
struct rows_checked {
    std::int64_t id{};
    std::int64_t other{};
};
struct rows_shared {
    std::int64_t id{};
    std::int64_t other{};
};

} // namespace

template<>
inline constexpr auto synth::table<rows_there> =
    synth::describe<rows_there>(synth::filled_outside(), synth::column<&rows_there::other>(synth::identity()),
                                synth::unique<&rows_there::other>());
template<>
inline constexpr auto synth::table<rows_counted> =
    synth::describe<rows_counted>(synth::filled_outside(), synth::row_count(5));
template<>
inline constexpr auto synth::table<rows_refer> = synth::describe<rows_refer>(
    synth::filled_outside(), synth::references<&rows_refer::other, &rows_there::id>());
template<>
inline constexpr auto synth::table<rows_drawn> = synth::describe<rows_drawn>(
    synth::filled_outside(), synth::column<&rows_drawn::other>([](synth::draw&) { return 1; }));
template<>
inline constexpr auto synth::table<rows_checked> =
    synth::describe<rows_checked>(synth::filled_outside(), synth::check<&rows_checked::other>(
                                                               [](std::int64_t other) { return other > 0; }));
template<>
inline constexpr auto synth::table<rows_shared> =
    synth::describe<rows_shared>(synth::virtual_table(), synth::filled_outside());

TEST_CASE("a table that is filled outside says nothing of how rows are made") {
    static_assert(fault_of<rows_there>.rule == schema_rule::none);
    static_assert(fault_of<rows_counted>.rule == schema_rule::rows_filled_outside);
    static_assert(fault_of<rows_refer, rows_there>.rule == schema_rule::rows_filled_outside);
    static_assert(fault_of<rows_refer, rows_there>.column == "other");
    static_assert(fault_of<rows_drawn>.column == "other");
    static_assert(fault_of<rows_checked>.rule == schema_rule::rows_filled_outside);
    CHECK(fault_of<rows_shared>.rule == schema_rule::rows_filled_outside);
}
