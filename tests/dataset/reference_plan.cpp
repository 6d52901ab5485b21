// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/dataset/reference_plan.hpp>

namespace {

synth::reference_plan planned(std::uint64_t children, std::uint64_t parents, bool filled_outside) {
    return {"t(c) -> p", children, parents, synth::make_stream_key(42, {"t"}), filled_outside};
}

} // namespace

TEST_CASE("rows without a parent to be had are refused, with what would help") {
    CHECK_NOTHROW(synth::require_parents(planned(5, 1, false), 1));
    CHECK_NOTHROW(synth::require_parents(planned(0, 0, true), 1));
    CHECK_THROWS_WITH(
        synth::require_parents(planned(5, 0, false), 1),
        "synth: t(c) -> p: 5 rows need a parent, but the parent has no rows; plan at least one");
    CHECK_THROWS_WITH(
        synth::require_parents(planned(5, 0, false), 3),
        "synth: t(c) -> p: 5 rows need a parent, but the parent has no row of the kind that their "
        "checks ask for; plan at least 3");
    CHECK_THROWS_WITH(
        synth::require_parents(planned(5, 0, true), 1),
        "synth: t(c) -> p: 5 rows need a parent, but the parent has no rows and is filled outside; "
        "fill it first, or let the reference be NULL");
}

TEST_CASE("more parents are a remedy only where synth makes them") {
    CHECK_NOTHROW(synth::require_distinct_parents(planned(5, 5, false)));
    CHECK_THROWS_WITH(
        synth::require_distinct_parents(planned(6, 5, false)),
        "synth: t(c) -> p: 6 rows need as many distinct parents, but there are 5; plan at most 5 "
        "rows, or more parents");
    CHECK_THROWS_WITH(
        synth::require_distinct_parents(planned(6, 5, true)),
        "synth: t(c) -> p: 6 rows need as many distinct parents, but there are 5; plan at most 5 rows");
}

TEST_CASE("nobody can have a parent where none is there") {
    CHECK(planned(5, 0, true).has_nobody());
    CHECK_FALSE(planned(5, 0, false).has_nobody());
    CHECK_FALSE(planned(5, 1, true).has_nobody());
}
