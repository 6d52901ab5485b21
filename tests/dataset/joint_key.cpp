// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <set>

#include <doctest/doctest.h>

#include <synth/dataset/joint_key.hpp>

#include "joint_tables.hpp"

TEST_CASE("numbers below the combinations differ in a digit") {
    constexpr std::array<std::uint64_t, 3> sizes{2, 3, 5};
    static_assert(synth::combinations(sizes) == 30);
    std::set<std::array<std::uint64_t, 3>> seen;
    for (std::uint64_t number = 0; number < 30; ++number) {
        seen.insert({synth::digit_of(number, sizes, 0), synth::digit_of(number, sizes, 1),
                     synth::digit_of(number, sizes, 2)});
    }
    CHECK(seen.size() == 30);
}

TEST_CASE("combinations end at 64 bits, and an empty part does not divide by zero") {
    constexpr std::array<std::uint64_t, 2> wide{std::uint64_t{1} << 40U, std::uint64_t{1} << 40U};
    static_assert(synth::combinations(wide) == synth::endless_capacity);
    constexpr std::array<std::uint64_t, 2> empty{0, 7};
    static_assert(synth::combinations(empty) == 7);
    CHECK(synth::digit_of(3, empty, 0) == 0);
}

TEST_CASE("the parts of a joint key are known in the order of their digits") {
    using database = joint::database;
    constexpr std::size_t price = database::index_or_none<joint::price>();
    constexpr auto parts = synth::joint_parts<database, price, 0>();
    static_assert(parts[0].of == synth::joint_part::kind::column && parts[0].index == 2);
    static_assert(parts[1].of == synth::joint_part::kind::parent);
    static_assert(!synth::joint_has_choices<database, price, 0>());
    constexpr std::size_t role = database::index_or_none<joint::role>();
    CHECK(synth::joint_has_choices<database, role, 0>());
}

TEST_CASE("a joint column has the values of its domain") {
    const auto bound = synth::joint_column{}.bind<bool>({});
    CHECK(bound.size() == 2);
    CHECK(bound.at(1));
    CHECK(synth::joint_column::describe() == "distinct together with the rest of its key");
}
