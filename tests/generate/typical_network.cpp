// SPDX-License-Identifier: BSL-1.0
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/typical_network.hpp>

#include "law_test.hpp"

using namespace synth;

TEST_CASE("typical uuids are of version 4 and their other bits are fair") {
    const typical<uuid> law{law_test::plan_for()};
    std::vector<double> ones(128);
    for (std::uint64_t row = 0; row < 10'000; ++row) {
        draw cell = law_test::cell(row);
        const uuid value = law(cell);
        for (std::size_t bit = 0; bit < 128; ++bit) {
            ones[bit] += (static_cast<unsigned>(value.bytes[bit / 8]) >> (7 - bit % 8) & 1U) != 0 ? 1 : 0;
        }
    }
    for (std::size_t bit = 0; bit < 128; ++bit) {
        CAPTURE(bit);
        if (bit == 48 || bit == 50 || bit == 51 || bit == 65) {
            CHECK(ones[bit] == 0);
        } else if (bit == 49 || bit == 64) {
            CHECK(ones[bit] == 10'000);
        } else {
            CHECK((ones[bit] > 4'750 && ones[bit] < 5'250));
        }
    }
}

TEST_CASE("typical addresses are private") {
    const typical<inet> hosts{law_test::plan_for()};
    const typical<cidr> networks{law_test::plan_for()};
    const typical<macaddr> cards{law_test::plan_for()};
    const typical<macaddr8> long_cards{law_test::plan_for()};
    for (std::uint64_t row = 0; row < 500; ++row) {
        draw cell = law_test::cell(row);
        const inet host = hosts(cell);
        CHECK(host == inet::v4(10, host.address[1], host.address[2], host.address[3]));
        const cidr network = networks(cell);
        CHECK(network == cidr::v4(10, network.address[1], network.address[2], 0, 24));
        CHECK(cards(cell).bytes[0] == 2);
        CHECK(long_cards(cell).bytes[0] == 2);
    }
}
