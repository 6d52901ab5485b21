// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "condition.hpp"

// What a condition says of the elements of arrays: each of them keeps a check of its own.
namespace synth::introspect {

std::optional<term> translator::array_of(const node& one) {
    const node& plain = without_casts(one);
    if (kind_of(plain) != "ColumnRef") {
        return std::nullopt;
    }
    term result = column_of(inside(plain));
    return result.of == sort::array ? std::optional{std::move(result)} : std::nullopt;
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
    if (every && array.source->type.of == kind::boolean) { // the only arrays here with nulls
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
    remarks_.insert("what one element must do all do");
    const bool empty = when == fails_if::right;
    const term size =
        joined(empty ? "==" : "!=", binding::equality, sort::boolean,
               called("cardinality", sort::number, {array}), constant_term({.of = sort::number}));
    return empty ? one_of({one, size}) : all_of({one, size});
}

// Of an OR one condition is enough.
term translator::only_elements(std::vector<term> conditions) {
    const auto kept = std::ranges::find_if(conditions, &term::of_elements);
    const bool others = std::ranges::any_of(
        conditions, [&](const term& each) { return !each.columns.empty() && each.columns != kept->columns; });
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
    if (value.of != sort::null) {
        const term same = compare("=", element, value, fails_if::either);
        return quantified(null ? negated(same) : same, *array, null, when);
    }
    if (array->source->type.of == kind::boolean) { // the only arrays here with nulls
        return quantified(null_term(element, !null), *array, null, when);
    }
    return truth_term(null);
}

} // namespace synth::introspect
