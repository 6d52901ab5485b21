// SPDX-License-Identifier: BSL-1.0
#include <type_traits>

#include <doctest/doctest.h>

#include <synth/schema/network.hpp>

TEST_CASE("addresses keep their family and prefix") {
    constexpr auto host = synth::inet::v4(10, 0, 0, 1, 8);
    static_assert(host.family == 4 && host.prefix == 8 && host.address[3] == 1 && host.address[4] == 0);
    static_assert(synth::cidr::v6({0x20, 1}, 16).family == 6);
    static_assert(!std::is_same_v<synth::inet, synth::cidr>);
    CHECK(host != synth::inet::v4(10, 0, 0, 1));
    CHECK(synth::inet{} == synth::inet::v4(0, 0, 0, 0));
    CHECK(synth::macaddr{{1}} < synth::macaddr{{2}});
    CHECK(synth::macaddr8{{1}} < synth::macaddr8{{1, 1}});
}
