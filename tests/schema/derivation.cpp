// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/schema/derivation.hpp>

TEST_CASE("a derivation starts with columns that are generated and references that are drawn") {
    constexpr synth::derivation<1, 1, 1> nothing_decided{};
    static_assert(nothing_decided.fault == synth::derivation_fault::none);
    static_assert(nothing_decided.tables[0].owner == synth::no_index);
    CHECK(nothing_decided.columns[0].source == synth::column_source::generated);
    CHECK(nothing_decided.references[0].mode == synth::reference_mode::drawn);
}
