// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include <synth/core/integer.hpp>
#include <synth/random/mix.hpp>
#include <synth/random/permutation.hpp>

using synth::permutation;

namespace {

constexpr synth::stream_key key = synth::make_stream_key(42, {"t", "c"});

double excess(const std::vector<std::uint32_t>& counts, double expected, double cells) {
    double sum = 0;
    for (const std::uint32_t count : counts) {
        const double difference = count - expected;
        sum += count == 0 ? 0 : difference * difference / expected;
    }
    return (sum - (cells - 1)) / std::sqrt(2 * (cells - 1));
}

constexpr std::uint64_t there_and_back(std::uint64_t last, std::uint64_t value) {
    const permutation shuffle{last, key};
    return shuffle.inverse(shuffle(value));
}

} // namespace

TEST_CASE("a permutation has known answers at compile time and at run time") {
    static_assert(there_and_back(1'000'000'006, 123'456) == 123'456);
    constexpr permutation small{9, key};
    static_assert(small(0) == 9);
    CHECK(small(0) == 9);
    CHECK(permutation{1'000'000'006, key}(1) == 573274466U);
    CHECK(permutation{~std::uint64_t{0}, key}(1) == 2720663359752045453U);
    CHECK(permutation{~std::uint64_t{0}, key}.inverse(2720663359752045453U) == 1);
    CHECK(small.last() == 9);
}

TEST_CASE("a permutation visits every number once for every domain up to 4096") {
    std::vector<std::uint8_t> seen;
    bool every = true;
    for (std::uint64_t size = 1; size <= 4096; ++size) {
        const permutation shuffle{size - 1, key.child(size)};
        seen.assign(size, 0);
        for (std::uint64_t value = 0; value < size; ++value) {
            const std::uint64_t image = shuffle(value);
            every = every && image < size && seen[image]++ == 0 && shuffle.inverse(image) == value;
        }
        REQUIRE(every);
    }
}

TEST_CASE("a permutation of a large domain stays inside it and has an inverse") {
    std::vector<std::uint64_t> lasts{~std::uint64_t{0},       ~std::uint64_t{0} - 1,
                                     std::uint64_t{1} << 63U, (std::uint64_t{1} << 63U) - 1,
                                     999'999'999'999,         1'000'000'000'038};
    for (unsigned bits = 12; bits < 64; ++bits) {
        for (const std::uint64_t last :
             {(std::uint64_t{1} << bits) - 1, std::uint64_t{1} << bits,
              (std::uint64_t{1} << bits) + synth::mix(bits) % (std::uint64_t{1} << bits)}) {
            lasts.push_back(last);
        }
    }
    for (const std::uint64_t last : lasts) {
        const permutation shuffle{last, key.child(last)};
        bool inside = true;
        for (std::uint64_t index = 0; index < 500; ++index) {
            const std::uint64_t drawn = synth::mix(index + last);
            const std::uint64_t value = index == 0                  ? 0
                                        : index == 1                ? last
                                        : last == ~std::uint64_t{0} ? drawn
                                                                    : synth::multiply_high(drawn, last + 1);
            const std::uint64_t image = shuffle(value);
            inside = inside && image <= last && shuffle.inverse(image) == value &&
                     shuffle(shuffle.inverse(value)) == value;
        }
        CAPTURE(last);
        CHECK(inside);
    }
}

TEST_CASE("over many keys every pair of places gets every pair of numbers equally often") {
    constexpr std::uint64_t keys = 60'000;
    double worst = 0;
    for (std::uint64_t size = 2; size <= 64; ++size) {
        for (const auto& [left, right] :
             {std::array{std::uint64_t{0}, std::uint64_t{1}}, std::array{std::uint64_t{0}, size / 2},
              std::array{size / 2, size - 1}}) {
            if (left == right || right >= size) {
                continue;
            }
            std::vector<std::uint32_t> counts(size * size);
            for (std::uint64_t number = 0; number < keys; ++number) {
                const permutation shuffle{size - 1, key.child(number)};
                ++counts[shuffle(left) * size + shuffle(right)];
            }
            const auto cells = static_cast<double>(size * (size - 1));
            worst = std::fmax(worst, excess(counts, keys / cells, cells));
        }
    }
    // About 180 chi-square values, each tested one-sided.
    CHECK(worst < 4.5);
}

TEST_CASE("over many keys the distance of two images is uniform") {
    for (const std::uint64_t size : {std::uint64_t{128}, std::uint64_t{200}, std::uint64_t{256},
                                     std::uint64_t{1000}, std::uint64_t{4096}}) {
        for (const std::uint64_t gap : {std::uint64_t{1}, std::uint64_t{16}, size / 2, size - 1}) {
            // The last traces of too few rounds are in neighbours, and small.
            const std::uint64_t keys = gap == 1 ? 2'000'000 : 200'000;
            std::vector<std::uint32_t> counts(size);
            for (std::uint64_t number = 0; number < keys; ++number) {
                const permutation shuffle{size - 1, key.child(number)};
                ++counts[(shuffle(gap) + size - shuffle(0)) % size];
            }
            CAPTURE(size);
            CAPTURE(gap);
            const auto cells = static_cast<double>(size - 1);
            CHECK(std::abs(excess(counts, static_cast<double>(keys) / cells, cells)) < 4.5);
        }
    }
}

TEST_CASE("the images of successive numbers show no order") {
    for (const std::uint64_t last :
         {std::uint64_t{1'000'006}, std::uint64_t{1'000'000'006}, ~std::uint64_t{0}}) {
        const permutation shuffle{last, key};
        // Both halves of the domain, and rising or falling, over pairs at distances that the halves of the
        // network see as neighbours.
        for (const std::uint64_t gap : {std::uint64_t{1}, std::uint64_t{2}, std::uint64_t{512},
                                        std::uint64_t{1024}, std::uint64_t{16384}, std::uint64_t{32768}}) {
            int same_half = 0;
            int rising = 0;
            constexpr int pairs = 100'000;
            for (std::uint64_t index = 0; index < pairs; ++index) {
                const std::uint64_t left = shuffle(index * 7);
                const std::uint64_t right = shuffle(index * 7 + gap);
                same_half += (left > last / 2) == (right > last / 2) ? 1 : 0;
                rising += left < right ? 1 : 0;
            }
            CAPTURE(last);
            CAPTURE(gap);
            CHECK(std::abs(same_half - pairs / 2) < 4.5 * std::sqrt(pairs) / 2);
            CHECK(std::abs(rising - pairs / 2) < 4.5 * std::sqrt(pairs) / 2);
        }
    }
}

TEST_CASE("numbers that agree in one half of the network do not agree after it") {
    // Four rounds keep the difference of two left halves twice as often as chance does (Patarin 2001).
    constexpr std::uint64_t last = (std::uint64_t{1} << 24U) - 4097;
    constexpr std::uint64_t mask = 4095;
    constexpr std::uint64_t pairs = std::uint64_t{1} << 21U;
    const permutation shuffle{last, key};
    for (const std::uint64_t difference : {std::uint64_t{1}, std::uint64_t{5}, std::uint64_t{0x800}}) {
        int forward = 0;
        int backward = 0;
        for (std::uint64_t index = 0; index < pairs; ++index) {
            const std::uint64_t left = index * 5;
            const std::uint64_t right = left ^ difference;
            forward += ((shuffle(left) ^ shuffle(right)) & mask) == difference ? 1 : 0;
            backward += ((shuffle.inverse(left) ^ shuffle.inverse(right)) & mask) == difference ? 1 : 0;
        }
        CAPTURE(difference);
        CHECK(std::abs(forward - 512) < 4.5 * std::sqrt(512));
        CHECK(std::abs(backward - 512) < 4.5 * std::sqrt(512));
    }
    for (const std::uint64_t gap : {std::uint64_t{1} << 12U, std::uint64_t{3} << 12U}) {
        std::vector<std::uint32_t> counts(256);
        for (std::uint64_t index = 0; index <= mask; ++index) {
            ++counts[(shuffle(index) ^ shuffle(index + gap)) & 255U];
        }
        CHECK(std::abs(excess(counts, 16, 256)) < 4.5);
    }
}
