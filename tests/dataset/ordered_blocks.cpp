// SPDX-License-Identifier: BSL-1.0
#include <atomic>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/dataset/ordered_blocks.hpp>

namespace {

const auto numbers = [](std::uint64_t first, std::uint64_t last, synth::byte_buffer& buffer) {
    for (; first < last; ++first) {
        buffer.append(std::to_string(first) + " ");
    }
};

std::string all(std::uint64_t first, std::uint64_t last, std::uint64_t block, unsigned threads) {
    std::string text;
    synth::write_ordered_blocks(first, last, block, threads, numbers,
                                [&](std::string_view bytes, std::uint64_t) { text += bytes; });
    return text;
}

} // namespace

TEST_CASE("blocks leave in order, whatever their size and the number of threads") {
    const std::string expected = all(3, 120, 1'000, 1);
    CHECK(expected.starts_with("3 4 5 "));
    CHECK(expected.ends_with("118 119 "));
    for (const std::uint64_t block : {1U, 7U, 117U}) {
        for (const unsigned threads : {0U, 1U, 2U, 5U}) {
            CHECK(all(3, 120, block, threads) == expected);
        }
    }
}

TEST_CASE("no rows make no block") { CHECK(all(5, 5, 10, 3).empty()); }

TEST_CASE("each block is emitted with the row behind it") {
    std::string ends;
    synth::write_ordered_blocks(0, 25, 10, 3, numbers, [&](std::string_view, std::uint64_t end) {
        ends += std::to_string(end) + " ";
    });
    CHECK(ends == "10 20 25 ");
}

TEST_CASE("the last rows that 64 bits count are blocks too") {
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    CHECK(all(most - 3, most, 8'192, 2) == all(most - 3, most, 2, 1));
    CHECK(all(most - 3, most, 2, 1).ends_with("18446744073709551614 "));
}

TEST_CASE("the first failure of a maker or of the emitter ends the work") {
    for (const unsigned threads : {1U, 4U}) {
        std::atomic<int> emitted{0};
        CHECK_THROWS_WITH(synth::write_ordered_blocks(
                              0, 100, 10, threads,
                              [](std::uint64_t first, std::uint64_t, synth::byte_buffer&) {
                                  if (first == 50) {
                                      throw std::runtime_error{"made"};
                                  }
                              },
                              [&](std::string_view, std::uint64_t) { ++emitted; }),
                          "made");
        CHECK(emitted <= 5);
        CHECK_THROWS_WITH(synth::write_ordered_blocks(0, 100, 10, threads, numbers,
                                                      [](std::string_view, std::uint64_t end) {
                                                          if (end == 30) {
                                                              throw std::runtime_error{"emitted"};
                                                          }
                                                      }),
                          "emitted");
    }
}
