// SPDX-License-Identifier: BSL-1.0
#include "null_truth.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

#include "sql_tree.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

using node = sql_tree::node;

// What a part of a condition may be. Of what is no condition only whether it may be NULL counts.
struct outcomes {
    bool truth = true;
    bool falsehood = true;
    bool null = true;

    [[nodiscard]] bool is_null() const { return null && !truth && !falsehood; }
    [[nodiscard]] outcomes operator|(const outcomes& other) const {
        return {truth || other.truth, falsehood || other.falsehood, null || other.null};
    }
    [[nodiscard]] outcomes negated() const { return {falsehood, truth, null}; }
};

constexpr outcomes anything{};
constexpr outcomes a_value{.null = false};
constexpr outcomes only_null{.truth = false, .falsehood = false};
constexpr outcomes nothing{.truth = false, .falsehood = false, .null = false};

constexpr outcomes known(bool truth) { return {.truth = truth, .falsehood = !truth, .null = false}; }

outcomes both(const outcomes& left, const outcomes& right) {
    const auto stays = [](const outcomes& one, const outcomes& other) {
        return one.null && (other.null || other.truth);
    };
    return {.truth = left.truth && right.truth,
            .falsehood = left.falsehood || right.falsehood,
            .null = stays(left, right) || stays(right, left)};
}

// Functions of PostgreSQL that make something of NULL.
constexpr auto lenient = std::to_array<std::string_view>({"array_append",
                                                          "array_cat",
                                                          "array_fill",
                                                          "array_position",
                                                          "array_positions",
                                                          "array_prepend",
                                                          "array_remove",
                                                          "array_replace",
                                                          "concat",
                                                          "concat_ws",
                                                          "daterange",
                                                          "format",
                                                          "int4range",
                                                          "int8range",
                                                          "json_build_array",
                                                          "json_build_object",
                                                          "json_object",
                                                          "jsonb_build_array",
                                                          "jsonb_build_object",
                                                          "jsonb_set_lax",
                                                          "num_nonnulls",
                                                          "num_nulls",
                                                          "numrange",
                                                          "overlaps",
                                                          "pg_typeof",
                                                          "quote_nullable",
                                                          "row_to_json",
                                                          "satisfies_hash_partition",
                                                          "similar_escape",
                                                          "string_to_array",
                                                          "to_json",
                                                          "to_jsonb",
                                                          "tsrange",
                                                          "tstzrange",
                                                          "xmlconcat2"});

// Those of SQLite that make NULL of NULL.
constexpr auto strict_in_sqlite = std::to_array<std::string_view>(
    {"abs",          "char_length", "date",      "datetime", "glob",      "instr",    "json_array_length",
     "json_extract", "json_type",   "julianday", "length",   "like",      "lower",    "ltrim",
     "mod",          "regexp",      "replace",   "round",    "rtrim",     "strftime", "substr",
     "substring",    "time",        "trim",      "unicode",  "unixepoch", "upper"});

class reader {
public:
    using find = std::function<outcomes(const node& column)>;

    reader(engine from, find column) : from_(from), column_(std::move(column)) {}

    [[nodiscard]] outcomes look_at(const node& one) const {
        const std::string_view kind = kind_of(one);
        const node& content = inside(one);
        if (kind == "ColumnRef") {
            return column_(content);
        }
        if (kind == "A_Const") {
            if (content.contains("isnull")) {
                return only_null;
            }
            return content.contains("boolval") ? known(part(content, "boolval").value("boolval", false))
                                               : a_value;
        }
        if (kind == "TypeCast" || kind == "CollateClause") {
            return look_at(part(content, "arg"));
        }
        if (kind == "A_Expr") {
            return operation(content);
        }
        if (kind == "BoolExpr") {
            return logic(content);
        }
        if (kind == "NullTest" && kind_of(part(content, "arg")) == "RowExpr") {
            return a_value; // all of its fields are NULL, or none is
        }
        if (kind == "NullTest") {
            const outcomes inner = look_at(part(content, "arg"));
            const outcomes is_null{
                .truth = inner.null, .falsehood = inner.truth || inner.falsehood, .null = false};
            return text_of(content, "nulltesttype") == "IS_NOT_NULL" ? is_null.negated() : is_null;
        }
        if (kind == "BooleanTest") {
            return truth_test(content);
        }
        if (kind == "CoalesceExpr") {
            return first_value(part(content, "args"));
        }
        if (kind == "CaseExpr") {
            return cases(content);
        }
        if (kind == "FuncCall") {
            return function(content);
        }
        if (kind == "MinMaxExpr") { // NULL if all are, in PostgreSQL
            const node& arguments = part(content, "args");
            return std::ranges::all_of(arguments, [&](const node& each) { return look_at(each).is_null(); })
                       ? only_null
                       : anything;
        }
        if (kind == "A_ArrayExpr" || kind == "RowExpr" || kind == "SQLValueFunction") {
            return a_value;
        }
        if (kind == "A_Indirection") {
            return strict({look_at(part(content, "arg"))});
        }
        return anything;
    }

private:
    // NULL of NULL; NULL may come of something else too.
    [[nodiscard]] static outcomes strict(std::initializer_list<outcomes> operands) {
        return std::ranges::any_of(operands, &outcomes::is_null) ? only_null : anything;
    }

