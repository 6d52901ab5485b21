// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_TESTS_GENERATE_RANDOM_EXPRESSION_HPP
#define SYNTH_TESTS_GENERATE_RANDOM_EXPRESSION_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <synth/core/civil.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/random/draw.hpp>
#include <synth/schema/expression.hpp>

// Random expressions over one table with columns of every kind, as nodes and as SQL, and random rows for it.
// Values are small, so that they coincide often.
namespace expression_test {

using synth::expression_node;
using synth::int128;
using synth::operation;
using synth::possible_value;
using synth::value_kind;

struct column {
    std::string_view name;
    std::string_view sql_type;
    expression_node node;
};

template<typename Type>
column column_of(std::string_view name, std::string_view sql_type, std::size_t index, bool nullable) {
    column result{name, sql_type, synth::detail::node_of_type<Type>()};
    result.node.what = operation::column;
    result.node.nullable = nullable;
    result.node.column = static_cast<synth::schema_index>(index);
    return result;
}

inline const std::vector<column>& columns() {
    static const std::vector<column> all{
        column_of<std::int32_t>("a", "integer", 0, false),
        column_of<std::int32_t>("b", "integer", 1, true),
        column_of<std::int16_t>("s", "smallint", 2, true),
        column_of<std::int64_t>("g", "bigint", 3, true),
        column_of<synth::decimal<12, 2>>("n", "numeric(12,2)", 4, false),
        column_of<synth::decimal<12, 2>>("m", "numeric(12,2)", 5, true),
        column_of<double>("x", "double precision", 6, true),
        column_of<bool>("p", "boolean", 7, true),
        column_of<synth::date>("d", "date", 8, true),
        column_of<synth::date>("e", "date", 9, false),
        column_of<synth::time_of_day>("h", "time", 10, true),
        column_of<synth::timestamp>("t", "timestamp", 11, true),
        column_of<synth::timestamp>("u", "timestamp", 12, false),
        column_of<synth::interval>("i", "interval", 13, true),
        column_of<std::string>("c", "text COLLATE \"C\"", 14, true),
        column_of<std::string>("k", "text COLLATE \"C\"", 15, false),
        column_of<bool>("q", "boolean", 16, false),
    };
    return all;
}

struct written {
    std::vector<expression_node> nodes;
    std::string sql;

    [[nodiscard]] const expression_node& root() const { return nodes.back(); }
};

inline constexpr std::array<std::string_view, 7> texts{"", "a", "ab", "B", "b", " a ", "Ab"};
constexpr int128 day = synth::detail::microseconds_in_day;

inline std::string number_text(int128 units, int scale) {
    std::string digits = std::to_string(static_cast<long long>(units < 0 ? -units : units));
    while (static_cast<int>(digits.size()) <= scale) {
        digits.insert(0, 1, '0');
    }
    if (scale > 0) {
        digits.insert(digits.size() - static_cast<std::size_t>(scale), 1, '.');
    }
    return units < 0 ? "(-" + digits + ")" : digits;
}

inline std::string two(std::int64_t number) {
    std::string digits = std::to_string(number);
    return digits.size() < 2 ? "0" + digits : digits;
}

inline std::string date_text(int128 days) {
    const synth::civil date = synth::civil_from_days(static_cast<std::int64_t>(days));
    return std::to_string(date.year) + "-" + two(date.month) + "-" + two(date.day);
}

inline std::string time_text(int128 microseconds) {
    const auto seconds = static_cast<std::int64_t>(microseconds / 1'000'000);
    const auto rest = static_cast<std::int64_t>(microseconds % 1'000'000);
    return two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60) +
           (rest == 0 ? "" : "." + std::to_string(1'000'000 + rest).substr(1));
}

