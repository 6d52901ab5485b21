// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <synth/generate/own_checks.hpp>
#include <synth/schema/schema.hpp>

namespace own_checks_test {

struct item {
    std::int32_t id{};
    std::optional<std::int16_t> size{};
    std::string color{};
    synth::date made{};
    std::string code{};
};

} // namespace own_checks_test

using own_checks_test::item;

template<>
inline constexpr auto synth::table<item> = synth::describe<item>(
    synth::check(synth::sql::between(synth::value<&item::id>, 1, 50)),
    synth::check(synth::value<&item::size> % 5 == 0 && synth::value<&item::size> < 100 &&
                 synth::value<&item::size> >= 0),
    synth::check(synth::sql::in(synth::value<&item::color>, "red", "green", "blue", "red")),
    synth::check(synth::value<&item::color> != "green"),
    synth::check(synth::value<&item::made> < synth::date::of(2020, 1, 1) || synth::value<&item::id> < 3),
    synth::check(synth::sql::like(synth::value<&item::code>, "a%")));

namespace {

using namespace synth;

TEST_CASE("checks over one column are counted while the program is compiled") {
    static_assert(allowed_count<item>(0) == 50);
    static_assert(allowed_count<item>(1) == 20);
    static_assert(allowed_count<item>(2) == 2); // red and blue
    static_assert(allowed_count<item>(3) == ~std::uint64_t{0});
    static_assert(allowed_by_own_checks<item>(1).may_be_null && allowed_by_own_checks<item>(1).complete);
    static_assert(allowed_by_own_checks<item>(3).values.is_all()); // tied to another column
}

TEST_CASE("a pattern limits nothing while the program is compiled") {
    static_assert(allowed_count<item>(4) > 1'000'000 && !allowed_by_own_checks<item>(4).complete);
}

} // namespace
