// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/dataset/planned_reference.hpp>

#include "kinds.hpp"

TEST_CASE("a reference is named by its columns, and counts the parents from which it chooses") {
    const synth::plan_options<kinds::database> options;
    CHECK(synth::detail::plan_reference(options, 1).name == "car(id, kind) -> vehicle");
    CHECK(synth::detail::plan_reference(options, 1).parents == 100);
    const auto cars = synth::planned_reference<kinds::database, 1>(options);
    CHECK(cars.parents() >= 33);
    CHECK(cars.parents() <= 34);
    CHECK(cars.selection().contains(cars.injective(0)));
    CHECK(cars.row_of(cars.injective(7)) == 7);
    CHECK(synth::planned_reference<kinds::database, 0>(options).parents() == 8);
}

TEST_CASE("references that share a stream's name do not share a stream") {
    const synth::plan_options<kinds::database> options;
    CHECK(synth::detail::plan_reference(options, 1).key.start !=
          synth::detail::plan_reference(options, 2).key.start);
}
