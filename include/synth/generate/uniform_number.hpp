// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_UNIFORM_NUMBER_HPP
#define SYNTH_GENERATE_UNIFORM_NUMBER_HPP

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <type_traits>

#include <synth/core/integer.hpp>
#include <synth/generate/number.hpp>
#include <synth/random/draw.hpp>
#include <synth/random/fixed_point.hpp>

namespace synth::detail {

// Integers and decimals: every unit of [low, high] is equally likely.
template<number Value>
class bound_uniform {
    static auto units_of(const Value& value) {
        if constexpr (!is_decimal<Value>) {
            return value;
        } else if constexpr (any_integer<typename Value::storage>) {
            return value.units;
        } else {
            return static_cast<int128>(value.units);
        }
    }

    using units = decltype(units_of(Value{}));
    static constexpr bool enumerable = sizeof(units) <= 8;

public:
    bound_uniform(Value low, Value high) : low_{units_of(low)}, limit_{limit_of(low_, units_of(high))} {}

    Value operator()(draw& cell) const {
        if constexpr (enumerable) {
            return value(draw_index(cell));
        } else {
            return of_units(cell.between(low_, limit_));
        }
    }

    /// Every value has its number (enumerable_generator) where 64 bits hold the units.
    [[nodiscard]] std::uint64_t value_count() const
        requires enumerable
    {
        return limit_.value();
    }
    [[nodiscard, gnu::always_inline]] std::uint64_t draw_index(draw& cell) const
        requires enumerable
    {
        // `draw::between`, with the difference of the bounds worked out before; decimals are far from all
        // numbers.
        if constexpr (sizeof(units) < 8 || is_decimal<Value>) {
            return cell.below(limit_);
        } else {
            return cell.below_or_any(limit_);
        }
    }
    [[nodiscard]] Value value(std::uint64_t index) const
        requires enumerable
    {
        return of_units(static_cast<units>(static_cast<std::uint64_t>(low_) + index));
    }

private:
    static Value of_units(const units& number) {
        if constexpr (is_decimal<Value>) {
            return from_units<Value>(number);
        } else {
            return number;
        }
    }

    static auto limit_of(const units& low, const units& high) {
        if constexpr (enumerable) { // the difference wraps to 0 for all numbers of 64 bits
            return draw_bound{static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1};
        } else {
            return high;
        }
    }

    units low_;
    // How many numbers there are, or the highest.
    std::conditional_t<enumerable, draw_bound, units> limit_;
};

// Reals: the range is cut into 2^61 steps or more of a power of two, so that one rounding, that of the
// integer to floating point, is all there is; low + (high - low) * real() would have three, and others with
// fused operations.
template<std::floating_point Real>
class bound_uniform<Real> {
public:
    bound_uniform(Real low, Real high) : low_{low}, high_{high} {
        const fixed first = to_fixed(static_cast<double>(low));
        const fixed last = to_fixed(static_cast<double>(high));
        const int width = std::max(top_of(first), top_of(last));
        const int exponent = std::max(width - 62, -1022);
        first_ = to_int64({first.value, first.exponent - exponent});
        const std::int64_t end = to_int64({last.value, last.exponent - exponent});
        steps_ = draw_bound{static_cast<std::uint64_t>(end) - static_cast<std::uint64_t>(first_) + 1};
        step_ = to_double({1, exponent});
    }

    Real operator()(draw& cell) const {
        const auto real = static_cast<Real>(
            static_cast<double>(first_ + static_cast<std::int64_t>(cell.below(steps_))) * step_);
        return std::clamp(real, low_, high_);
    }

private:
    Real low_;
    Real high_;
    std::int64_t first_;
    draw_bound steps_{1};
    double step_;
};

} // namespace synth::detail

#endif
