// SPDX-License-Identifier: BSL-1.0
// The words of cells along rows, columns and seeds, as one sees them in a table: each is a stream of its own
// and none may show a pattern. Long runs with dieharder are in docs/random.md.
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/random/draw.hpp>
#include <synth/random/stream_key.hpp>

using synth::draw;
using synth::make_stream_key;
using synth::stream_key;

namespace {

constexpr std::size_t length = 1U << 17U;

using words = std::vector<std::uint64_t>;

std::uint64_t first_word(stream_key key, std::uint64_t row) { return draw{key, row}.word(); }

template<typename Source>
words stream(Source source) {
    words result(length);
    for (std::uint64_t index = 0; index < length; ++index) {
        result[index] = source(index);
    }
    return result;
}

struct named_stream {
    std::string_view name;
    words content;
};

std::vector<named_stream> streams() {
    constexpr stream_key key = make_stream_key(42, {"orders", "total"});
    constexpr stream_key table = make_stream_key(42, {"orders"});
    std::vector<named_stream> result;
    result.push_back({"rows", stream([=](std::uint64_t i) { return first_word(key, i); })});
    result.push_back({"rows 2^40 apart", stream([=](std::uint64_t i) { return first_word(key, i << 40U); })});
    result.push_back({"rows 2^47 apart", stream([=](std::uint64_t i) { return first_word(key, i << 47U); })});
    result.push_back(
        {"rows 10^6 apart", stream([=](std::uint64_t i) { return first_word(key, i * 1'000'000); })});
    result.push_back({"columns", stream([=](std::uint64_t i) {
                          return first_word(table.child("column_" + std::to_string(i)), 0);
                      })});
    result.push_back({"columns, row 1000", stream([=](std::uint64_t i) {
                          return first_word(table.child("c" + std::to_string(i)), 1000);
                      })});
    result.push_back({"children", stream([=](std::uint64_t i) { return first_word(key.child(i), 0); })});
    result.push_back({"seeds", stream([](std::uint64_t i) {
                          return first_word(make_stream_key(i, {"orders", "total"}), 0);
                      })});
    result.push_back({"seeds 2^40 apart", stream([](std::uint64_t i) {
                          return first_word(make_stream_key(i << 40U, {"orders", "total"}), 7);
                      })});
    result.push_back({"second words", stream([=](std::uint64_t i) {
                          draw source{key, i};
                          source.word();
                          return source.word();
                      })});
    result.push_back({"words of cells", stream([=](std::uint64_t i) {
                          draw source{key, i / 4};
                          std::uint64_t word = source.word();
                          for (std::uint64_t skipped = 0; skipped < i % 4; ++skipped) {
                              word = source.word();
                          }
                          return word;
                      })});
    result.push_back({"first of one column against second of the next", stream([=](std::uint64_t i) {
                          draw other{table.child("other"), i};
                          other.word();
                          return first_word(key, i) ^ other.word();
                      })});
    result.push_back({"seed against next seed", stream([](std::uint64_t i) {
                          return first_word(make_stream_key(1, {"t", "c"}), i) ^
                                 first_word(make_stream_key(2, {"t", "c"}), i);
                      })});
    return result;
}

// The distance of a chi-square value from its mean, in standard deviations.
double excess(double chi_square, double freedom) { return (chi_square - freedom) / std::sqrt(2 * freedom); }

double of_counts(const std::vector<std::uint32_t>& counts) {
    const double expected = static_cast<double>(length) / static_cast<double>(counts.size());
    double sum = 0;
    for (const std::uint32_t count : counts) {
        const double difference = count - expected;
        sum += difference * difference / expected;
    }
    return excess(sum, static_cast<double>(counts.size() - 1));
}

} // namespace

TEST_CASE("bytes of words are uniform in every stream") {
    for (const auto& [name, content] : streams()) {
        CAPTURE(name);
        for (unsigned shift = 0; shift < 64; shift += 8) {
            std::vector<std::uint32_t> counts(256);
            for (const std::uint64_t word : content) {
                ++counts[word >> shift & 255U];
            }
            CHECK(std::abs(of_counts(counts)) < 5);
        }
    }
}

