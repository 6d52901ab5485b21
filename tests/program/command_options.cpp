// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/program/command_options.hpp>

#include "outside.hpp"
#include "shop.hpp"

namespace {

struct tenant { // virtual
    std::int64_t id{};
};
struct user {
    std::int64_t id{};
    std::int64_t tenant_id{};
};

} // namespace

template<>
inline constexpr auto synth::table<tenant> = synth::describe<tenant>(synth::virtual_table(10));
template<>
inline constexpr auto synth::table<user> =
    synth::describe<user>(synth::references<&user::tenant_id, &tenant::id>());

namespace {

class tenants final : public synth::program_schema {
public:
    [[nodiscard]] synth::catalog_view catalog() const override { return synth::catalog_of<schema>.view(); }
    [[nodiscard]] std::span<const synth::schema_index> order() const override {
        return synth::fill_order_of<schema>.tables;
    }
    [[nodiscard]] std::unique_ptr<synth::program_plan> plan(const synth::plan_request&) const override {
        return nullptr;
    }

private:
    using schema = synth::schema<tenant, user>;
};

} // namespace

TEST_CASE("a virtual table has rows and is never written") {
    const tenants schema;
    synth::command_options options;
    CHECK(synth::read_tables(schema, options) == std::vector<std::size_t>{1});
    CHECK(synth::read_plan(schema, options).rows == std::vector<std::uint64_t>{100, 1'000});
    options.tables = {"tenant"};
    CHECK_THROWS_WITH_AS(static_cast<void>(synth::read_tables(schema, options)),
                         doctest::Contains("--table tenant: the database has no such table"),
                         synth::usage_error);
    options.tables = {"*"};
    CHECK(synth::read_tables(schema, options) == std::vector<std::size_t>{1});
}

TEST_CASE("the seed is 1 unless it is given or chosen") {
    CHECK(synth::read_seed({}) == 1);
    synth::command_options options;
    options.seed = "18446744073709551615";
    CHECK(synth::read_seed(options) == 18'446'744'073'709'551'615U);
    for (const char* wrong : {"-1", "x", "1.5", "18446744073709551616", "1 "}) {
        CAPTURE(wrong);
        options.seed = wrong;
        CHECK_THROWS_AS(static_cast<void>(synth::read_seed(options)), synth::usage_error);
    }
    options.seed = "1";
    options.random = true;
    CHECK_THROWS_WITH_AS(static_cast<void>(synth::read_seed(options)),
                         "synth: --random and --seed exclude each other; leave one out", synth::usage_error);
}

TEST_CASE("threads are counted from one") {
    CHECK(synth::read_threads("") >= 1);
    CHECK(synth::read_threads("7") == 7);
    for (const char* wrong : {"0", "-1", "many", "1025", "2.5"}) {
        CAPTURE(wrong);
        CHECK_THROWS_AS(static_cast<void>(synth::read_threads(wrong)), synth::usage_error);
    }
}

TEST_CASE("the tables come parents first, once each") {
    synth::command_options options;
    CHECK(synth::read_tables(shop::described(), options) == std::vector<std::size_t>{1, 2, 0});
    options.tables = {"line", "*e*", "customer"};
    CHECK(synth::read_tables(shop::described(), options) == std::vector<std::size_t>{1, 2, 0});
    options.tables = {"line", "customer"};
    CHECK(synth::read_tables(shop::described(), options) == std::vector<std::size_t>{1, 0});
}

TEST_CASE("the plan has a fixed moment for now") {
    CHECK(synth::read_plan(shop::described(), {}).now.microseconds == 1'735'689'600'000'000);
    CHECK(synth::read_plan(shop::described(), {}).rows == std::vector<std::uint64_t>{900, 100, 300});
}

TEST_CASE("tables that are neither chosen nor needed have no rows, whatever count they were given") {
    synth::command_options options;
    options.tables = {"orders"};
    options.rows = {"line=9223372036854775807,customer=7"};
    const synth::plan_request plan = synth::read_plan(shop::described(), options);
    CHECK(plan.rows == std::vector<std::uint64_t>{0, 7, 300});
    CHECK(plan.flexible == std::vector<bool>{true, false, true});
}

TEST_CASE("tables that are filled outside are never among those that are made") {
    CHECK(synth::read_tables(outside::described(), {}) == std::vector<std::size_t>{3, 4});
    synth::command_options options;
    options.tables = {"c*"};
    CHECK(synth::read_tables(outside::described(), options) == std::vector<std::size_t>{3});
    options.tables = {"city"};
    CHECK_THROWS_WITH_AS(
        static_cast<void>(synth::read_tables(outside::described(), options)),
        "synth: --table city: it is filled outside, and synth makes no rows of it; name a table that "
        "refers to it",
        synth::usage_error);
}
