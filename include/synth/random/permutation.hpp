// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_RANDOM_PERMUTATION_HPP
#define SYNTH_RANDOM_PERMUTATION_HPP

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include <synth/core/integer.hpp>
#include <synth/random/mix.hpp>
#include <synth/random/stream_key.hpp>

namespace synth {

/// A shuffle of the numbers [0, last] that needs no memory: `shuffle(i)` is the number at place i and
/// `shuffle.inverse(shuffle(i)) == i`. Arguments must be at most last.
class permutation {
public:
    constexpr permutation(std::uint64_t last, stream_key key) : last_{last} {
        left_bits_ = std::max(1U, static_cast<unsigned>(std::bit_width(last)) / 2U);
        right_size_ = (last >> left_bits_) + 1;
        rounds_ = rounds_for(left_bits_);
        // Away from the states of `draw`, so that one key may serve both.
        const std::uint64_t start = mix(key.start + 0xd6e8feb86659fd93U);
        for (std::size_t round = 0; round < rounds_; ++round) {
            keys_[round] = mix(start + round * key.gamma);
        }
    }

    [[nodiscard]] constexpr std::uint64_t last() const { return last_; }

    [[nodiscard]] constexpr std::uint64_t operator()(std::uint64_t value) const {
        // The network permutes a few numbers more than the domain has; those are walked over, which keeps
        // the map one to one (Black and Rogaway 2002, cycle walking).
        do {
            value = forward(value);
        } while (value > last_);
        return value;
    }

    /// The place of a number: the argument that `operator()` maps to it.
    [[nodiscard]] constexpr std::uint64_t inverse(std::uint64_t value) const {
        do {
            value = backward(value);
        } while (value > last_);
        return value;
    }

private:
    static constexpr std::size_t most_rounds = 24;

    // A round leaves about one part in 2^left_bits of the order it found, so small domains need more of them.
    // These leave a margin over the fewest that pass counts of pairs over two million keys.
    [[nodiscard]] static constexpr unsigned rounds_for(unsigned left_bits) {
        constexpr std::array<unsigned, 7> needed{0, most_rounds, 20, 14, 10, 8, 8};
        return left_bits < needed.size() ? needed[left_bits] : 6;
    }

    // Half of a middle-square step (Widynski 2017): the multiplication spreads a short number over the word,
    // the square makes the upper bits a function without linear structure.
    [[nodiscard]] static constexpr std::uint64_t scramble(std::uint64_t half, std::uint64_t key) {
        const std::uint64_t spread = half * 0x9e3779b97f4a7c15U + key;
        return spread * spread;
    }

    // A Feistel network over left x right where left is a power of two and right is any number, so that
    // domain and network differ by less than 2^left_bits.
    [[nodiscard]] constexpr std::uint64_t forward(std::uint64_t value) const {
        const std::uint64_t mask = (std::uint64_t{1} << left_bits_) - 1;
        const unsigned shift = 64U - left_bits_;
        std::uint64_t left = value & mask;
        std::uint64_t right = value >> left_bits_;
        for (std::size_t round = 0; round < rounds_; round += 2) {
            left ^= scramble(right, keys_[round]) >> shift;
            right += multiply_high(scramble(left, keys_[round + 1]), right_size_);
            right = std::min(right, right - right_size_);
        }
        return right << left_bits_ | left;
    }

    [[nodiscard]] constexpr std::uint64_t backward(std::uint64_t value) const {
        const std::uint64_t mask = (std::uint64_t{1} << left_bits_) - 1;
        const unsigned shift = 64U - left_bits_;
        std::uint64_t left = value & mask;
        std::uint64_t right = value >> left_bits_;
        for (std::size_t round = rounds_; round > 0; round -= 2) {
            const std::uint64_t step = multiply_high(scramble(left, keys_[round - 1]), right_size_);
            right = std::min(right - step, right - step + right_size_);
            left ^= scramble(right, keys_[round - 2]) >> shift;
        }
        return right << left_bits_ | left;
    }

    std::uint64_t last_;
    std::uint64_t right_size_{};
    unsigned left_bits_{};
    unsigned rounds_{};
    std::array<std::uint64_t, most_rounds> keys_{};
};

} // namespace synth

#endif
