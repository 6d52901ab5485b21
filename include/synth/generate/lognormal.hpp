// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_LOGNORMAL_HPP
#define SYNTH_GENERATE_LOGNORMAL_HPP

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
class bound_lognormal {
public:
    // Both in Q52, as powers of two.
    bound_lognormal(std::int64_t middle, std::int64_t deviation) : middle_{middle}, deviation_{deviation} {}

    Value operator()(draw& cell) const {
        const int128 product = static_cast<int128>(deviation_) * normal_quantile(cell.word());
        return nearest_number<Value>(exp2(middle_ + static_cast<std::int64_t>(product >> 32U)));
    }

private:
    std::int64_t middle_;
    std::int64_t deviation_;
};

} // namespace detail

/// Positive numbers whose logarithm is normal: many small ones and a long tail, as incomes and order totals
/// are. `lognormal(3.2, 0.9)` has the median exp(3.2) = 24.5 and the mean exp(3.2 + 0.9² / 2) = 36.8. Rounded
/// to the column's last place; values beyond the type's bounds become the bound.
class lognormal {
public:
    constexpr lognormal(double mu, double sigma) : mu_{mu}, sigma_{sigma} {}

    template<number Value>
    [[nodiscard]] detail::bound_lognormal<Value> bind(const column_plan& plan) const {
        // Within these bounds ten deviations stay inside the range of exp2.
        // NOLINTNEXTLINE(readability-simplify-boolean-expr): written so that NaN is refused, too.
        if (!(mu_ >= -700 && mu_ <= 700 && sigma_ >= 0 && sigma_ <= 70)) {
            throw refusal(plan,
                          describe() +
                              " must have mu in -700 to 700 and sigma in 0 to 70; both are of the logarithm");
        }
        return {quantity(mu_), quantity(sigma_)};
    }

    [[nodiscard]] std::string describe() const {
        return "lognormal, mu " + text_of(mu_) + ", sigma " + text_of(sigma_);
    }

private:
    static std::int64_t quantity(double natural) {
        const fixed binary = to_fixed(natural) * log2_e;
        return to_int64({binary.value, binary.exponent + 52});
    }

    double mu_;
    double sigma_;
};

} // namespace synth

#endif