    [[nodiscard]] outcomes operation(const node& one) const {
        const std::string kind = text_of(one, "kind");
        const dotted_name name = name_of(part(one, "name"));
        const node& left = part(one, "lexpr");
        const node& right = part(one, "rexpr");
        if (!name.before.empty() && name.before != "pg_catalog") {
            return anything;
        }
        if (kind == "AEXPR_DISTINCT" || kind == "AEXPR_NOT_DISTINCT") {
            const outcomes result = distinct(look_at(left), look_at(right));
            return kind == "AEXPR_DISTINCT" ? result : result.negated();
        }
        if (kind == "AEXPR_OP_ANY" || kind == "AEXPR_OP_ALL") {
            // NULL is compared with nothing, where an array has no element.
            const node& list = without_casts(right);
            const bool elements = kind_of(list) == "A_ArrayExpr" && !part(inside(list), "elements").empty();
            return look_at(right).is_null() || (elements && look_at(left).is_null()) ? only_null : anything;
        }
        if (kind == "AEXPR_IN" || kind == "AEXPR_BETWEEN" || kind == "AEXPR_NOT_BETWEEN") {
            return strict({look_at(left)});
        }
        if (kind == "AEXPR_NULLIF") {
            return strict({look_at(left)});
        }
        if (name.last == "||" && from_ == engine::postgresql) { // of arrays
            return look_at(left).is_null() && look_at(right).is_null() ? only_null : anything;
        }
        if (from_ == engine::sqlite && (name.last == "->" || name.last == "->>")) {
            return strict({look_at(left)});
        }
        return left.empty() ? strict({look_at(right)}) : strict({look_at(left), look_at(right)});
    }

    [[nodiscard]] static outcomes distinct(const outcomes& left, const outcomes& right) {
        if (left.is_null() && right.is_null()) {
            return known(false);
        }
        if ((left.is_null() && !right.null) || (right.is_null() && !left.null)) {
            return known(true);
        }
        return a_value;
    }

    [[nodiscard]] outcomes logic(const node& one) const {
        const std::string operation = text_of(one, "boolop");
        const node& arguments = part(one, "args");
        if (operation == "NOT_EXPR") {
            return look_at(arguments.at(0)).negated();
        }
        const bool either = operation == "OR_EXPR";
        outcomes result = known(true);
        for (const node& each : arguments) {
            const outcomes next = look_at(each);
            result = both(result, either ? next.negated() : next);
        }
        return either ? result.negated() : result;
    }

    [[nodiscard]] outcomes truth_test(const node& one) const {
        const outcomes inner = look_at(part(one, "arg"));
        const std::string test = text_of(one, "booltesttype");
        outcomes result{.truth = inner.null, .falsehood = inner.truth || inner.falsehood, .null = false};
        if (test.ends_with("TRUE")) {
            result = {.truth = inner.truth, .falsehood = inner.falsehood || inner.null, .null = false};
        } else if (test.ends_with("FALSE")) {
            result = {.truth = inner.falsehood, .falsehood = inner.truth || inner.null, .null = false};
        }
        return test.starts_with("IS_NOT") ? result.negated() : result;
    }

