// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/generate/domain_network.hpp>

#include "domain_test.hpp"

using namespace synth;

TEST_CASE("uuid keys are of version 4 and differ from each other in half of their bits") {
    const auto values = domain_test::check_bijection<uuid>();
    CHECK(values.last() == ~std::uint64_t{0} >> 2U);
    int changed = 0;
    for (std::uint64_t index = 0; index < 1'000; ++index) {
        const uuid value = values.at(index);
        CHECK((value.bytes[6] & 0xf0U) == 0x40U);
        CHECK((value.bytes[8] & 0xc0U) == 0x80U);
        const uuid next = values.at(index + 1);
        for (std::size_t place = 0; place < 16; ++place) {
            changed += __builtin_popcount(static_cast<unsigned>(value.bytes[place] ^ next.bytes[place]));
        }
    }
    CHECK(changed > 54'000); // of 122 bits a pair
    CHECK(changed < 68'000);
}

TEST_CASE("a uuid from elsewhere is no key") {
    const domain<uuid> values{law_test::plan_for()};
    CHECK(!values.index_of(uuid{}));
    uuid all{};
    all.bytes.fill(0xff);
    CHECK(!values.index_of(all));
    const uuid key = values.at(12'345);
    for (std::size_t bit = 0; bit < 128; ++bit) {
        uuid other = key;
        other.bytes[bit / 8] = static_cast<std::uint8_t>(other.bytes[bit / 8] ^ 1U << bit % 8);
        CHECK(!values.index_of(other));
    }
}

TEST_CASE("address keys are single hosts") {
    const auto hosts = domain_test::check_bijection<inet>();
    CHECK(hosts.at(0) == inet::v4(1, 0, 0, 0));
    CHECK(hosts.at(hosts.last()) == inet::v4(223, 255, 255, 255));
    CHECK(!hosts.index_of(inet::v4(0, 255, 255, 255)));
    CHECK(!hosts.index_of(inet::v4(224, 0, 0, 0)));
    CHECK(!hosts.index_of(inet::v4(10, 0, 0, 0, 8)));
    CHECK(!hosts.index_of(inet::v6({10}, 32)));
    domain_test::check_bijection<cidr>();
    const auto cards = domain_test::check_bijection<macaddr>();
    CHECK(cards.last() == 0xff'ffff'ffffU);
    CHECK(!cards.index_of(macaddr{{1, 2, 3, 4, 5, 6}}));
    CHECK(domain_test::check_bijection<macaddr8>().last() == 0xff'ffff'ffff'ffffU);
}

TEST_CASE("bytes behind an address of version 4 do not make another key of it") {
    const domain<inet> hosts{law_test::plan_for()};
    inet odd = hosts.at(5);
    odd.address[15] = 1;
    CHECK(!hosts.index_of(odd));
}
