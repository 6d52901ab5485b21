// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/by_type.hpp>
#include <synth/program/typical_story.hpp>
#include <synth/random/draw.hpp>

namespace {

enum class mood { sad, ok };

synth::column_facts length(std::uint32_t most, bool fixed = false) {
    synth::column_facts facts;
    facts.max_length = most;
    facts.fixed_length = fixed;
    return facts;
}

template<typename Value>
std::string story(const synth::column_facts& facts = {}) {
    return synth::typical_story<Value>(facts);
}

// The shortest and longest texts that the generator really makes, and the fewest and most words.
struct seen {
    std::size_t shortest = 10'000, longest = 0, fewest = 10'000, most = 0;
};
seen texts(const synth::column_facts& facts) {
    synth::column_plan plan;
    plan.max_length = facts.max_length;
    plan.fixed_length = facts.fixed_length;
    const auto bound = synth::bind_generator<std::string>(synth::by_type{}, plan);
    seen all;
    for (std::uint64_t row = 0; row < 2'000; ++row) {
        synth::draw cell{{}, row};
        const auto owned = bound(cell);
        const std::string_view text = owned;
        const auto blanks = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
        all = {std::min(all.shortest, text.size()), std::max(all.longest, text.size()),
               std::min(all.fewest, blanks + 1), std::max(all.most, blanks + 1)};
    }
    return all;
}

} // namespace

template<>
inline constexpr auto synth::labels<mood> = std::to_array<std::string_view>({"sad", "ok"});

TEST_CASE("numbers have their range") {
    CHECK(story<bool>() == "true or false, equally often");
    CHECK(story<std::int16_t>() == "uniform 0 to 999");
    CHECK(story<std::int32_t>() == "uniform 0 to 99,999");
    CHECK(story<std::int64_t>() == "uniform 0 to 999,999");
    CHECK(story<double>() == "uniform 0 to 1,000 in steps of 1/64");
    CHECK(story<synth::decimal<12, 2>>() == "uniform 0 to 10000.00");
    CHECK(story<synth::decimal<4, 2>>() == "uniform 0 to 99.99");
    CHECK(story<mood>() == "one of its 2 labels, equally often");
}

TEST_CASE("texts have their length, as the generator makes them") {
    CHECK(story<std::string>() == "1 to 5 words, 60 characters at most");
    const seen words = texts({});
    CHECK(words.fewest == 1);
    CHECK(words.most == 5);
    CHECK(words.longest <= 60);
    CHECK(story<std::string>(length(20)) == "1 to 5 words, 20 characters at most");
    CHECK(texts(length(20)).longest <= 20);
    CHECK(story<std::string>(length(7)) == "1 to 7 letters");
    CHECK(texts(length(7)).shortest == 1);
    CHECK(texts(length(7)).longest == 7);
    CHECK(story<std::string>(length(2, true)) == "2 letters");
    CHECK(texts(length(2, true)).shortest == 2);
    CHECK(story<std::string>(length(1, true)) == "1 letter");
    CHECK(story<std::string>(length(300, true)) == "words of 300 characters in all");
    CHECK(texts(length(300, true)).shortest == 300);
    CHECK(texts(length(300, true)).fewest > 5);
    CHECK(story<synth::bytes>() == "4 to 16 bytes");
    CHECK(story<synth::bytes>(length(3)) == "3 bytes");
    CHECK(story<synth::bit_string>(length(4, true)) == "4 bits");
    CHECK(story<synth::bit_string>(length(4)) == "1 to 4 bits");
}

TEST_CASE("every other type says what it is") {
    CHECK(story<synth::date>() == "a day of the ten years before --now");
    CHECK(story<synth::timestamp_tz>() == "a moment of the ten years before --now");
    CHECK(story<synth::time_of_day>() == "a time of the day");
    CHECK(story<synth::interval>() == "up to 30 days and a time below a day");
    CHECK(story<synth::uuid>() == "random, version 4");
    CHECK(story<synth::inet>() == "addresses in 10.0.0.0/8");
    CHECK(story<synth::jsonb>() == "small documents with a number and a word");
    CHECK(story<std::vector<std::int32_t>>() == "0 to 4 elements: uniform 0 to 99,999");
    CHECK(story<std::vector<std::string>>() == "0 to 4 elements: 1 to 5 words, 12 characters at most");
}
