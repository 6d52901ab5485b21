// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/program/command_options.hpp>
#include <synth/program/typed_schema.hpp>
#include <synth/sink/csv.hpp>
#include <synth/sink/write_rows.hpp>

#include "odd.hpp"
#include "shop.hpp"

namespace {

struct bill {
    std::int64_t id{};
    synth::decimal<12, 2> total{};
};
struct entry {
    std::int64_t bill_id{};
    std::int32_t number{};
    synth::decimal<12, 2> amount{};
};
using bills = synth::schema<bill, entry>;

} // namespace

template<>
inline constexpr auto synth::table<bill> = synth::describe<bill>(
    synth::row_count(10), synth::column<&bill::total>(synth::sum_of<&entry::bill_id, &entry::amount>()));
template<>
inline constexpr auto synth::table<entry> =
    synth::describe<entry>(synth::row_count(40), synth::primary_key<&entry::bill_id, &entry::number>(),
                           synth::references<&entry::bill_id, &bill::id>(synth::children_between(1, 7)));

TEST_CASE("a table alone has the values that it has among the others, from which they derive") {
    const synth::typed_schema<bills> schema;
    CHECK(schema.sources_of(0) == std::vector<std::size_t>{1});
    CHECK(schema.sources_of(1).empty());
    synth::command_options alone;
    alone.tables = {"bill"};
    CHECK(synth::read_plan(schema, alone).rows == std::vector<std::uint64_t>{10, 40});
}

TEST_CASE("a schema keeps the rule by which it grows") {
    const synth::typed_schema<bills> schema{
        [](const synth::catalog_table& table, synth::exact_number) -> std::uint64_t {
            return table.name == "bill" ? 3 : 12;
        }};
    synth::command_options options;
    options.scale = "5";
    CHECK(synth::read_plan(schema, options).rows == std::vector<std::uint64_t>{3, 12});
    CHECK(synth::read_plan(synth::typed_schema<bills>{}, options).rows ==
          std::vector<std::uint64_t>{50, 200});
}

TEST_CASE("a plan writes the bytes that the dataset writes") {
    const std::unique_ptr<synth::program_plan> plan = shop::described().plan({7, {30, 10, 20}, {}});
    synth::plan_options<shop::schema> options;
    options.seed = 7;
    options.rows = {30, 10, 20};
    options.now = {};
    const synth::dataset<shop::schema> data{options};
    synth::byte_buffer expected;
    synth::write_rows<shop::line>(data, synth::csv_format{}, 3, 30, expected);
    synth::byte_buffer written;
    plan->write(0, synth::row_form::csv, 3, 30, written);
    CHECK(written.view() == expected.view());
    CHECK(expected.size() > 0);
}

TEST_CASE("a shape has what a database must be compared with") {
    const std::unique_ptr<synth::program_plan> plan = shop::described().plan({1, {30, 10, 20}, {}});
    const synth::table_shape& orders = plan->shape(2);
    CHECK(orders.schema == "sales");
    CHECK(orders.columns[2].sql_type == "numeric(12,2)");
    CHECK(orders.columns[2].oid == 1700);
    CHECK_FALSE(orders.columns[2].nullable);
    CHECK(orders.columns[3].nullable);
    CHECK(orders.columns[3].labels == std::vector<std::string_view>{"sad", "ok"});
}

TEST_CASE("a frame stands before and behind the rows") {
    const std::unique_ptr<synth::program_plan> plan = shop::described().plan({1, {30, 10, 20}, {}});
    synth::byte_buffer out;
    plan->begin(1, synth::row_form::csv, out);
    CHECK(out.view() == "id,name,email,joined_at\r\n");
    out.clear();
    plan->begin(1, synth::row_form::copy_text, out);
    plan->end(1, synth::row_form::copy_text, out);
    CHECK(out.empty());
    plan->end(1, synth::row_form::copy_binary, out);
    CHECK(out.view() == "\377\377");
}

TEST_CASE("counts that cannot be met are refused before any row") {
    CHECK_THROWS_AS(static_cast<void>(shop::described().plan({1, {30, 10, 0}, {}})), synth::plan_error);
}

TEST_CASE("counts that nobody gave take what fits, and others are refused") {
    CHECK_THROWS_WITH_AS(
        static_cast<void>(odd::described().plan({1, {1'000, 5, 1}, {}, {false, true, true}})),
        doctest::Contains("flag.on: 1000 rows need as many distinct values"), synth::plan_error);
    const auto plan = odd::described().plan({1, {1'000, 5, 1}, {}, {true, true, true}});
    CHECK(plan->rows(0) == 2);
    CHECK(plan->explain_rows(0) == "all that its key can hold (on)");
    CHECK(plan->rows(1) == 5);
    CHECK(plan->explain_rows(1).empty());
    CHECK(plan->shape(0).columns[1].fixed_length);
    CHECK_FALSE(plan->shape(0).columns[4].fixed_length);
}
