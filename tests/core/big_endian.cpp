// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <limits>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/core/big_endian.hpp>

using namespace std::string_view_literals;

namespace {

template<typename Integer>
constexpr bool survives(Integer value) {
    char bytes[sizeof(Integer)]{};
    return synth::store_big_endian(bytes, value) == bytes + sizeof(Integer) &&
           synth::load_big_endian<Integer>(bytes) == value;
}

} // namespace

TEST_CASE("the most significant byte comes first") {
    char bytes[8]{};
    const char* end = synth::store_big_endian(bytes, std::uint32_t{0x01028304});
    CHECK(std::string_view(bytes, static_cast<std::size_t>(end - bytes)) == "\x01\x02\x83\x04"sv);
    synth::store_big_endian(bytes, std::uint64_t{0xfffefdfcfbfaf9f8U});
    CHECK(std::string_view(bytes, 8) == "\xff\xfe\xfd\xfc\xfb\xfa\xf9\xf8"sv);
    synth::store_big_endian(bytes, std::uint16_t{0x00ff});
    CHECK(std::string_view(bytes, 2) == "\x00\xff"sv);
    CHECK(synth::load_big_endian<std::uint16_t>("\xff\x01") == 0xff01);
}

TEST_CASE("what is stored is loaded again") {
    static_assert(survives(std::uint8_t{0x80}));
    static_assert(survives(std::uint16_t{0x8001}));
    static_assert(survives(std::uint32_t{0x80000001}));
    static_assert(survives(std::numeric_limits<std::uint64_t>::max()));
    std::uint64_t value = 1;
    for (int count = 0; count < 1000; ++count) {
        CHECK(survives(value));
        CHECK(survives(static_cast<std::uint32_t>(value)));
        CHECK(survives(static_cast<std::uint16_t>(value)));
        value = value * 6364136223846793005U + 1442695040888963407U;
    }
}
