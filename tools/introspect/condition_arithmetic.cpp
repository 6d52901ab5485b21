// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include <synth/schema/temporal.hpp>

#include "condition.hpp"
#include "condition_types.hpp"

namespace synth::introspect {

namespace {

bool is_whole_number(const term& one) { return one.of == sort::number && one.value->scale == 0; }

bool is_endless(const term& one) {
    return one.is_constant() && one.of == sort::number && one.value->text.ends_with("infinity");
}

// Of a positive number; beyond 36 digits it is more than all that synth makes.
std::optional<sql_constant> power_of(int128 base, int128 exponent) {
    constexpr int128 most_base = int128{1} << 60;
    if (exponent < 0 || exponent > 1'000 || base < 1 || base > most_base) {
        return std::nullopt;
    }
    int128 most = 1;
    for (int digits = 0; digits < 36; ++digits) {
        most *= 10;
    }
    sql_constant power{.of = sort::number, .number = 1};
    for (int128 times = 0; times < exponent; ++times) {
        if (power.number > most / base) {
            return sql_constant{.of = sort::number, .text = "infinity"};
        }
        power.number *= base;
    }
    return power;
}

} // namespace

// flags & 6, flags & ~7: the bits from one place on, to another or all of them, which a division and a
// remainder take out, of numbers below zero too.
term translator::masked(const term& number, const term& mask) {
    constexpr int128 most = int128{1} << 30;
    const bool whole = number.of == sort::number && number.integer && !number.is_constant() &&
                       mask.is_constant() && mask.of == sort::number && mask.integer;
    const int128 bits = whole ? mask.value->number : 0;
    const int128 lowest = bits & -bits;
    const bool all = bits == -lowest;
    const int128 above = all ? lowest : bits + lowest;
    if (bits == 0 || (bits < 0 && !all) || above > most || (above & (above - 1)) != 0) {
        throw untranslatable("operator & of these operands is not known to synth");
    }
    const auto constant = [](int128 value) {
        term result = constant_term({.of = sort::number, .number = value});
        result.integer = true;
        return result;
    };
    term result = calculate("%", number, constant(above));
    result = calculate("%", calculate("+", result, constant(above)), constant(above));
    if (all) {
        return calculate("-", number, result);
    }
    return lowest == 1 ? result : calculate("*", calculate("/", result, constant(lowest)), constant(lowest));
}

// 3 * interval '1 minute', worked * 2: of constants a constant.
term translator::times_interval(const term& number, const term& span) {
    if (row_.from != engine::postgresql || number.of != sort::number) {
        throw untranslatable("an interval of it is not known to synth");
    }
    if (!number.is_constant() || !span.is_constant()) {
        term result = joined("*", binding::product, sort::interval, number, span);
        result.source = nullptr;
        return result;
    }
    constexpr int128 most = 1'000'000'000;
    const int128 times = number.value->number;
    const sql_constant& one = *span.value;
    const int128 months = times * one.months;
    const int128 days = times * one.days;
    const int128 rest = times * one.number;
    const bool fits = times <= most && times >= -most && months <= most && months >= -most && days <= most &&
                      days >= -most && rest <= INT64_MAX && rest >= INT64_MIN;
    if (!is_whole_number(number) || !number.value->text.empty() || !fits) {
        throw untranslatable("constants of it are calculated with");
    }
    return constant_term({.of = sort::interval,
                          .number = rest,
                          .months = static_cast<std::int32_t>(months),
                          .days = static_cast<std::int32_t>(days)});
}

// make_interval(days => 3), make_interval(0, 0, 0, 3): the sum of so many of its units.
term translator::made_interval(const node& arguments) {
    static constexpr std::int64_t second = microseconds_per_second;
    static constexpr struct {
        std::string_view name;
        std::int32_t months, days;
        std::int64_t microseconds;
    } units[] = {{"years", 12, 0, 0},
                 {"months", 1, 0, 0},
                 {"weeks", 0, 7, 0},
                 {"days", 0, 1, 0},
                 {"hours", 0, 0, 3'600 * second},
                 {"mins", 0, 0, 60 * second},
                 {"secs", 0, 0, second}};
    std::optional<term> sum;
    std::size_t at = 0;
    for (const node& each : arguments) {
        const bool named = kind_of(each) == "NamedArgExpr";
        const std::string name = named ? text_of(inside(each), "name") : std::string{};
        const auto* const unit =
            named ? std::ranges::find(units, name, [](const auto& one) { return one.name; })
                  : std::min(std::begin(units) + at, std::end(units));
        ++at;
        if (unit == std::end(units)) {
            throw untranslatable("function make_interval is not known to synth there");
        }
        const term number = value_of(named ? part(inside(each), "arg") : each, fails_if::either);
        if (number.is_constant() && number.of == sort::number && number.value->number == 0 &&
            at < arguments.size()) {
            continue;
        }
        const term span = constant_term(
            {.of = sort::interval, .number = unit->microseconds, .months = unit->months, .days = unit->days});
        term more = times_interval(number, span);
        sum = sum ? calculate("+", *std::move(sum), std::move(more)) : std::move(more);
    }
    return sum ? *std::move(sum) : constant_term({.of = sort::interval});
}

term translator::calculate(const std::string& operation, term left, term right) {
    left = as_number(left);
    right = as_number(right);
    if (left.of == sort::literal && !right.is_constant()) {
        left = resolved(left, right);
    } else if (right.of == sort::literal && !left.is_constant()) {
        right = resolved(right, left);
    }
    for (term* each : {&left, &right}) { // truth is a number in SQLite
        const bool null_test = each->comparison == "is_null" || each->comparison == "is_not_null";
        if (row_.from == engine::sqlite && null_test) {
            *each = count_term(each->constants, each->comparison == "is_null");
        }
    }
    const bool minus = operation == "-";
    const bool plus = operation == "+";
    if (minus && left.comparison == "julianday" && right.comparison == "julianday") {
        term days = joined("-", binding::sum, sort::number, left.constants.front(), right.constants.front());
        days.integer = true;
        return days;
    }
    if (left.null_when_empty || right.null_when_empty) {
        throw untranslatable("array_length of an empty array is not known to synth there");
    }
    if (is_endless(left) && right.is_constant() && right.value->text.empty() && (plus || minus)) {
        return left; // 2 ^ 256 - 1
    }
    for (const term* each : {&left, &right}) {
        if (each->is_constant() && !each->value->text.empty()) {
            throw untranslatable(fmt::format("operator {} is not known to synth there", operation));
        }
    }
    if (left.is_constant() && right.is_constant()) {
        // What is added to the present, or taken from it, moves on with it.
        const bool now = left.value->now || right.value->now;
        const bool moves = plus || (minus && !right.value->now);
        if (now && !moves) {
            throw untranslatable("it depends on the time of day that the database has");
        }
        if (operation == "*" && (left.of == sort::interval || right.of == sort::interval)) {
            const bool first = left.of == sort::interval;
            return times_interval(first ? right : left, first ? left : right);
        }
        if ((plus || minus) && is_moment(left.of) && right.of == sort::interval) {
            if (auto moved = later(*left.value, *right.value, plus ? 1 : -1)) {
                return constant_term(*moved);
            }
        } else if ((plus || minus) && left.of == sort::date && right.of == sort::number && right.scale == 0) {
            sql_constant moved = *left.value;
            moved.number += minus ? -right.value->number : right.value->number;
            moved.now = now;
            return constant_term(moved);
        } else if (operation == "^" && is_whole_number(left) && is_whole_number(right)) {
            if (const auto power = power_of(left.value->number, right.value->number)) {
                return constant_term(*power);
            }
        } else if (is_whole_number(left) && is_whole_number(right)) {
            // Numbers of floating point are exact so far.
            const bool integers = left.integer && right.integer;
            const int128 large = int128{1} << (integers ? 60 : 52);
            const int128 one = left.value->number;
            const int128 other = right.value->number;
            const bool small = one < large && one > -large && other < large && other > -large;
            if (small && (plus || minus || operation == "*")) {
                const int128 number = plus ? one + other : minus ? one - other : one * other;
                term result = constant_term({.of = sort::number, .number = number, .now = now});
                result.integer = integers;
                return result;
            }
        }
        throw untranslatable("constants of it are calculated with");
    }
    if (operation == "&") {
        return left.is_constant() ? masked(right, left) : masked(left, right);
    }
    if (operation == "*" && right.of == sort::interval && !left.is_constant()) {
        return times_interval(left, right);
    }
    if (operation == "*" && left.of == sort::interval) {
        return times_interval(right, left);
    }
    if (operation == "/" && left.of == sort::interval && right.of == sort::number &&
        !(left.is_constant() && right.is_constant()) && row_.from == engine::postgresql) {
        term result = joined("/", binding::product, sort::interval, left, right);
        result.source = nullptr;
        result.nullable = true;
        return result;
    }
    const bool sum = plus || minus;
    if ((left.is_constant() && left.value->now) || (right.is_constant() && right.value->now)) {
        throw untranslatable("it depends on the time of day that the database has");
    }
    if (left.of == sort::number && right.of == sort::number) {
        const bool whole = left.integer && right.integer;
        const std::string_view known = sum || operation == "*" || operation == "/" || operation == "%"
                                           ? std::string_view{operation}
                                           : std::string_view{};
        if (known.empty()) {
            throw untranslatable(fmt::format("operator {} is not known to synth", operation));
        }
        const auto has_no_digits = [](const term& one) { // in C++: 50.0 is written as 50
            return one.is_constant() ? !one.text.starts_with("synth::exact(") : one.scale == 0;
        };
        if (operation == "/" && !whole && has_no_digits(left) && has_no_digits(right)) {
            // Two whole numbers of which one is no integer: their division has a rest.
            term& exact = right.is_constant() ? right : left;
            if (exact.is_constant()) {
                exact.text = fmt::format("synth::exact(\"{}.0\")", exact.text);
            } else {
                term one = constant_term({.of = sort::number, .number = 10, .scale = 1});
                one.text = "synth::exact(\"1.0\")";
                exact = joined("*", binding::product, sort::number, exact, one);
            }
            exact.scale = 1;
        }
        term result = joined(known, sum ? binding::sum : binding::product, sort::number, left, right);
        result.nullable = result.nullable || operation == "/" || operation == "%";
        result.integer = whole;
        result.scale = operation == "*"   ? left.scale + right.scale
                       : operation == "/" ? left.scale + 6
                                          : std::max(left.scale, right.scale);
        result.scale = whole ? 0 : result.scale;
        if (operation == "-" && whole && left.source != nullptr && right.source != nullptr) {
            result.difference = {left, right};
        } else if (operation == "%" && left.difference.size() == 2 && is_whole_constant(right)) {
            result.difference = left.difference;
            result.difference.push_back(right);
        }
        return result;
    }
    if (plus && (left.of == sort::number || left.of == sort::interval) && is_moment(right.of)) {
        std::swap(left, right);
    }
    sort of = sort::other;
    if (sum && left.of == sort::date && right.of == sort::number && right.integer) {
        of = sort::date;
    } else if (sum && is_moment(left.of) && right.of == sort::interval) {
        of = left.of == sort::date ? sort::timestamp : left.of;
    } else if (minus && left.of == right.of && is_moment(left.of)) {
        of = left.of == sort::date ? sort::number : sort::interval;
    } else if (minus && ((left.of == sort::date && right.of == sort::timestamp) ||
                         (left.of == sort::timestamp && right.of == sort::date))) {
        of = sort::interval; // the date is cast to its first moment
    } else if ((minus && left.of == sort::time && right.of == sort::time) ||
               (sum && left.of == sort::interval && right.of == sort::interval)) {
        of = sort::interval;
    }
    if (of == sort::other || row_.from == engine::sqlite) {
        throw untranslatable(fmt::format("operator {} is not known to synth there", operation));
    }
    term result = joined(operation, binding::sum, of, left, right);
    result.integer = of == sort::number;
    result.any_zone = left.any_zone && of == left.of; // days and months later it is midnight again
    return result;
}

std::optional<term> translator::number_function(const std::string& name, const std::vector<term>& arguments) {
    const term& first = arguments.front();
    if (first.of != sort::number || first.is_constant()) {
        return std::nullopt;
    }
    if ((name == "sign" || name == "sqrt") && arguments.size() == 1) {
        return special_term(name, arguments);
    }
    const bool square = (name == "power" || name == "pow") && arguments.size() == 2 &&
                        is_whole_constant(arguments[1]) && arguments[1].value->number == 2;
    return square ? std::optional{calculate("*", first, first)} : std::nullopt;
}

// Of functions that rise with their argument: sqrt(a) < 10 is a < 100 of what is not negative.
term translator::compare_number_function(std::string_view operation, const term& left, const term& right,
                                         fails_if when) {
    const term& first = left.constants.front();
    const bool whole = is_whole_constant(right);
    const int128 number = whole ? right.value->number : 0;
    const term zero = constant_term({.of = sort::number});
    const auto compared = [&](std::string_view what, const term& with) {
        return compare(std::string{what}, first, with, when);
    };
    constexpr int128 large = int128{1} << 30;
    if (left.comparison == "sign" && whole) {
        if ((number == 1 && (operation == "=" || operation == ">=")) || (number == 0 && operation == ">")) {
            return compared(">", zero);
        }
        if ((number == -1 && (operation == "=" || operation == "<=")) || (number == 0 && operation == "<")) {
            return compared("<", zero);
        }
        if ((number == 0 && operation != ">" && operation != "<") ||
            (number == -1 && (operation == ">" || operation == "<>")) ||
            (number == 1 && (operation == "<" || operation == "<>"))) {
            return compared(number == 0 ? operation : number == -1 ? ">=" : "<=", zero);
        }
    }
    // Of a negative number it is an error.
    if (left.comparison == "sqrt" && whole && number >= 0 && number < large) {
        return all_of({compared(">=", zero),
                       compared(operation, constant_term({.of = sort::number, .number = number * number}))});
    }
    throw untranslatable("a function of it is not known to synth there");
}

} // namespace synth::introspect
