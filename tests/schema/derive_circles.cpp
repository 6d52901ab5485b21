// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/schema/derive_circles.hpp>

#include "../dataset/shapes.hpp"
#include "derived.hpp"

namespace {

using namespace derived_test;

struct left { // the keys of left and right are each other's
    std::int64_t id{};
};
struct right {
    std::int64_t id{};
};

} // namespace

template<>
inline constexpr auto synth::table<left> = synth::describe<left>(synth::references<&left::id, &right::id>());
template<>
inline constexpr auto synth::table<right> =
    synth::describe<right>(synth::references<&right::id, &left::id>());

TEST_CASE("tables may refer to each other, keys may not be made of each other") {
    static_assert(rule_of<shapes::database> == synth::schema_rule::none);
    constexpr synth::schema_fault fault = synth::schema_error_of<synth::schema<left, right>>;
    static_assert(fault.rule == synth::schema_rule::reference_cycle);
    CHECK(fault.table == "left");
    CHECK(fault.column == "id");
}
