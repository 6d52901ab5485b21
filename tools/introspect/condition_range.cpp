// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "condition.hpp"
#include "condition_types.hpp"
#include "range_constant.hpp"
#include "text.hpp"

// What a condition says of ranges is said of their bounds.
namespace synth::introspect {

namespace {

bool is_range(const term& one) {
    return one.source != nullptr && one.source->type.of == kind::range && !one.source->type.array;
}

// A type of one's own keeps its bounds as they are given.
bool is_discrete(const value_type& range) {
    return range.other_name.empty() && (is_integer(range.element) || range.element == kind::date);
}

// Generated ranges of these never have their upper bound in them.
bool is_instant(kind of) { return of == kind::timestamp || of == kind::timestamp_tz; }

[[noreturn]] void unknown_range() { throw untranslatable("a range of it is not known to synth there"); }

} // namespace

// A range by its bounds, which are missing where there are none.
struct translator::range_term {
    std::optional<term> lower, upper;
    bool lower_closed = true;
    bool upper_closed = false;
    std::optional<term> column; // that it is
};

term translator::bound_of(const term& range, bool upper) const {
    const value_type type{.of = range.source->type.element};
    term result{.text =
                    fmt::format("synth::{}_of<{}>", upper ? "upper" : "lower", row_.columns[range.index].cpp),
                .of = sort_of(type),
                .index = range.index,
                .nullable = true,
                .integer = is_integer(type.of),
                .scale = is_integer(type.of) ? 0U : 6U,
                .of_values = true,
                .columns = range.columns};
    return result;
}

term translator::range_function(const std::string& name, const term& range, fails_if when) const {
    const bool exact = when != fails_if::either || !range.nullable;
    if (name == "lower" || name == "upper") {
        return bound_of(range, name == "upper");
    }
    if (name == "isempty" && exact) {
        return truth_term(false); // generated ranges are not
    }
    if ((name == "lower_inf" || name == "upper_inf") && exact) {
        return null_term(bound_of(range, name == "upper_inf"), true);
    }
    if (name == "lower_inc" && exact) {
        return null_term(bound_of(range, false), false);
    }
    if (name == "upper_inc" && exact &&
        (is_discrete(range.source->type) || is_instant(range.source->type.element))) {
        return truth_term(false);
    }
    throw untranslatable(fmt::format("function {} of a range is not known to synth", one_line(name)));
}

std::optional<translator::range_term> translator::range_of(const node& one) {
    const node& plain = without_casts(one);
    if (kind_of(plain) == "ColumnRef") {
        const term column = column_of(inside(plain));
        if (!is_range(column)) {
            return std::nullopt;
        }
        return range_term{
            .lower = bound_of(column, false), .upper = bound_of(column, true), .column = column};
    }
    const auto bound = [](term given) {
        return given.of == sort::null ? std::nullopt : std::optional{std::move(given)};
    };
    if (kind_of(plain) == "A_Const" && kind_of(one) == "TypeCast") {
        const dotted_name type = name_of(part(part(inside(one), "typeName"), "names"));
        const bool system = type.before.empty() || type.before == "pg_catalog";
        const auto text = read_range_constant(text_of(part(inside(plain), "sval"), "sval"));
        if (!system || !type.last.ends_with("range") || !text) {
            return std::nullopt;
        }
        const auto literal = [](const std::optional<std::string>& given) {
            return given ? std::optional{constant_term({.of = sort::literal, .text = *given})} : std::nullopt;
        };
        return range_term{.lower = literal(text->lower),
                          .upper = literal(text->upper),
                          .lower_closed = text->lower_inclusive,
                          .upper_closed = text->upper_inclusive};
    }
    if (kind_of(plain) == "FuncCall") {
        const dotted_name name = name_of(part(inside(plain), "funcname"));
        const node& arguments = part(inside(plain), "args");
        const bool system = name.before.empty() || name.before == "pg_catalog";
        if (!system || !name.last.ends_with("range") || arguments.size() < 2 || arguments.size() > 3) {
            return std::nullopt;
        }
        std::string bounds = "[)";
        if (arguments.size() == 3) {
            const std::optional<sql_constant> given = value_of(arguments[2], fails_if::either).value;
            bounds = given ? given->text : "";
        }
        if (bounds.size() != 2) {
            unknown_range();
        }
        return range_term{.lower = bound(value_of(arguments[0], fails_if::either)),
                          .upper = bound(value_of(arguments[1], fails_if::either)),
                          .lower_closed = bounds[0] == '[',
                          .upper_closed = bounds[1] == ']'};
    }
    return std::nullopt;
}

// bound < other + more
term translator::compare_bound(const std::string& operation, const term& bound, const term& other, int more,
                               fails_if when) {
    term beside = other.is_constant() ? resolved(other, bound) : other;
    if (more != 0) {
        term one = constant_term({.of = sort::number, .number = more});
        one.integer = true;
        beside = calculate("+", beside, one);
    }
    return compare(operation, bound, beside, when);
}

term translator::lies_within(const node& inner, const node& outer, fails_if when) {
    const std::optional<range_term> around = range_of(outer);
    if (!around || when != fails_if::wrong) {
        unknown_range();
    }
    std::vector<term> conditions;
    const term ordered = in_order(*around, false, when);
    const std::optional<range_term> range = range_of(inner);
    if (!range) { // a value in a range
        const term value = value_of(inner, fails_if::either);
        if (around->lower) {
            const std::string_view operation = around->lower_closed ? ">=" : ">";
            conditions.push_back(compare(std::string{operation}, value, *around->lower, when));
        }
        if (around->upper) {
            conditions.push_back(compare(around->upper_closed ? "<=" : "<", value, *around->upper, when));
        }
        conditions.push_back(ordered);
        return all_of(std::move(conditions));
    }
    if (!range->column) {
        unknown_range();
    }
    const term column = *range->column;
    const kind of = column.source->type.element;
    const bool discrete = is_discrete(column.source->type);
    for (const bool upper : {false, true}) {
        const std::optional<term>& limit = upper ? around->upper : around->lower;
        if (!limit) {
            continue;
        }
        const term own = bound_of(column, upper);
        const bool closed = upper ? around->upper_closed : around->lower_closed;
        conditions.push_back(null_term(own, false)); // one without an end lies in no other
        if (upper) {
            const bool touches = closed || discrete || is_instant(of);
            conditions.push_back(
                compare_bound(touches ? "<=" : "<", own, *limit, closed && discrete ? 1 : 0, when));
        } else {
            conditions.push_back(compare_bound(closed ? ">=" : ">", own, *limit, 0, when));
        }
    }
    const term within = all_of(std::move(conditions));
    const bool may_be_null = column.nullable && !within.is_constant();
    return all_of({may_be_null ? one_of({null_term(column, true), within}) : within, ordered});
}

// A range of columns whose bounds are the wrong way round is an error, whatever is asked of it; one that
// overlaps another is not empty.
term translator::in_order(const range_term& range, bool filled, fails_if when) {
    if (range.column || !range.lower || !range.upper ||
        (range.lower->is_constant() && range.upper->is_constant())) {
        return truth_term(true);
    }
    if (!filled) {
        return compare("<=", *range.lower, *range.upper, when);
    }
    const bool discrete = range.lower->of == sort::date || range.upper->of == sort::date ||
                          (range.lower->integer && range.upper->integer);
    const bool meet = range.upper_closed && (range.lower_closed || discrete);
    return compare_bound(meet ? ">=" : ">", *range.upper, *range.lower,
                         discrete && !range.lower_closed ? 1 : 0, when);
}

term translator::overlaps(const range_term& left, const range_term& right, fails_if when) {
    if (!left.column || when != fails_if::wrong) {
        unknown_range();
    }
    const term column = *left.column;
    const bool discrete = is_discrete(column.source->type);
    std::vector<term> conditions;
    if (right.upper) {
        const bool closed = right.upper_closed && discrete;
        conditions.push_back(
            compare_bound(closed ? "<=" : "<", bound_of(column, false), *right.upper, 0, when));
    }
    if (right.lower) {
        const int more = discrete && !right.lower_closed ? 1 : 0;
        conditions.push_back(compare_bound(">", bound_of(column, true), *right.lower, more, when));
    }
    conditions.push_back(in_order(right, true, when));
    return all_of(std::move(conditions));
}

term translator::containment(const std::string& operation, const node& first, const node& second,
                             fails_if when) {
    const bool turned = operation == "@>";
    const bool within = operation != "&&";
    const node& left = turned ? second : first;
    const node& right = turned ? first : second;
    const std::optional<term> left_array = array_of(left);
    const std::optional<term> right_array = array_of(right);
    if (left_array && right_array) {
        throw untranslatable("arrays of it are compared with each other");
    }
    if (left_array) {
        return elements_in(right, *left_array, within, when);
    }
    if (right_array) { // array @> '{a}', list && array
        if (within && elements(left).size() != 1) {
            throw untranslatable("more than one element is asked of an array");
        }
        return elements_in(left, *right_array, false, when);
    }
    const std::optional<range_term> one = range_of(left);
    const std::optional<range_term> other = range_of(right);
    if (!one && !other) {
        throw untranslatable(fmt::format("operator {} is not known to synth there", operation));
    }
    if (within) {
        return lies_within(left, right, when);
    }
    if (!one || !other) {
        unknown_range();
    }
    return one->column ? overlaps(*one, *other, when) : overlaps(*other, *one, when);
}

} // namespace synth::introspect
