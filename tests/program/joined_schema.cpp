// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <synth/core/plan_error.hpp>
#include <synth/program/joined_schema.hpp>
#include <synth/program/typed_schema.hpp>
#include <synth/schema/check.hpp>

#include "shop.hpp"

namespace {

struct vehicle {
    std::int64_t id{};
    std::string kind;
};
struct car {
    std::int64_t id{};
    std::string kind;
};
struct van {
    std::int64_t id{};
    std::string kind;
};

using rest = synth::schema<shop::line, synth::keys_of<shop::order>, synth::keys_of<shop::customer>>;

} // namespace

template<>
inline constexpr auto synth::table<vehicle> =
    synth::describe<vehicle>(synth::unique<&vehicle::id, &vehicle::kind>());
template<>
inline constexpr auto synth::table<car> = synth::describe<car>(
    synth::references<synth::columns<&car::id, &car::kind>, synth::columns<&vehicle::id, &vehicle::kind>>(),
    synth::check(synth::value<&car::kind> == "car"));
template<>
inline constexpr auto synth::table<van> = synth::describe<van>(
    synth::references<synth::columns<&van::id, &van::kind>, synth::columns<&vehicle::id, &vehicle::kind>>(),
    synth::check(synth::value<&van::kind> == "van"));

namespace {

template<typename... Schemas>
synth::joined_schema joined() {
    std::vector<std::unique_ptr<synth::program_schema>> parts;
    (parts.push_back(std::make_unique<synth::typed_schema<Schemas>>()), ...);
    return synth::joined_schema{std::move(parts)};
}

synth::joined_schema shop_of_parts() { return joined<rest, synth::schema<shop::customer, shop::order>>(); }

std::size_t table_called(const synth::program_schema& schema, std::string_view name) {
    std::size_t table = 0;
    while (schema.catalog().tables[table].name != name) {
        ++table;
    }
    return table;
}

std::string rows_of(const synth::program_plan& plan, std::size_t table) {
    synth::byte_buffer out;
    plan.begin(table, synth::row_form::csv, out);
    plan.write(table, synth::row_form::csv, 0, plan.rows(table), out);
    plan.end(table, synth::row_form::csv, out);
    return std::string{out.view()};
}

} // namespace

TEST_CASE("parts that are joined have the catalog of the whole, parents first") {
    const synth::joined_schema parts = shop_of_parts();
    const synth::catalog_view all = parts.catalog();
    REQUIRE(all.tables.size() == 3);
    CHECK(all.tables[0].name == "line");
    CHECK(all.columns.size() == shop::described().catalog().columns.size());
    REQUIRE(all.references.size() == shop::described().catalog().references.size());
    const std::size_t orders = table_called(parts, "orders");
    CHECK(all.references_of(0)[0].parent == orders);
    CHECK(all.keys_of(orders)[0].table == orders);
    CHECK(parts.order().size() == 3);
    CHECK(parts.order()[0] == table_called(parts, "customer"));
    CHECK(parts.order()[2] == 0);
}

TEST_CASE("each table has the rows and the words that it has in the whole") {
    const synth::joined_schema parts = shop_of_parts();
    synth::plan_request whole_request{7, {30, 60, 200}, {}};
    synth::plan_request request = whole_request;
    for (std::size_t table = 0; table < 3; ++table) {
        request.rows[table_called(parts, shop::described().catalog().tables[table].name)] =
            whole_request.rows[table];
    }
    const auto plan = parts.plan(request);
    const auto whole = shop::described().plan(whole_request);
    for (std::size_t table = 0; table < 3; ++table) {
        const std::size_t here = table_called(parts, shop::described().catalog().tables[table].name);
        CHECK(rows_of(*plan, here) == rows_of(*whole, table));
        CHECK(plan->shape(here).columns.size() == whole->shape(table).columns.size());
        CHECK(plan->explain_column(here, 1) == whole->explain_column(table, 1));
    }
    CHECK(plan->explain_reference(0).find("customer") == whole->explain_reference(1).find("customer"));
}

TEST_CASE("what one part has no room for, the others follow") {
    const synth::joined_schema parts = shop_of_parts();
    const std::size_t orders = table_called(parts, "orders");
    // No customers, so no orders, and no lines of them, though these are in another part.
    synth::plan_request request{1, {100, 100, 100}, {}};
    request.rows[orders] = 100;
    request.flexible = {true, true, true};
    const std::vector<std::string> notes = parts.fit(request);
    CHECK(notes.size() == 3);
}

TEST_CASE("parts that would make a key differently are refused") {
    const synth::joined_schema parts =
        joined<synth::schema<vehicle>, synth::schema<car, synth::keys_of<vehicle>, van>>();
    CHECK_THROWS_WITH_AS(
        static_cast<void>(parts.plan({1, {10, 3, 3}, {}})),
        doctest::Contains("vehicle.kind: parts 1 and 2 of the program would make this key differently"),
        synth::plan_error);
}

TEST_CASE("a table that no part has whole is named") {
    const synth::joined_schema parts = joined<rest>();
    CHECK(parts.catalog().tables.size() == 1);
    CHECK(parts.catalog().references.empty());
    CHECK_THROWS_WITH_AS(static_cast<void>(parts.plan({1, {10}, {}})),
                         doctest::Contains("no part of the program has this table whole; name its row "
                                           "without synth::keys_of in one of them"),
                         synth::plan_error);
}
