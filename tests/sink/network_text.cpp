// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <cstdio>
#include <string>

#include <doctest/doctest.h>

#include <synth/sink/network_text.hpp>

#include "forms_of.hpp"
#include "sample_values.hpp"
#include <arpa/inet.h>

namespace {

using namespace synth;
using forms::text;

template<typename Address>
std::string reference(const Address& value) {
    std::array<char, 64> room{};
    const bool six = value.family == 6;
    inet_ntop(six ? AF_INET6 : AF_INET, value.address.data(), room.data(), room.size());
    const bool always = std::is_same_v<Address, cidr>;
    return std::string{room.data()} +
           (always || value.prefix != (six ? 128 : 32) ? "/" + std::to_string(value.prefix) : "");
}

TEST_CASE("addresses are written as the operating system writes them") {
    for (const inet& value : samples::values<inet>(50'000)) {
        REQUIRE(text<inet>(value) == reference(value));
    }
    for (const cidr& value : samples::values<cidr>(50'000)) {
        REQUIRE(text<cidr>(value) == reference(value));
    }
}

TEST_CASE("addresses show their prefix by need and networks always") {
    CHECK(text<inet>(inet::v4(192, 168, 0, 1)) == "192.168.0.1");
    CHECK(text<inet>(inet::v4(192, 168, 0, 1, 24)) == "192.168.0.1/24");
    CHECK(text<cidr>(cidr::v4(10, 0, 0, 0, 8)) == "10.0.0.0/8");
    CHECK(text<cidr>(cidr::v4(10, 0, 0, 1, 32)) == "10.0.0.1/32");
    CHECK(text<inet>(inet::v6({})) == "::");
    CHECK(text<inet>(inet::v6({0x20, 1, 0x0d, 0xb8}, 64)) == "2001:db8::/64");
    CHECK(text<inet>(inet::v6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 1, 2, 3, 4})) == "::ffff:1.2.3.4");
    std::array<std::uint8_t, 16> ones{};
    ones.fill(0xff);
    CHECK(text<cidr>(cidr::v6(ones)) == "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128");
}

TEST_CASE("uuids and hardware addresses are lower-case hexadecimal") {
    for (const uuid& value : samples::values<uuid>(10'000)) {
        std::string expected;
        for (std::size_t index = 0; index < 16; ++index) {
            std::array<char, 8> byte{};
            std::snprintf(byte.data(), byte.size(), "%02x", value.bytes[index]);
            expected += byte.data();
            expected += index == 3 || index == 5 || index == 7 || index == 9 ? "-" : "";
        }
        REQUIRE(text<uuid>(value) == expected);
    }
    CHECK(text<macaddr>({{8, 0, 0x2b, 1, 2, 0xff}}) == "08:00:2b:01:02:ff");
    CHECK(text<macaddr8>({{8, 0, 0x2b, 1, 2, 3, 4, 0xa5}}) == "08:00:2b:01:02:03:04:a5");
}

} // namespace
