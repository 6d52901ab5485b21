// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_EXPRESSION_FUNCTIONS_HPP
#define SYNTH_SCHEMA_EXPRESSION_FUNCTIONS_HPP

#include <array>
#include <cstddef>
#include <span>

#include <synth/schema/expression.hpp>
#include <synth/schema/expression_result.hpp>

namespace synth {

namespace detail {

template<typename Left, typename Right>
constexpr auto combine(operation what, const Left& left, const Right& right) {
    if constexpr (!is_expression<Left>) {
        return apply(what, expression<void, 1>{{constant_node(left)}}, right);
    } else if constexpr (!is_expression<Right>) {
        return apply(what, left, expression<void, 1>{{constant_node(right)}});
    } else {
        return apply(what, left, right);
    }
}

// Whether each part is taken of what has it: dates and moments have all, times those within a day, intervals
// their epoch.
constexpr bool parts_fit(std::span<const expression_node> nodes) {
    bool good = true;
    for (std::size_t index = 0; index < nodes.size(); ++index) {
        const operation what = nodes[index].what;
        if (what != operation::year_of && what != operation::date_of && what <= operation::cardinality) {
            continue;
        }
        const value_kind kind = nodes[index - 1].kind;
        const bool epoch = what == operation::epoch_of;
        const bool within_day = epoch || what == operation::time_of ||
                                (what >= operation::hour_of && what <= operation::microsecond_of);
        good =
            good && (kind == value_kind::date || kind == value_kind::timestamp || kind == value_kind::null ||
                     (kind == value_kind::time && within_day) || (kind == value_kind::interval && epoch));
    }
    return good;
}

} // namespace detail

// SQL's operators, with its rules for NULL: a comparison with NULL is unknown, and a check is met where it is
// not false.
#define SYNTH_EXPRESSION_OPERATOR(symbol, what)                                                              \
    template<typename Left, typename Right>                                                                  \
        requires detail::operands<Left, Right>                                                               \
    [[nodiscard]] constexpr auto operator symbol(const Left& left, const Right& right) {                     \
        return detail::combine(operation::what, left, right);                                                \
    }
SYNTH_EXPRESSION_OPERATOR(+, add)
SYNTH_EXPRESSION_OPERATOR(-, subtract)
SYNTH_EXPRESSION_OPERATOR(*, multiply)
SYNTH_EXPRESSION_OPERATOR(/, divide)
SYNTH_EXPRESSION_OPERATOR(%, remainder)
SYNTH_EXPRESSION_OPERATOR(==, equal)
SYNTH_EXPRESSION_OPERATOR(!=, unequal)
SYNTH_EXPRESSION_OPERATOR(<, less)
SYNTH_EXPRESSION_OPERATOR(<=, less_equal)
SYNTH_EXPRESSION_OPERATOR(>, greater)
SYNTH_EXPRESSION_OPERATOR(>=, greater_equal)
SYNTH_EXPRESSION_OPERATOR(&&, both)
SYNTH_EXPRESSION_OPERATOR(||, either)
#undef SYNTH_EXPRESSION_OPERATOR

template<typename Row, std::size_t Size>
[[nodiscard]] constexpr auto operator-(const expression<Row, Size>& inner) {
    return detail::apply(operation::negate, inner);
}

template<typename Row, std::size_t Size>
[[nodiscard]] constexpr auto operator!(const expression<Row, Size>& inner) {
    return detail::apply(operation::negation, inner);
}

/// The functions of SQL that an expression may have: `sql::like(value<&person::email>, "%@%")`. Lengths count
/// characters; patterns are those of LIKE, and PostgreSQL's regular expressions. Of dates and moments,
/// `hour_of` and its like are EXTRACT, `start_of_hour` is date_trunc; Sunday is day_of_week 0 and
/// iso_day_of_week 7.
namespace sql {

#define SYNTH_EXPRESSION_FUNCTION(name, what)                                                                \
    template<typename Row, std::size_t Size>                                                                 \
    [[nodiscard]] constexpr auto name(const expression<Row, Size>& inner) {                                  \
        return synth::detail::apply(operation::what, inner);                                                 \
    }
SYNTH_EXPRESSION_FUNCTION(is_null, is_null)
SYNTH_EXPRESSION_FUNCTION(is_true, is_true)
SYNTH_EXPRESSION_FUNCTION(length, length)
SYNTH_EXPRESSION_FUNCTION(octet_length, octet_length)
SYNTH_EXPRESSION_FUNCTION(lower, lower)
SYNTH_EXPRESSION_FUNCTION(upper, upper)
SYNTH_EXPRESSION_FUNCTION(trim, trim)
SYNTH_EXPRESSION_FUNCTION(as_text, as_text)
SYNTH_EXPRESSION_FUNCTION(abs, absolute)
SYNTH_EXPRESSION_FUNCTION(year_of, year_of)
SYNTH_EXPRESSION_FUNCTION(date_of, date_of)
SYNTH_EXPRESSION_FUNCTION(cardinality, cardinality)
SYNTH_EXPRESSION_FUNCTION(as_integer, as_number)
SYNTH_EXPRESSION_FUNCTION(time_of, time_of)
SYNTH_EXPRESSION_FUNCTION(epoch_of, epoch_of)
SYNTH_EXPRESSION_FUNCTION(iso_year_of, iso_year_of)
SYNTH_EXPRESSION_FUNCTION(decade_of, decade_of)
SYNTH_EXPRESSION_FUNCTION(century_of, century_of)
SYNTH_EXPRESSION_FUNCTION(millennium_of, millennium_of)
SYNTH_EXPRESSION_FUNCTION(quarter_of, quarter_of)
SYNTH_EXPRESSION_FUNCTION(month_of, month_of)
SYNTH_EXPRESSION_FUNCTION(week_of, week_of)
SYNTH_EXPRESSION_FUNCTION(day_of, day_of)
SYNTH_EXPRESSION_FUNCTION(day_of_year, day_of_year)
SYNTH_EXPRESSION_FUNCTION(day_of_week, day_of_week)
SYNTH_EXPRESSION_FUNCTION(iso_day_of_week, iso_day_of_week)
SYNTH_EXPRESSION_FUNCTION(hour_of, hour_of)
SYNTH_EXPRESSION_FUNCTION(minute_of, minute_of)
SYNTH_EXPRESSION_FUNCTION(second_of, second_of)
SYNTH_EXPRESSION_FUNCTION(millisecond_of, millisecond_of)
SYNTH_EXPRESSION_FUNCTION(microsecond_of, microsecond_of)
SYNTH_EXPRESSION_FUNCTION(start_of_millisecond, start_of_millisecond)
SYNTH_EXPRESSION_FUNCTION(start_of_second, start_of_second)
SYNTH_EXPRESSION_FUNCTION(start_of_minute, start_of_minute)
SYNTH_EXPRESSION_FUNCTION(start_of_hour, start_of_hour)
SYNTH_EXPRESSION_FUNCTION(start_of_day, start_of_day)
SYNTH_EXPRESSION_FUNCTION(start_of_week, start_of_week)
SYNTH_EXPRESSION_FUNCTION(start_of_month, start_of_month)
SYNTH_EXPRESSION_FUNCTION(start_of_quarter, start_of_quarter)
SYNTH_EXPRESSION_FUNCTION(start_of_year, start_of_year)
SYNTH_EXPRESSION_FUNCTION(start_of_decade, start_of_decade)
SYNTH_EXPRESSION_FUNCTION(start_of_century, start_of_century)
SYNTH_EXPRESSION_FUNCTION(start_of_millennium, start_of_millennium)
#undef SYNTH_EXPRESSION_FUNCTION

#define SYNTH_EXPRESSION_FUNCTION(name, what)                                                                \
    template<typename Left, typename Right>                                                                  \
        requires synth::detail::operands<Left, Right>                                                        \
    [[nodiscard]] constexpr auto name(const Left& left, const Right& right) {                                \
        return synth::detail::combine(operation::what, left, right);                                         \
    }
SYNTH_EXPRESSION_FUNCTION(mod, remainder)
SYNTH_EXPRESSION_FUNCTION(like, like)
SYNTH_EXPRESSION_FUNCTION(ilike, like_ignoring_case)
SYNTH_EXPRESSION_FUNCTION(matches, matches)
SYNTH_EXPRESSION_FUNCTION(imatches, matches_ignoring_case)
SYNTH_EXPRESSION_FUNCTION(starts_with, starts_with)
SYNTH_EXPRESSION_FUNCTION(append, append)
SYNTH_EXPRESSION_FUNCTION(coalesce, coalesce)
SYNTH_EXPRESSION_FUNCTION(is_distinct, is_distinct)
#undef SYNTH_EXPRESSION_FUNCTION

/// A number with so many digits behind the point, at most 30, halves away from zero as those of SQL's exact
/// numbers: `value<&line::total> == sql::round(value<&line::quantity> * value<&line::price>, 2)`.
template<typename Row, std::size_t Size>
[[nodiscard]] constexpr auto round(const expression<Row, Size>& inner, unsigned digits = 0) {
    constexpr unsigned most = 30;
    return synth::detail::combine(operation::rounded, inner, static_cast<int>(digits < most ? digits : most));
}

/// A text of so many characters, zeros before it or its end cut off, as SQL's lpad(text, width, '0'):
/// `sql::pad_zeros(sql::as_text(value<&bill::number>), 6)`.
template<typename Row, std::size_t Size>
[[nodiscard]] constexpr auto pad_zeros(const expression<Row, Size>& inner, unsigned width) {
    return synth::detail::combine(operation::pad_zeros, inner, static_cast<int>(width));
}

template<typename Row, std::size_t Size>
[[nodiscard]] constexpr auto is_not_null(const expression<Row, Size>& inner) {
    return !is_null(inner);
}

template<typename Row, std::size_t Size>
[[nodiscard]] constexpr auto is_false(const expression<Row, Size>& inner) {
    return is_true(!inner);
}

/// `sql::between(value<&line::quantity>, 1, 50)`, both bounds included.
template<typename Row, std::size_t Size, typename Low, typename High>
[[nodiscard]] constexpr auto between(const expression<Row, Size>& inner, const Low& low, const High& high) {
    return inner >= low && inner <= high;
}

/// `sql::in(value<&order::status>, "open", "paid", "shipped")`.
template<typename Row, std::size_t Size, typename... Choices>
[[nodiscard]] constexpr auto in(const expression<Row, Size>& inner, const Choices&... choices) {
    static_assert(sizeof...(Choices) > 0, "synth: in must be given values; list at least one");
    if constexpr (sizeof...(Choices) == 0) {
        return inner; // explained already
    } else {
        // One flat chain: (((x = a or x = b) or x = c) …), built at once as each copy costs compile time.
        constexpr std::size_t count = sizeof...(Choices);
        using result = expression<Row, count*(Size + 2) + count - 1>;
        const std::array<expression_node, count> constants{synth::detail::constant_node(choices)...};
        result all;
        std::size_t next = 0;
        for (std::size_t index = 0; index < count; ++index) {
            for (const expression_node& node : inner.nodes) {
                all.nodes[next++] = node;
            }
            all.nodes[next++] = constants[index];
            all.nodes[next] = synth::detail::node_of(operation::equal, inner.root(), constants[index]);
            all.nodes[next++].size = static_cast<std::uint16_t>(Size + 2);
            if (index > 0) {
                all.nodes[next] =
                    synth::detail::node_of(operation::either, all.nodes[next - 1], all.nodes[next - 1]);
                all.nodes[next].size = static_cast<std::uint16_t>(next + 1);
                ++next;
            }
        }
        return all;
    }
}

/// How many of the values are not NULL, as PostgreSQL's num_nonnulls: `sql::count_nonnull(a, b, c) == 1`.
template<typename... Inner>
[[nodiscard]] constexpr auto count_nonnull(const Inner&... inner) {
    return (synth::detail::apply(operation::as_number, is_not_null(inner)) + ...);
}

/// How many of the values are NULL, as PostgreSQL's num_nulls.
template<typename... Inner>
[[nodiscard]] constexpr auto count_null(const Inner&... inner) {
    return (synth::detail::apply(operation::as_number, is_null(inner)) + ...);
}

} // namespace sql

} // namespace synth

#endif
