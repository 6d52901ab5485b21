// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

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

namespace {

struct target {
    std::int64_t id{};
    std::int64_t number{};
};
struct source { // a reference whose stream of NULL would be the other's stream
    std::int64_t a{};
    std::int64_t null{};
    std::int64_t id{};
};
using narrow_and_wide = synth::schema<target, source>;

} // namespace

template<>
inline constexpr auto synth::table<target> =
    synth::describe<target>(synth::unique<&target::id, &target::number>());
template<>
inline constexpr auto synth::table<source> =
    synth::describe<source>(synth::references<&source::a, &target::id>(),
                            synth::references<synth::columns<&source::a, &source::null>,
                                              synth::columns<&target::id, &target::number>>());

TEST_CASE("references of one table do not share a stream, whatever their columns are called") {
    const synth::plan_options<narrow_and_wide> options;
    const synth::stream_key narrow = synth::detail::plan_reference(options, 0).key;
    const synth::stream_key wide = synth::detail::plan_reference(options, 1).key;
    CHECK(narrow.start != wide.start);
    CHECK(narrow.child("null").start != wide.start);
}
