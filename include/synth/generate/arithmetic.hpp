// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_ARITHMETIC_HPP
#define SYNTH_GENERATE_ARITHMETIC_HPP

#include <cstdint>

#include <synth/generate/moment_parts.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/schema/expression_node.hpp>

namespace synth {

/// The numbers that SQL has room for in a node: whole numbers of some bytes, dates from 4714 BC on.
[[nodiscard]] constexpr number_range room_of(const expression_node& node) {
    constexpr int128 first_day = -2'440'588;
    constexpr int128 last_day = 2'145'031'948;
    constexpr int128 last_day_of_moments = 106'751'991 + 10'957;
    if (node.kind == value_kind::date) {
        return {first_day, last_day};
    }
    if (node.kind == value_kind::timestamp) {
        return {first_day * detail::microseconds_in_day, last_day_of_moments * detail::microseconds_in_day};
    }
    if (node.kind == value_kind::interval) { // months have their own room
        const int128 most = (int128{1} << 31U) * detail::microseconds_in_day;
        return {-most, most};
    }
    const int128 high = node.width == 0 ? no_upper_bound : (int128{1} << (8U * node.width - 1U)) - 1;
    return {node.width == 0 ? no_lower_bound : -high - 1, high};
}

/// Whether a node is a quotient of which only some digits are known.
[[nodiscard]] constexpr bool is_long_quotient(const expression_node& node) {
    return node.what == operation::divide && node.width == 0;
}

namespace detail {

// Smallest and greatest of the results for the bounds of two operands, by functions that round down and up.
template<typename Below, typename Above>
constexpr void set_hull(possible_value& result, const possible_value& left, const possible_value& right,
                        const Below& below, const Above& above) {
    bool first = true;
    for (const int128 one : {left.low, left.high}) {
        for (const int128 other : {right.low, right.high}) {
            const int128 least = within_bounds(below(one, other));
            const int128 most = within_bounds(above(one, other));
            result.low = first || least < result.low ? least : result.low;
            result.high = first || most > result.high ? most : result.high;
            first = false;
        }
    }
}

// An operand in the units of a sum: a date beside moments and intervals counts in microseconds.
constexpr int128 units_of_sum(int128 number, const expression_node& operand, const expression_node& sum) {
    if (sum.kind == value_kind::number && operand.kind == value_kind::number) {
        return rescale(number, operand.scale, sum.scale);
    }
    return operand.kind == value_kind::date && sum.kind != value_kind::date && sum.kind != value_kind::number
               ? bounded_product(number, microseconds_in_day)
               : number;
}

constexpr void add(possible_value& result, const expression_node& root, const expression_node& left_node,
                   const expression_node& right_node, possible_value left, possible_value right) {
    const bool minus = root.what == operation::subtract;
    const std::int64_t sign = minus ? -1 : 1;
    std::int64_t months = left.months + sign * right.months;
    const bool left_moves = left_node.kind == value_kind::interval;
    const possible_value& span = left_moves ? left : right;
    const bool adds_interval = left_moves || right_node.kind == value_kind::interval;
    if (adds_interval && root.kind != value_kind::interval && span.low != span.high) {
        if (root.kind == value_kind::time) {
            result.low = 0;
            result.high = microseconds_in_day - 1;
        }
        return; // how long its months are is not known
    }
    if (root.kind == value_kind::interval && (left.low != left.high || right.low != right.high)) {
        left = left.with_months_as_days();
        right = right.with_months_as_days();
        months = 0;
    }
    int128 low = units_of_sum(left.low, left_node, root);
    int128 high = units_of_sum(left.high, left_node, root);
    int128 right_low = units_of_sum(minus ? right.high : right.low, right_node, root);
    int128 right_high = units_of_sum(minus ? right.low : right.high, right_node, root);
    if (root.kind == value_kind::timestamp && months != 0) {
        // Days at the end of a month fall together, so moments may change their order within a day.
        int128& moment_low = left_moves ? right_low : low;
        int128& moment_high = left_moves ? right_high : high;
        const bool one = moment_low == moment_high;
        moment_low = add_months(moment_low, months);
        moment_high = one ? moment_low : add_months(moment_high, months);
        if (!one) {
            moment_low = endless(moment_low) ? moment_low : start_of_day(moment_low);
            moment_high =
                endless(moment_high) ? moment_high : start_of_day(moment_high) + microseconds_in_day - 1;
        }
    }
    result.low = bounded_sum(low, minus ? -right_low : right_low);
    result.high = bounded_sum(high, minus ? -right_high : right_high);
    if (root.kind == value_kind::interval) {
        result.months = static_cast<std::int32_t>(months);
    } else if (root.kind == value_kind::time) { // around the clock, whatever the months
        const bool one = result.low == result.high;
        result.low = one ? number_row::floor_remainder(result.low, microseconds_in_day) : 0;
        result.high = one ? result.low : microseconds_in_day - 1;
    }
}

// An interval a few times, or a part of it.
constexpr void scale_interval(possible_value& result, const expression_node& root, const possible_value& span,
                              const possible_value& number, std::uint8_t scale) {
    const bool part = root.what == operation::divide;
    if (part && number.low == 0 && number.high == 0) {
        result.may_be_value = false;
        return;
    }
    if (span.low != span.high || number.low != number.high) {
        return;
    }
    const int128 unit = ten_to(scale);
    const bool whole = !part && number.low % unit == 0;
    if (whole) {
        result.low = result.high = bounded_product(span.low, number.low / unit);
        const int128 months = bounded_product(span.months, number.low / unit);
        result.months = static_cast<std::int32_t>(months);
        result.may_be_value = months == result.months;
    } else if (span.months == 0) { // rounded by SQL somehow
        const int128 product = bounded_product(span.low, part ? unit : number.low);
        const int128 divisor = part ? number.low : unit;
        result.low = bounded_sum(quotient_below(product, divisor), -1);
        result.high = bounded_sum(quotient_above(product, divisor), 1);
    }
}

constexpr void divide(possible_value& result, const expression_node& root, const expression_node& left_node,
                      const expression_node& right_node, const possible_value& left,
                      const possible_value& right) {
    if (right.low == 0 && right.high == 0) {
        result.may_be_value = false;
    } else if (root.width > 0 && (right.low > 0 || right.high < 0)) { // cut towards zero
        const auto cut = [](int128 one, int128 other) {
            return endless(one) ? quotient_below(one, other) : one / other;
        };
        set_hull(result, left, right, cut, cut);
    } else if (right.low > 0 || right.high < 0) {
        const int shift = root.scale + right_node.scale - left_node.scale;
        const auto units = [shift](int128 one) { return rescale(one, 0, shift); };
        set_hull(
            result, left, right, [&](int128 one, int128 other) { return quotient_below(units(one), other); },
            [&](int128 one, int128 other) { return quotient_above(units(one), other); });
    }
}

constexpr void take_remainder(possible_value& result, const expression_node& root,
                              const expression_node& left_node, const expression_node& right_node,
                              const possible_value& left, const possible_value& right) {
    if (right.low != right.high) {
        return;
    }
    const int128 divisor = rescale(right.low, right_node.scale, root.scale);
    if (divisor == 0) {
        result.may_be_value = false;
    } else if (left.low == left.high) { // with the sign of the number
        result.low = result.high = rescale(left.low, left_node.scale, root.scale) % divisor;
    } else {
        const int128 most = (divisor < 0 ? -divisor : divisor) - 1;
        result.low = left.low < 0 ? -most : 0;
        result.high = left.high > 0 ? most : 0;
    }
}

// A number of some digits behind the point as one of fewer, halves away from zero.
constexpr int128 rounded(int128 number, int from, int to) {
    if (from <= to || endless(number)) {
        return rescale(number, from, to);
    }
    const int128 unit = ten_to(from - to);
    return (number + (number < 0 ? -unit : unit) / 2) / unit;
}

// Results that SQL has no room for are errors.
constexpr possible_value kept_within_room(possible_value result, const expression_node& root) {
    if (!result.may_be_value) {
        return result;
    }
    const number_range room = room_of(root);
    if (!endless(room.high)) {
        result.low = result.low < room.low ? room.low : result.low;
        result.high = result.high > room.high ? room.high : result.high;
        result.may_be_value = result.low <= result.high;
    } else if (result.low >= no_upper_bound || result.high <= no_lower_bound) { // too great to be known
        result.low = no_lower_bound;
        result.high = no_upper_bound;
    }
    return result;
}

} // namespace detail

/// The value of `left + right`, or whatever the root says, of numbers, dates, times and intervals.
[[nodiscard]] constexpr possible_value calculate(const expression_node& root,
                                                 const expression_node& left_node,
                                                 const expression_node& right_node,
                                                 const possible_value& left, const possible_value& right) {
    possible_value result;
    result.may_be_null = left.may_be_null || right.may_be_null;
    result.may_be_value = left.may_be_value && right.may_be_value;
    if (left.is_error() || right.is_error()) {
        return possible_value::error();
    }
    if (!result.may_be_value) {
        return result;
    }
    switch (root.what) {
    case operation::add:
    case operation::subtract:
        detail::add(result, root, left_node, right_node, left, right);
        break;
    case operation::multiply:
    case operation::divide:
        if (root.kind == value_kind::interval) {
            const bool left_span = left_node.kind == value_kind::interval;
            detail::scale_interval(result, root, left_span ? left : right, left_span ? right : left,
                                   left_span ? right_node.scale : left_node.scale);
        } else if (root.what == operation::multiply) {
            detail::set_hull(result, left, right, detail::bounded_product, detail::bounded_product);
        } else {
            detail::divide(result, root, left_node, right_node, left, right);
        }
        break;
    case operation::rounded:
        result.low = detail::rounded(left.low, left_node.scale, root.scale);
        result.high = detail::rounded(left.high, left_node.scale, root.scale);
        break;
    default:
        detail::take_remainder(result, root, left_node, right_node, left, right);
        break;
    }
    return detail::kept_within_room(result, root);
}

/// The value of `-inner`, of `abs(inner)` and of parts of dates.
[[nodiscard]] constexpr possible_value calculate(const expression_node& root, const expression_node& operand,
                                                 const possible_value& inner) {
    possible_value result = inner;
    if (!inner.may_be_value) {
        return result;
    }
    switch (root.what) {
    case operation::negate:
        result.low = -inner.high;
        result.high = -inner.low;
        result.months = -inner.months;
        break;
    case operation::absolute:
        result.high = inner.high > -inner.low ? inner.high : -inner.low;
        result.low = 0;
        if (inner.low > 0 || inner.high < 0) {
            result.low = inner.low > 0 ? inner.low : -inner.high;
        }
        break;
    default: // of cardinality an array's value is its number of elements
        result = is_moment_part(root.what) ? part_of(root, operand, inner) : inner;
        break;
    }
    return detail::kept_within_room(result, root);
}

} // namespace synth

#endif
