// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <string>

#include <doctest/doctest.h>

#include <synth/database/row_digest.hpp>

namespace {

constexpr std::array<std::size_t, 1> first_column{0};

std::size_t differing_buckets(const synth::row_digest& one, const synth::row_digest& other) {
    std::size_t count = 0;
    for (std::size_t index = 0; index < synth::row_digest::buckets; ++index) {
        count += one[index] == other[index] ? 0U : 1U;
    }
    return count;
}

} // namespace

TEST_CASE("the order of rows does not matter, their number does") {
    synth::row_digest one{{}};
    synth::row_digest other{{}};
    for (int row = 0; row < 1'000; ++row) {
        one.add(std::to_string(row));
        other.add(std::to_string(999 - row));
    }
    CHECK(one == other);
    CHECK(one.rows() == 1'000);
    one.add("7");
    CHECK_FALSE(one == other);
    other.add("7");
    CHECK(one == other);
    synth::row_digest twice{first_column};
    synth::row_digest others{first_column};
    for (int time = 0; time < 2; ++time) {
        twice.add("7\ta");
        others.add("7\tb");
    }
    CHECK_FALSE(twice == others); // what an exclusive or would miss
}

TEST_CASE("a changed row stays in the bucket of its key") {
    synth::row_digest one{first_column};
    synth::row_digest other{first_column};
    one.add("17\told");
    other.add("17\tnew");
    CHECK(differing_buckets(one, other) == 1);
    synth::row_digest keyless{{}};
    synth::row_digest changed{{}};
    keyless.add("17\told");
    changed.add("17\tnew");
    CHECK(differing_buckets(keyless, changed) == 2);
}