/// A value as SQL, of the kind of a node.
inline std::string literal(const expression_node& node, const possible_value& value) {
    if (!value.may_be_value) {
        return "NULL";
    }
    switch (node.kind) {
    case value_kind::boolean:
        return value.low == 0 ? "false" : "true";
    case value_kind::number:
        return number_text(value.low, node.scale);
    case value_kind::date:
        return "date '" + date_text(value.low) + "'";
    case value_kind::time:
        return "time '" + time_text(value.low) + "'";
    case value_kind::timestamp:
        return "timestamp '" + date_text(synth::detail::day_of_moment(value.low)) + " " +
               time_text(value.low - synth::detail::start_of_day(value.low)) + "'";
    case value_kind::interval: {
        const int128 rest = value.low % day;
        return "interval '" + std::to_string(value.months) + " months " +
               std::to_string(static_cast<long long>(value.low / day)) + " days " +
               std::to_string(static_cast<long long>(rest / 1'000'000)) + " seconds'";
    }
    default:
        return "'" + std::string{value.text} + "'";
    }
}

class generator {
public:
    explicit generator(std::uint64_t seed) : draw_(synth::make_stream_key(seed, {"expression", "test"}), 0) {}

    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(draw_.below(bound)); }
    bool one_in(std::size_t bound) { return below(bound) == 0; }

    /// A value of a column, without NULL.
    possible_value value(const expression_node& node) {
        const auto small = [this](int128 low, int128 high) {
            return low + static_cast<int128>(below(static_cast<std::size_t>(high - low + 1)));
        };
        possible_value result = possible_value::of(0);
        switch (node.kind) {
        case value_kind::boolean:
            return possible_value::of(small(0, 1));
        case value_kind::number:
            if (node.width > 0) {
                const bool huge = one_in(40);
                const int128 most = (int128{1} << (8U * node.width - 1U)) - 1;
                return possible_value::of(huge ? most - small(0, 1) : small(-4, 6));
            }
            return possible_value::of(small(-8, 12) * synth::detail::ten_to(node.scale - 2) * 25);
        case value_kind::date:
            return possible_value::of(date(small(0, 9)));
        case value_kind::time:
            return possible_value::of(small(0, 5) * 4 * 3'600'000'000);
        case value_kind::timestamp:
            result.low = date(small(0, 9)) * day;
            result.low += small(0, 3) * day / 4 + (one_in(3) ? small(1, 2) * 4'545'500'000 : 0); // 1:15:45.5
            result.high = result.low;
            return result;
        case value_kind::interval:
            result.low = one_in(2) ? day : day / 4;
            result.low *= small(-2, 3);
            result.high = result.low;
            result.months = one_in(3) ? static_cast<std::int32_t>(small(-1, 2)) : 0;
            return result;
        default:
            return possible_value::of(texts[below(texts.size())]);
        }
    }

    /// A value for each column.
    std::vector<possible_value> row() {
        std::vector<possible_value> values;
        for (const column& each : columns()) {
            values.push_back(each.node.nullable && one_in(4) ? possible_value::null() : value(each.node));
        }
        return values;
    }

    // ---- expressions of each kind; depth is what may still be nested ----

    written condition(int depth) {
        switch (below(depth > 0 ? 20 : 3)) {
        case 0:
            return leaf(one_in(2) ? 7 : 16);
        case 1:
            return constant(columns()[7].node);
        case 2:
            return any_null(depth);
        case 3:
        case 4:
            return infix(operation::both, "AND", {condition(depth - 1), condition(depth - 1)});
        case 5:
        case 6:
            return infix(operation::either, "OR", {condition(depth - 1), condition(depth - 1)});
        case 7:
            return prefix(operation::negation, "NOT", condition(depth - 1));
        case 8: {
            written is = postfix(operation::is_true, "IS TRUE", condition(depth - 1));
            return one_in(2) ? is : prefix(operation::negation, "NOT", is);
        }
        case 9:
            return comparison({condition(depth - 1), condition(depth - 1)}, true);
        case 10:
            return function(operation::coalesce, "coalesce", {condition(depth - 1), condition(depth - 1)});
        case 11:
            return list(depth);
        case 12:
            return counted();
        case 13:
            return pair(depth, true);
        default:
            return pair(depth, false);
        }
    }

    written number(int depth) {
        switch (below(depth > 0 ? 20 : 9)) {
        case 0:
        case 1:
            return leaf(0);
        case 2:
            return leaf(1);
        case 3:
            return leaf(below(7));
        case 4:
            return leaf(4 + below(2));
        case 5:
            return constant(columns()[0].node);
        case 6:
            return constant(columns()[4].node);
        case 7:
            return one_in(3) ? leaf(6) : leaf(2);
        case 8:
            return leaf(3);
        case 9:
        case 10:
        case 11:
            return infix(operation::add, "+", {number(depth - 1), number(depth - 1)});
        case 12:
        case 13:
            return infix(operation::subtract, "-", {number(depth - 1), number(depth - 1)});
        case 14:
            if (one_in(3)) {
                const written inner = number(depth - 1);
                return infix(operation::multiply, "*", {inner, inner});
            }
            return infix(operation::multiply, "*", {number(depth - 1), number(depth - 1)});
        case 15:
            return infix(operation::divide, "/", {number(depth - 1), divisor()});
        case 16: {
            written left = number(depth - 1);
            written right = divisor();
            return left.root().real || right.root().real ? left
                                                         : infix(operation::remainder, "%", {left, right});
        }
        case 17: {
            written inner = number(depth - 1);
            return one_in(2) ? prefix(operation::negate, "-", inner)
                             : call(operation::absolute, "abs(", ")", inner);
        }
        case 18:
            if (one_in(2)) {
                written inner = number(depth - 1);
                return inner.root().real ? inner : rounded(inner);
            }
            return function(operation::coalesce, "coalesce", {number(depth - 1), number(depth - 1)});
        default:
            switch (below(4)) {
            case 0:
                return one_in(2) ? call(operation::length, "length(", ")", text(depth - 1))
                                 : call(operation::octet_length, "octet_length(", ")", text(depth - 1));
            case 1:
                return part(depth - 1);
            case 2:
                return infix(operation::subtract, "-", {date(depth - 1), date(depth - 1)});
            default:
                return call(operation::as_number, "(", ")::integer", any_null(depth - 1));
            }
        }
    }

    written date(int depth) {
        switch (below(depth > 0 ? 8 : 3)) {
        case 0:
            return leaf(8);
        case 1:
            return leaf(9);
        case 2:
            return constant(columns()[8].node);
        case 3:
            return infix(operation::add, "+", {date(depth - 1), small_whole()});
        case 4:
            return infix(operation::subtract, "-", {date(depth - 1), small_whole()});
        case 5:
            return infix(operation::add, "+", {small_whole(), date(depth - 1)});
        case 6:
            return call(operation::date_of, "(", ")::date", moment(depth - 1));
        default:
            return function(operation::coalesce, "coalesce", {date(depth - 1), date(depth - 1)});
        }
    }

    written moment(int depth) {
        switch (below(depth > 0 ? 11 : 3)) {
        case 0:
            return leaf(11);
        case 1:
            return leaf(12);
        case 2:
            return constant(columns()[11].node);
        case 3:
            return infix(operation::add, "+", {moment(depth - 1), span(depth - 1)});
        case 4:
            return infix(operation::subtract, "-", {moment(depth - 1), span(depth - 1)});
        case 5:
            return infix(operation::add, "+", {date(depth - 1), span(depth - 1)});
        case 6:
            return infix(operation::add, "+",
                         {span(depth - 1), one_in(2) ? date(depth - 1) : moment(depth - 1)});
        case 7:
            return one_in(2) ? infix(operation::add, "+", {date(depth - 1), time(depth - 1)})
                             : infix(operation::add, "+", {time(depth - 1), date(depth - 1)});
        case 8:
        case 9:
            return start(depth - 1);
        default:
            return function(operation::coalesce, "coalesce",
                            {one_in(2) ? date(depth - 1) : moment(depth - 1), moment(depth - 1)});
        }
    }

    /// EXTRACT of a date, a moment, a time or an interval.
    written part(int depth) {
        struct named {
            operation what;
            std::string_view sql;
        };
        static constexpr std::array<named, 17> parts{
            {{operation::hour_of, "hour"},
             {operation::minute_of, "minute"},
             {operation::second_of, "second"},
             {operation::millisecond_of, "milliseconds"},
             {operation::microsecond_of, "microseconds"},
             {operation::epoch_of, "epoch"}, // not of a clock from here
             {operation::day_of, "day"},
             {operation::month_of, "month"},
             {operation::quarter_of, "quarter"},
             {operation::week_of, "week"},
             {operation::day_of_week, "dow"},
             {operation::iso_day_of_week, "isodow"},
             {operation::day_of_year, "doy"},
             {operation::year_of, "year"},
             {operation::iso_year_of, "isoyear"},
             {operation::decade_of, "decade"},
             {operation::century_of, "century"}}};
        const bool of_date = one_in(3);
        const bool of_time = !of_date && one_in(4);
        const bool of_span = !of_date && !of_time && one_in(8);
        const named& which = parts[of_span   ? 5
                                   : of_time ? below(6)
                                   : of_date ? 5 + below(parts.size() - 5)
                                             : below(parts.size())];
        const std::string before = "extract(" + std::string{which.sql} + " FROM ";
        return call(which.what, before, ")",
                    of_span   ? span(depth)
                    : of_time ? time(depth)
                    : of_date ? date(depth)
                              : moment(depth));
    }

    /// A moment cut by date_trunc.
    written start(int depth) { return start(one_in(3) ? date(depth) : moment(depth)); }

    written start(const written& whole) {
        struct named {
            operation what;
            std::string_view sql;
        };
        static constexpr std::array<named, 8> starts{{{operation::start_of_second, "second"},
                                                      {operation::start_of_minute, "minute"},
                                                      {operation::start_of_hour, "hour"},
                                                      {operation::start_of_day, "day"},
                                                      {operation::start_of_week, "week"},
                                                      {operation::start_of_month, "month"},
                                                      {operation::start_of_quarter, "quarter"},
                                                      {operation::start_of_year, "year"}}};
        const named& which = starts[below(starts.size())];
        const std::string before = "date_trunc('" + std::string{which.sql} + "', (";
        return call(which.what, before, ")::timestamp)", whole);
    }

    written time(int depth) {
        switch (below(depth > 0 ? 6 : 2)) {
        case 0:
            return leaf(10);
        case 1:
            return constant(columns()[10].node);
        case 2:
            return infix(operation::add, "+", {time(depth - 1), span(depth - 1)});
        case 3:
            return infix(operation::subtract, "-", {time(depth - 1), span(depth - 1)});
        case 4:
            return call(operation::time_of, "(", ")::time", moment(depth - 1));
        default:
            return function(operation::coalesce, "coalesce", {time(depth - 1), time(depth - 1)});
        }
    }

    written span(int depth) {
        switch (below(depth > 0 ? 11 : 2)) {
        case 0:
            return leaf(13);
        case 1:
            return constant(columns()[13].node);
        case 2:
            return infix(operation::subtract, "-", {moment(depth - 1), moment(depth - 1)});
        case 3:
            return infix(operation::subtract, "-", {moment(depth - 1), date(depth - 1)});
        case 4:
            return infix(operation::subtract, "-", {time(depth - 1), time(depth - 1)});
        case 5:
            return infix(operation::add, "+", {span(depth - 1), span(depth - 1)});
        case 6:
            return infix(operation::subtract, "-", {span(depth - 1), span(depth - 1)});
        case 7:
            return prefix(operation::negate, "-", span(depth - 1));
        case 8:
            return infix(operation::multiply, "*", {span(depth - 1), constant(columns()[0].node)});
        case 9:
            return infix(operation::divide, "/", {span(depth - 1), divisor()});
        default:
            return infix(operation::multiply, "*", {small_whole(), span(depth - 1)});
        }
    }

    written text(int depth) {
        switch (below(depth > 0 ? 8 : 3)) {
        case 0:
            return leaf(14);
        case 1:
            return leaf(15);
        case 2:
            return constant(columns()[14].node);
        case 3:
        case 4:
            return call(operation::lower, "lower(", ")", text(depth - 1));
        case 5:
            return call(operation::upper, "upper(", ")", text(depth - 1));
        case 6:
            return call(operation::trim, "trim(", ")", text(depth - 1));
        default:
            return function(operation::coalesce, "coalesce", {text(depth - 1), text(depth - 1)});
        }
    }

private:
    // Written in braces, which are evaluated from left to right: one seed makes the same expressions with
    // every compiler, which arguments would not.
    struct operands {
        written left;
        written right;
    };

    static int128 date(int128 index) { // around ends of months, of a leap year and of a year
        constexpr std::array<std::int64_t, 10> days{
            synth::days_from_civil({2020, 1, 29}),  synth::days_from_civil({2020, 1, 30}),
            synth::days_from_civil({2020, 1, 31}),  synth::days_from_civil({2020, 2, 28}),
            synth::days_from_civil({2020, 2, 29}),  synth::days_from_civil({2020, 3, 1}),
            synth::days_from_civil({2019, 12, 31}), synth::days_from_civil({2020, 1, 1}),
            synth::days_from_civil({2021, 2, 28}),  synth::days_from_civil({2020, 3, 31})};
        return days[static_cast<std::size_t>(index)];
    }

    static written leaf(std::size_t index) {
        return {{columns()[index].node}, std::string{columns()[index].name}};
    }

    written constant(const expression_node& like) {
        possible_value given = value(like);
        while (like.width > 0 && given.high > 100) {
            given = value(like);
        }
        expression_node node = like;
        node.what = operation::constant;
        node.nullable = false;
        node.column = synth::no_index;
        node.number = given.low;
        node.months = given.months;
        node.text = given.text;
        if (like.kind == value_kind::text) {
            node.number = 0;
            return {{node}, literal(node, given) + " COLLATE \"C\""};
        }
        return {{node}, literal(node, given)};
    }

    written small_whole() { return one_in(2) ? constant(columns()[0].node) : leaf(one_in(2) ? 1 : 2); }

    written divisor() {
        if (one_in(8)) {
            return leaf(one_in(2) ? 0 : 4);
        }
        written made = constant(columns()[one_in(2) ? 0 : 4].node);
        while (made.root().number == 0) {
            made = constant(columns()[0].node);
        }
        return made;
    }

    written any_null(int depth) {
        const auto nulls = [&](const written& inner) {
            written is = postfix(operation::is_null, "IS NULL", inner);
            return one_in(2) ? is
                             : written{prefix(operation::negation, "", is).nodes,
                                       "(" + inner.sql + " IS NOT NULL)"};
        };
        switch (below(depth > 0 ? 6 : 3)) {
        case 0:
            return nulls(leaf(below(columns().size())));
        case 1:
            return nulls(leaf(1));
        case 2:
            return nulls(leaf(14));
        case 3:
            return nulls(condition(depth - 1));
        case 4:
            return nulls(moment(depth - 1));
        default:
            return nulls(number(depth - 1));
        }
    }

    written pair(int depth, bool distinct) {
        switch (below(10)) {
        case 0:
            return comparison({date(depth - 1), date(depth - 1)}, distinct);
        case 1:
            return comparison({one_in(2) ? date(depth - 1) : moment(depth - 1), moment(depth - 1)}, distinct);
        case 2:
            return comparison({moment(depth - 1), date(depth - 1)}, distinct);
        case 3:
            return comparison({time(depth - 1), time(depth - 1)}, distinct);
        case 4:
            return comparison({span(depth - 1), span(depth - 1)}, distinct);
        case 5:
            return comparison({text(depth - 1), text(depth - 1)}, distinct);
        case 6: {
            const written whole = one_in(3) ? date(depth - 1) : moment(depth - 1);
            const written cut = one_in(5) ? call(operation::date_of, "(", ")::date", whole) : start(whole);
            return one_in(2) ? comparison({cut, whole}, distinct) : comparison({whole, cut}, distinct);
        }
        default:
            return comparison({number(depth - 1), number(depth - 1)}, distinct);
        }
    }

    written comparison(const operands& both, bool distinct) {
        constexpr std::array<operation, 6> all{operation::equal,   operation::unequal,
                                               operation::less,    operation::less_equal,
                                               operation::greater, operation::greater_equal};
        constexpr std::array<std::string_view, 6> signs{"=", "<>", "<", "<=", ">", ">="};
        if (distinct && one_in(2)) {
            return infix(operation::is_distinct, "IS DISTINCT FROM", both);
        }
        const std::size_t which = below(all.size());
        return infix(all[which], signs[which], both);
    }

    written list(int depth) {
        const bool of_text = one_in(2);
        const written subject = of_text ? text(depth - 1) : number(depth - 1);
        written all;
        std::string sql;
        for (std::size_t count = 1 + below(3); count-- > 0;) {
            const written choice = constant(columns()[of_text ? 14 : 0].node);
            const written one = infix(operation::equal, "=", {subject, choice});
            all = all.nodes.empty() ? one : infix(operation::either, "OR", {all, one});
            sql += (sql.empty() ? "" : ", ") + choice.sql;
        }
        all.sql = "(" + subject.sql + " IN (" + sql + "))";
        return all;
    }

    written counted() {
        written sum;
        std::string sql;
        for (std::size_t count = 2 + below(2); count-- > 0;) {
            const written subject = leaf(below(columns().size()));
            written is = call(operation::as_number, "", "",
                              prefix(operation::negation, "", postfix(operation::is_null, "", subject)));
            sum = sum.nodes.empty() ? is : infix(operation::add, "+", {sum, is});
            sql += (sql.empty() ? "" : ", ") + subject.sql;
        }
        sum.sql = "num_nonnulls(" + sql + ")";
        return comparison({sum, constant(columns()[0].node)}, false);
    }

    static written join(operation what, const operands& both) {
        const auto& [left, right] = both;
        written result;
        result.nodes = left.nodes;
        result.nodes.insert(result.nodes.end(), right.nodes.begin(), right.nodes.end());
        expression_node root = synth::detail::node_of(what, left.root(), right.root());
        root.size = static_cast<std::uint16_t>(result.nodes.size() + 1);
        result.nodes.push_back(root);
        return result;
    }

    static written infix(operation what, std::string_view sign, const operands& both) {
        written result = join(what, both);
        result.sql = "(" + both.left.sql + " " + std::string{sign} + " " + both.right.sql + ")";
        return result;
    }

    static written function(operation what, std::string_view name, const operands& both) {
        written result = join(what, both);
        result.sql = std::string{name} + "(" + both.left.sql + ", " + both.right.sql + ")";
        return result;
    }

    written rounded(const written& inner) {
        const auto places = static_cast<int>(below(4));
        const written digits{{synth::detail::constant_node(places)}, std::to_string(places)};
        return function(operation::rounded, "round", {{inner.nodes, inner.sql + "::numeric"}, digits});
    }

    static written call(operation what, std::string_view before, std::string_view behind,
                        const written& inner) {
        written result = inner;
        expression_node root = synth::detail::node_of(what, inner.root(), inner.root());
        root.size = static_cast<std::uint16_t>(inner.nodes.size() + 1);
        result.nodes.push_back(root);
        result.sql = std::string{before} + inner.sql + std::string{behind};
        return result;
    }

    static written prefix(operation what, std::string_view sign, const written& inner) {
        return call(what, "(" + std::string{sign} + " ", ")", inner);
    }

    static written postfix(operation what, std::string_view sign, const written& inner) {
        return call(what, "(", " " + std::string{sign} + ")", inner);
    }

    synth::draw draw_;
};

} // namespace expression_test

#endif
