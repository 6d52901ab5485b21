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
    if (one.is_object() && one.contains("CaseExpr")) {
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
    node cases = comparison[found.place];
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