    [[nodiscard]] outcomes first_value(const node& arguments) const {
        outcomes result = nothing;
        for (const node& each : arguments) {
            const outcomes next = look_at(each);
            result.truth = result.truth || next.truth;
            result.falsehood = result.falsehood || next.falsehood;
            if (!next.null) {
                return result;
            }
        }
        result.null = true;
        return result;
    }

    [[nodiscard]] outcomes cases(const node& one) const {
        outcomes result = nothing;
        const bool compared = one.contains("arg");
        for (const node& each : part(one, "args")) {
            const outcomes when = look_at(part(inside(each), "expr"));
            const outcomes met = compared ? strict({look_at(part(one, "arg")), when}) : when;
            if (met.truth) {
                result = result | look_at(part(inside(each), "result"));
            }
            if (!met.falsehood && !met.null) {
                return result;
            }
        }
        const node& otherwise = part(one, "defresult");
        return result | (otherwise.empty() ? only_null : look_at(otherwise));
    }

    [[nodiscard]] outcomes function(const node& one) const {
        const dotted_name name = name_of(part(one, "funcname"));
        const node& arguments = part(one, "args");
        const bool any_null =
            std::ranges::any_of(arguments, [&](const node& each) { return look_at(each).is_null(); });
        if (from_ == engine::sqlite) {
            if (name.last == "ifnull" || name.last == "coalesce") {
                return first_value(arguments);
            }
            return any_null && std::ranges::find(strict_in_sqlite, name.last) != strict_in_sqlite.end()
                       ? only_null
                       : anything;
        }
        const bool system = name.before.empty() || name.before == "pg_catalog";
        const bool says_null = name.last == "array_to_string" && arguments.size() > 2; // NULL as a text
        const bool strict = system && !says_null && std::ranges::find(lenient, name.last) == lenient.end();
        return strict && any_null && !one.contains("func_variadic") ? only_null : anything;
    }

    engine from_;
    find column_;
};

std::optional<std::size_t> column_or_value(const node& content, const table& of, engine from,
                                           const std::optional<std::size_t>& value) {
    const dotted_name name = name_of(part(content, "fields"));
    return value && name.last == "value" && name.before.empty() ? value : column_named(content, of, from);
}

// What becomes of a condition when these columns are NULL.
outcomes outcomes_of(const std::string& condition, const table& of, engine from,
                     const std::optional<std::size_t>& value, const std::set<std::size_t>& null_columns) {
    const reader all{from, [&](const node& content) {
                         const auto column = column_or_value(content, of, from, value);
                         if (!column) {
                             return anything;
                         }
                         const std::string made = generation_of(of.columns[*column]);
                         if (!made.empty()) {
                             return all.look_at(sql_tree{made}.root());
                         }
                         if (null_columns.contains(*column)) {
                             return only_null;
                         }
                         return of.columns[*column].nullable ? anything : a_value;
                     }};
    return all.look_at(sql_tree{condition}.root());
}

} // namespace

std::set<std::size_t> columns_named(const std::string& condition, const table& of, engine from,
                                    const std::optional<std::size_t>& value) {
    std::set<std::size_t> result;
    const auto visit = [&](const auto& again, const node& one) -> void {
        if (one.is_object() && one.contains("ColumnRef")) {
            const auto column = column_or_value(one.at("ColumnRef"), of, from, value);
            const std::string made = column ? generation_of(of.columns[*column]) : "";
            if (!made.empty()) {
                result.merge(columns_named(made, of, from, std::nullopt));
            } else if (column) {
                result.insert(*column);
            }
        } else if (one.is_structured()) {
            for (const node& each : one) {
                again(again, each);
            }
        }
    };
    visit(visit, sql_tree{condition}.root());
    return result;
}

bool met_by_nulls(const std::string& condition, const table& of, engine from,
                  const std::optional<std::size_t>& value, const std::set<std::size_t>& null_columns) {
    return !outcomes_of(condition, of, from, value, null_columns).falsehood;
}

bool refused_by_nulls(const std::string& condition, const table& of, engine from,
                      const std::optional<std::size_t>& value, const std::set<std::size_t>& null_columns) {
    const outcomes result = outcomes_of(condition, of, from, value, null_columns);
    return !result.truth && !result.null;
}

} // namespace synth::introspect
