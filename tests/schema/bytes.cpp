// SPDX-License-Identifier: BSL-1.0
#include <cstddef>

#include <doctest/doctest.h>

#include <synth/schema/bytes.hpp>

TEST_CASE("bytes may hold zeros") {
    const synth::bytes value{std::byte{0}, std::byte{0xff}};
    CHECK(value.size() == 2);
    CHECK(value < synth::bytes{std::byte{1}});
}
