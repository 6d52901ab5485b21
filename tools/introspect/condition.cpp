// SPDX-License-Identifier: BSL-1.0
#include "condition.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "case_values.hpp"

namespace synth::introspect {

namespace {

constexpr int deepest = 200;
constexpr std::size_t most_copied = 1'000'000; // what a compiler calculates in a second
constexpr std::size_t most_columns = 32;
constexpr int most_cases_moved = 256; // each copies its comparison for every branch

translator::fails_if opposite(translator::fails_if when) {
    using enum translator::fails_if;
    return when == wrong ? right : when == right ? wrong : either;
}

} // namespace

struct depth_guard {
    explicit depth_guard(int& depth) : depth_(depth) {
        if (++depth_ > deepest) {
            throw untranslatable("it is nested too deep");
        }
    }
    depth_guard(const depth_guard&) = delete;
    depth_guard& operator=(const depth_guard&) = delete;
    ~depth_guard() { --depth_; }

private:
    int& depth_;
};

term negated(const term& condition) {
    if (condition.is_constant()) {
        return truth_term(condition.value->number == 0);
    }
    if (condition.comparison == "is_null" || condition.comparison == "is_not_null") {
        return null_term(condition.constants.front(), condition.comparison == "is_not_null");
    }
    if (condition.comparison == "in" && condition.bound == binding::equality) {
        return joined("!=", binding::equality, sort::boolean, condition.constants.back(),
                      condition.constants.front());
    }
    if (condition.comparison == "not") {
        return condition.constants.front();
    }
    term result = prefixed('!', sort::boolean, condition);
    result.comparison = "not";
    result.constants = {condition};
    return result;
}

term translator::value_of(const node& one, fails_if when) {
    const depth_guard guard{depth_};
    const std::string_view kind = kind_of(one);
    const node& content = inside(one);
    if (auto known = known_by_documents(one, when)) {
        return *std::move(known);
    }
    if (kind == "ColumnRef") {
        return column_of(content);
    }
    if (kind == "A_Const") {
        return constant_of(content);
    }
    if (kind == "TypeCast") {
        return cast(content, when);
    }
    if (kind == "A_Expr") {
        try {
            return operation(content, when);
        } catch (const untranslatable&) {
            const auto cases = cases_moved_ < most_cases_moved ? case_of_comparisons(one) : std::nullopt;
            if (!cases) {
                throw;
            }
            ++cases_moved_;
            return value_of(*cases, when);
        }
    }
    if (kind == "BoolExpr") {
        return logic(content, when);
    }
    if (kind == "NullTest") {
        return null_test(content, when);
    }
    if (kind == "BooleanTest") {
        return truth_test(content);
    }
    if (kind == "CaseExpr") {
        return cases(content, when);
    }
    if (kind == "FuncCall") {
        return function(content, when);
    }
    if (kind == "CoalesceExpr") {
        std::vector<term> arguments;
        for (const node& each : part(content, "args")) {
            arguments.push_back(value_of(each, fails_if::either));
        }
        return coalesced(arguments);
    }
    if (kind == "SQLValueFunction") {
        const std::string which = text_of(content, "op");
        return present(which == "SVFOP_CURRENT_DATE"                  ? sort::date
                       : which.starts_with("SVFOP_CURRENT_TIMESTAMP") ? sort::timestamp_tz
                       : which.starts_with("SVFOP_LOCALTIMESTAMP")    ? sort::timestamp
                                                                      : sort::other);
    }
    if (kind == "CollateClause") {
        term result = value_of(part(content, "arg"), when);
        const std::string name = name_of(part(content, "collname")).last;
        result.bytewise = name == "C" || name == "POSIX" || name == "ucs_basic" || name == "binary";
        result.ignores_case = name == "nocase";
        if (row_.from == engine::sqlite && name == "rtrim") {
            throw untranslatable("a collation of it is not known to synth");
        }
        return result;
    }
    if (kind == "A_Indirection") {
        return coordinate(content);
    }
    if (kind == "SubLink") {
        throw untranslatable("a query in it is not known to synth");
    }
    throw untranslatable(kind == "MinMaxExpr" ? "greatest and least are not known to synth"
                                              : fmt::format("{} is not known to synth", kind));
}

term translator::truth_of(const node& one, fails_if when) { return as_truth(value_of(one, when), when); }

term translator::as_truth(term one, fails_if when) {
    if (one.of == sort::null && when == fails_if::wrong) {
        return truth_term(true); // unknown: a check is met by it
    }
    if (row_.from == engine::sqlite && one.of == sort::number) {
        return one.is_constant()
                   ? truth_term(one.value->number != 0)
                   : joined("!=", binding::equality, sort::boolean, one, constant_term({.of = sort::number}));
    }
    if (one.of != sort::boolean) {
        throw untranslatable("a condition of it is no boolean");
    }
    return one;
}

term translator::logic(const node& one, fails_if when) {
    const std::string operation = text_of(one, "boolop");
    const node& arguments = part(one, "args");
    if (operation == "NOT_EXPR") {
        const term inner = truth_of(arguments.at(0), opposite(when));
        if (!inner.of_elements || inner.bound != binding::either || inner.parts.empty()) {
            return negated(inner);
        }
        std::vector<term> conditions; // apart, as those of elements are checks of their own
        for (const term& each : inner.parts) {
            conditions.push_back(negated(each));
        }
        return all_of(std::move(conditions));
    }
    const bool one_is_enough = (operation == "AND_EXPR") != (when == fails_if::wrong);
    const std::set<std::size_t> asked_before = asked_;
    std::set<std::size_t> asked = asked_;
    std::vector<term> conditions;
    std::optional<untranslatable> unknown;
    for (const node& each : arguments) {
        asked_ = one_is_enough ? asked_before : asked_;
        try {
            conditions.push_back(truth_of(each, when));
            asked.insert(asked_.begin(), asked_.end());
        } catch (const untranslatable& fault) {
            if (!row_.alternatives || !one_is_enough || when == fails_if::either) {
                throw;
            }
            unknown = fault; // the others will do
        }
    }
    asked_ = std::move(asked);
    if (unknown) {
        if (std::ranges::all_of(conditions, &term::is_constant)) {
            throw untranslatable(*unknown);
        }
        remarks_.insert(fmt::format("{}; rows keep to the rest of what it allows", unknown->what()));
    }
    // That all elements do this or all do that is not that each does one of them.
    if (!row_.of_elements && one_is_enough && std::ranges::any_of(conditions, &term::of_elements)) {
        return only_elements(std::move(conditions), when == fails_if::wrong);
    }
    return operation == "AND_EXPR" ? all_of(std::move(conditions)) : one_of(std::move(conditions));
}

term translator::null_test(const node& one, fails_if when) {
    return null_test(part(one, "arg"), text_of(one, "nulltesttype") != "IS_NOT_NULL", when);
}

term translator::null_test(const node& arg, bool null, fails_if when) {
    if (kind_of(arg) == "TypeCast") {
        return null_test(part(inside(arg), "arg"), null, when);
    }
    if (kind_of(arg) == "CoalesceExpr") {
        std::vector<term> conditions;
        for (const node& each : part(inside(arg), "args")) {
            conditions.push_back(null_test(each, null, when));
        }
        return null ? all_of(std::move(conditions)) : one_of(std::move(conditions));
    }
    if (kind_of(arg) == "FuncCall" && name_of(part(inside(arg), "funcname")).last == "array_position") {
        return position_is_null(inside(arg), null, when);
    }
    if (kind_of(arg) == "A_Expr" && text_of(inside(arg), "kind") == "AEXPR_NULLIF") {
        // NULLIF(trim(name), '') IS NOT NULL
        const term first = value_of(part(inside(arg), "lexpr"), fails_if::either);
        const term same =
            compare("=", first, value_of(part(inside(arg), "rexpr"), fails_if::either), fails_if::either);
        return null ? one_of({null_term(first, true), same})
                    : all_of({null_term(first, false), negated(same)});
    }
    const term inner = value_of(arg, fails_if::either);
    if (std::vector<term> parts = parts_of(inner); !parts.empty()) { // all of them are NULL, or none is
        for (term& each : parts) {
            each = null_term(each, null);
        }
        return all_of(std::move(parts));
    }
    if (inner.is_constant()) {
        return truth_term((inner.of == sort::null) == null);
    }
    if (inner.source != nullptr && !inner.nullable) {
        return truth_term(!null);
    }
    if (inner.null_when_empty) {
        const term empty = joined(null ? "==" : "!=", binding::equality, sort::boolean, inner,
                                  constant_term({.of = sort::number}));
        return null ? one_of({null_term(inner, true), empty}) : all_of({null_term(inner, false), empty});
    }
    if (inner.comparison == "regexp_match") {
        const term& found = inner.constants[1];
        const term& text = inner.constants.front();
        return null ? one_of({null_term(text, true), negated(found)})
                    : all_of({null_term(text, false), found});
    }
    if (is_special(inner)) { // NULL where their argument is
        return null_term(inner.constants.front(), null);
    }
    return null_term(inner, null);
}

term translator::truth_test(const node& one) {
    const std::string test = text_of(one, "booltesttype");
    const term inner = truth_of(part(one, "arg"), fails_if::either);
    const auto asked = [&](std::string_view name) {
        term result = called(name, sort::boolean, {inner}, name == "is_false" ? 2 : 1);
        result.nullable = false;
        return result;
    };
    if (test == "IS_UNKNOWN" || test == "IS_NOT_UNKNOWN") {
        return null_term(inner, test == "IS_UNKNOWN");
    }
    const bool truth = test.ends_with("TRUE");
    if (!inner.is_constant() && !inner.nullable) {
        return truth != test.starts_with("IS_NOT") ? inner : negated(inner);
    }
    const term result = inner.is_constant() ? truth_term((inner.value->number != 0) == truth)
                                            : asked(truth ? "is_true" : "is_false");
    return test.starts_with("IS_NOT") ? negated(result) : result;
}

term translator::cases(const node& one, fails_if when) {
    const node& whens = part(one, "args");
    const node& otherwise = part(one, "defresult");
    const node* const compared = one.contains("arg") ? &part(one, "arg") : nullptr;
    // Without ELSE it is NULL, which no check minds.
    const bool missing = otherwise.empty();
    if (missing && when != fails_if::wrong) {
        throw untranslatable("a CASE without ELSE is not known to synth there");
    }
    const term last = missing ? truth_term(true) : value_of(otherwise, when);
    // CASE WHEN a IS NULL THEN 1 ELSE 0 END counts.
    if (last.of == sort::number && whens.size() == 1 && compared == nullptr && last.is_constant()) {
        const node& only = inside(whens[0]);
        const term condition = truth_of(part(only, "expr"), fails_if::either);
        const term result = value_of(part(only, "result"), fails_if::either);
        const bool counts = result.is_constant() && result.of == sort::number && result.scale == 0 &&
                            last.scale == 0 && result.value->number + last.value->number == 1 &&
                            result.value->number * last.value->number == 0;
        if (counts && (condition.comparison == "is_null" || condition.comparison == "is_not_null")) {
            return count_term(condition.constants,
                              (condition.comparison == "is_null") == (result.value->number == 1));
        }
    }
    term result = as_truth(last, when);
    for (std::size_t at = whens.size(); at > 0; --at) {
        const node& each = inside(whens[at - 1]);
        result = choice(part(each, "expr"), part(each, "result"), result, when, compared);
    }
    return result;
}

// (c AND then) OR (NOT c AND otherwise), for a c that is never unknown.
term translator::choice(const node& when, const node& then, const term& otherwise, fails_if outcome,
                        const node* compared) {
    term condition = compared == nullptr ? truth_of(when, fails_if::either)
                                         : compare_nodes("=", *compared, when, fails_if::either);
    if (condition.nullable && !condition.is_constant()) {
        condition = called("is_true", sort::boolean, {condition});
        condition.nullable = false;
    }
    const term result = truth_of(then, outcome);
    if (!row_.of_elements && (condition.of_elements || result.of_elements || otherwise.of_elements)) {
        throw untranslatable("elements of an array are not known to synth in a CASE");
    }
    if (result.is_truth(true) || otherwise.is_truth(false)) {
        return result.is_truth(true) ? one_of({condition, otherwise}) : all_of({condition, result});
    }
    if (result.is_truth(false) || otherwise.is_truth(true)) {
        return result.is_truth(false) ? all_of({negated(condition), otherwise})
                                      : one_of({negated(condition), result});
    }
    return one_of({all_of({condition, result}), all_of({negated(condition), otherwise})});
}

namespace {

void flatten(const term& one, std::vector<term>& into) {
    if (one.bound != binding::both || one.parts.empty()) {
        into.push_back(one);
        return;
    }
    for (const term& each : one.parts) {
        flatten(each, into);
    }
}

condition as_condition(const term& whole) {
    if (whole.is_constant() || whole.columns.empty()) {
        throw untranslatable("no row that synth makes can meet it");
    }
    if (whole.columns.size() > most_columns) {
        throw untranslatable(fmt::format("it names more than {} columns", most_columns));
    }
    if (whole.nodes > most_nodes || whole.copied > most_copied) {
        throw untranslatable("it is too large for a compiler");
    }
    condition result{
        .text = whole.text, .columns = whole.columns, .nodes = whole.nodes, .choices = whole.choices};
    std::vector<term> all;
    flatten(whole, all);
    for (const term& each : all) {
        result.says_text = result.says_text ? result.says_text : each.says_text;
    }
    return result;
}

// What is said of elements apart from the rest.
condition split(const term& whole) {
    std::vector<term> all;
    flatten(whole, all);
    std::vector<term> rest;
    std::map<std::size_t, std::vector<term>> elements;
    for (term& each : all) {
        if (!each.of_elements) {
            rest.push_back(std::move(each));
        } else if (each.of_values || each.columns.size() != 1) {
            throw untranslatable("elements of an array are compared with something else of the row");
        } else {
            const std::size_t column = *each.columns.begin();
            elements[column].push_back(std::move(each));
        }
    }
    condition result = rest.empty() ? condition{} : as_condition(all_of(std::move(rest)));
    for (auto& [column, conditions] : elements) {
        result.more.push_back(as_condition(all_of(std::move(conditions))));
        result.more.back().choices = {}; // of an element
    }
    return result;
}

// What a condition leaves of one column whatever the others hold; nothing where that may be anything. A
// branch of which a part is false is false, so what all branches say is said.
std::optional<term> said_of(const term& one, std::size_t column) { // NOLINT(misc-no-recursion): not deep
    if (one.columns.size() == 1 && *one.columns.begin() == column) {
        return one;
    }
    const bool both = one.bound == binding::both;
    if (one.parts.empty() || (!both && one.bound != binding::either)) {
        return std::nullopt;
    }
    std::vector<term> said;
    for (const term& each : one.parts) {
        if (auto part = said_of(each, column)) {
            said.push_back(*std::move(part));
        } else if (!both) {
            return std::nullopt;
        }
    }
    return said.empty() ? std::nullopt
                        : std::optional{both ? all_of(std::move(said)) : one_of(std::move(said))};
}

// Which branches of a condition say something of a column alone by a part or a remainder of it.
void collect_recurring(const term& one, std::size_t column, // NOLINT(misc-no-recursion): not deep
                       std::map<std::string, term>& found) {
    const bool recurring =
        one.text.find("_of(") != std::string::npos || one.text.find(" % ") != std::string::npos;
    if (one.columns == std::set{column} && recurring) {
        found.emplace(one.text, one);
    }
    for (const term& each : one.columns.size() > 1 ? one.parts : std::vector<term>{}) {
        collect_recurring(each, column, found);
    }
}

// What one branch asks of a column of a key where another such column decides which branch it is: keys cannot
// heed each other, so all keep to it. CASE frequency WHEN 'monthly' THEN EXTRACT(day FROM first_day) = 1 …
std::optional<term> asked_of_keys(const term& one, std::size_t column, const std::set<std::size_t>& keys) {
    const bool beside = std::ranges::any_of(
        one.columns, [&](std::size_t each) { return each != column && keys.contains(each); });
    std::map<std::string, term> found;
    collect_recurring(one, column, found);
    return beside && found.size() == 1 ? std::optional{found.begin()->second} : std::nullopt;
}

// What is said of single columns of keys apart from the rest: a key is derived from the checks of its column
// alone. Of a column beside others too, where it has few values: "kind = 'in' AND a > 0 OR kind = 'out'".
condition split_keys(const term& whole, const std::set<std::size_t>& keys) {
    std::vector<term> all;
    flatten(whole, all);
    std::vector<term> rest;
    std::map<std::size_t, std::vector<term>> alone;
    for (term& each : all) {
        const bool of_key = each.columns.size() == 1 && keys.contains(*each.columns.begin());
        (of_key ? alone[*each.columns.begin()] : rest).push_back(std::move(each));
    }
    for (const term& each : rest) {
        for (const std::size_t column : keys) {
            const auto said = each.columns.contains(column) ? said_of(each, column) : std::nullopt;
            if (said && !said->is_constant() && said->choices.count < endless_capacity) {
                alone[column].push_back(*said);
            } else if (const auto asked = asked_of_keys(each, column, keys); !said && asked) {
                alone[column].push_back(*asked);
            }
        }
    }
    if (alone.empty() || (rest.empty() && alone.size() == 1)) {
        return as_condition(whole);
    }
    condition result = rest.empty() ? condition{} : as_condition(all_of(std::move(rest)));
    for (auto& [column, conditions] : alone) {
        result.more.push_back(as_condition(all_of(std::move(conditions))));
    }
    return result;
}

// Of conditions that must all hold those that can be said.
term said_part(translator& of_one, const sql_tree::node& root, std::vector<std::string>& unsaid) {
    std::vector<term> said;
    for (const sql_tree::node& each : part(inside(root), "args")) {
        try {
            said.push_back(of_one.truth_of(each, translator::fails_if::wrong));
        } catch (const untranslatable& error) {
            unsaid.emplace_back(error.what());
        }
    }
    return all_of(std::move(said));
}

} // namespace

condition translate(const std::vector<std::string>& alternatives, const condition_row& row) {
    std::set<std::string> remarks;
    std::set<std::size_t> asked;
    std::vector<std::string> unsaid;
    std::vector<term> all;
    for (const std::string& each : alternatives) {
        const sql_tree tree{each};
        translator of_one{row, tree, remarks};
        const bool in_part = row.in_part && alternatives.size() == 1 && kind_of(tree.root()) == "BoolExpr" &&
                             text_of(inside(tree.root()), "boolop") == "AND_EXPR";
        all.push_back(in_part ? said_part(of_one, tree.root(), unsaid)
                              : of_one.truth_of(tree.root(), translator::fails_if::wrong));
        asked.insert(of_one.asked().begin(), of_one.asked().end());
    }
    const term whole = row.partitioned ? one_of_partitions(std::move(all)) : one_of(std::move(all));
    condition result;
    if (!whole.is_truth(true)) {
        result = whole.of_elements ? split(whole) : split_keys(whole, row.keys);
    }
    result.unsaid = std::move(unsaid);
    result.remarks = std::move(remarks);
    result.asked = std::move(asked);
    return result;
}

} // namespace synth::introspect
