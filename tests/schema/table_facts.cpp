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

} // namespace

template<>
inline constexpr auto synth::table<order> =
    synth::describe<order>(synth::named("or\"ders"), synth::in_schema("sales"), synth::row_count(30'000),
                           synth::primary_key<&order::number, &order::code>(), synth::unique<&order::id>(),
                           synth::column<&order::code>(synth::named("the code"), synth::max_length(16)),
                           synth::column<&order::id>(synth::identity(), synth::sql_type("serial")));

TEST_CASE("without a description convention decides") {
    constexpr const auto& facts = synth::facts_of<customer>;
    static_assert(facts.name == "customer" && facts.schema_name.empty() && facts.row_count == 1'000);
    static_assert(facts.columns.size() == 3 && facts.columns[0].name == "name");
    static_assert(!facts.columns[0].nullable && facts.columns[2].nullable);
    static_assert(facts.keys.size() == 1 && facts.keys[0].primary && facts.keys[0].columns[0] == 1);
    CHECK(synth::facts_of<log>.keys.empty());
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
