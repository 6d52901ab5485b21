// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/program/zstd_output.hpp>
#include <synth/random/mix.hpp>

#include "zstd_text.hpp"

namespace {

struct memory {
    std::string bytes;
    void write(std::string_view block) { bytes += block; }
};

// Numbers as text, which compress to about a half, in pieces of any size.
std::string numbers(std::size_t size) {
    std::string text;
    for (std::uint64_t index = 0; text.size() < size; ++index) {
        text += std::to_string(synth::mix(index)) + ",";
    }
    text.resize(size);
    return text;
}

std::string compressed(std::string_view text, std::size_t piece, int level, unsigned threads) {
    memory out;
    synth::zstd_output output{out, level, threads};
    for (std::size_t at = 0; at < text.size(); at += piece) {
        output.write(text.substr(at, piece));
    }
    output.finish();
    CHECK(output.bytes() == out.bytes.size());
    return out.bytes;
}

std::ptrdiff_t threads_of_process() {
    return std::distance(std::filesystem::directory_iterator{"/proc/self/task"},
                         std::filesystem::directory_iterator{});
}

} // namespace

TEST_CASE("what is decompressed is what was written, at every level") {
    const std::string text = numbers(300'000);
    for (const int level : {-7, -1, 0, 3, 9, 19}) {
        CAPTURE(level);
        const std::string bytes = compressed(text, 10'000, level, 2);
        CHECK(zstd_text::decompressed(bytes) == text);
        CHECK(bytes.size() < text.size() + 100); // the fastest finds nothing in digits
    }
    CHECK(compressed(text, 10'000, 19, 2).size() < text.size() * 6 / 10); // digits need 0.42
    CHECK(zstd_text::decompressed(compressed("", 1, 3, 2)).empty());
}

TEST_CASE("the bytes do not depend on the threads, nor on the blocks that are written") {
    const std::string text = numbers(12'000'000); // several jobs
    const std::string bytes = compressed(text, 262'144, 1, 1);
    CHECK(zstd_text::decompressed(bytes) == text);
    CHECK((compressed(text, 262'144, 1, 2) == bytes));
    CHECK((compressed(text, 77'777, 1, 5) == bytes));
    CHECK((compressed(text, text.size(), 1, 3) == bytes));
}

TEST_CASE("frames one behind another are the whole") {
    const std::string text = numbers(100'000);
    CHECK((zstd_text::decompressed(compressed(text.substr(0, 33'333), 1'000, 3, 1) +
                                   compressed(text.substr(33'333), 1'000, 3, 2)) == text));
}

TEST_CASE("compression has threads of its own") {
    const std::ptrdiff_t before = threads_of_process();
    memory out;
    {
        synth::zstd_output output{out, 3, 3};
        output.write("a,b\n");
        CHECK(threads_of_process() == before + 3);
    }
    CHECK(threads_of_process() == before);
}

TEST_CASE("a frame without an end, or with a byte that changed, is known as such") {
    const std::string text = numbers(2'000'000);
    memory out;
    synth::zstd_output output{out, 3, 1};
    output.write(text);
    CHECK_THROWS_AS(zstd_text::decompressed(out.bytes), std::runtime_error);
    output.finish();
    CHECK((zstd_text::decompressed(out.bytes) == text));
    out.bytes.back() ^= 1; // of the checksum
    CHECK_THROWS_AS(zstd_text::decompressed(out.bytes), std::runtime_error);
}

TEST_CASE("an error of what follows comes through") {
    struct broken {
        static void write(std::string_view /*block*/) { throw synth::output_error{"full"}; }
    };
    broken out;
    synth::zstd_output output{out, 3, 2};
    const auto write_all = [&] { // what is handed on at once depends on how far the threads are
        output.write(numbers(8'000'000));
        output.finish();
    };
    CHECK_THROWS_AS(write_all(), synth::output_error);
}
