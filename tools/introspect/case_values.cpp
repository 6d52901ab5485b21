// SPDX-License-Identifier: BSL-1.0
#include "case_values.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace synth::introspect {

namespace {

using node = sql_tree::node;
using pointer = node::json_pointer;

// Each one doubles the text; more are a program, not a check.
constexpr std::size_t most_cases = 4;
constexpr std::size_t most_of_extreme = 3;

struct found_case {
    std::size_t count{};
    pointer place;
    bool strict{}; // NULL makes all around it NULL
};

bool is_truth(const node& operation) {
    static constexpr std::array<std::string_view, 8> kinds{
        "AEXPR_IN",           "AEXPR_BETWEEN", "AEXPR_NOT_BETWEEN", "AEXPR_DISTINCT",
        "AEXPR_NOT_DISTINCT", "AEXPR_OP_ANY",  "AEXPR_LIKE",        "AEXPR_ILIKE"};
    static constexpr std::array<std::string_view, 7> names{"=", "<>", "!=", "<", "<=", ">", ">="};
    const std::string kind = text_of(operation, "kind");
    const std::string name = name_of(part(operation, "name")).last;
    return std::ranges::find(kinds, kind) != kinds.end() ||
           (kind == "AEXPR_OP" && (std::ranges::find(names, name) != names.end() || name.starts_with('~')) &&
            !part(operation, "lexpr").empty());
}

bool keeps_null(const node& one) {
    const std::string_view kind = kind_of(one);
    return kind == "TypeCast" || (kind == "A_Expr" && text_of(inside(one), "kind") == "AEXPR_OP");
}

void look(const node& one, const pointer& place, bool strict,
          found_case& found) { // NOLINT(misc-no-recursion)
    if (one.is_object() && (one.contains("CaseExpr") || one.contains("MinMaxExpr"))) {
        if (found.count++ == 0) {
            found.place = place;
            found.strict = strict;
        }
        return; // those within it come in their turn
    }
    if (one.is_object()) {
        const bool is_node = one.size() == 1 && one.begin()->is_object();
        const bool still = strict && (!is_node || keeps_null(one));
        for (const auto& [key, value] : one.items()) {
            look(value, place / key, still, found);
        }
    } else if (one.is_array()) {
        for (std::size_t index = 0; index < one.size(); ++index) {
            look(one[index], place / index, strict, found);
        }
    }
}

node when(const node& condition, const node& result) {
    return {{"CaseWhen", {{"expr", condition}, {"result", result}}}};
}

// GREATEST(a, b) as CASE WHEN a IS NULL THEN b WHEN b IS NULL THEN a WHEN a >= b THEN a ELSE b END: NULL is
// left out of it.
node case_of_extreme(const node& extreme) {
    const std::string order = text_of(extreme, "op") == "IS_LEAST" ? "<=" : ">=";
    const node& arguments = part(extreme, "args");
    const auto is_null = [](const node& one) -> node {
        return {{"NullTest", {{"arg", one}, {"nulltesttype", "IS_NULL"}}}};
    };
    node result = arguments.back();
    for (std::size_t place = arguments.size() - 1; place-- > 0;) {
        const node& each = arguments[place];
        node branches = node::array();
        if (kind_of(each) != "A_Const") {
            branches.push_back(when(is_null(each), result));
        }
        if (kind_of(result) != "A_Const") {
            branches.push_back(when(is_null(result), each));
        }
        branches.push_back(when(operation_of(order, each, result), each));
        result = {{"CaseExpr", {{"args", std::move(branches)}, {"defresult", result}}}};
    }
    return result;
}

} // namespace

std::optional<node> case_of_comparisons(const node& comparison) {
    if (kind_of(comparison) != "A_Expr" || !is_truth(inside(comparison))) {
        return std::nullopt;
    }
    found_case found;
    look(comparison, pointer{}, true, found);
    if (found.count == 0 || found.count > most_cases) {
        return std::nullopt;
    }
    const auto with = [&](const node& value) {
        node copy = comparison;
        copy[found.place] = value;
        return copy;
    };
    const node& place = comparison[found.place];
    if (kind_of(place) == "MinMaxExpr" && part(inside(place), "args").size() > most_of_extreme) {
        return std::nullopt;
    }
    node cases = place.contains("CaseExpr") ? place : case_of_extreme(inside(place));
    if (!cases.contains("CaseExpr")) { // of one argument
        return with(cases);
    }
    node& content = cases["CaseExpr"];
    for (node& each : content["args"]) {
        node& result = each["CaseWhen"]["result"];
        result = with(result);
    }
    if (content.contains("defresult")) {
        content["defresult"] = with(content["defresult"]);
    } else if (!found.strict) {
        return std::nullopt;
    }
    return cases;
}

} // namespace synth::introspect
