// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>

#include <doctest/doctest.h>

#include <synth/sink/scan.hpp>

namespace {

bool copies_clean(const std::string& text, std::string& copy) {
    // Exactly as long as the text, so that a sanitizer sees a step beyond.
    const std::unique_ptr<char[]> source{new char[text.size()]};
    std::memcpy(source.get(), text.data(), text.size());
    const std::unique_ptr<char[]> room{new char[text.size()]};
    const bool clean = synth::copy_unless(room.get(), {source.get(), text.size()}, [](std::uint64_t word) {
        return synth::has_byte_below<' '>(word) | synth::has_byte(word, '"');
    });
    copy.assign(room.get(), text.size());
    return clean;
}

TEST_CASE("a suspect byte is found at every place of a text of every length") {
    std::string copy;
    for (std::size_t size = 0; size < 40; ++size) {
        for (const char fill : {'a', ' ', '~', '\x7f', '\x80', '\xff', '!', '#'}) {
            const std::string text(size, fill);
            REQUIRE(copies_clean(text, copy));
            REQUIRE(copy == text);
            for (std::size_t at = 0; at < size; ++at) {
                for (const char suspect : {'"', '\n', '\0', '\x1f'}) {
                    std::string marked = text;
                    marked[at] = suspect;
                    REQUIRE_FALSE(copies_clean(marked, copy));
                    REQUIRE(copy == marked);
                }
            }
        }
    }
}

TEST_CASE("bytes are told apart in every place of a word") {
    for (unsigned byte = 0; byte < 256; ++byte) {
        for (unsigned shift = 0; shift < 64; shift += 8) {
            const std::uint64_t word =
                (0x6161'6161'6161'6161U & ~(0xffULL << shift)) | (static_cast<std::uint64_t>(byte) << shift);
            REQUIRE((synth::has_byte(word, ',') != 0) == (byte == ','));
            REQUIRE((synth::has_byte(word, '\xff') != 0) == (byte == 0xff));
            REQUIRE((synth::has_byte_below<' '>(word) != 0) == (byte < ' '));
        }
    }
}

} // namespace
