// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include <synth/generate/by_type.hpp>
#include <synth/generate/choice.hpp>
#include <synth/generate/constant.hpp>
#include <synth/generate/enumerable.hpp>
#include <synth/generate/exponential.hpp>
#include <synth/generate/uniform.hpp>
#include <synth/generate/weighted.hpp>

#include "law_test.hpp"

using namespace synth;
using law_test::plan_for;

namespace {

// The value of a cell is that of its index, from the same words, and the index is below the count.
template<typename Value>
std::uint64_t counted(const auto& description) {
    const auto law = bind_generator<Value>(description, plan_for());
    static_assert(enumerable_generator<decltype(law)>);
    for (std::uint64_t row = 0; row < 1'000; ++row) {
        draw whole = law_test::cell(row);
        draw by_index = law_test::cell(row);
        const std::uint64_t index = law.draw_index(by_index);
        REQUIRE((law.value_count() == 0 || index < law.value_count()));
        const auto made = law(whole);
        const auto of_index = law.value(index);
        REQUIRE(static_cast<view_of<Value>>(made) == static_cast<view_of<Value>>(of_index));
        REQUIRE(whole.word() == by_index.word()); // as many words were taken
    }
    return law.value_count();
}

} // namespace

TEST_CASE("generators that draw one of some values say which") {
    CHECK(counted<std::int32_t>(uniform(-3, 6)) == 10);
    CHECK(counted<std::int64_t>(uniform(INT64_MIN, INT64_MAX)) == 0);
    CHECK(counted<decimal<15, 2>>(uniform(-0.05, 0.05)) == 11);
    CHECK(counted<date>(uniform(date::of(2024, 1, 1), date::of(2024, 12, 31))) == 366);
    CHECK(counted<std::string>(choice("red", "green, or so", "blue")) == 3);
    CHECK(counted<std::int16_t>(choice(1, 2)) == 2);
    CHECK(counted<std::string>(weighted(share{"red", 3}, share{"blue", 1})) == 2);
    CHECK(counted<std::string>(constant("EUR")) == 1);
    CHECK(counted<bool>(default_generator{}) == 2);
}

TEST_CASE("generators whose values have no numbers of 64 bits do not") {
    const auto wide = bind_generator<decimal<30, 2>>(uniform(0, 1), plan_for());
    CHECK_FALSE(enumerable_generator<decltype(wide)>);
    const auto real = bind_generator<double>(uniform(0.0, 1.0), plan_for());
    CHECK_FALSE(enumerable_generator<decltype(real)>);
    const auto falling = bind_generator<std::int32_t>(exponential(1.0), plan_for());
    CHECK_FALSE(enumerable_generator<decltype(falling)>);
}
