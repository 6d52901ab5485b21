// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/schema/uuid.hpp>

TEST_CASE("uuids are ordered like their texts") {
    constexpr synth::uuid low{{1, 2}};
    constexpr synth::uuid high{{1, 3}};
    static_assert(low < high && synth::uuid{} < low);
    CHECK(low != high);
    CHECK(low == synth::uuid{{1, 2}});
}
