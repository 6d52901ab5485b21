// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/random/stream_key.hpp>

using synth::make_stream_key;
using synth::stream_key;
using namespace std::string_view_literals;

TEST_CASE("a stream key has known answers") {
    constexpr stream_key key = make_stream_key(42, {"orders", "total"});
    static_assert(key == make_stream_key(42, {"orders"}).child("total"));
    CHECK(key.start == 0xde057977ee49a4f3U);
    CHECK(key.gamma == 0xc17f72abc6cdcc8bU);
    const stream_key numbered = key.child(7);
    CHECK(numbered.start == 0x648caabd0a723144U);
    CHECK(numbered.gamma == 0xd09cd167789e225bU);
    const stream_key long_name = key.child("a name of more than eight bytes, \xc3\xa9");
    CHECK(long_name.start == 0x906718807d56891eU);
    CHECK(long_name.gamma == 0x95c483be2b58bef5U);
}

TEST_CASE("order and number and borders of names count") {
    const std::vector<stream_key> keys{
        make_stream_key(1, {"a", "b"}),
        make_stream_key(1, {"b", "a"}),
        make_stream_key(1, {"ab"}),
        make_stream_key(1, {"", "ab"}),
        make_stream_key(1, {"ab", ""}),
        make_stream_key(1, {"a", "b", ""}),
        make_stream_key(1, {"a\0b"sv}),
        make_stream_key(1, {"ab\0"sv}),
        make_stream_key(1, {"\0ab"sv}),
        make_stream_key(1, {""}),
        make_stream_key(1, {"\0"sv}),
        make_stream_key(1, {"\0\0\0\0\0\0\0\0"sv}),
        make_stream_key(1, {"\0\0\0\0\0\0\0\0\0"sv}),
        make_stream_key(1, {}),
        make_stream_key(2, {"a", "b"}),
        make_stream_key(0, {"a", "b"}),
        make_stream_key(1, {"a"}).child(1),
        make_stream_key(1, {"a"}).child(0),
        make_stream_key(1, {"12345678", "9"}),
        make_stream_key(1, {"123456789"}),
        make_stream_key(1, {"1234567", "89"}),
        make_stream_key(1, {"\x01"}),
        make_stream_key(1, {"\x01\0"sv}),
    };
    for (std::size_t left = 0; left < keys.size(); ++left) {
        for (std::size_t right = 0; right < left; ++right) {
            CAPTURE(left);
            CAPTURE(right);
            CHECK(keys[left].start != keys[right].start);
            CHECK(keys[left].gamma != keys[right].gamma);
        }
    }
}

TEST_CASE("every step is odd and has many bit changes") {
    std::size_t changed = 0;
    for (std::uint64_t seed = 0; seed < 100'000; ++seed) {
        const std::uint64_t gamma = make_stream_key(seed, {"t"}).gamma;
        REQUIRE(gamma % 2 == 1);
        REQUIRE(std::popcount(gamma ^ gamma >> 1U) >= 24);
        changed += std::popcount(gamma ^ gamma >> 1U) > 40 ? 1U : 0U;
    }
    // Steps that were too regular are inverted in every second bit and then have 40 changes or more.
    CHECK(changed > 500);
}

TEST_CASE("names and numbers and seeds do not collide") {
    std::vector<std::uint64_t> starts;
    const stream_key table = make_stream_key(42, {"t"});
    for (std::uint64_t number = 0; number < 200'000; ++number) {
        starts.push_back(table.child("c" + std::to_string(number)).start);
        starts.push_back(table.child(number).start);
        starts.push_back(make_stream_key(number, {"t"}).start);
    }
    // The table of seed 42 is its own entry under seeds.
    std::sort(starts.begin(), starts.end());
    CHECK(std::adjacent_find(starts.begin(), starts.end()) == starts.end());
}
