// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_ZIPF_HPP
#define SYNTH_GENERATE_ZIPF_HPP

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>

#include <synth/core/integer.hpp>
#include <synth/core/lazy_type.hpp>
#include <synth/core/plan_error.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/number.hpp>
#include <synth/generate/text_of.hpp>
#include <synth/random/alias_table.hpp>
#include <synth/random/draw.hpp>
#include <synth/random/fixed_point.hpp>
#include <synth/random/stream_key.hpp>

namespace synth {

namespace detail {

// Ranks 0 to count - 1, rank r with a probability in proportion to (r + 1)^-s. The first 256 have their exact
// shares in an alias table; the rest is one slot of that table, and inside it the sum is replaced by the
// integral of x^-s, rank borders lying halfway between whole numbers (rejection-inversion without the
// rejection: Hoermann and Derflinger 1996). The error of a share in the tail is below s (s + 1) / 24 / 256^2
// of it. All parameters are integers by then.
template<typename Lazy>
class basic_zipf_ranks {
public:
    // The exponent s in steps of 2^-16.
    basic_zipf_ranks(std::uint32_t exponent, std::uint64_t count)
        : count_{std::clamp<std::uint64_t>(count, 1, most)}, slope_{std::int64_t{1 << 16} - exponent},
          table_{weights(exponent, count_)} {
        if (count_ > head) {
            prepare_tail();
        }
    }

    std::uint64_t operator()(draw& cell) const {
        const std::size_t slot = table_.pick(cell.word());
        return slot < head ? slot : tail(cell.word());
    }

private:
    static constexpr std::size_t head = 256;
    static constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
    static constexpr fixed border{513, -1}; // between the ranks 256 and 257, counted from 1

    static fixed end_of(std::uint64_t count) {
        return fixed{static_cast<std::int64_t>(count), 0} + fixed{1, -1};
    }

    [[nodiscard]] fixed slope() const { return {slope_, -16}; }

    // The integral of x^-s from the border to the end: (end^q - border^q) / q with q = 1 - s, or ln(end /
    // border).
    static fixed tail_share(fixed slope, std::uint64_t count) {
        const fixed end = end_of(count);
        if (slope.value == 0) {
            return (log2(end) - log2(border)) * ln_2;
        }
        return (exp2(log2(end) * slope) - exp2(log2(border) * slope)) / slope;
    }

    static std::array<std::uint64_t, head + 1> weights(std::uint32_t exponent, std::uint64_t count) {
        std::array<fixed, head + 1> shares{};
        fixed total{};
        for (std::uint64_t rank = 0; rank < std::min<std::uint64_t>(count, head); ++rank) {
            shares[rank] = exp2(fixed{log2(rank + 1), -52} * fixed{-std::int64_t{exponent}, -16});
            total = total + shares[rank];
        }
        if (count > head) {
            shares[head] = tail_share({std::int64_t{1 << 16} - exponent, -16}, count);
            total = total + shares[head];
        }
        std::array<std::uint64_t, head + 1> result{};
        for (std::size_t slot = 0; slot <= head; ++slot) {
            const fixed part = shares[slot] / total;
            result[slot] = static_cast<std::uint64_t>(to_int64({part.value, part.exponent + 62}));
        }
        return result;
    }

    // With r = x / border and R = end / border: r^q is uniform between 1 and R^q, so x = border * y^(1/q).
    void prepare_tail() {
        const fixed ratio = log2(end_of(count_)) - log2(border);
        start_ = to_int64({log2(border).value, log2(border).exponent + 52});
        if (slope_ == 0) {
            width_ = static_cast<std::uint64_t>(to_int64({ratio.value, ratio.exponent + 52}));
            return;
        }
        const fixed reach = exp2(ratio * slope()) - fixed{1, 0}; // R^q - 1, up to 2^55
        const fixed size = reach.value < 0 ? -reach : reach;
        const auto whole = static_cast<std::uint64_t>(to_int64(size + fixed{1, 0}));
        places_ = 62U - static_cast<unsigned>(std::bit_width(whole));
        width_ =
            static_cast<std::uint64_t>(to_int64({size.value, size.exponent + static_cast<int>(places_)}));
        inverse_ = (std::int64_t{1} << 62U) / slope_; // Q46
    }

