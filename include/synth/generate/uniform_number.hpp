// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_UNIFORM_NUMBER_HPP
#define SYNTH_GENERATE_UNIFORM_NUMBER_HPP

#include <algorithm>
#include <concepts>
#include <cstdint>

#include <synth/core/integer.hpp>
#include <synth/generate/number.hpp>
#include <synth/random/draw.hpp>
#include <synth/random/fixed_point.hpp>

namespace synth::detail {

// Integers and decimals: every unit of [low, high] is equally likely.
template<number Value>
class bound_uniform {
public:
    bound_uniform(Value low, Value high) : low_{units_of(low)}, high_{units_of(high)} {}

    Value operator()(draw& cell) const {
        if constexpr (is_decimal<Value>) {
            return from_units<Value>(cell.between(low_, high_));
        } else {
            return cell.between(low_, high_);
        }
    }

private:
    static auto units_of(const Value& value) {
        if constexpr (!is_decimal<Value>) {
            return value;
        } else if constexpr (any_integer<typename Value::storage>) {
            return value.units;
        } else {
            return static_cast<int128>(value.units);
        }
    }

    decltype(units_of(Value{})) low_;
    decltype(units_of(Value{})) high_;
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
        last_ = to_int64({last.value, last.exponent - exponent});
        step_ = to_double({1, exponent});
    }

    Real operator()(draw& cell) const {
        const auto real = static_cast<Real>(static_cast<double>(cell.between(first_, last_)) * step_);
        return std::clamp(real, low_, high_);
    }

private:
    Real low_;
    Real high_;
    std::int64_t first_;
    std::int64_t last_;
    double step_;
};

} // namespace synth::detail

#endif
