// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_POSSIBLE_VALUE_HPP
#define SYNTH_GENERATE_POSSIBLE_VALUE_HPP

#include <cstdint>
#include <string_view>

#include <synth/core/civil.hpp>
#include <synth/core/integer.hpp>
#include <synth/core/interval_set.hpp>
#include <synth/schema/expression_node.hpp>

namespace synth {

/// How a text stands: as it is, or with its letters from A to Z made small or great.
enum class letter_case : std::uint8_t { kept, lower, upper };

/// What is known of a value in one row: that it may be NULL, and between which bounds it lies otherwise. Of
/// a column that has its value it is that value, of a later one all that the column may become, so one
/// evaluation tells both what holds and what can still hold. Truth is a number, 0 or 1. A value that can be
/// neither NULL nor anything else is SQL's error: a division by zero, a sum that runs over.
struct possible_value {
    bool may_be_null{};
    bool may_be_value{true};
    bool text_known{}; // of a text
    bool identity{};   // low and high are one number that stands for a known value, as of a uuid
    bool is_range{};   // a known range: low and high are its bounds, where they are not without end
    letter_case letters{};
    std::int32_t months{}; // of a known interval of time; bounds of an open one count them as 30 days
    int128 low{no_lower_bound};
    int128 high{no_upper_bound};
    std::string_view text;

    [[nodiscard]] static constexpr possible_value of(int128 number) {
        possible_value result;
        result.low = number;
        result.high = number;
        return result;
    }
    [[nodiscard]] static constexpr possible_value of(std::string_view text) {
        possible_value result;
        result.text = text;
        result.text_known = true;
        return result;
    }
    [[nodiscard]] static constexpr possible_value of_range(int128 lower, int128 upper) {
        possible_value result;
        result.is_range = true;
        result.low = lower;
        result.high = upper;
        return result;
    }
    /// A value that is compared with others of its type only, by a number that no other value has and that
    /// stands among theirs as the value does.
    [[nodiscard]] static constexpr possible_value of_identity(int128 number) {
        possible_value result = of(number);
        result.identity = true;
        return result;
    }
    /// Any value, or NULL.
    [[nodiscard]] static constexpr possible_value anything() {
        possible_value result;
        result.may_be_null = true;
        return result;
    }
    [[nodiscard]] static constexpr possible_value null() {
        possible_value result;
        result.may_be_null = true;
        result.may_be_value = false;
        return result;
    }
    /// What SQL raises an error for.
    [[nodiscard]] static constexpr possible_value error() {
        possible_value result;
        result.may_be_value = false;
        return result;
    }
    [[nodiscard]] static constexpr possible_value truth(bool may_be_true, bool may_be_false,
                                                        bool may_be_unknown) {
        possible_value result;
        result.may_be_null = may_be_unknown;
        result.may_be_value = may_be_true || may_be_false;
        result.low = may_be_false ? 0 : 1;
        result.high = may_be_true ? 1 : 0;
        return result;
    }

    [[nodiscard]] constexpr bool may_be_true() const { return may_be_value && high >= 1; }
    [[nodiscard]] constexpr bool may_be_false() const { return may_be_value && low <= 0; }
    /// Whether a check with this truth can be met, and whether it is met whatever comes.
    [[nodiscard]] constexpr bool may_hold() const { return may_be_true() || may_be_null; }
    [[nodiscard]] constexpr bool holds() const { return may_hold() && !may_be_false(); }
    [[nodiscard]] constexpr bool is_error() const { return !may_be_null && !may_be_value; }
    /// Whether it is one value, or NULL for sure.
    [[nodiscard]] constexpr bool known() const { return may_be_null ? !may_be_value : is_one_value(); }
    /// Whether it is one value where it is not NULL.
    [[nodiscard]] constexpr bool is_one_value() const {
        return may_be_value && (low == high || text_known || is_range);
    }

    /// What is known of a part of the value.
    [[nodiscard]] constexpr possible_value part_of(column_part part) const {
        if (part == column_part::whole || part == column_part::element) {
            return *this;
        }
        if (!may_be_value) {
            return null();
        }
        if (!is_range) {
            return anything();
        }
        const int128 bound = part == column_part::lower ? low : high;
        return bound <= no_lower_bound || bound >= no_upper_bound ? null() : of(bound);
    }

