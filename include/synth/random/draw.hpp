// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_RANDOM_DRAW_HPP
#define SYNTH_RANDOM_DRAW_HPP

#include <concepts>
#include <cstdint>
#include <limits>

#include <synth/core/integer.hpp>
#include <synth/random/mix.hpp>
#include <synth/random/stream_key.hpp>

namespace synth {

/// A probability as the threshold `draw::chance` compares with; outside [0, 1] it is never or always:
/// `probability(0.5) == 1ULL << 63`.
[[nodiscard]] constexpr std::uint64_t probability(double value) {
    if (!(value > 0.0)) { // also not a number
        return 0;
    }
    // The product is exact, so every double below one has one threshold.
    return value >= 1.0 ? std::numeric_limits<std::uint64_t>::max()
                        : static_cast<std::uint64_t>(value * 0x1p64);
}

/// A bound for many draws, 0 for all 2^64 numbers, with what refuses words worked out once: up to half of
/// them would go the long way for bounds near 2^63 if each looked for itself.
class draw_bound {
public:
    constexpr explicit draw_bound(std::uint64_t bound)
        : bound_{bound}, threshold_{bound == 0 ? 0 : (std::uint64_t{0} - bound) % bound} {}

    [[nodiscard]] constexpr std::uint64_t value() const { return bound_; }
    /// Products whose lower half is below it come once too often for an even chance.
    [[nodiscard]] constexpr std::uint64_t threshold() const { return threshold_; }

private:
    std::uint64_t bound_;
    std::uint64_t threshold_;
};

/// The random words of one cell: a pure function of the column's stream and the row number, so that cells can
/// be made in any order: `draw{key, 7}.between(1, 6)`.
class draw {
public:
    constexpr draw(stream_key key, std::uint64_t row) : state_{key.start + row * key.gamma}, row_{row} {}

    [[nodiscard]] constexpr std::uint64_t row() const { return row_; }

    /// The next 64 random bits of this cell.
    [[gnu::always_inline]] constexpr std::uint64_t word() {
        const std::uint64_t state = state_;
        state_ += word_step;
        return mix(state);
    }

    /// A number in [0, bound), each equally likely; bound must be above 0. Method: Lemire 2019, fast random
    /// integer generation in an interval.
    [[gnu::always_inline]] constexpr std::uint64_t below(std::uint64_t bound) {
        const uint128 product = multiply_wide(word(), bound);
        if (static_cast<std::uint64_t>(product) < bound) [[unlikely]] {
            const retried good = retry(product, bound, state_);
            state_ = good.state;
            return good.number;
        }
        return static_cast<std::uint64_t>(product >> 64U);
    }

    /// The same for bounds up to 2^128 - 1; takes one word when the bound is at most 2^64, else two a try.
    constexpr uint128 below_wide(uint128 bound) { return up_to(bound - 1); }

    /// A number in [low, high], each equally likely, of any width and over the full range too:
    /// `between(std::int64_t{1}, std::int64_t{6})`.
    template<any_integer Integer>
        requires(!std::same_as<Integer, bool>)
    [[gnu::always_inline]] constexpr Integer between(Integer low, Integer high) {
        using wide = unsigned_of<Integer>;
        // Differences and sums wrap in the unsigned type and so never overflow.
        const auto span = static_cast<wide>(static_cast<wide>(high) - static_cast<wide>(low));
        if constexpr (sizeof(Integer) < sizeof(std::uint64_t)) {
            const auto offset = static_cast<wide>(below(std::uint64_t{span} + 1));
            return static_cast<Integer>(static_cast<wide>(static_cast<wide>(low) + offset));
        } else if constexpr (sizeof(Integer) == sizeof(std::uint64_t)) {
            const std::uint64_t bound = std::uint64_t{span} + 1;
            const std::uint64_t offset = bound == 0 ? word() : below(bound);
            return static_cast<Integer>(static_cast<wide>(low) + offset);
        } else {
            return static_cast<Integer>(static_cast<wide>(low) + up_to(span));
        }
    }

    /// The same number as `below(bound.value())`.
    [[gnu::always_inline]] constexpr std::uint64_t below(const draw_bound& bound) {
        const uint128 product = multiply_wide(word(), bound.value());
        if (static_cast<std::uint64_t>(product) < bound.threshold()) [[unlikely]] {
            const retried good = retry(product, bound.value(), state_);
            state_ = good.state;
            return good.number;
        }
        return static_cast<std::uint64_t>(product >> 64U);
    }
    /// The same, and any number where the bound is 0.
    [[gnu::always_inline]] constexpr std::uint64_t below_or_any(const draw_bound& bound) {
        return bound.value() == 0 ? word() : below(bound);
    }

    /// True with the probability threshold / 2^64; the largest threshold means always:
    /// `chance(probability(0.1))`.
    constexpr bool chance(std::uint64_t threshold) {
        return word() < threshold || threshold == std::numeric_limits<std::uint64_t>::max();
    }

    /// A number in [0, 1), a multiple of 2^-53.
    constexpr double real() { return static_cast<double>(word() >> 11U) * 0x1p-53; }

private:
    // The golden ratio; steps between rows are drawn per stream, so rows and words do not run in step.
    static constexpr std::uint64_t word_step = 0x9e3779b97f4a7c15U;

    struct retried {
        std::uint64_t number;
        std::uint64_t state;
    };

    // The words behind the first that `below` takes, seldom. Apart from it and without `this`, so that the
    // state of a cell that needs a single word stays in registers.
    [[gnu::noinline]] static constexpr retried retry(uint128 product, std::uint64_t bound,
                                                     std::uint64_t state) {
        const std::uint64_t threshold = (std::uint64_t{0} - bound) % bound;
        while (static_cast<std::uint64_t>(product) < threshold) {
            product = multiply_wide(mix(state), bound);
            state += word_step;
        }
        return {static_cast<std::uint64_t>(product >> 64U), state};
    }

    constexpr uint128 up_to(uint128 last) {
        const auto high = static_cast<std::uint64_t>(last >> 64U);
        const auto low = static_cast<std::uint64_t>(last);
        if (high == 0) {
            return low == std::numeric_limits<std::uint64_t>::max() ? word() : below(low + 1);
        }
        // Rejection under the smallest mask that covers the range: fewer than two tries on average.
        std::uint64_t mask = high;
        for (unsigned shift = 1; shift < 64; shift *= 2) {
            mask |= mask >> shift;
        }
        while (true) {
            const std::uint64_t upper = word() & mask;
            const uint128 value = static_cast<uint128>(upper) << 64U | word();
            if (value <= last) {
                return value;
            }
        }
    }

    std::uint64_t state_;
    std::uint64_t row_;
};

} // namespace synth

#endif
