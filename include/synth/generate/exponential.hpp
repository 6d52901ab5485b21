// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_EXPONENTIAL_HPP
#define SYNTH_GENERATE_EXPONENTIAL_HPP

#include <cstdint>
#include <string>

#include <synth/core/integer.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/number.hpp>
#include <synth/generate/parameter.hpp>
#include <synth/generate/text_of.hpp>
#include <synth/random/draw.hpp>
#include <synth/random/fixed_point.hpp>

namespace synth {

namespace detail {

template<number Value>
class bound_exponential {
public:
    explicit bound_exponential(fixed mean) : scale_{mean * ln_2} {}

    Value operator()(draw& cell) const {
        // -log2 of an odd word over 2^64: never of zero, and uniform to 2^-64.
        const std::int64_t halvings = (std::int64_t{64} << 52U) - log2(cell.word() | 1U);
        // At most 2^62 times 2^58: the shift leaves what fits 64 bits.
        const int128 product = static_cast<int128>(scale_.value) * halvings;
        return nearest_number<Value>({static_cast<std::int64_t>(product >> 58U), scale_.exponent + 6});
    }

private:
    fixed scale_;
};

} // namespace detail

/// Waiting times and other numbers from 0 up, half of them below 0.69 of the mean: `exponential(30)`. Rounded
/// to the column's last place; values beyond the type's bounds become the bound.
class exponential {
public:
    constexpr explicit exponential(double mean) : mean_{mean} {}

    template<number Value>
    [[nodiscard]] detail::bound_exponential<Value> bind(const column_plan& plan) const {
        if (!(mean_ > 0)) {
            throw refusal(plan, "the mean of " + describe() + " must be above 0");
        }
        return detail::bound_exponential<Value>{real_parameter(mean_, plan)};
    }

    [[nodiscard]] std::string describe() const { return "exponential, mean " + text_of(mean_); }

private:
    double mean_;
};

} // namespace synth

#endif
