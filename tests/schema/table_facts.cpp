// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <synth/schema/table_facts.hpp>

namespace {

struct customer {
    std::string name;
    std::int64_t id{};
    std::optional<std::string> email;
};
struct order {
    std::int64_t id{};
    std::int64_t number{};
    std::string code;
};
struct log {
    std::string line;
};
struct bare {
    std::string line;
};
struct listed {
    std::optional<std::int64_t> id;
    std::string text;
};
struct listed_with_key {
    std::int64_t id{};
};

} // namespace

template<>
inline constexpr auto synth::table<order> =
    synth::describe<order>(synth::named("or\"ders"), synth::in_schema("sales"), synth::row_count(30'000),
                           synth::primary_key<&order::number, &order::code>(), synth::unique<&order::id>(),
                           synth::column<&order::code>(synth::named("the code"), synth::max_length(16)),
                           synth::column<&order::id>(synth::identity(), synth::sql_type("serial")));

template<>
inline constexpr auto synth::table<log> = synth::describe<log>(
    synth::row_count(9), synth::named("logs"),
    synth::column<&log::line>(synth::max_length(100), synth::fixed_length(100), synth::named("the line")));
template<>
inline constexpr auto synth::refinement<log> = synth::describe<log>(
    synth::row_count(5), synth::column<&log::line>(synth::max_length(80)), synth::unique<&log::line>());

TEST_CASE("what a refinement says of rows and columns replaces what the table says") {
    constexpr const auto& facts = synth::facts_of<log>;
    static_assert(facts.row_count == 5 && facts.columns[0].max_length == 80);
    static_assert(facts.name == "logs" && facts.columns[0].name == "the line", "what it leaves out stays");
    static_assert(facts.keys.size() == 1 && !facts.keys[0].primary);
    CHECK(facts.columns[0].max_length == 80);
}

namespace {

struct tenant {
    std::int64_t id{};
};
struct counted_tenant {
    std::int64_t id{};
};

} // namespace

template<>
inline constexpr auto synth::table<tenant> = synth::describe<tenant>(synth::virtual_table());
template<>
inline constexpr auto synth::table<counted_tenant> =
    synth::describe<counted_tenant>(synth::row_count(7), synth::virtual_table(2));
template<>
inline constexpr auto synth::members<listed> = synth::member_list<&listed::id, &listed::text>{"id", "a text"};
template<>
inline constexpr auto synth::members<listed_with_key> = synth::member_list<&listed_with_key::id>{"id"};
template<>
inline constexpr auto synth::table<listed_with_key> =
    synth::describe<listed_with_key>(synth::primary_key<&listed_with_key::id>());

TEST_CASE("a row that is listed has the keys that are stated, and no id by convention") {
    static_assert(synth::facts_of<listed>.keys.empty());
    static_assert(synth::facts_of<listed>.columns[1].name == "a text");
    static_assert(synth::facts_of<listed_with_key>.keys.size() == 1);
    CHECK(synth::facts_of<listed_with_key>.keys[0].primary);
}

TEST_CASE("a virtual table has one row for so many rows of others, unless its rows are counted") {
    static_assert(synth::facts_of<tenant>.virtual_share == 10 && synth::facts_of<tenant>.row_count == 100);
    static_assert(synth::facts_of<counted_tenant>.row_count == 7);
    static_assert(synth::facts_of<customer>.virtual_share == 0);
    static_assert(synth::shared_rows(3, 10) == 1 && synth::shared_rows(0, 10) == 0);
    CHECK(synth::virtual_table(0).share == 1);
}

TEST_CASE("without a description convention decides") {
    constexpr const auto& facts = synth::facts_of<customer>;
    static_assert(facts.name == "customer" && facts.schema_name.empty() && facts.row_count == 1'000);
    static_assert(facts.columns.size() == 3 && facts.columns[0].name == "name");
    static_assert(!facts.columns[0].nullable && facts.columns[2].nullable);
    static_assert(facts.keys.size() == 1 && facts.keys[0].primary && facts.keys[0].columns[0] == 1);
    CHECK(synth::facts_of<bare>.keys.empty());
}

TEST_CASE("a description overrides what the struct says") {
    constexpr const auto& facts = synth::facts_of<order>;
    static_assert(facts.name == "or\"ders" && facts.schema_name == "sales" && facts.row_count == 30'000);
    static_assert(facts.keys.size() == 2, "a member id is no key beside a stated one");
    static_assert(facts.keys[0].primary && facts.keys[0].columns.same_columns({1, 2}));
    static_assert(!facts.keys[1].primary && facts.keys[1].columns[0] == 0);
    static_assert(facts.columns[2].name == "the code" && facts.columns[2].max_length == 16);
    static_assert(facts.columns[0].identity && !facts.columns[1].identity);
    CHECK(facts.columns[0].sql_type == "serial");
}