    /// An interval by its length, as SQL compares intervals: a month counts as 30 days.
    [[nodiscard]] constexpr possible_value with_months_as_days() const {
        possible_value result = *this;
        const int128 days = static_cast<int128>(months) * 30 * detail::microseconds_in_day;
        result.low += days;
        result.high += days;
        result.months = 0;
        return result;
    }
};

namespace detail {

constexpr bool endless(int128 number) { return number >= no_upper_bound || number <= no_lower_bound; }

// Sums and products that stop at the bounds instead of running over.
constexpr int128 within_bounds(int128 number) {
    if (number > no_upper_bound) {
        return no_upper_bound;
    }
    return number < no_lower_bound ? no_lower_bound : number;
}

constexpr int128 bounded_sum(int128 left, int128 right) {
    if (endless(left)) {
        return left;
    }
    return endless(right) ? right : within_bounds(left + right);
}

constexpr int128 bounded_product(int128 left, int128 right) {
    int128 product = 0;
    if (__builtin_mul_overflow(left, right, &product)) {
        return (left < 0) == (right < 0) ? no_upper_bound : no_lower_bound;
    }
    return within_bounds(product);
}

/// 10^digits, for at most 37 of them.
constexpr int128 ten_to(int digits) {
    int128 power = 1;
    for (; digits > 0; --digits) {
        power *= 10;
    }
    return power;
}

/// A number of units at another scale: exactly upwards, towards minus infinity downwards.
constexpr int128 rescale(int128 units, int from, int to) {
    if (endless(units)) {
        return units;
    }
    for (; from < to; ++from) {
        units = bounded_product(units, 10);
    }
    for (; from > to; --from) {
        units = floor_quotient(units, 10);
    }
    return units;
}

/// Quotients rounded towards minus infinity, and towards plus infinity; without bound they stay so.
constexpr int128 quotient_below(int128 number, int128 divisor) {
    if (endless(number)) {
        return (number > 0) == (divisor > 0) ? no_upper_bound : no_lower_bound;
    }
    return divisor < 0 ? floor_quotient(-number, -divisor) : floor_quotient(number, divisor);
}

constexpr int128 quotient_above(int128 number, int128 divisor) {
    if (endless(number)) {
        return (number > 0) == (divisor > 0) ? no_upper_bound : no_lower_bound;
    }
    return divisor < 0 ? ceiling_quotient(-number, -divisor) : ceiling_quotient(number, divisor);
}

/// The first microsecond of the day of a moment, and that day.
constexpr int128 start_of_day(int128 microseconds) {
    return microseconds - number_row::floor_remainder(microseconds, microseconds_in_day);
}
constexpr int128 day_of_moment(int128 microseconds) {
    return endless(microseconds) ? microseconds : start_of_day(microseconds) / microseconds_in_day;
}

/// A moment some months later, the day cut to the length of the month, as PostgreSQL adds intervals.
constexpr int128 add_months(int128 microseconds, std::int64_t months) {
    constexpr int128 most = int128{1} << 100U; // days whose number fits 64 bits by far
    if (months == 0 || microseconds > most || microseconds < -most) {
        return microseconds;
    }
    const civil day = civil_from_days(static_cast<std::int64_t>(day_of_moment(microseconds)));
    const std::int64_t month = day.year * 12 + (static_cast<std::int64_t>(day.month) - 1) + months;
    const std::int64_t year = floor_quotient(month, 12);
    const auto month_of_year = static_cast<unsigned>(month - year * 12 + 1);
    const std::int64_t first = days_from_civil({year, month_of_year, 1});
    const std::int64_t next = month_of_year == 12 ? days_from_civil({year + 1, 1, 1})
                                                  : days_from_civil({year, month_of_year + 1, 1});
    const std::int64_t last = next - 1;
    const std::int64_t wanted = first + static_cast<std::int64_t>(day.day) - 1;
    return static_cast<int128>(wanted < last ? wanted : last) * microseconds_in_day +
           number_row::floor_remainder(microseconds, microseconds_in_day);
}

/// The whole number by which values of two kinds are compared: a date is its first microsecond.
constexpr int128 comparable(int128 number, const expression_node& from, value_kind beside, int scale) {
    if (from.kind == value_kind::date && beside == value_kind::timestamp) {
        return bounded_product(number, microseconds_in_day);
    }
    return from.kind == value_kind::number ? rescale(number, from.scale, scale) : number;
}

} // namespace detail

} // namespace synth

#endif
