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
#include <synth/schema/column_set.hpp>
#include <synth/schema/column_type.hpp>

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
    length,
    octet_length,
    lower,
    upper,
    trim,
    coalesce,
    year_of,
    date_of,
    cardinality,
};

/// One step of an expression in postfix order: its operands are the nodes right before it.
struct expression_node {
    operation what{};
    value_kind kind{};
    bool real{};           // of floating-point numbers: equal only where nothing was calculated
    bool nullable{};       // of a column
    std::uint8_t scale{};  // of a number: digits behind the point
    std::uint8_t width{};  // of a whole number: its bytes in SQL, where sums may not run over; 0: numeric
    std::uint16_t size{1}; // how many nodes it ends, itself among them
    schema_index column{no_index};
    std::int32_t months{}; // of an interval: the part that is no fixed number of microseconds
    int128 number{};       // of a constant
    std::string_view text; // of a constant
};

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

template<typename Type>
consteval expression_node node_of_type() {
    expression_node node;
    using given = value_type_of<Type>;
    if constexpr (std::is_same_v<given, bool>) {
        node.kind = value_kind::boolean;
    } else if constexpr (any_integer<given>) {
        node.kind = value_kind::number;
        // NOLINTNEXTLINE(readability-avoid-nested-conditional-operator)
        node.width = sizeof(given) > 8 ? 0 : (sizeof(given) < 2 ? 2 : sizeof(given));
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

inline constexpr std::int64_t microseconds_in_day = 86'400'000'000;
inline constexpr int128 no_number_above = int128{1} << 124U; // as no_upper_bound

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
        constexpr Constant most = 9e12; // millionths of more do not fit 64 bits
        node.number = constant > most ? no_number_above
                      // NOLINTNEXTLINE(readability-avoid-nested-conditional-operator)
                      : constant < -most
                          ? -no_number_above
                          : static_cast<std::int64_t>(constant * 1e6 + (constant < 0 ? -0.5 : 0.5));
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
            node.number = static_cast<int128>(constant.days) * microseconds_in_day + constant.microseconds;
        } else if constexpr (requires { constant.days; }) {
            node.number = constant.days;
        } else {
            node.number = constant.microseconds;
        }
    }
    node.what = operation::constant;
    return node;
}

// What SQL makes of two operands: dates move by days and by intervals, and differ by them.
constexpr value_kind kind_of_sum(value_kind left, value_kind right, bool minus) {
    const auto is_moment = [](value_kind kind) {
        return kind == value_kind::date || kind == value_kind::timestamp;
    };
    const bool moments = is_moment(left) && is_moment(right);
    if (minus && (moments || (left == value_kind::time && right == value_kind::time))) {
        return left == value_kind::date && right == value_kind::date ? value_kind::number
                                                                     : value_kind::interval;
    }
    const value_kind moment = is_moment(left) || left == value_kind::time ? left : right;
    const value_kind other = moment == left ? right : left;
    if (moment == value_kind::date && (other == value_kind::interval || other == value_kind::time)) {
        return value_kind::timestamp;
    }
    return moment == value_kind::time && other == value_kind::date ? value_kind::timestamp : moment;
}

// The kind, the scale and the width of a calculated number.
constexpr void calculated(expression_node& node, const expression_node& left, const expression_node& right) {
    const auto greater = [](auto one, auto other) { return one < other ? other : one; };
    node.kind = left.kind;
    node.real = left.real || right.real;
    node.scale = greater(left.scale, right.scale);
    node.width = left.width > 0 && right.width > 0 ? greater(left.width, right.width) : std::uint8_t{0};
    switch (node.what) {
    case operation::add:
    case operation::subtract:
        node.kind = kind_of_sum(left.kind, right.kind, node.what == operation::subtract);
        if (node.kind == value_kind::number && left.kind == value_kind::date) {
            node.width = 4; // days between
        }
        break;
    case operation::multiply:
        node.scale = static_cast<std::uint8_t>(left.scale + right.scale);
        node.kind = right.kind == value_kind::interval ? right.kind : left.kind;
        break;
    case operation::divide: // whole numbers have a whole quotient, others one of many digits
        node.scale = node.width > 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(left.scale + 6);
        break;
    case operation::coalesce:
        if (left.kind == value_kind::date && right.kind == value_kind::timestamp) {
            node.kind = right.kind;
        }
        break;
    default:
        break;
    }
    if (node.kind != value_kind::number) {
        node.scale = 0;
        node.width = 0;
    }
}

// What is known of a result before there are values.
constexpr expression_node node_of(operation what, const expression_node& left, const expression_node& right) {
    expression_node node;
    node.what = what;
    node.kind = value_kind::boolean;
    if (what <= operation::absolute || what == operation::coalesce) {
        calculated(node, left.kind == value_kind::null ? right : left,
                   right.kind == value_kind::null ? left : right);
        return node;
    }
    switch (what) {
    case operation::length:
    case operation::octet_length:
    case operation::cardinality:
    case operation::as_number:
        node.kind = value_kind::number;
        node.width = 4;
        break;
    case operation::year_of:
        node.kind = value_kind::number;
        break; // SQL's is numeric
    case operation::lower:
    case operation::upper:
    case operation::trim:
        node.kind = value_kind::text;
        break;
    case operation::date_of:
        node.kind = value_kind::date;
        break;
    default:
        break;
    }
    return node;
}

} // namespace detail

} // namespace synth

#endif
