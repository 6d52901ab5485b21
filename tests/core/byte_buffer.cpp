// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include <doctest/doctest.h>

#include <synth/core/byte_buffer.hpp>

using synth::byte_buffer;

TEST_CASE("a new buffer is empty") {
    const byte_buffer buffer;
    CHECK(buffer.empty());
    CHECK(buffer.size() == 0);
    CHECK(buffer.view().empty());
    CHECK(byte_buffer{100}.capacity() >= 100);
    CHECK(byte_buffer{100}.empty());
}

TEST_CASE("what is written between reserve and finish is content") {
    byte_buffer buffer;
    char* out = buffer.reserve(10);
    std::memcpy(out, "abcdefghij", 10);
    buffer.finish(out + 3);
    CHECK(buffer.view() == "abc");
    CHECK(buffer.data() == out);
    out = buffer.reserve(2);
    CHECK(out == buffer.data() + 3);
    std::memcpy(out, "xy", 2);
    buffer.finish(out + 2);
    CHECK(buffer.view() == "abcxy");
}

TEST_CASE("a buffer keeps its content while it grows") {
    byte_buffer buffer;
    std::string expected;
    for (int count = 0; count < 5000; ++count) {
        const std::string text = std::to_string(count);
        buffer.append(text);
        expected += text;
        if (count % 7 == 0) {
            char* out = buffer.reserve(1000);
            std::memset(out, '#', 1000);
            buffer.finish(out + count % 1000);
            expected.append(static_cast<std::size_t>(count % 1000), '#');
        }
    }
    CHECK(buffer.view() == expected);
    CHECK(buffer.capacity() >= buffer.size());
}

TEST_CASE("appending nothing changes nothing") {
    byte_buffer buffer;
    buffer.append("");
    buffer.append(std::string_view{});
    CHECK(buffer.empty());
}

TEST_CASE("a cleared buffer is empty and keeps its memory") {
    byte_buffer buffer;
    buffer.append("some text that needs room");
    const std::size_t capacity = buffer.capacity();
    const char* memory = buffer.data();
    buffer.clear();
    CHECK(buffer.empty());
    CHECK(buffer.capacity() == capacity);
    CHECK(buffer.reserve(capacity) == memory);
}

TEST_CASE("a moved buffer takes the content along") {
    byte_buffer source;
    source.append("text");
    const byte_buffer target = std::move(source);
    CHECK(target.view() == "text");
}
