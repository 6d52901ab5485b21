// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_NORMAL_HPP
#define SYNTH_GENERATE_NORMAL_HPP

#include <algorithm>
#include <cstdint>
#include <string>

#include <synth/core/integer.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/number.hpp>
#include <synth/generate/parameter.hpp>
#include <synth/generate/text_of.hpp>
#include <synth/random/draw.hpp>
#include <synth/random/fixed_point.hpp>
#include <synth/random/normal.hpp>

namespace synth {

namespace detail {

template<number Value>
class bound_normal {
public:
    bound_normal(fixed mean, fixed deviation) {
        // One power of two serves both; 16 deviations, more than there ever are, stay below 2^62.
        exponent_ = std::max(top_of(mean), top_of(deviation) + 4) - 61;
        mean_ = to_int64({mean.value, mean.exponent - exponent_});
        deviation_ = to_int64({deviation.value, deviation.exponent - exponent_});
    }

    Value operator()(draw& cell) const {
        const int128 product = static_cast<int128>(deviation_) * normal_quantile(cell.word());
        const auto offset = static_cast<std::int64_t>((product + (std::int64_t{1} << 31U)) >> 32U);
        return nearest_number<Value>({mean_ + offset, exponent_});
    }

private:
    std::int64_t mean_;
    std::int64_t deviation_;
    int exponent_;
};

} // namespace detail

/// A bell curve around the mean: `normal(170, 10)` lies between 150 and 190 in 95 rows of 100. Rounded to the
/// column's last place; values beyond the type's bounds become the bound.
class normal {
public:
    constexpr normal(double mean, double deviation) : mean_{mean}, deviation_{deviation} {}

    template<number Value>
    [[nodiscard]] detail::bound_normal<Value> bind(const column_plan& plan) const {
        if (!(deviation_ >= 0)) {
            throw refusal(plan, "the deviation of " + describe() + " must not be negative");
        }
        return {real_parameter(mean_, plan), real_parameter(deviation_, plan)};
    }

    [[nodiscard]] std::string describe() const {
        return "normal, mean " + text_of(mean_) + ", deviation " + text_of(deviation_);
    }

private:
    double mean_;
    double deviation_;
};

} // namespace synth

#endif
