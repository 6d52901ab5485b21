// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TICKS_HPP
#define SYNTH_GENERATE_TICKS_HPP

#include <cstdint>
#include <optional>

#include <synth/generate/generator.hpp>

namespace synth {

/// The microseconds between two values that a column's fraction digits tell apart: 1000 for timestamp(3).
[[nodiscard]] constexpr std::int64_t tick_of(const column_plan& plan) {
    std::int64_t tick = 1;
    for (unsigned digits = plan.fraction_digits; digits < 6; ++digits) {
        tick *= 10;
    }
    return tick;
}

/// The moments of [low, high] that a column tells apart, numbered from 0.
class ticks {
public:
    ticks(const column_plan& plan, std::int64_t low, std::int64_t high) : tick_{tick_of(plan)} {
        // Both ends move inwards to a multiple of the tick; % takes the sign of the dividend.
        const std::int64_t above = low % tick_;
        low_ = above > 0 ? low - above + tick_ : low - above;
        const std::int64_t over = high % tick_;
        const std::int64_t end = over < 0 ? high - over - tick_ : high - over;
        if (end < low_) {
            throw refusal(plan, "no moment of the range has so few fraction digits; widen the range");
        }
        // Unsigned, because the range may span more than half of all moments.
        last_ = (static_cast<std::uint64_t>(end) - static_cast<std::uint64_t>(low_)) /
                static_cast<std::uint64_t>(tick_);
    }

    [[nodiscard]] std::uint64_t last() const { return last_; }
    [[nodiscard]] std::int64_t at(std::uint64_t index) const {
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(low_) +
                                         index * static_cast<std::uint64_t>(tick_));
    }
    [[nodiscard]] std::optional<std::uint64_t> index_of(std::int64_t value) const {
        if (value < low_ || value > at(last_)) {
            return std::nullopt;
        }
        const std::uint64_t distance = static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(low_);
        const auto tick = static_cast<std::uint64_t>(tick_);
        return distance % tick == 0 ? std::optional{distance / tick} : std::nullopt;
    }

private:
    std::int64_t tick_;
    std::int64_t low_{};
    std::uint64_t last_{};
};

} // namespace synth

#endif
