// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_INVERSION_HPP
#define SYNTH_GENERATE_INVERSION_HPP

#include <cstddef>
#include <cstdint>
#include <optional>

#include <synth/core/interval_set.hpp>
#include <synth/core/number_cycle.hpp>
#include <synth/core/recurrence.hpp>
#include <synth/generate/arithmetic.hpp>
#include <synth/generate/divisors.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/schema/expression_node.hpp>

namespace synth {

/// Calculates backwards: what one operand of `left + right` (or - * / %, or of what is rounded) may be, so
/// that the result is in a set, given what is known of the other operand. Where that is no set of intervals
/// the answer holds more and says so (`interval_set::exact`).
template<typename Lazy>
class basic_inversion {
public:
    /// A set of which each range is mapped to another, exact where the set is one of whole ranges.
    template<typename Function>
    [[nodiscard]] static constexpr interval_set each(const interval_set& set, const Function& function) {
        interval_set result;
        for (std::size_t index = 0; index < set.interval_count(); ++index) {
            const number_range range = function(set[index]);
            result =
                result | interval_set{detail::within_bounds(range.low), detail::within_bounds(range.high)};
        }
        return set.exact() && set.is_gapless() ? result : result.estimated();
    }

    /// `mine` is asked for. It is `cut` where a quotient in it has more digits than are counted.
    constexpr basic_inversion(const expression_node& root, const expression_node& mine,
                              const expression_node& theirs, const possible_value& other, bool mine_left,
                              bool cut)
        : root_(root), mine_(mine), theirs_(theirs), other_(other), mine_left_(mine_left), cut_(cut),
          fixed_(other.low == other.high) {}

    [[nodiscard]] constexpr interval_set of(const interval_set& results) const {
        switch (root_.what) {
        case operation::add:
        case operation::subtract:
            return of_sum(results);
        case operation::multiply:
            return root_.kind == value_kind::interval ? anything() : of_product(results);
        case operation::divide:
            return root_.kind == value_kind::interval ? anything() : of_quotient(results);
        case operation::remainder:
            return of_remainder(results);
        case operation::rounded:
            return of_rounded(results);
        default:
            return anything();
        }
    }

    /// The numbers that are in the set when multiplied by a factor; of what is cut also those beside them.
    /// Numbers that come again do so divided, where they can.
    [[nodiscard]] static constexpr interval_set divided(const interval_set& set, int128 factor, bool cut) {
        if (factor == 1) {
            return set;
        }
        if (!set.is_gapless() && !cut && factor > 0) {
            if (const std::optional<recurrence> recurring = set.recurring().divided(factor)) {
                return divided(set.filled(), factor, cut) & interval_set::every(*recurring);
            }
        }
        return each(factor < 0 ? set.negated() : set,
                    [factor = factor < 0 ? -factor : factor, cut](const number_range& range) {
                        return cut ? number_range{detail::quotient_below(range.low, factor),
                                                  detail::quotient_above(range.high, factor)}
                                   : number_range{detail::quotient_above(range.low, factor),
                                                  detail::quotient_below(range.high, factor)};
                    });
    }

    /// The numbers of a cycle from a start on whose places are in the intervals of a set, a place being so
    /// many numbers.
    [[nodiscard]] static constexpr interval_set cycle_of(const interval_set& places, int128 unit,
                                                         int128 start, int128 period) {
        if (period >= number_cycle::longest) {
            return anything();
        }
        number_cycle cycle{1, start, period};
        bool room = true;
        for (std::size_t index = 0; room && index < places.interval_count(); ++index) {
            room = cycle.add(static_cast<std::int64_t>(places[index].low * unit),
                             static_cast<std::int64_t>((places[index].high + 1) * unit - 1));
        }
        return room ? interval_set::every(cycle.simplified()) : anything();
    }

private:
    [[nodiscard]] static constexpr interval_set anything() { return interval_set::all().estimated(); }

    // How many units of the sum one unit of an operand is.
    [[nodiscard]] constexpr int128 units_of(const expression_node& operand) const {
        return detail::units_of_sum(1, operand, root_);
    }

    // ---- sums and differences ----

