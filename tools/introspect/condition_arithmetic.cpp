// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "condition.hpp"
#include "condition_types.hpp"

namespace synth::introspect {

namespace {

bool is_whole_number(const term& one) { return one.of == sort::number && one.value->scale == 0; }

// Where it has less than 19 digits.
std::optional<int128> power_of(int128 base, int128 exponent) {
    constexpr int128 most = int128{1} << 60;
    if (exponent < 0 || exponent > 60) {
        return std::nullopt;
    }
    int128 power = 1;
    for (int128 times = 0; times < exponent; ++times) {
        power *= base;
        if (power > most || power < -most) {
            return std::nullopt;
        }
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
    if (left.null_when_empty || right.null_when_empty) {
        throw untranslatable("array_length of an empty array is not known to synth there");
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
                return constant_term({.of = sort::number, .number = *power});
            }
        } else if (left.of == sort::number && right.of == sort::number && left.integer && right.integer) {
            constexpr int128 large = int128{1} << 60;
            const int128 one = left.value->number;
            const int128 other = right.value->number;
            const bool small = one < large && one > -large && other < large && other > -large;
            if (small && (plus || minus || operation == "*")) {
                const int128 number = plus ? one + other : minus ? one - other : one * other;
                term result = constant_term({.of = sort::number, .number = number, .now = now});
                result.integer = true;
                return result;
            }
        }
        throw untranslatable("constants of it are calculated with");
    }
    if (operation == "&") {
        return left.is_constant() ? masked(right, left) : masked(left, right);
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
        if (operation == "/" && !whole && left.scale == 0 && right.scale == 0) {
            // Two whole numbers of which one is no integer: their division has a rest.
            term& exact = right.is_constant() ? right : left;
            if (exact.is_constant()) {
                exact.text =
                    fmt::format("synth::exact(\"{}.0\")", static_cast<std::int64_t>(exact.value->number));
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
