// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_MOMENT_PARTS_HPP
#define SYNTH_GENERATE_MOMENT_PARTS_HPP

#include <cstdint>

#include <synth/core/civil.hpp>
#include <synth/core/integer.hpp>
#include <synth/core/number_range.hpp>
#include <synth/core/number_row.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/schema/expression_node.hpp>
#include <synth/schema/temporal.hpp>

namespace synth {

/// Whether an operation takes a part of a date, a time or a moment, or cuts it to one.
[[nodiscard]] constexpr bool is_moment_part(operation what) {
    return what == operation::year_of || what == operation::date_of || what > operation::cardinality;
}

/// Whether it cuts a moment to the start of what it is in: `date_of` is one of these.
[[nodiscard]] constexpr bool is_start(operation what) {
    return what == operation::date_of || what >= operation::start_of_millisecond;
}

namespace detail {

inline constexpr int128 microseconds_in_hour = int128{3600} * microseconds_per_second;

/// A part that comes again after a fixed time, of a moment or what begins with it:
/// `first + (moment - start) mod period / unit`. A period of 0: it is none.
struct clock_part {
    int128 period;
    int128 unit;
    int128 start{};
    int128 first{};
};

constexpr clock_part clock_part_of(operation what) {
    constexpr int128 second = microseconds_per_second;
    constexpr int128 day = microseconds_in_day;
    constexpr int128 monday = -3 * day; // 1969-12-29
    switch (what) {
    case operation::time_of:
    case operation::date_of:
    case operation::start_of_day:
        return {day, 1};
    case operation::hour_of:
        return {day, microseconds_in_hour};
    case operation::minute_of:
        return {microseconds_in_hour, 60 * second};
    case operation::second_of:
    case operation::millisecond_of:
    case operation::microsecond_of:
    case operation::start_of_minute:
        return {60 * second, 1};
    case operation::day_of_week:
        return {7 * day, day, monday - day, 0};
    case operation::iso_day_of_week:
        return {7 * day, day, monday, 1};
    case operation::start_of_millisecond:
        return {1'000, 1};
    case operation::start_of_second:
        return {second, 1};
    case operation::start_of_hour:
        return {microseconds_in_hour, 1};
    case operation::start_of_week:
        return {7 * day, 1, monday};
    default:
        return {0, 1};
    }
}

/// A part that is counted through the ages: so many months from a month on, that of January of the year 0
/// being 0. Months of 0: it is none.
struct age {
    std::int64_t months;
    std::int64_t first{};
};

constexpr age age_of(operation what) {
    switch (what) {
    case operation::start_of_month:
        return {1};
    case operation::start_of_quarter:
        return {3};
    case operation::year_of:
    case operation::iso_year_of:
    case operation::start_of_year:
        return {12, 12};
    case operation::decade_of:
    case operation::start_of_decade:
        return {120};
    case operation::century_of:
    case operation::start_of_century:
        return {1'200, 12};
    case operation::millennium_of:
    case operation::start_of_millennium:
        return {12'000, 12};
    default:
        return {0};
    }
}

/// The first day of an age by its index, the year 1 and the century 1 having the index 0; and the index of
/// the age that a day is in.
constexpr std::int64_t start_of_age(operation what, std::int64_t index) {
    if (what == operation::iso_year_of) { // the Monday of the week that has the 4th of January
        const std::int64_t fourth = days_from_civil({index + 1, 1, 4});
        return fourth - (fourth + 3 - 7 * floor_quotient(fourth + 3, 7));
    }
    const std::int64_t month = age_of(what).first + age_of(what).months * index;
    const std::int64_t year = floor_quotient(month, 12);
    return days_from_civil({year, static_cast<unsigned>(month - 12 * year + 1), 1});
}

constexpr std::int64_t age_of_day(operation what, std::int64_t day) {
    const civil date = civil_from_days(day);
    if (what == operation::iso_year_of) {
        const std::int64_t index = date.year - 1;
        const std::int64_t before = day < start_of_age(what, index) ? 1 : 0;
        return day >= start_of_age(what, index + 1) ? index + 1 : index - before;
    }
    const std::int64_t month = date.year * 12 + static_cast<std::int64_t>(date.month) - 1;
    return floor_quotient(month - age_of(what).first, age_of(what).months);
}

/// Whether it is counted from 1 on, and from -1 backwards: SQL has no year 0.
constexpr bool counts_from_one(operation what) { return what != operation::decade_of; }

/// The parts of a day of the calendar that come again, and in what they do.
constexpr operation round_of(operation what) {
    switch (what) {
    case operation::day_of:
        return operation::start_of_month;
    case operation::week_of:
        return operation::iso_year_of;
    default:
        return operation::start_of_year;
    }
}

constexpr number_range range_of_part(operation what) {
    switch (what) {
    case operation::quarter_of:
        return {1, 4};
    case operation::month_of:
        return {1, 12};
    case operation::week_of:
        return {1, 53};
    case operation::day_of:
        return {1, 31};
    default:
        return {1, 366};
    }
}

constexpr std::int64_t part_of_day(operation what, std::int64_t day) {
    const civil date = civil_from_days(day);
    switch (what) {
    case operation::quarter_of:
        return (date.month + 2) / 3;
    case operation::month_of:
        return date.month;
    case operation::day_of:
        return date.day;
    default: {
        const std::int64_t first = start_of_age(round_of(what), age_of_day(round_of(what), day));
        return what == operation::week_of ? (day - first) / 7 + 1 : day - first + 1;
    }
    }
}

// What an operation makes of a moment that is not too far away.
constexpr int128 part_of_moment(operation what, int128 moment) {
    const clock_part clock = clock_part_of(what);
    if (clock.period > 0) {
        const int128 rest = number_row::floor_remainder(moment - clock.start, clock.period);
        if (is_start(what)) {
            return what == operation::date_of ? (moment - rest) / clock.period : moment - rest;
        }
        return clock.first + rest / clock.unit;
    }
    const auto day = static_cast<std::int64_t>(day_of_moment(moment));
    if (age_of(what).months > 0) {
        const std::int64_t index = age_of_day(what, day);
        return is_start(what) ? int128{microseconds_in_day} * start_of_age(what, index)
                              : index + (counts_from_one(what) && index >= 0 ? 1 : 0);
    }
    return part_of_day(what, day);
}

// Which round of what comes again a moment is in.
constexpr int128 round_of_moment(operation what, int128 moment) {
    const clock_part clock = clock_part_of(what);
    return clock.period > 0 ? quotient_below(moment - clock.start, clock.period)
                            : age_of_day(round_of(what), static_cast<std::int64_t>(day_of_moment(moment)));
}

// As SQL has it: a year of months lasts 365.25 days, other months 30.
constexpr int128 epoch_of_interval(int128 microseconds, std::int32_t months) {
    const int128 years = months / 12;
    return microseconds + microseconds_in_day * (years * 365 + int128{months % 12} * 30) +
           microseconds_in_day / 4 * years;
}

} // namespace detail

/// The value of `hour_of(inner)` and of other parts.
[[nodiscard]] constexpr possible_value part_of(const expression_node& root, const expression_node& operand,
                                               const possible_value& inner) {
    possible_value result = inner;
    const operation what = root.what;
    if (operand.kind == value_kind::interval) { // its epoch
        const bool one = inner.low == inner.high;
        result.months = 0;
        if (one) {
            result.low = result.high = detail::epoch_of_interval(inner.low, inner.months);
        } else { // months of 30 days in it may count more
            result.low *= inner.low < 0 ? 2 : 1;
            result.high *= inner.high > 0 ? 2 : 1;
        }
        return result;
    }
    if (operand.kind == value_kind::time && (what == operation::hour_of || what == operation::time_of)) {
        const int128 unit =
            what == operation::hour_of ? detail::microseconds_in_hour : 1; // 24:00 has hour 24
        result.low = detail::quotient_below(inner.low, unit);
        result.high = detail::quotient_below(inner.high, unit);
        return result;
    }
    const int128 unit = operand.kind == value_kind::date ? detail::microseconds_in_day : 1;
    const int128 most = int128{1'000'000'000} * detail::microseconds_in_day;
    const int128 low = detail::bounded_product(inner.low, unit);
    const int128 high = detail::bounded_product(inner.high, unit);
    if (what == operation::epoch_of) {
        result.low = root.scale == 0 ? detail::quotient_below(low, microseconds_per_second) : low;
        result.high = root.scale == 0 ? detail::quotient_below(high, microseconds_per_second) : high;
        return result;
    }
    const detail::clock_part clock = detail::clock_part_of(what);
    const bool rises = is_start(what) || detail::age_of(what).months > 0;
    const bool near = low >= -most && high <= most;
    if (rises) {
        result.low = low < -most ? no_lower_bound : detail::part_of_moment(what, low);
        result.high = high > most ? no_upper_bound : detail::part_of_moment(what, high);
    } else if (near && detail::round_of_moment(what, low) == detail::round_of_moment(what, high)) {
        result.low = detail::part_of_moment(what, low);
        result.high = detail::part_of_moment(what, high);
    } else if (clock.period > 0) {
        result.low = clock.first;
        result.high = clock.first + clock.period / clock.unit - 1;
    } else {
        result.low = detail::range_of_part(what).low;
        result.high = detail::range_of_part(what).high;
    }
    return result;
}

} // namespace synth

#endif
