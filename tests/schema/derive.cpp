// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <synth/schema/derive.hpp>
#include <synth/schema/schema.hpp>

#include "derived.hpp"

namespace {

using namespace derived_test;

// A degree law for the schema layer, which knows laws by this name alone.
struct law_of_degrees {
    using degree_law = law_of_degrees;
};

struct thing {
    std::int64_t id{};
};
struct other_thing {
    std::int64_t id{};
};
struct pair_of_things {
    std::int64_t thing_id{};
    std::int64_t other_id{};
};
struct two_laws {
    std::int64_t thing_id{};
    std::int64_t other_id{};
};
struct thing_detail {
    std::int64_t id{};
};
struct message { // the tenant is no table
    std::int64_t tenant_id{};
    std::int64_t id{};
    std::optional<std::int64_t> parent_id;
};
struct code {
    std::int64_t amount{};
    std::string text;
    bool flag{};
};
struct stranger { // shares thing_id with a parent that does not refer to it
    std::int64_t thing_id{};
    std::int64_t number{};
};
struct confused {
    std::int64_t id{};
    std::int64_t thing_id{};
    std::int64_t number{};
    std::int64_t other_number{};
};
struct triple { // three references to one table, all in the key with nothing else
    std::int64_t first{};
    std::int64_t second{};
};
struct owned_twice {
    std::int64_t thing_id{};
    std::int64_t other_id{};
    std::int32_t number{};
};
struct asks_for_thing {
    std::int64_t id{};
    std::int64_t thing_id{};
    std::int64_t other_id{};
    std::int32_t number{};
    std::int32_t part{};
};
struct numbered_thing { // one of its keys is a part of the other
    std::int64_t thing_id{};
    std::int32_t number{};
};
struct part_of_other {
    std::int64_t other_id{};
    std::int32_t part{};
};

} // namespace

template<>
inline constexpr auto synth::table<pair_of_things> = synth::describe<pair_of_things>(
    synth::primary_key<&pair_of_things::thing_id, &pair_of_things::other_id>(),
    synth::references<&pair_of_things::thing_id, &thing::id>(),
    synth::references<&pair_of_things::other_id, &other_thing::id>());
template<>
inline constexpr auto synth::table<two_laws> =
    synth::describe<two_laws>(synth::references<&two_laws::thing_id, &thing::id>(law_of_degrees{}),
                              synth::references<&two_laws::other_id, &other_thing::id>(law_of_degrees{}));
template<>
inline constexpr auto synth::table<thing_detail> =
    synth::describe<thing_detail>(synth::references<&thing_detail::id, &thing::id>());
template<>
inline constexpr auto synth::table<message> =
    synth::describe<message>(synth::primary_key<&message::tenant_id, &message::id>(),
                             synth::references<synth::columns<&message::tenant_id, &message::parent_id>,
                                               synth::columns<&message::tenant_id, &message::id>>());
template<>
inline constexpr auto synth::table<code> =
    synth::describe<code>(synth::primary_key<&code::amount, &code::text, &code::flag>(),
                          synth::column<&code::amount>([](synth::column_facts&) { return 1; }));
template<>
inline constexpr auto synth::table<stranger> =
    synth::describe<stranger>(synth::primary_key<&stranger::thing_id, &stranger::number>());
template<>
inline constexpr auto synth::table<confused> =
    synth::describe<confused>(synth::references<synth::columns<&confused::thing_id, &confused::number>,
                                                synth::columns<&stranger::thing_id, &stranger::number>>(),
                              synth::references<&confused::thing_id, &thing::id>());
template<>
inline constexpr auto synth::table<triple> = synth::describe<triple>(
    synth::primary_key<&triple::first>(), synth::unique<&triple::first, &triple::second>(),
    synth::unique<&triple::second>(),
    synth::references<synth::columns<&triple::first, &triple::second>,
                      synth::columns<&pair_of_things::thing_id, &pair_of_things::other_id>>());