    [[nodiscard]] constexpr interval_set of_sum(const interval_set& sums) const {
        const bool my_interval = mine_.kind == value_kind::interval && root_.kind != value_kind::interval;
        const bool adds_interval = theirs_.kind == value_kind::interval && root_.kind != value_kind::interval;
        if ((adds_interval && !fixed_) || (my_interval && mine_.what != operation::column)) {
            return anything();
        }
        if (root_.kind == value_kind::time && (my_interval || adds_interval)) {
            return my_interval ? anything() : of_clock(sums);
        }
        possible_value other = root_.kind == value_kind::interval ? other_.with_months_as_days() : other_;
        other.low = detail::bounded_product(other.low, units_of(theirs_));
        other.high = detail::bounded_product(other.high, units_of(theirs_));
        const interval_set mine = without(sums, other);
        if (adds_interval && other.months != 0) {
            return without_months(mine, root_.what == operation::subtract ? -other.months : other.months);
        }
        // Of intervals those without months are found, which are a fixed number of days.
        return divided(my_interval ? mine.estimated() : mine, units_of(mine_), cut_);
    }

    // Of the sum, what is mine.
    [[nodiscard]] constexpr interval_set without(const interval_set& sums,
                                                 const possible_value& other) const {
        const bool minus = root_.what == operation::subtract; // mine is sum + other, or other - sum
        const interval_set signed_sums = minus && !mine_left_ ? sums.negated() : sums;
        if (fixed_) {
            return signed_sums.shifted(minus ? other.low : -other.low);
        }
        return each(signed_sums,
                    [&](const number_range& range) {
                        return minus ? number_range{detail::bounded_sum(range.low, other.low),
                                                    detail::bounded_sum(range.high, other.high)}
                                     : number_range{detail::bounded_sum(range.low, -other.high),
                                                    detail::bounded_sum(range.high, -other.low)};
                    })
            .estimated();
    }

    // Times go around the clock; 24:00 is beside 00:00.
    [[nodiscard]] constexpr interval_set of_clock(const interval_set& times) const {
        constexpr int128 day = detail::microseconds_in_day;
        const int128 moved = root_.what == operation::subtract ? -other_.low : other_.low;
        const int128 forward = number_row::floor_remainder(moved, day);
        const interval_set here = (times & interval_set{0, day - 1}).shifted(-forward);
        return (here | here.shifted(day)) & interval_set{0, day};
    }

    // The days or moments that are in the set some months later.
    [[nodiscard]] constexpr interval_set without_months(const interval_set& later,
                                                        std::int32_t months) const {
        constexpr int128 day = detail::microseconds_in_day;
        constexpr int128 most = 4; // days that months differ by, and one
        if (mine_.kind != value_kind::date) {
            return each(later,
                        [&](const number_range& range) {
                            return number_range{
                                detail::bounded_sum(detail::add_months(range.low, -months), -most * day),
                                detail::bounded_sum(detail::add_months(range.high, -months), most * day)};
                        })
                .estimated();
        }
        return each(later, [&](const number_range& range) {
            number_range days = range;
            if (!detail::endless(range.low)) {
                days.low = detail::day_of_moment(detail::add_months(range.low, -months)) - most;
                while (detail::add_months(days.low * day, months) < range.low) {
                    ++days.low;
                }
            }
            if (!detail::endless(range.high)) {
                days.high = detail::day_of_moment(detail::add_months(range.high, -months)) + most;
                while (detail::add_months(days.high * day, months) > range.high) {
                    --days.high;
                }
            }
            return days;
        });
    }

    // ---- products ----

    [[nodiscard]] constexpr interval_set of_product(const interval_set& products) const {
        if (fixed_) {
            if (other_.low == 0) {
                const interval_set either = products.contains(0) ? interval_set::all() : interval_set{};
                return products.exact() ? either : either.estimated();
            }
            return divided(products, other_.low, cut_);
        }
        interval_set result;
        if (other_.low <= 0 && other_.high >= 0 && products.contains(0)) {
            return anything();
        }
        if (other_.high > 0) {
            result = shared_out(products, {other_.low > 0 ? other_.low : 1, other_.high});
        }
        if (other_.low < 0) {
            result =
                result | shared_out(products.negated(), {other_.high < 0 ? -other_.high : 1, -other_.low});
        }
        return result.estimated();
    }

    // What makes some of the products with some factor of a range above zero.
    [[nodiscard]] static constexpr interval_set shared_out(const interval_set& products,
                                                           const number_range& factors) {
        return each(products, [&](const number_range& range) {
            return number_range{
                detail::quotient_below(range.low, range.low > 0 ? factors.high : factors.low),
                detail::quotient_above(range.high, range.high > 0 ? factors.low : factors.high)};
        });
    }

