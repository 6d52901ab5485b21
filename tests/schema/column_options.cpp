// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/schema/column_options.hpp>

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
    CHECK(with().fraction_digits == 6);
    CHECK(with(synth::max_length(16), synth::identity(), synth::max_length(8)).max_length == 8);
}

TEST_CASE("facts are told from generators") {
    static_assert(synth::fact_option<decltype(synth::max_length(16))>);
    static_assert(synth::fact_option<decltype(synth::identity())>);
    static_assert(!synth::fact_option<decltype(synth::named("a"))>);
    CHECK(!synth::fact_option<int>);
}
