// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_EXPRESSION_NODE_HPP
#define SYNTH_SCHEMA_EXPRESSION_NODE_HPP

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <synth/core/integer.hpp>
#include <synth/core/number_range.hpp>
#include <synth/schema/column_set.hpp>
#include <synth/schema/column_type.hpp>
#include <synth/schema/decimal.hpp>
#include <synth/schema/temporal.hpp>

namespace synth {

/// What the value of an expression is. Numbers, dates and times, enumerators and truth are whole numbers
/// behind their kind: units of 10^-scale, days, microseconds, positions of labels.
enum class value_kind : std::uint8_t {
    other, // compared for being NULL only
    boolean,
    number,
    date,
    time,
    timestamp,
    interval,
    enumeration,
    text,
    null, // the constant
};

/// What a node of an expression does with the nodes before it.
enum class operation : std::uint8_t {
    column,
    constant,
    add,
    subtract,
    multiply,
    divide,
    remainder,
    rounded, // to the digits that the second operand, a constant, says
    negate,
    absolute,
    equal,
    unequal,
    less,
    less_equal,
    greater,
    greater_equal,
    is_distinct,
    both,
    either,
    negation,
    is_null,
    is_true,
    as_number, // 1 or 0 of a condition
    like,
    like_ignoring_case,
    matches,
    matches_ignoring_case,
    starts_with,
    length,
    octet_length,
    lower,
    upper,
    trim,
    append,    // one text behind the other
    as_text,   // of a number
    pad_zeros, // to the characters that the second operand, a constant, says
    coalesce,
    year_of,
    date_of,
    cardinality,
    // Parts of dates, times and moments, as EXTRACT has them (generate/moment_parts.hpp).
    time_of,
    epoch_of,
    iso_year_of,
    decade_of,
    century_of,
    millennium_of,
    quarter_of,
    month_of,
    week_of,
    day_of,
    day_of_year,
    day_of_week,
    iso_day_of_week,
    hour_of,
    minute_of,
    second_of,
    millisecond_of,
    microsecond_of,
    // Moments cut to what they begin with, as date_trunc has them.
    start_of_millisecond,
    start_of_second,
    start_of_minute,
    start_of_hour,
    start_of_day,
    start_of_week,
    start_of_month,
    start_of_quarter,
    start_of_year,
    start_of_decade,
    start_of_century,
    start_of_millennium,
};

/// What of a column a node stands for: its value, each of its elements, or a bound of a range.
enum class column_part : std::uint8_t { whole, element, lower, upper };

/// One step of an expression in postfix order: its operands are the nodes right before it.
struct expression_node {
    operation what{};
    value_kind kind{};
    bool real{};           // of floating-point numbers: equal only where nothing was calculated
    bool nullable{};       // of a column
    column_part part{};    // of a column
    std::uint8_t scale{};  // of a number: digits behind the point
    std::uint8_t width{};  // of a whole number: its bytes in SQL, where sums may not run over; 0: numeric
    std::uint16_t size{1}; // how many nodes it ends, itself among them
    schema_index column{no_index};
    std::int32_t months{}; // of an interval: the part that is no fixed number of microseconds
    int128 number{};       // of a constant
    std::string_view text; // of a constant
};

/// Whether a node stands for the value of its column, not for a part of it.
[[nodiscard]] constexpr bool is_whole(const expression_node& node) { return node.part == column_part::whole; }

/// An exact number with digits behind the point: `exact("12.50")`.
struct exact_decimal {
    int128 units{};
    std::uint8_t scale{};
};

/// Reads a decimal number of at most 36 digits; the text must be one.
[[nodiscard]] consteval exact_decimal exact(std::string_view text) {
    exact_decimal result;
    bool negative = false;
    bool behind_point = false;
    std::size_t digits = 0;
    for (const char each : text) {
        if (each == '-' && digits == 0) {
            negative = true;
        } else if (each == '.' && !behind_point) {
            behind_point = true;
        } else if (each >= '0' && each <= '9' && ++digits <= 36) {
            result.units = result.units * 10 + (each - '0');
            result.scale = static_cast<std::uint8_t>(result.scale + (behind_point ? 1 : 0));
        } else {
            throw "synth: exact must be given decimal digits; write it as exact(\"12.50\")";
        }
    }
    result.units = negative ? -result.units : result.units;
    return result;
}

namespace detail {

// How the values of a type are whole numbers; digits of a floating-point number behind the sixth are not
// compared, as generated values have none.
inline constexpr std::uint8_t real_scale = 6;

template<typename Type>
inline constexpr bool small_decimal = false;
template<unsigned Precision, int Scale>
inline constexpr bool small_decimal<decimal<Precision, Scale>> = Precision <= 30 && Scale >= 0 && Scale <= 30;

// SQL's least integer has two bytes, and one of more than eight is numeric.
template<typename Type>
consteval std::uint8_t width_of_integer() {
    if constexpr (sizeof(Type) > 8) {
        return 0;
    } else {
        return sizeof(Type) < 2 ? 2 : sizeof(Type);
    }
}

template<typename Type>
consteval expression_node node_of_type() {
    expression_node node;
    using given = value_type_of<Type>;
    if constexpr (std::is_same_v<given, bool>) {
        node.kind = value_kind::boolean;
    } else if constexpr (any_integer<given>) {
        node.kind = value_kind::number;
        node.width = width_of_integer<given>();
    } else if constexpr (small_decimal<given>) {
        node.kind = value_kind::number;
        node.scale = given::scale;
    } else if constexpr (std::is_floating_point_v<given>) {
        node.kind = value_kind::number;
        node.scale = real_scale;
        node.real = true;
    } else if constexpr (std::is_same_v<given, date>) {
        node.kind = value_kind::date;
    } else if constexpr (std::is_same_v<given, time_of_day>) {
        node.kind = value_kind::time;
    } else if constexpr (std::is_same_v<given, timestamp> || std::is_same_v<given, timestamp_tz>) {
        node.kind = value_kind::timestamp;
    } else if constexpr (std::is_same_v<given, interval>) {
        node.kind = value_kind::interval;
    } else if constexpr (std::is_enum_v<given>) {
        node.kind = value_kind::enumeration;
    } else if constexpr (std::is_same_v<given, std::string>) {
        node.kind = value_kind::text;
    }
    return node;
}

inline constexpr std::int64_t microseconds_in_day = microseconds_per_day;

// The nearest whole number of units of `real_scale`; what 64 bits do not hold has no bound.
template<typename Real>
constexpr int128 millionths(Real constant) {
    constexpr Real most = 9e12;
    if (constant > most) {
        return no_upper_bound;
    }
    if (constant < -most) {
        return no_lower_bound;
    }
    return static_cast<std::int64_t>(constant * 1e6 + (constant < 0 ? -0.5 : 0.5));
}

template<typename Constant>
constexpr expression_node constant_node(const Constant& constant) {
    expression_node node;
    if constexpr (std::is_convertible_v<const Constant&, std::string_view>) {
        node.kind = value_kind::text;
        node.text = constant;
    } else if constexpr (std::is_same_v<Constant, std::nullopt_t>) {
        node.kind = value_kind::null;
    } else if constexpr (std::is_same_v<Constant, exact_decimal>) {
        node.kind = value_kind::number;
        node.scale = constant.scale;
        node.number = constant.units;
    } else if constexpr (std::is_floating_point_v<Constant>) {
        node = node_of_type<double>();
        node.real = false;
        node.number = millionths(constant);
    } else {
        node = node_of_type<Constant>();
        if constexpr (any_integer<Constant>) {
            node.number = static_cast<int128>(constant);
            constexpr int128 most = std::numeric_limits<std::int32_t>::max();
            if (node.width == 4 && node.number > most) { // an unsigned one
                node.width = 8;
            }
        } else if constexpr (std::is_enum_v<Constant>) {
            node.number = static_cast<std::int64_t>(constant);
        } else if constexpr (requires { constant.units; }) {
            node.number = constant.units;
        } else if constexpr (std::is_same_v<Constant, interval>) {
            node.months = constant.months;
            node.number = static_cast<int128>(constant.days) * microseconds_per_day + constant.microseconds;
        } else if constexpr (requires { constant.days; }) {
            node.number = constant.days;
        } else {
            node.number = constant.microseconds;
        }
    }
    node.what = operation::constant;
    return node;
}

} // namespace detail

} // namespace synth

#endif
