// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <synth/core/plan_error.hpp>
#include <synth/generate/pattern.hpp>

#include "condition.hpp"
#include "condition_types.hpp"
#include "text.hpp"

// Functions that no expression of synth has, whose comparison still says something of their argument alone:
// left(code, 2) = 'AB' is a pattern, age(born) >= '18 years' a bound.
namespace synth::introspect {

namespace {

// Whether a pattern is found in the empty text, and so in every text.
bool matches_nothing(const std::string& regular) {
    try {
        return !pattern::from_regex(regular, false).with_length(0, 0).empty();
    } catch (const plan_error&) {
        return true; // not known to synth
    }
}

} // namespace

bool is_special(const term& one) {
    constexpr auto known = std::to_array<std::string_view>(
        {"age",       "age_between", "age_years", "appended",    "array_ndims", "ceil",       "floor",
         "formatted", "initcap",     "left",      "lower_piece", "nearest",     "pieces",     "regexp_match",
         "replaced",  "right",       "rounded",   "scale",       "sign",        "split_part", "sqrt",
         "substring", "tail",        "translate", "upper_piece", "usual"});
    return std::ranges::find(known, one.comparison) != known.end();
}

term special_term(std::string_view what, const std::vector<term>& arguments) {
    const term& first = arguments.front();
    return {.text = first.text,
            .of = sort::other,
            .nullable = first.nullable,
            .of_values = first.of_values,
            .comparison = std::string{what},
            .constants = arguments,
            .columns = first.columns};
}

std::optional<term> translator::special_function(const std::string& name,
                                                 const std::vector<term>& arguments) {
    constexpr auto of_sqlite = std::to_array<std::string_view>({"round", "substr", "substring"});
    const bool known_to_sqlite =
        std::ranges::find(of_sqlite, name) != of_sqlite.end() && (name == "round" || arguments.size() == 3);
    if (row_.from != engine::postgresql && !known_to_sqlite) {
        return std::nullopt;
    }
    const term& first = arguments.front();
    const std::size_t count = arguments.size();
    const auto whole = [&](std::size_t at) { return at < count && is_whole_constant(arguments[at]); };
    const bool moment =
        first.of == sort::date || first.of == sort::timestamp || first.of == sort::timestamp_tz;
    if (name == "age" && count == 1 && moment && !first.is_constant()) {
        term of_moment = first; // a date as a moment of the session's zone is as good as a local one
        of_moment.of = first.any_zone && first.of == sort::timestamp_tz ? sort::timestamp : first.of;
        return special_term("age", {of_moment});
    }
    const auto is_plain_moment = [](const term& one) {
        return !one.is_constant() && (one.of == sort::date || one.of == sort::timestamp || one.any_zone);
    };
    if (name == "age" && count == 2 && is_plain_moment(first) && is_plain_moment(arguments[1])) {
        term result = special_term("age_between", arguments);
        for (term& each : result.constants) {
            each.of = each.of == sort::timestamp_tz ? sort::timestamp : each.of;
        }
        result.nullable = first.nullable || arguments[1].nullable;
        result.columns.insert(arguments[1].columns.begin(), arguments[1].columns.end());
        return result;
    }
    if (name == "array_ndims" && count == 1 && first.of == sort::array && !first.is_constant()) {
        term result = called("cardinality", sort::other, {first}); // is NULL where that is zero
        result.null_when_empty = true;
        result.comparison = "array_ndims";
        result.constants = {first};
        return result;
    }
    const bool text = first.of == sort::text && first.labels_of == nullptr && !first.is_constant() &&
                      !first.padded && !first.ignores_case;
    if ((name == "left" || name == "right") && count == 2 && text && whole(1) &&
        arguments[1].value->number > 0) {
        return special_term(name, {first, arguments[1]});
    }
    if ((name == "substring" || name == "substr") && count == 2 && text && whole(1) &&
        arguments[1].value->number > 0 && arguments[1].value->number < 1'000) {
        return special_term("tail", {first, arguments[1]});
    }
    if ((name == "substring" || name == "substr") && count == 3 && text && whole(1) && whole(2) &&
        arguments[1].value->number > 0 && arguments[1].value->number < 1'000) {
        return special_term("substring", {first, arguments[2], arguments[1]});
    }
    const bool number = first.of == sort::number && !first.is_constant();
    constexpr auto roundings =
        std::to_array<std::string_view>({"round", "trunc", "ceil", "ceiling", "floor"});
    if (std::ranges::find(roundings, name) != roundings.end() && number &&
        (count == 1 ||
         (count == 2 && whole(1) && arguments[1].value->number >= 0 && arguments[1].value->number < 30))) {
        const term places = count == 2 ? arguments[1] : constant_term({.of = sort::number});
        if (count == 1 && name != "round" && name != "trunc") {
            return special_term(name == "floor" ? "floor" : "ceil", {first, places});
        }
        return special_term(name == "round" && is_exact(first) ? "nearest" : "rounded", {first, places});
    }
    if (name == "scale" && count == 1 && number) {
        return special_term("scale", {first});
    }
    const auto given = [&](std::size_t at) { return is_text_constant(arguments[at]); };
    const bool replaces = name == "replace" && count == 3 && given(1) && given(2);
    const bool by_pattern = name == "regexp_replace" && (count == 3 || count == 4) && given(1) && given(2) &&
                            (count == 3 || (given(3) && arguments[3].value->text == "g"));
    if (text && (replaces || by_pattern) && !arguments[1].value->text.empty()) {
        // A text in which nothing is replaced is one that does it.
        if (by_pattern && matches_nothing(arguments[1].value->text)) {
            return std::nullopt;
        }
        const term pattern = text_term(replaces ? "%" + escaped_for_like(arguments[1].value->text) + "%"
                                                : arguments[1].value->text);
        return special_term("replaced",
                            {first, match(replaces ? "!~~" : "!~", first, pattern, fails_if::either)});
    }
    if (auto pieces = function_of_pieces(name, arguments)) {
        return pieces;
    }
    return number_function(name, arguments);
}

term translator::compare_special(std::string_view operation, const term& left, const term& right,
                                 fails_if when) {
    const term& first = left.constants.front();
    if (left.comparison == "replaced") {
        if (when != fails_if::wrong) {
            refuse_function();
        }
        return all_of({left.constants[1], compare(std::string{operation}, first, right, when)});
    }
    if (left.comparison == "formatted") {
        if (operation != "=" || when != fails_if::wrong || right.text != first.text || right.is_constant() ||
            is_special(right)) {
            refuse_function();
        }
        return match("~", first, left.constants[1], when);
    }
    if (left.comparison == "floor" || left.comparison == "ceil") {
        return compare_with_steps(operation, left, right, when);
    }
    if (left.comparison == "rounded" || left.comparison == "nearest") {
        const bool same = right.text == first.text && !right.is_constant() && !is_special(right);
        if (same && operation == "=") {
            return multiple_of_places(first, left.constants[1].value->number);
        }
        if (same || left.comparison == "rounded") {
            refuse_function();
        }
        return compare(std::string{operation}, as_number(left), as_number(right), when);
    }
    if (left.comparison == "sign" || left.comparison == "sqrt") {
        return compare_number_function(operation, left, right, when);
    }
    constexpr auto of_pieces = std::to_array<std::string_view>(
        {"initcap", "lower_piece", "pieces", "split_part", "translate", "upper_piece"});
    if (std::ranges::find(of_pieces, left.comparison) != of_pieces.end()) {
        return compare_pieces(operation, left, right, when);
    }
    if (left.comparison == "usual") {
        return compare_usual(operation, left, right, when);
    }
    if (left.comparison == "age_between") {
        return compare_age_between(operation, left, right, when);
    }
    if (const std::optional<term> begun =
            operation == "=" && when == fails_if::wrong ? begins_with(left, right) : std::nullopt) {
        return *begun;
    }
    if (!right.is_constant()) {
        refuse_function();
    }
    if (left.comparison == "array_ndims") {
        if (when != fails_if::wrong) {
            refuse_function();
        }
        // Generated arrays have one dimension; empty ones have NULL.
        const term one = constant_term({.of = sort::number, .number = 1});
        return compare(std::string{operation}, one, right, when).is_truth(true)
                   ? truth_term(true)
                   : joined("==", binding::equality, sort::boolean,
                            called("cardinality", sort::number, {first}),
                            constant_term({.of = sort::number}));
    }
    if (left.comparison == "scale") {
        if (operation != "<=" || !is_whole_constant(right) || right.value->number < 0 ||
            right.value->number > 30) {
            refuse_function();
        }
        // Numbers are written with all digits of their scale.
        const bool fits = first.integer || (first.source != nullptr &&
                                            static_cast<int128>(first.scale) <= right.value->number);
        if (!fits) {
            refuse_function();
        }
        return truth_term(true);
    }
    if (left.comparison == "age" || left.comparison == "age_years") {
        return compare_age(operation, left, right, when);
    }
    if (left.comparison == "regexp_match") {
        refuse_function();
    }
    // left(a, 2) = 'AB'
    const bool equal = operation == "=";
    if (left.comparison == "tail" && (equal || operation == "<>") && is_text_constant(right)) {
        const std::string before(static_cast<std::size_t>(left.constants[1].value->number) - 1, '_');
        if (right.value->text.empty()) { // of any shorter text too
            return match(equal ? "!~~" : "~~", first, text_term(before + "_%"), when);
        }
        return match(equal ? "~~" : "!~~", first, text_term(before + escaped_for_like(right.value->text)),
                     when);
    }
    if ((!equal && operation != "<>") || !is_text_constant(right) || !is_ascii(right.value->text) ||
        static_cast<int128>(right.value->text.size()) != left.constants[1].value->number) {
        refuse_function();
    }
    const std::string piece = escaped_for_like(right.value->text);
    const auto before = left.comparison == "substring"
                            ? static_cast<std::size_t>(left.constants[2].value->number) - 1
                            : std::size_t{0};
    if (row_.from == engine::sqlite) { // whose LIKE minds no case
        const term exact = text_term("^" + std::string(before, '.') + escaped_for_regex(right.value->text));
        return match(equal ? "~" : "!~", first, exact, when);
    }
    const std::string pattern =
        left.comparison == "right" ? "%" + piece : std::string(before, '_') + piece + "%";
    return match(equal ? "~~" : "!~~", first, text_term(pattern), when);
}

// k >= ceil(e) where k >= e, of whole numbers k; k < floor(e) + 1 where k <= e, and so on.
term translator::compare_with_steps(std::string_view operation, const term& left, const term& right,
                                    fails_if when) {
    const term& inner = left.constants.front();
    if (right.text == inner.text && !right.is_constant() && !is_special(right) && operation == "=") {
        return multiple_of_places(inner, 0);
    }
    const kind of = right.source == nullptr ? kind::unsupported : right.source->type.of;
    const bool whole =
        right.integer || is_whole_constant(right) || of == kind::int16 || of == kind::int32 ||
        of == kind::int64 ||
        (of == kind::decimal && right.source->type.precision > 0 && right.source->type.scale <= 0);
    if (is_special(right) || right.of != sort::number || !whole) {
        throw untranslatable("a function of it is not known to synth there");
    }
    term one = constant_term({.of = sort::number, .number = 1});
    one.integer = true;
    const auto beyond = [&](std::string_view how, int steps) { // inner how right + steps
        const term moved = steps == 0 ? right : calculate(steps > 0 ? "+" : "-", right, one);
        return compare(std::string{how}, inner, moved, when);
    };
    const bool up = left.comparison == "ceil"; // e <= ceil(e) < e + 1 and e - 1 < floor(e) <= e
    const term at_most = up ? beyond("<=", 0) : beyond("<", 1);
    const term at_least = up ? beyond(">", -1) : beyond(">=", 0);
    if (operation == "<=" || operation == ">=") {
        return operation == "<=" ? at_most : at_least;
    }
    if (operation == "<" || operation == ">") {
        return negated(operation == "<" ? at_least : at_most);
    }
    const term same = all_of({at_most, at_least});
    return operation == "=" ? same : negated(same);
}

// Whether all numbers that it names are exact: floating-point ones are rounded in other ways.
bool translator::is_exact(const term& one) const {
    return std::ranges::none_of(one.columns, [&](std::size_t index) {
        const kind of = row_.columns[index].source->type.of;
        return of == kind::float32 || of == kind::float64;
    });
}

// round(a * b, 2) as a number that is calculated with; anything else as it is.
term translator::as_number(const term& one) {
    if (one.comparison != "nearest") {
        return one;
    }
    const auto places = static_cast<unsigned>(one.constants[1].value->number);
    term digits = one.constants[1];
    digits.text = std::to_string(places);
    term result = called("round", sort::number, {one.constants[0], digits});
    result.nullable = one.constants[0].nullable;
    result.scale = places;
    return result;
}

// Whether a number has no digit behind some places.
term translator::multiple_of_places(const term& number, int128 places) {
    if (number.integer || (number.source != nullptr && static_cast<int128>(number.scale) <= places)) {
        return truth_term(true);
    }
    const sql_constant unit{.of = sort::number, .number = 1, .scale = static_cast<unsigned>(places)};
    return joined("==", binding::equality, sort::boolean, calculate("%", number, constant_term(unit)),
                  constant_term({.of = sort::number}));
}

// age(a) >= '18 years', or its years: who is old enough stays so, who is young enough for long does.
term translator::compare_age(std::string_view operation, const term& left, const term& right, fails_if when) {
    const bool in_years = left.comparison == "age_years";
    std::optional<int128> years;
    if (in_years && is_whole_constant(right)) {
        years = right.value->number;
    } else if (!in_years && right.value) {
        const auto length = right.of == sort::interval ? right.value : read_interval(right.value->text);
        if (length && length->number == 0 && length->days == 0 && length->months % 12 == 0) {
            years = length->months / 12;
        }
    }
    const bool least = operation.starts_with('>');
    const bool with_bound = operation.ends_with('=');
    if (!years || (operation != ">" && operation != ">=" && operation != "<" && operation != "<=") ||
        when != fails_if::wrong || *years < 0 || *years > 1'000) {
        throw untranslatable("an age is compared in a way that is not known to synth");
    }
    constexpr int now = 2025;
    constexpr int far_ahead = 2050; // as long as upper bounds of ages are kept
    // More than 17 years are 18.
    const int more = in_years && least != with_bound ? 1 : 0;
    const int year = (least ? now : far_ahead) - static_cast<int>(*years) - more;
    remarks_.insert(fmt::format("now is taken as {}-01-01", least ? now : far_ahead));
    const std::string_view bound = in_years ? (least ? "<=" : ">")
                                   : least  ? (with_bound ? "<=" : "<")
                                            : (with_bound ? ">=" : ">");
    const term& born = left.constants.front();
    const std::string_view midnight = born.of == sort::date        ? ""
                                      : born.of == sort::timestamp ? " 00:00:00"
                                                                   : " 00:00:00+00";
    const std::string day = fmt::format("{:04}-01-01{}", year, midnight);
    return compare(std::string{bound}, born, constant_term({.of = sort::literal, .text = day}), when);
}

// age(later, earlier) >= '16 years': the later moment is as far behind the earlier one, by a day more or
// less. A year behind 29 February is 28 February by addition and a day short of a year by age(); and a month
// less than a bound and 30 days are compared as the bound.
term translator::compare_age_between(std::string_view operation, const term& left, const term& right,
                                     fails_if when) {
    std::optional<sql_constant> length;
    if (right.value) {
        length = right.of == sort::interval ? right.value : read_interval(right.value->text);
    }
    const bool least = operation.starts_with('>');
    const bool most = operation == "<" || operation == "<=";
    if (!length || length->number != 0 || length->days != 0 || length->months < 0 ||
        when != fails_if::wrong || (!least && !most)) {
        throw untranslatable("an age is compared in a way that is not known to synth");
    }
    const term& later = left.constants[0];
    const term& earlier = left.constants[1];
    if (length->months == 0) {
        return compare(std::string{operation}, later, earlier, when);
    }
    sql_constant distance = *length;
    distance.days = least ? 1 : -1;
    return compare(least ? ">=" : "<", later, calculate("+", earlier, constant_term(distance)), when);
}

} // namespace synth::introspect
