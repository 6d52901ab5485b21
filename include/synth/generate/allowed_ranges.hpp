// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_ALLOWED_RANGES_HPP
#define SYNTH_GENERATE_ALLOWED_RANGES_HPP

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

#include <synth/core/integer.hpp>
#include <synth/core/interval_set.hpp>
#include <synth/core/lazy_type.hpp>
#include <synth/generate/allowed_key.hpp>
#include <synth/generate/allowed_values.hpp>
#include <synth/generate/domain_range.hpp>
#include <synth/generate/domain_temporal.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/ticks.hpp>
#include <synth/generate/tried_numbers.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/generate/within_range.hpp>
#include <synth/random/mix.hpp>
#include <synth/schema/range.hpp>

namespace synth {

/// Ranges that checks allow and that do not overlap: slots as those of `domain<range<Element>>`, within the
/// bounds that the checks leave and as long as their shortest range, of which those are taken whose range
/// passes. So opening hours and `during <@ '[2024-01-01,2025-01-01)'` hold beside an exclusion constraint.
template<whole_numbered Element>
class allowed_domain<range<Element>> {
    // Of the parameter, so that only files with such keys pay for it.
    using numbers = detail::lazily<tried_numbers<>, Element>;

public:
    /// `Checks` as those of `bound_within_range`.
    template<typename Checks>
    allowed_domain(const Checks& checks, const column_plan& plan) {
        const allowed_values lower = checks.lower();
        const allowed_values upper = checks.upper(possible_value::anything());
        const interval_set natural = natural_numbers<Element>(plan);
        lowers_ = lower.values & natural;
        const interval_set ends = upper.values & natural;
        if (lowers_.empty() || ends.empty()) {
            throw refusal(plan, "the checks of the column allow no range with two bounds, as a key must have "
                                "them; loosen one of them");
        }
        // Behind each of its lower bounds a range is as long as behind the first one.
        const int128 first = usual(lowers_).low();
        const allowed_values behind = checks.upper(possible_value::of(first));
        lengths_ = (behind.values & natural).shifted(-first) & interval_set{1, no_upper_bound};
        if (lengths_.empty()) {
            throw refusal(plan, "the checks of the column allow no range that a key could have; loosen one "
                                "of them");
        }
        const auto passes = [&](int128 slot) { return checks.keeps(known_range(in_slot(slot))); };
        const auto enough = [&](const interval_set& place, int128 hours) {
            cut(place, ends.high(), plan, hours);
            slots_ = numbers{interval_set{0, count_ - 1}, passes, plan.rows};
            return slots_.count() > 0 && slots_.count() >= plan.rows;
        };
        // Where only some hours have ranges, a day or a week has one; the last try has the most slots.
        constexpr int128 day = 24;
        static_cast<void>(enough(usual(lowers_), 1) || enough(usual(lowers_), day) ||
                          enough(usual(lowers_), 7 * day) || enough(lowers_, 7 * day) ||
                          enough(lowers_, day) || enough(lowers_, 1));
        if (slots_.empty()) {
            throw refusal(plan,
                          "no key was found that keeps to the checks of the column; give it a generator");
        }
    }

    [[nodiscard]] std::uint64_t last() const { return slots_.count() - 1; }
    [[nodiscard]] range<Element> at(std::uint64_t index) const { return in_slot(slots_.at(index)); }
    [[nodiscard]] std::optional<std::uint64_t> index_of(const range<Element>& value) const {
        if (!value.lower || value.empty) {
            return std::nullopt;
        }
        const int128 number = whole_number_of<Element>(*value.lower);
        const int128 slot = number < first_ ? -1 : (number - first_) / width_;
        if (slot < 0 || slot >= count_ || !(in_slot(slot) == value)) {
            return std::nullopt;
        }
        return slots_.index_of(slot);
    }

private:
    // As keys without checks have them: moments of 1971 to 2037, and numbers from one on.
    [[nodiscard]] static interval_set usual(const interval_set& lowers) {
        constexpr value_kind kind = detail::kind_of<Element>;
        constexpr int128 unit = kind == value_kind::timestamp ? detail::microseconds_in_day : 1;
        constexpr bool of_days = kind == value_kind::timestamp || kind == value_kind::date;
        const interval_set usual =
            lowers & (of_days ? interval_set{detail::first_key_day * unit,
                                             (detail::first_key_day + detail::key_days) * unit - 1}
                              : interval_set{1, no_upper_bound});
        return usual.empty() ? lowers : usual;
    }

    // Cuts what lies from the first lower bound to the last end into slots.
    void cut(const interval_set& place, int128 end, const column_plan& plan, int128 hours) {
        const int128 tick = lengths_.is_gapless() && natural_tick(plan) > 1 ? natural_tick(plan) : 1;
        const int128 rows =
            plan.rows == 0 ? std::numeric_limits<std::int64_t>::max() : static_cast<int128>(plan.rows);
        const int128 shortest = (lengths_.low() + tick - 1) / tick * tick;
        first_ = place.low();
        const int128 room = std::min(end, place.high() + shortest) - first_;
        width_ = static_cast<int128>(detail::usual_slot<Element>(plan)) * natural_tick(plan) * hours;
        while (width_ > shortest && room / width_ < rows) {
            width_ = std::max(width_ / 10 / tick * tick, shortest);
        }
        width_ = std::max(width_, shortest);
        constexpr int128 most = int128{1} << 62U;
        count_ = std::clamp(room / width_, int128{1}, most);
        tick_ = tick;
    }

    [[nodiscard]] static int128 natural_tick(const column_plan& plan) {
        return detail::kind_of<Element> == value_kind::timestamp ||
                       detail::kind_of<Element> == value_kind::time
                   ? tick_of(plan)
                   : 1;
    }

    // A quarter to all of a slot, as near as the lengths come to that.
    [[nodiscard]] range<Element> in_slot(int128 slot) const {
        const int128 begin = first_ + slot * width_;
        const interval_set here = lowers_ & interval_set{begin, begin + width_ - 1};
        const int128 lower = here.empty() ? begin : here.low();
        const int128 quarters = 1 + static_cast<int128>(mix(static_cast<std::uint64_t>(slot)) >> 62U);
        const int128 wanted = std::max(width_ * quarters / 4 / tick_ * tick_, tick_);
        const interval_set lengths = lengths_ & interval_set{1, begin + width_ - lower};
        int128 length = wanted;
        if (!lengths.contains(wanted) && !lengths.empty()) {
            const interval_set shorter = lengths & interval_set{1, wanted};
            length = shorter.empty() ? lengths.low() : shorter.high();
        }
        return range<Element>::of(of_whole_number<Element>(lower), of_whole_number<Element>(lower + length));
    }

    interval_set lowers_;
    interval_set lengths_;
    int128 first_{};
    int128 width_{1};
    int128 count_{1};
    int128 tick_{1};
    numbers slots_{interval_set{0, 0}};
};

} // namespace synth

#endif
