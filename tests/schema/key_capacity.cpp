// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/domain.hpp>
#include <synth/schema/key_capacity.hpp>

namespace {

enum class mood : std::uint8_t { sad, ok, happy };

// What the domain of a type numbers, for a table with so many rows that it takes all of it.
template<typename Value>
void check(const synth::column_facts& facts = {}) {
    synth::column_plan plan;
    plan.max_length = facts.max_length;
    plan.fixed_length = facts.fixed_length;
    plan.fraction_digits = facts.fraction_digits;
    plan.rows = synth::endless_capacity;
    const std::uint64_t last = synth::domain<Value>{plan}.last();
    CHECK(synth::key_capacity<Value>(facts) == (last == synth::endless_capacity ? last : last + 1));
    CHECK(synth::key_capacity<std::optional<Value>>(facts) == synth::key_capacity<Value>(facts));
}

constexpr synth::column_facts length(std::uint32_t most, bool fixed = false) {
    synth::column_facts facts;
    facts.max_length = most;
    facts.fixed_length = fixed;
    return facts;
}

} // namespace

template<>
inline constexpr auto synth::labels<mood> = std::to_array<std::string_view>({"sad", "ok", "happy"});

TEST_CASE("a capacity is what the domain of the type numbers") {
    check<bool>();
    check<mood>();
    check<std::int16_t>();
    check<std::int32_t>();
    check<std::int64_t>();
    check<float>();
    check<double>();
    check<synth::decimal<5, 0>>();
    check<synth::decimal<12, 2>>();
    check<synth::decimal<18, 2>>();
    check<synth::decimal<19, 2>>();
    check<synth::decimal<60, 20>>();
    check<synth::date>();
    check<synth::uuid>();
    check<synth::json>();
    check<synth::inet>();
    check<synth::cidr>();
    check<synth::macaddr>();
    check<synth::macaddr8>();
    for (const std::uint32_t places : {0U, 1U, 2U, 5U, 7U, 8U, 9U, 12U, 13U, 40U, 64U, 70U}) {
        for (const bool fixed : {false, true}) {
            check<std::string>(length(places, fixed && places != 0));
            check<synth::bytes>(length(places, fixed && places != 0));
            check<synth::bit_string>(length(places, fixed && places != 0));
        }
    }
    for (const std::uint8_t digits : {std::uint8_t{0}, std::uint8_t{3}, std::uint8_t{6}}) {
        synth::column_facts facts;
        facts.fraction_digits = digits;
        check<synth::timestamp>(facts);
        check<synth::timestamp_tz>(facts);
        check<synth::time_of_day>(facts);
        check<synth::time_of_day_tz>(facts);
        check<synth::interval>(facts);
    }
}

TEST_CASE("an array has the keys of its elements, and capacities do not overflow") {
    static_assert(synth::key_capacity<std::vector<std::int32_t>>({}) ==
                  synth::key_capacity<std::int32_t>({}));
    static_assert(synth::key_capacity<synth::sql_value<"xml">>({}) == 0);
    static_assert(synth::key_capacity<std::vector<synth::sql_value<"xml">>>({}) == 0);
    static_assert(synth::key_capacity<synth::composite<"pair", std::int32_t>>({}) == 0);
    static_assert(synth::key_capacity<synth::range<std::int32_t>>({}) ==
                  synth::key_capacity<std::int32_t>({}) - 1);
    static_assert(synth::multiply_capacity(std::uint64_t{1} << 40U, std::uint64_t{1} << 40U) ==
                  synth::endless_capacity);
    static_assert(synth::multiply_capacity(0, synth::endless_capacity) == 0);
    CHECK(synth::capacity_of_places(256, 8) == synth::endless_capacity);
    CHECK(synth::capacity_of_places(36, 2) == 1'296);
}
