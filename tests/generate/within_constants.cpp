// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <set>

#include <doctest/doctest.h>

#include <synth/generate/by_type.hpp>
#include <synth/generate/within_constants.hpp>

TEST_CASE("a uuid is read as it is written") {
    const auto read = synth::uuid_of_text("00000000-0000-0000-0000-0000000000fF");
    REQUIRE(read);
    CHECK(read->bytes[15] == 0xff);
    CHECK(read->bytes[14] == 0);
    CHECK_FALSE(synth::uuid_of_text(""));
    CHECK_FALSE(synth::uuid_of_text("00000000-0000-0000-0000-00000000000"));
    CHECK_FALSE(synth::uuid_of_text("00000000-0000-0000-0000-0000000000000"));
    CHECK_FALSE(synth::uuid_of_text("0000000000000-0000-0000-0000-00000000"));
    CHECK_FALSE(synth::uuid_of_text("0000000g-0000-0000-0000-000000000000"));
}

TEST_CASE("constants are drawn where there are any, else the generator stays as it is") {
    using base = synth::typical<synth::uuid>;
    const base plain{synth::column_plan{}};
    const synth::bound_within_constants<synth::uuid, base> any{plain, {}};
    const synth::bound_within_constants<synth::uuid, base> two{plain, {synth::uuid{{1}}, synth::uuid{{2}}}};
    std::set<synth::uuid> met;
    for (std::uint64_t row = 0; row < 100; ++row) {
        synth::draw cell{synth::make_stream_key(1, {"t"}), row};
        synth::draw same = cell;
        synth::draw other = cell;
        CHECK(any(cell) == plain(same));
        met.insert(two(other));
    }
    CHECK(met == std::set<synth::uuid>{synth::uuid{{1}}, synth::uuid{{2}}});
}
