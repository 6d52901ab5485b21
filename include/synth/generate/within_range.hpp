// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_WITHIN_RANGE_HPP
#define SYNTH_GENERATE_WITHIN_RANGE_HPP

#include <concepts>
#include <optional>

#include <synth/core/integer.hpp>
#include <synth/core/interval_set.hpp>
#include <synth/generate/allowed_values.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/typical_range.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/generate/within.hpp>
#include <synth/random/draw.hpp>
#include <synth/schema/range.hpp>

namespace synth {

/// A range by its bounds, as SQL's lower() and upper() have them: of whole numbers and dates the lower one
/// belongs to it and the upper one does not, however it was written.
template<whole_numbered Element>
[[nodiscard]] possible_value known_range(const range<Element>& value) {
    constexpr bool discrete = std::integral<Element> || std::same_as<Element, date>;
    possible_value known = possible_value::of_range(no_lower_bound, no_upper_bound);
    if (value.lower && !value.empty) {
        known.low = whole_number_of<Element>(*value.lower) + (discrete && !value.lower_inclusive ? 1 : 0);
    }
    if (value.upper && !value.empty) {
        known.high = whole_number_of<Element>(*value.upper) + (discrete && value.upper_inclusive ? 1 : 0);
    }
    return known;
}

/// A generator of ranges, kept to the checks of its column: it is asked a few times, and what it gives is
/// taken if it is allowed; then a lower bound is drawn of those allowed, and an upper one of those that the
/// checks leave behind it. `Checks` has them: `keeps(range)`, `lower()` and `upper(lower)`.
template<whole_numbered Element, typename Bound, typename Checks>
class bound_within_range {
public:
    bound_within_range(const Bound& base, const Checks& checks, const column_plan& plan)
        : base_(base), checks_(checks), plan_(plan), natural_(natural_numbers<Element>(plan)) {
        const allowed_values lower = checks.lower();
        const allowed_values upper = checks.upper(possible_value::anything());
        const interval_set ends = upper.values & natural_;
        lowers_ = lower.values & natural_;
        if (!ends.empty()) { // else there is none
            lowers_ = lowers_ & interval_set{no_lower_bound, ends.high() - 1};
        }
        if ((lowers_.empty() && !lower.may_be_null) || (ends.empty() && !upper.may_be_null)) {
            throw refusal(plan, "the checks of the column allow no value; loosen one of them");
        }
        near_ = near(lowers_);
    }

    range<Element> operator()(draw& cell) const {
        for (unsigned tries = 0; tries < tries_within; ++tries) {
            const range<Element> made = base_(cell);
            if (checks_.keeps(known_range(made))) {
                return made;
            }
        }
        for (unsigned draws = 0; draws < most_draws; ++draws) {
            // One bound that the generator makes may well be allowed.
            const std::optional<range<Element>> made =
                drawn(cell, draws < tries_within ? static_cast<range<Element>>(base_(cell)).lower
                                                 : std::optional<Element>{});
            if (made && checks_.keeps(known_range(*made))) {
                return *made;
            }
        }
        throw refusal(plan_,
                      "no range was found that keeps to the checks of the column; give it a generator");
    }

private:
    [[nodiscard]] interval_set near(const interval_set& bounds) const {
        return plausible_part(bounds, natural_, detail::kind_of<Element>, unit_of<Element>);
    }

    [[nodiscard]] std::optional<range<Element>> drawn(draw& cell, const std::optional<Element>& given) const {
        range<Element> made;
        possible_value lower = possible_value::null();
        if (given && lowers_.contains(whole_number_of<Element>(*given))) {
            lower = possible_value::of(whole_number_of<Element>(*given));
            made.lower = given;
        } else if (!near_.empty()) {
            lower = possible_value::of(draw_from(near_, cell));
            made.lower = of_whole_number<Element>(lower.low);
        }
        const allowed_values upper = checks_.upper(lower);
        const interval_set behind =
            made.lower ? interval_set{lower.low + 1, no_upper_bound} : interval_set::all();
        const interval_set ends = upper.values & natural_ & behind;
        if (!ends.empty()) {
            made.upper = end_of(made.lower, ends, cell);
        } else if (!upper.may_be_null) {
            return std::nullopt;
        }
        return made;
    }

    // Of a typical length, where that is allowed.
    [[nodiscard]] Element end_of(const std::optional<Element>& lower, const interval_set& ends,
                                 draw& cell) const {
        if constexpr (detail::whole_element<Element>) {
            const int128 room = natural_.high();
            if (lower && whole_number_of<Element>(*lower) <= room - (room >> 8U)) {
                const Element end = detail::later(*lower, cell);
                if (ends.contains(whole_number_of<Element>(end))) {
                    return end;
                }
            }
        }
        return of_whole_number<Element>(draw_from(near(ends), cell));
    }

    Bound base_;
    Checks checks_;
    column_plan plan_;
    interval_set natural_;
    interval_set lowers_;
    interval_set near_;
};

} // namespace synth

#endif
