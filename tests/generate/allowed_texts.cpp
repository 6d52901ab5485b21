// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/core/plan_error.hpp>
#include <synth/generate/allowed_texts.hpp>
#include <synth/generate/by_type.hpp>

namespace {

constexpr std::array<std::string_view, 3> colours{"red", "green", "blue"};

synth::allowed_values values(const synth::interval_set& numbers) {
    return synth::allowed_values::in(numbers, false);
}

using allowed_texts = synth::allowed_texts<>;

auto within(const allowed_texts& allowed) {
    const synth::column_plan plan;
    using base = synth::bound_to<synth::default_generator, std::string>;
    return synth::bound_within_texts<base, allowed_texts>{
        synth::bind_generator<std::string>(synth::default_generator{}, plan),
        allowed,
        {},
        std::nullopt,
        plan};
}

} // namespace

TEST_CASE("constants are the texts where no others are allowed") {
    const allowed_texts allowed{values({0, 1}), colours, {}};
    CHECK(allowed.contains("red"));
    CHECK_FALSE(allowed.contains("blue"));
    CHECK_FALSE(allowed.others());
    std::set<std::string> met;
    const auto generator = within(allowed);
    for (std::uint64_t row = 0; row < 100; ++row) {
        synth::draw cell{synth::make_stream_key(1, {"t"}), row};
        met.insert(std::string{std::string_view{generator(cell)}});
    }
    CHECK(met == std::set<std::string>{"green", "red"});
}

TEST_CASE("a forbidden constant is no other text either") {
    const allowed_texts allowed{values(!synth::interval_set{1, 1}), colours, {}};
    CHECK(allowed.contains("red"));
    CHECK(allowed.contains("violet"));
    CHECK_FALSE(allowed.contains("green"));
}

TEST_CASE("lengths and the column's own length limit the texts") {
    synth::allowed_values allowed = values(synth::interval_set::all());
    allowed.length = {4, 100};
    synth::column_plan plan;
    plan.max_length = 6;
    const allowed_texts texts{allowed, {}, plan};
    CHECK(texts.contains("abcdef"));
    CHECK_FALSE(texts.contains("abc"));
    CHECK_FALSE(texts.contains("abcdefg"));
    plan.max_length = 3;
    CHECK_THROWS_AS((allowed_texts{allowed, {}, plan}), synth::plan_error);
}

TEST_CASE("constants are numbered before the others") {
    const allowed_texts allowed{values(synth::interval_set{0, synth::no_upper_bound}), colours, {}};
    CHECK(allowed.index_of("green") == 1);
    CHECK(allowed.index_of("a") >= 3);
    CHECK(allowed.size() > 1'000'000);
}
