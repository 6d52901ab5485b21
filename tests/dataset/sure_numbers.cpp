// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/core/interval_set.hpp>
#include <synth/dataset/sure_numbers.hpp>
#include <synth/schema/schema.hpp>

namespace {

struct ages {
    std::int32_t id{};
    std::int32_t adult{};
    std::int32_t even{};
    std::int32_t any{};
};

} // namespace

template<>
inline constexpr auto synth::table<ages> = synth::describe<ages>(
    synth::check("adult", synth::value<&ages::adult> >= 18 && synth::value<&ages::adult> < 120),
    synth::check("even", synth::value<&ages::even> % 2 == 0));

TEST_CASE("numbers that checks allow are told for sure, or too few") {
    const synth::interval_set adult = synth::detail::numbers_allowed_for_sure<ages, 1>();
    CHECK(adult.low() == 18);
    CHECK(adult.high() == 119);
    CHECK(synth::detail::has_all(adult, synth::interval_set{20, 30}));
    CHECK_FALSE(synth::detail::has_all(adult, synth::interval_set{10, 30}));
    CHECK(synth::detail::has_all(synth::detail::numbers_allowed_for_sure<ages, 3>(),
                                 synth::interval_set{10, 30}));
    CHECK_FALSE(synth::detail::has_all(synth::detail::numbers_allowed_for_sure<ages, 2>(),
                                       synth::interval_set{10, 30}));
}

TEST_CASE("a column without checks takes any value") {
    CHECK(synth::detail::test_of_column<ages, 3>{}(synth::possible_value::of(5)));
    CHECK_FALSE(synth::detail::test_of_column<ages, 1>{}(synth::possible_value::of(5)));
}
