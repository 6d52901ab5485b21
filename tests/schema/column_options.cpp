// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/schema/column_options.hpp>
#include <synth/schema/entry.hpp>

namespace {

template<typename... Options>
constexpr synth::column_facts with(const Options&... options) {
    synth::column_facts facts;
    (options.apply(facts), ...);
    return facts;
}

} // namespace

TEST_CASE("each option states its fact and no other") {
    static_assert(with(synth::max_length(16)).max_length == 16);
    static_assert(!with(synth::max_length(16)).fixed_length);
    static_assert(with(synth::fixed_length(2)).max_length == 2 && with(synth::fixed_length(2)).fixed_length);
    static_assert(with(synth::fraction_digits(3)).fraction_digits == 3);
    static_assert(with(synth::identity()).identity);
    CHECK(with(synth::sql_type("citext")).sql_type == "citext");
    CHECK(is_written(with(synth::identity())));
    CHECK_FALSE(is_written(with(synth::not_written())));
    CHECK(with().fraction_digits == 6);
    CHECK(with(synth::max_length(16), synth::identity(), synth::max_length(8)).max_length == 8);
}

TEST_CASE("lengths are of text, bytes and bits, optional or in arrays") {
    static_assert(synth::max_length_option::suits<std::string>());
    static_assert(synth::max_length_option::suits<std::optional<synth::bytes>>());
    static_assert(synth::fixed_length_option::suits<std::vector<std::optional<synth::bit_string>>>());
    static_assert(!synth::detail::has_length<std::int32_t> && !synth::detail::has_length<synth::jsonb>);
    CHECK(synth::fixed_length_option::suits<synth::bit_string>());
}

TEST_CASE("digits are of what has seconds") {
    static_assert(synth::fraction_digits_option::suits<synth::timestamp>());
    static_assert(synth::fraction_digits_option::suits<std::optional<std::vector<synth::interval>>>());
    static_assert(!synth::detail::has_fraction<synth::date> && !synth::detail::has_fraction<double>);
    CHECK(synth::fraction_digits_option::suits<synth::time_of_day_tz>());
}

TEST_CASE("a database numbers integers") {
    static_assert(synth::identity_option::suits<std::int16_t>());
    static_assert(!synth::detail::has_numbers<bool> &&
                  !synth::detail::has_numbers<std::vector<std::int32_t>>);
    CHECK(synth::identity_option::suits<std::optional<std::int64_t>>());
}

TEST_CASE("a member that is no column is left to its own message") {
    static_assert(synth::max_length_option::suits<char*>());
    CHECK(synth::identity_option::suits<char*>());
}

TEST_CASE("facts are told from generators") {
    static_assert(synth::fact_option<decltype(synth::max_length(16))>);
    static_assert(synth::fact_option<decltype(synth::identity())>);
    static_assert(!synth::fact_option<decltype(synth::named("a"))>);
    CHECK(!synth::fact_option<int>);
}
