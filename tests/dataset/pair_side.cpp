// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/dataset/pair_side.hpp>

#include "checked_tables.hpp"

TEST_CASE("only a reference that nothing depends on may be drawn again") {
    // of sale to its buyer, of game to both sides
    static_assert(synth::may_redraw<checked::database, 0>());
    static_assert(synth::may_redraw<checked::database, 2>());
    static_assert(synth::may_redraw<checked::database, 3>());
}

TEST_CASE("a parent that is drawn again is the one that the row then shows") {
    const synth::dataset<checked::database> data;
    synth::row_frame<checked::database, 2> frame;
    data.seek<2>(frame, 5);
    const std::uint64_t before = frame.parents[1];
    data.maps().redraw<2, 3>(frame, 1);
    const std::uint64_t first = frame.parents[1];
    data.maps().redraw<2, 3>(frame, 2);
    CHECK((first != before || frame.parents[1] != before));
    data.maps().redraw<2, 3>(frame, 1);
    CHECK(frame.parents[1] == first);
}