TEST_CASE("neighbouring words are independent in every stream") {
    for (const auto& [name, content] : streams()) {
        CAPTURE(name);
        for (const unsigned shift : {0U, 20U, 32U, 58U}) {
            for (const std::size_t lag :
                 {std::size_t{1}, std::size_t{2}, std::size_t{8}, std::size_t{1024}}) {
                std::vector<std::uint32_t> counts(4096);
                for (std::size_t index = 0; index < length; ++index) {
                    const std::uint64_t left = content[index] >> shift & 63U;
                    const std::uint64_t right = content[(index + lag) % length] >> shift & 63U;
                    ++counts[left * 64 + right];
                }
                CHECK(std::abs(of_counts(counts)) < 5);
            }
        }
    }
}

TEST_CASE("each bit of a word differs from each bit of the next in half of the cases") {
    for (const auto& [name, content] : streams()) {
        CAPTURE(name);
        std::vector<std::int32_t> equal(64U * 64U);
        for (std::size_t index = 0; index + 1 < 16'384; ++index) {
            for (unsigned turn = 0; turn < 64; ++turn) {
                std::uint64_t same =
                    ~(content[index] ^ std::rotl(content[index + 1], static_cast<int>(turn)));
                for (unsigned bit = 0; bit < 64; ++bit, same >>= 1U) {
                    equal[turn * 64 + bit] += static_cast<std::int32_t>(same & 1U);
                }
            }
        }
        double sum = 0;
        double worst = 0;
        for (const std::int32_t count : equal) {
            const double difference = (count - 16'383 / 2.0) / (std::sqrt(16'383.0) / 2);
            sum += difference * difference;
            worst = std::fmax(worst, std::abs(difference));
        }
        CHECK(worst < 5.5);
        CHECK(std::abs(excess(sum, 4096)) < 5);
    }
}

TEST_CASE("each bit of a row number or a seed or a name changes half of the bits of the word") {
    constexpr int trials = 4'000;
    // change(trial, bit) gives the difference of two words whose input differs in that bit.
    const auto check = [](std::string_view name, unsigned bits, auto change) {
        CAPTURE(name);
        double sum = 0;
        double worst = 0;
        for (unsigned bit = 0; bit < bits; ++bit) {
            std::array<int, 64> flips{};
            for (std::uint64_t trial = 0; trial < trials; ++trial) {
                std::uint64_t difference = change(trial, bit);
                for (int& count : flips) {
                    count += static_cast<int>(difference & 1U);
                    difference >>= 1U;
                }
            }
            for (const int count : flips) {
                const double distance = (count - trials / 2.0) / (std::sqrt(double{trials}) / 2);
                sum += distance * distance;
                worst = std::fmax(worst, std::abs(distance));
            }
        }
        CHECK(worst < 5.5);
        CHECK(std::abs(excess(sum, 64.0 * bits)) < 5);
    };
    // Small numbers, as rows and seeds are, without the bit in question: so each pair is seen once.
    const auto without = [](std::uint64_t number, unsigned bit) {
        const std::uint64_t below = (std::uint64_t{1} << bit) - 1;
        return (number & ~below) << 1U | (number & below);
    };
    constexpr stream_key key = make_stream_key(42, {"orders", "total"});
    check("row", 64, [=](std::uint64_t trial, unsigned bit) {
        const std::uint64_t row = without(trial, bit);
        return first_word(key, row) ^ first_word(key, row | std::uint64_t{1} << bit);
    });
    check("seed", 64, [=](std::uint64_t trial, unsigned bit) {
        const std::uint64_t seed = without(trial, bit);
        return first_word(make_stream_key(seed, {"t", "c"}), 0) ^
               first_word(make_stream_key(seed | std::uint64_t{1} << bit, {"t", "c"}), 0);
    });
    check("number of a child", 64, [=](std::uint64_t trial, unsigned bit) {
        const std::uint64_t number = without(trial, bit);
        return first_word(key.child(number), 0) ^ first_word(key.child(number | std::uint64_t{1} << bit), 0);
    });
    // Here the row tells apart the two trials that see one pair of names.
    check("name", 64, [=](std::uint64_t trial, unsigned bit) {
        std::string name = std::to_string(100'000'000 + trial).substr(1);
        const stream_key before = key.child(name);
        name[bit / 8] = static_cast<char>(name[bit / 8] ^ 1 << bit % 8);
        return first_word(before, trial) ^ first_word(key.child(name), trial);
    });
}