    // ---- quotients and remainders ----

    [[nodiscard]] constexpr interval_set of_quotient(const interval_set& quotients) const {
        if (!mine_left_ || !fixed_) {
            return anything();
        }
        if (other_.low == 0) {
            return {};
        }
        const interval_set positive = other_.low < 0 ? quotients.negated() : quotients;
        const int128 divisor = other_.low < 0 ? -other_.low : other_.low;
        if (!is_long_quotient(root_)) { // cut towards zero
            return each(positive, [divisor](const number_range& range) {
                const int128 low =
                    detail::bounded_product(range.low > 0 ? range.low : range.low - 1, divisor);
                const int128 high =
                    detail::bounded_product(range.high < 0 ? range.high : range.high + 1, divisor);
                return number_range{range.low > 0 ? low : detail::bounded_sum(low, 1),
                                    range.high < 0 ? high : detail::bounded_sum(high, -1)};
            });
        }
        const int128 unit = detail::ten_to(root_.scale + theirs_.scale - mine_.scale);
        const auto dividends = [&](const number_range& range) {
            const int128 low = detail::bounded_product(detail::bounded_sum(range.low, -1), divisor);
            const int128 high = detail::bounded_product(detail::bounded_sum(range.high, 1), divisor);
            return number_range{detail::quotient_below(low, unit), detail::quotient_above(high, unit)};
        };
        return each(positive, dividends).estimated();
    }

    // What a remainder leaves is a row of numbers where it is one; it has the sign of the number.
    [[nodiscard]] constexpr interval_set of_remainder(const interval_set& remainders) const {
        const int128 divisor = detail::rescale(other_.low, theirs_.scale, root_.scale);
        const bool whole = root_.scale == mine_.scale && remainders.count() == 1 && remainders.low() == 0;
        if (!mine_left_ && fixed_ && whole && divisor != 0) {
            return divisors_of(divisor);
        }
        if (!mine_left_ || !fixed_ || cut_) {
            return anything();
        }
        if (divisor == 0) {
            return {};
        }
        const int128 step = divisor < 0 ? -divisor : divisor;
        const interval_set above = (remainders & interval_set{0, step - 1});
        const interval_set below = (remainders & interval_set{1 - step, 0}).negated();
        const interval_set result = numbers_with(above, step) | numbers_with(below, step).negated();
        return divided(result, detail::ten_to(root_.scale - mine_.scale), cut_);
    }

    // The numbers from zero upwards whose remainder is in the set.
    [[nodiscard]] static constexpr interval_set numbers_with(const interval_set& remainders, int128 step) {
        const interval_set upwards{0, no_upper_bound};
        const auto size = static_cast<uint128>(step);
        if (remainders.empty()) {
            return remainders;
        }
        interval_set found = upwards;
        if (remainders.count() == 1 && size > 1) { // however great the step is
            found = upwards & interval_set::every(step, remainders.low());
        } else if (remainders.count() < size) {
            found = upwards & (remainders.is_gapless() ? cycle_of(remainders, 1, 0, step) : anything());
        }
        return remainders.exact() ? found : found.estimated();
    }

    // What is nearest to a number of the set; halves are nearer to the one that is farther from zero.
    [[nodiscard]] constexpr interval_set of_rounded(const interval_set& rounded) const {
        if (mine_.scale <= root_.scale) {
            return divided(rounded, detail::ten_to(root_.scale - mine_.scale), cut_);
        }
        const int128 unit = detail::ten_to(mine_.scale - root_.scale);
        const interval_set nearest = each(rounded, [unit, cut = cut_](const number_range& range) {
            const int128 more = cut ? 1 : 0;
            const int128 low = detail::bounded_product(range.low, unit);
            const int128 high = detail::bounded_product(range.high, unit);
            return number_range{detail::bounded_sum(low, (range.low > 0 ? 0 : 1) - unit / 2 - more),
                                detail::bounded_sum(high, unit / 2 - (range.high < 0 ? 0 : 1) + more)};
        });
        return cut_ || mine_.real ? nearest.estimated() : nearest;
    }

    const expression_node& root_;
    const expression_node& mine_;
    const expression_node& theirs_;
    const possible_value& other_;
    bool mine_left_;
    bool cut_;
    bool fixed_;
};

/// A template only so that a program without checks does not pay for it (core/lazy_type.hpp).
using inversion = basic_inversion<void>;

} // namespace synth

#endif
