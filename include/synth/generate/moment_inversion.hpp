// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_MOMENT_INVERSION_HPP
#define SYNTH_GENERATE_MOMENT_INVERSION_HPP

#include <cstdint>
#include <optional>

#include <synth/core/calendar_days.hpp>
#include <synth/core/interval_set.hpp>
#include <synth/core/number_cycle.hpp>
#include <synth/core/recurrence.hpp>
#include <synth/generate/inversion.hpp>
#include <synth/generate/moment_parts.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/schema/expression_node.hpp>
#include <synth/schema/temporal.hpp>

namespace synth {

namespace detail {

// The numbers that are in the set when divided and rounded down.
template<typename Lazy = void>
constexpr interval_set widened(const interval_set& set, int128 factor) {
    const interval_set filled =
        basic_inversion<Lazy>::each(set.filled(), [factor](const number_range& range) {
            return number_range{bounded_product(range.low, factor),
                                bounded_sum(bounded_product(range.high, factor), factor - 1)};
        });
    if (set.is_gapless()) {
        return filled;
    }
    const std::optional<recurrence> recurring = set.recurring().widened(factor);
    return recurring ? filled & interval_set::every(*recurring) : filled.estimated();
}

// The cycle of moments whose part is in a set of a few intervals, or a set with gaps that fit into the
// period.
template<typename Lazy>
constexpr interval_set moments_of_clock(const clock_part& part, const interval_set& set) {
    const int128 count = part.period / part.unit;
    const interval_set values = (set & interval_set{part.first, part.first + count - 1}).shifted(-part.first);
    interval_set found = interval_set::all();
    interval_set singles;
    if (!values.is_gapless()) {
        const std::optional<recurrence> recurring = values.recurring().widened(part.unit);
        if (recurring && !recurring->has_calendar() && part.period % recurring->cycle().period() == 0) {
            found = interval_set::every(recurring->shifted(part.start));
        } else if (values.count() <= number_cycle::capacity) {
            for (std::uint64_t index = 0; index < values.count(); ++index) {
                singles = singles | interval_set{values.at(index), values.at(index)};
            }
        } else {
            found = found.estimated();
        }
    }
    found = found & basic_inversion<Lazy>::cycle_of(singles.empty() ? values : singles, part.unit, part.start,
                                                    part.period);
    return values.exact() ? found : found.estimated();
}

// Whether the week of a day of the year may be in a set, whatever day of the week it is.
template<typename Lazy>
constexpr bool may_have_week(std::int64_t day_of_year, const interval_set& weeks) {
    bool found = false;
    for (const std::int64_t week : {(day_of_year + 3) / 7, (day_of_year + 9) / 7}) {
        found = found || (week > 0 && weeks.contains(week)) ||
                (week < 1 && (weeks.contains(52) || weeks.contains(53))) || (week > 52 && weeks.contains(1));
    }
    return found;
}

// The days of the calendar whose part is in a set. Weeks and days of a year are on other days in other years:
// then more days than that.
template<typename Lazy>
constexpr interval_set days_of_calendar(operation what, const interval_set& set, int128 day) {
    const number_range range = range_of_part(what);
    const interval_set values = set & interval_set{range.low, range.high};
    if (values.empty()) {
        return values;
    }
    if (values.count() == static_cast<std::uint64_t>(range.high - range.low + 1)) {
        return values.exact() ? interval_set::all() : interval_set::all().estimated();
    }
    const bool moves = what == operation::week_of || what == operation::day_of_year;
    constexpr std::int64_t starts[] = {days_from_civil({2000, 1, 1}), days_from_civil({2001, 1, 1})};
    const calendar_days days = calendar_days::where([&](unsigned month, unsigned day_of_month) {
        if (!moves) {
            const unsigned of_month = what == operation::quarter_of ? (month + 2) / 3 : month;
            return values.contains(what == operation::day_of ? day_of_month : of_month);
        }
        bool found = false;
        for (const std::int64_t year : {2000, 2001}) { // with a leap day and without
            const std::int64_t place = days_from_civil({year, month, day_of_month}) - starts[year - 2000] + 1;
            found = found || (what == operation::week_of ? may_have_week<Lazy>(place, values)
                                                         : values.contains(place));
        }
        return found;
    });
    const interval_set found = interval_set::every({days, day});
    return values.exact() && !moves ? found : found.estimated();
}

// Moments from the start of an age to the end of another.
template<typename Lazy>
constexpr number_range moments_of_ages(operation what, int128 first, int128 last, int128 day) {
    constexpr int128 most = 10'000'000; // no age is so far away
    const auto start = [&](int128 index) {
        return day * start_of_age(what, static_cast<std::int64_t>(index));
    };
    if (first > most || last < -most) {
        return {1, 0};
    }
    return {first < -most ? no_lower_bound : start(first),
            last > most ? no_upper_bound : start(last + 1) - 1};
}

template<typename Lazy>
constexpr interval_set moments_of_age(operation what, const interval_set& set, int128 day) {
    const bool from_one = counts_from_one(what); // and to -1 backwards
    return basic_inversion<Lazy>::each(set, [&](const number_range& range) {
        return moments_of_ages<Lazy>(what, from_one && range.low > 0 ? range.low - 1 : range.low,
                                     from_one && range.high >= 0 ? range.high - 1 : range.high, day);
    });
}

// The moments in an age, or a time, whose start is in the set.
template<typename Lazy>
constexpr interval_set moments_from_starts(operation what, const interval_set& starts, int128 day) {
    const clock_part clock = clock_part_of(what);
    if (what == operation::date_of) {
        return widened<Lazy>(starts, day);
    }
    if (clock.period > 0) {
        const interval_set moments =
            widened<Lazy>(basic_inversion<Lazy>::divided(starts.shifted(-clock.start), clock.period, false),
                          clock.period)
                .shifted(clock.start);
        return basic_inversion<Lazy>::divided(moments, microseconds_in_day / day, false);
    }
    return basic_inversion<Lazy>::each(starts, [&](const number_range& range) {
        constexpr int128 most = int128{3'000'000'000} * microseconds_in_day;
        const auto day_above = [](int128 moment) {
            return static_cast<std::int64_t>(quotient_above(moment, microseconds_in_day));
        };
        int128 first = no_lower_bound;
        if (range.low > -most) {
            const std::int64_t low = day_above(range.low < most ? range.low : most);
            first = age_of_day(what, low);
            first += start_of_age(what, static_cast<std::int64_t>(first)) < low ? 1 : 0;
        }
        const int128 last =
            range.high < most ? age_of_day(what, static_cast<std::int64_t>(
                                                     day_of_moment(range.high > -most ? range.high : -most)))
                              : no_upper_bound;
        return moments_of_ages<Lazy>(what, first, last, day);
    });
}

} // namespace detail

/// The dates, times or moments whose part is in a set; the root names the part.
template<typename Lazy = void>
[[nodiscard]] constexpr interval_set
moments_of_part(const expression_node& root, const expression_node& operand, const interval_set& set) {
    const operation what = root.what;
    const bool dates = operand.kind == value_kind::date;
    const int128 day = dates ? 1 : detail::microseconds_in_day;
    if (what == operation::date_of && dates) {
        return set;
    }
    if (what == operation::epoch_of) {
        constexpr int128 seconds = detail::microseconds_in_day / microseconds_per_second;
        return dates ? basic_inversion<Lazy>::divided(set, seconds, false) : set;
    }
    if (operand.kind == value_kind::time && (what == operation::hour_of || what == operation::time_of)) {
        return what == operation::hour_of ? detail::widened<Lazy>(set, detail::microseconds_in_hour) : set;
    }
    if (is_start(what)) {
        return detail::moments_from_starts<Lazy>(what, set, day);
    }
    if (const detail::clock_part clock = detail::clock_part_of(what); clock.period > 0) {
        return basic_inversion<Lazy>::divided(detail::moments_of_clock<Lazy>(clock, set),
                                              detail::microseconds_in_day / day, false);
    }
    return detail::age_of(what).months > 0 ? detail::moments_of_age<Lazy>(what, set, day)
                                           : detail::days_of_calendar<Lazy>(what, set, day);
}

/// The dates or moments that lie so far behind what they are cut to by an operation: 0 where they are it.
template<typename Lazy = void>
[[nodiscard]] constexpr interval_set moments_behind_start(operation what, value_kind kind,
                                                          const interval_set& distances) {
    const int128 day = kind == value_kind::date ? 1 : detail::microseconds_in_day;
    if (const detail::clock_part clock = detail::clock_part_of(what); clock.period > 0) {
        return basic_inversion<Lazy>::divided(
            detail::moments_of_clock<Lazy>({clock.period, 1, clock.start, 0}, distances),
            detail::microseconds_in_day / day, false);
    }
    const interval_set behind = distances & interval_set{0, no_upper_bound};
    if (behind.empty()) {
        return behind;
    }
    if (behind.high() > 0) {
        const bool any =
            behind.contains(0) && behind.interval_count() == 1 && behind.high() >= no_upper_bound;
        return any && behind.exact() ? interval_set::all() : interval_set::all().estimated();
    }
    const std::int64_t months = detail::age_of(what).months;
    const calendar_days starts = calendar_days::where([months](unsigned month, unsigned day_of_month) {
        return day_of_month == 1 && static_cast<std::int64_t>(month - 1) % (months < 12 ? months : 12) == 0;
    });
    const interval_set found = interval_set::every({starts, day}) & interval_set::every(day, 0);
    return months <= 12 && behind.exact() ? found : found.estimated();
}

} // namespace synth

#endif
