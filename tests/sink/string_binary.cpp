// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <string>

#include <doctest/doctest.h>

#include <synth/sink/string_binary.hpp>

#include "forms_of.hpp"
#include "sample_values.hpp"

namespace {

using namespace synth;
using forms::binary;

TEST_CASE("texts and bytes are written as they are") {
    CHECK(binary<std::string>("a\n\xc3\xa4") == "610ac3a4");
    CHECK(binary<std::string>("") == "");
    CHECK(binary<json>("{}") == "7b7d");
    CHECK(binary<jsonb>("{}") == "01"
                                 "7b7d");
    CHECK(binary<bytes>(bytes{std::byte{0}, std::byte{0xff}}) == "00ff");
    CHECK(binary<bytes>(bytes{}) == "");
    for (const std::string& value : samples::values<std::string>(1'000)) {
        REQUIRE(binary<std::string>(value) == forms::hexadecimal(value));
    }
}

TEST_CASE("bit strings start with their length and fill bytes from the top") {
    CHECK(binary<bit_string>("") == "00000000");
    CHECK(binary<bit_string>("1") == "00000001"
                                     "80");
    CHECK(binary<bit_string>("10110111") == "00000008"
                                            "b7");
    CHECK(binary<bit_string>("101101110") == "00000009"
                                             "b700");
    CHECK(binary<bit_string>("0000000000000001") == "00000010"
                                                    "0001");
}

TEST_CASE("an enumerator is its label") {
    CHECK(binary<samples::mood>(samples::mood::ok) == "6f6b");
    CHECK(binary<samples::mood>(static_cast<samples::mood>(100)) == "3f");
}

TEST_CASE("addresses name their family and prefix and size") {
    CHECK(binary<inet>(inet::v4(1, 2, 3, 4)) == "02"
                                                "20"
                                                "00"
                                                "04"
                                                "01020304");
    CHECK(binary<cidr>(cidr::v4(10, 0, 0, 0, 8)) == "02"
                                                    "08"
                                                    "01"
                                                    "04"
                                                    "0a000000");
    CHECK(binary<inet>(inet::v6({0x20, 1}, 16)) == "03"
                                                   "10"
                                                   "00"
                                                   "10"
                                                   "20010000000000000000000000000000");
    CHECK(binary<macaddr>({{8, 0, 0x2b, 1, 2, 3}}) == "08002b010203");
    CHECK(binary<macaddr8>({{8, 0, 0x2b, 1, 2, 3, 4, 5}}) == "08002b0102030405");
    CHECK(binary<uuid>({{1, 2, 3}}) == "01020300000000000000000000000000");
}

} // namespace