    [[nodiscard]] std::uint64_t tail(std::uint64_t word) const {
        const std::uint64_t part = multiply_high(word, width_);
        std::int64_t power = start_ + static_cast<std::int64_t>(part);
        if (slope_ != 0) {
            const std::uint64_t one = std::uint64_t{1} << places_;
            const std::uint64_t y = slope_ > 0 ? one + part : one - part;
            const std::int64_t logarithm = log2(y) - (static_cast<std::int64_t>(places_) << 52U);
            power = start_ + static_cast<std::int64_t>((static_cast<int128>(logarithm) * inverse_) >> 46U);
        }
        // Rounding can carry x over either border by less than one rank.
        const std::int64_t rank = to_int64(exp2(power)) - 1;
        return std::clamp(static_cast<std::uint64_t>(rank), std::uint64_t{head}, count_ - 1);
    }

    std::uint64_t count_;
    std::int64_t slope_; // 1 - s, Q16
    lazily<alias_table<head + 1>, Lazy> table_;
    std::int64_t start_ = 0;   // log2 of the border, Q52
    std::uint64_t width_ = 0;  // |R^q - 1| with `places_` binary places; for q = 0 log2 of R, Q52
    std::int64_t inverse_ = 0; // 1 / q, Q46
    unsigned places_ = 0;
};
using zipf_ranks = basic_zipf_ranks<void>;

template<number Value>
class bound_zipf {
public:
    explicit bound_zipf(const zipf_ranks& ranks) : ranks_{ranks} {}
    Value operator()(draw& cell) const {
        return whole_numbers<Value>::of(static_cast<std::int64_t>(ranks_(cell)) + 1);
    }

private:
    zipf_ranks ranks_;
};

} // namespace detail

/// A few heavy values and a long tail: the k-th of n comes in proportion to 1 / k^exponent. For a column,
/// `zipf(1.1, 1'000)` is a number from 1 to 1000; as the law of a reference, `zipf(1.1)` ranks the parents.
/// Takes the same memory, 4 KiB, for every n. The exponent is 0 to 60, in steps of 2^-16.
class zipf {
public:
    static constexpr bool ordered = false;

    constexpr explicit zipf(double exponent, std::uint64_t count = 0) : exponent_{exponent}, count_{count} {
        // NOLINTNEXTLINE(readability-simplify-boolean-expr): written so that NaN is refused, too.
        if (!(exponent >= 0 && exponent <= 60)) {
            throw plan_error{"the exponent of zipf must lie between 0 and 60"};
        }
    }

    template<number Value>
    [[nodiscard]] detail::bound_zipf<Value> bind(const column_plan& plan) const {
        constexpr auto greatest = static_cast<std::uint64_t>(whole_numbers<Value>::greatest);
        if (count_ == 0 || count_ > greatest) {
            throw refusal(plan, "zipf(exponent, n) needs an n from 1 to " + std::to_string(greatest) +
                                    ", not " + std::to_string(count_));
        }
        return detail::bound_zipf<Value>{{steps(), count_}};
    }

    template<typename Lazy = void>
    [[nodiscard]] detail::basic_zipf_ranks<Lazy> bind_law(std::uint64_t parents, stream_key) const {
        return {steps(), parents};
    }

    [[nodiscard]] std::string describe() const {
        return "zipf, exponent " + text_of(exponent_) +
               (count_ == 0 ? "" : ", 1 to " + std::to_string(count_));
    }

private:
    [[nodiscard]] std::uint32_t steps() const {
        return static_cast<std::uint32_t>(to_units(to_fixed(exponent_) * fixed{1, 16}, 0));
    }

    double exponent_;
    std::uint64_t count_;
};

} // namespace synth

#endif
