// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/dataset/selective.hpp>

#include "kinds.hpp"
#include "shop.hpp"

namespace {

using kinds::database;
constexpr const auto& of = synth::derivation_of<database>.references;

} // namespace

TEST_CASE("a reference selects its parents by a column of which its own checks ask something") {
    static_assert(synth::selective_place<database, 0> == synth::no_index);
    static_assert(synth::selective_place<database, 1> == 1, "car");
    static_assert(synth::selective_place<database, 8> == synth::no_index, "of a worker");
    static_assert(synth::selective_place<database, 9> == 2, "of a machine");
    static_assert(!synth::is_selective<shop::database, 0>);
    CHECK(synth::is_selected_by<database, 1, 1>);
    CHECK(!synth::is_selected_by<database, 1, 0>);
    CHECK(synth::is_selected_by<database, 11, 1>);
    CHECK(synth::is_selected_by<database, 11, 2>);
}

TEST_CASE("the tables of these tests have every way of finding a parent") {
    CHECK(of[1].mode == synth::reference_mode::injective);
    CHECK(of[2].mode == synth::reference_mode::drawn);
    CHECK(of[3].mode == synth::reference_mode::owned);
    CHECK(of[5].mode == synth::reference_mode::partner);
    CHECK(of[9].mode == synth::reference_mode::matched);
    CHECK(of[11].distinct);
}
