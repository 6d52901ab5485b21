// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "condition.hpp"
#include "condition_types.hpp"
#include "sql_tree.hpp"

// What a condition says of the elements of arrays: each of them keeps a check of its own.
namespace synth::introspect {

namespace {

// Whether a cast of an array leaves its elements as they are, or is one to a wider type.
bool keeps_elements(const value_type& array, const sql_tree::node& cast_to) {
    const dotted_name name = name_of(part(cast_to, "names"));
    const std::string& to = name.last;
    if (cast_to.contains("typmods")) {
        return false;
    }
    if (to == "citext" || is_citext(array)) {
        return to == "citext" && is_citext(array);
    }
    if (array.of == kind::enumeration) {
        return to == array.enumeration.name &&
               (name.before.empty() || name.before == array.enumeration.schema);
    }
    if (!name.before.empty() && name.before != "pg_catalog") {
        return false;
    }
    if (width_of(array.of) > 0) {
        return to == "numeric" || width_of(to) >= width_of(array.of);
    }
    switch (array.of) {
    case kind::text:
        return to == "text" || to == "varchar";
    case kind::decimal:
        return to == "numeric";
    case kind::boolean:
    case kind::date:
    case kind::time_of_day:
    case kind::timestamp:
    case kind::timestamp_tz:
    case kind::interval:
    case kind::uuid: {
        value_type element = array;
        element.array = false;
        return sort_of_type(to) == sort_of(element);
    }
    default:
        return false;
    }
}

// Conditions without which an array's elements keep theirs anyway: there is no array, or it has none.
bool is_about_missing(const term& one, const term& array, bool missing) {
    if (one.bound == (missing ? binding::either : binding::both) && !one.parts.empty()) {
        return std::ranges::all_of(one.parts,
                                   [&](const term& each) { return is_about_missing(each, array, missing); });
    }
    const term size = called("cardinality", sort::number, {array});
    const std::string compared = size.text + (missing ? " == 0" : " != 0");
    return one.text == null_term(array, missing).text || one.text == null_term(size, missing).text ||
           one.text == compared || (!missing && one.text == size.text + " > 0");
}

} // namespace

std::optional<term> translator::array_of(const node& one) {
    const node& plain = without_casts(one);
    if (kind_of(plain) != "ColumnRef") {
        return std::nullopt;
    }
    term result = column_of(inside(plain));
    if (result.of != sort::array) {
        return std::nullopt;
    }
    for (const node* each = &one; each != &plain; each = &part(inside(*each), "arg")) {
        if (!keeps_elements(result.source->type, part(inside(*each), "typeName"))) {
            throw untranslatable("a cast of its elements is not known to synth");
        }
    }
    return result;
}

// other < ALL (array), other = ANY (array)
term translator::compare_elements(const std::string& operation, const node& other, const term& array,
                                  bool every, fails_if when) {
    return quantified(
        compare(operation, value_of(other, fails_if::either), element_term(array.index), fails_if::either),
        array, every, when);
}

// array <@ list, array && list
term translator::elements_in(const node& list, const term& array, bool every, fails_if when) {
    const term element = element_term(array.index);
    std::vector<term> conditions;
    for (const node& each : elements(list)) {
        conditions.push_back(compare("=", element, value_of(each, fails_if::either), fails_if::either));
    }
    term one = one_of(std::move(conditions));
    if (array.source->type.of == kind::boolean) { // the only arrays here with nulls
        one = all_of({null_term(element, false), one});
    }
    return quantified(one, array, every, when);
}

// What each element does, where all must; where one must, all do and there is one.
term translator::quantified(const term& one, const term& array, bool every, fails_if when) {
    if (when == fails_if::either) {
        throw untranslatable("the elements of an array are not known to synth there");
    }
    if (one.is_constant()) {
        throw untranslatable("the elements of an array are compared with NULL");
    }
    if (every == (when == fails_if::wrong)) {
        return one;
    }
    if (!asked_.insert(array.index).second) { // all cannot do this and all do that
        throw untranslatable("more than one element is asked of an array");
    }
    remarks_.insert("what one element must do all do");
    const bool empty = when == fails_if::right;
    const term size =
        joined(empty ? "==" : "!=", binding::equality, sort::boolean,
               called("cardinality", sort::number, {array}), constant_term({.of = sort::number}));
    return empty ? one_of({one, size}) : all_of({one, size});
}

// Of an OR one condition is enough.
term translator::only_elements(std::vector<term> conditions, bool missing) {
    const auto kept = std::ranges::find_if(conditions, &term::of_elements);
    const term array = column_term(*kept->columns.begin());
    const bool others = std::ranges::any_of(conditions, [&](const term& each) {
        return !each.of_elements && !each.columns.empty() && !is_about_missing(each, array, missing);
    });
    const bool several = std::ranges::count_if(conditions, &term::of_elements) > 1;
    if (others || several) {
        remarks_.insert("the elements of the array always keep it, whatever else would do");
    }
    return *kept;
}

// array_position(array, value) IS NULL
term translator::position_is_null(const node& call, bool null, fails_if when) {
    const node& arguments = part(call, "args");
    const std::optional<term> array = arguments.size() == 2 ? array_of(arguments[0]) : std::nullopt;
    if (!array || when == fails_if::either) {
        throw untranslatable("function array_position is not known to synth there");
    }
    const term value = value_of(arguments[1], fails_if::either);
    const term element = element_term(array->index);
    const bool with_nulls = array->source->type.of == kind::boolean; // the only arrays here
    term same;
    if (value.of != sort::null) {
        same = compare("=", element, value, fails_if::either);
        same = with_nulls ? all_of({null_term(element, false), same}) : same;
    } else if (with_nulls && null == (when == fails_if::wrong)) {
        same = null_term(element, true);
    } else if (with_nulls) { // all elements would be NULL
        throw untranslatable("function array_position is not known to synth there");
    } else {
        return truth_term(null);
    }
    if (null && when == fails_if::right && array->nullable) { // of no array there is no position
        throw untranslatable("function array_position is not known to synth there");
    }
    const term found = quantified(null ? negated(same) : same, *array, null, when);
    return !null && when == fails_if::wrong && array->nullable ? all_of({null_term(*array, false), found})
                                                               : found;
}

} // namespace synth::introspect