template<>
inline constexpr auto synth::table<numbered_thing> =
    synth::describe<numbered_thing>(synth::primary_key<&numbered_thing::thing_id, &numbered_thing::number>(),
                                    synth::unique<&numbered_thing::number>(),
                                    synth::references<&numbered_thing::thing_id, &thing::id>());
template<>
inline constexpr auto synth::table<owned_twice> = synth::describe<owned_twice>(
    synth::primary_key<&owned_twice::thing_id, &owned_twice::other_id, &owned_twice::number>(),
    synth::references<&owned_twice::thing_id, &thing::id>(),
    synth::references<&owned_twice::other_id, &other_thing::id>());
template<>
inline constexpr auto synth::table<part_of_other> =
    synth::describe<part_of_other>(synth::primary_key<&part_of_other::other_id, &part_of_other::part>(),
                                   synth::references<&part_of_other::other_id, &other_thing::id>());
template<>
inline constexpr auto synth::table<asks_for_thing> = synth::describe<asks_for_thing>(
    synth::references<synth::columns<&asks_for_thing::other_id, &asks_for_thing::part>,
                      synth::columns<&part_of_other::other_id, &part_of_other::part>>(),
    synth::references<
        synth::columns<&asks_for_thing::thing_id, &asks_for_thing::other_id, &asks_for_thing::number>,
        synth::columns<&owned_twice::thing_id, &owned_twice::other_id, &owned_twice::number>>());

TEST_CASE("a key without references takes its values from one free column") {
    static_assert(derived_column<tpcc_database, &tpcc::warehouse::w_id>.source == column_source::key);
    static_assert(derived_column<tpcc_database, &tpcc::warehouse::w_name>.source == column_source::generated);
    static_assert(derived_table<tpcc_database, tpcc::warehouse>.owner == synth::no_index);
    CHECK(derived_column<tpcc_database, &tpcc::item::i_id>.source == column_source::key);
}

TEST_CASE("a key that is a reference is one to one") {
    static_assert(derived_reference<tpcc_database, tpcc::new_order, 0>.mode == reference_mode::injective);
    using schema = synth::schema<thing, thing_detail>;
    CHECK(derived_reference<schema, thing_detail, 0>.mode == reference_mode::injective);
}

TEST_CASE("a free column without a generator of its own carries the key") {
    using schema = synth::schema<code>;
    static_assert(derived_column<schema, &code::amount>.source == column_source::generated);
    static_assert(derived_column<schema, &code::text>.source == column_source::key);
    CHECK(derived_column<schema, &code::flag>.source == column_source::generated);
}

TEST_CASE("a key that has another within it needs nothing") {
    using schema = synth::schema<thing, numbered_thing>;
    static_assert(rule_of<schema> == synth::schema_rule::none);
    static_assert(derived_column<schema, &numbered_thing::number>.source == column_source::key);
    CHECK(derived_reference<schema, numbered_thing, 0>.mode == reference_mode::drawn);
}

TEST_CASE("what cannot be derived is refused with its rule") {
    static_assert(rule_of<synth::schema<thing, other_thing, two_laws>> == synth::schema_rule::ownership);
    static_assert(rule_of<synth::schema<thing, stranger, confused>> == synth::schema_rule::shared_columns);
    static_assert(rule_of<synth::schema<thing, other_thing, pair_of_things, triple>> ==
                  synth::schema_rule::key_without_derivation);
    CHECK(synth::schema_error_of<synth::schema<thing, stranger, confused>>.column == "thing_id");
}

TEST_CASE("a table of two owners deals the rows of the second") {
    using schema = synth::schema<thing, other_thing, part_of_other, owned_twice, asks_for_thing>;
    static_assert(rule_of<schema> == synth::schema_rule::none);
    static_assert(derived_reference<schema, owned_twice, 0>.mode == reference_mode::owned);
    CHECK(derived_reference<schema, owned_twice, 1>.mode == reference_mode::dealt);
}

TEST_CASE("a self-reference whose other columns nobody decides has roots only") {
    static_assert(rule_of<synth::schema<message>> == synth::schema_rule::none);
    CHECK(derived_reference<synth::schema<message>, message, 0>.roots_only);
}
