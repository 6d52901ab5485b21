// SPDX-License-Identifier: BSL-1.0
#include "sql_tree.hpp"

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <pg_query.h>

namespace synth::introspect {

namespace {

// The parser's output recurses as deep as an expression, and an operator takes a byte or more: at this length
// no chain of operators can exhaust a stack of 8 MB, whatever the text.
constexpr std::size_t longest = 32'000;

// Copying and walking a tree recurses too. An operator takes two to five levels.
constexpr int deepest = 1'000;

bool is_deep(std::string_view json) {
    int depth = 0;
    bool in_text = false;
    for (std::size_t at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (in_text) {
            at += c == '\\' ? 1U : 0U;
            in_text = c != '"';
        } else if (c == '"') {
            in_text = true;
        } else if (c == '{' || c == '[') {
            if (++depth > deepest) {
                return true;
            }
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

const sql_tree::node nothing = sql_tree::node::object();

sql_tree::node parsed(const std::string& text) {
    struct release {
        void operator()(PgQueryParseResult* result) const { pg_query_free_parse_result(*result); }
    };
    PgQueryParseResult result = pg_query_parse(text.c_str());
    const std::unique_ptr<PgQueryParseResult, release> owner{&result};
    if (result.error != nullptr || result.parse_tree == nullptr) {
        throw untranslatable(std::string{"PostgreSQL's parser does not read it: "} +
                             (result.error != nullptr ? result.error->message : "no answer"));
    }
    if (is_deep(result.parse_tree)) {
        throw untranslatable("it is nested too deep");
    }
    sql_tree::node tree = sql_tree::node::parse(result.parse_tree, nullptr, false);
    if (tree.is_discarded()) {
        throw untranslatable("PostgreSQL's parser gives no tree for it");
    }
    return tree;
}

sql_tree::node logic_of(const char* how, sql_tree::node arguments) {
    return arguments.size() == 1
               ? std::move(arguments[0])
               : sql_tree::node{{"BoolExpr", {{"boolop", how}, {"args", std::move(arguments)}}}};
}

// ROW(a, b) < ROW(c, d) as a < c OR a = c AND b < d, and = and <> column by column.
std::optional<sql_tree::node> by_columns(const sql_tree::node& comparison) {
    const sql_tree::node& left = part(part(part(comparison, "lexpr"), "RowExpr"), "args");
    const sql_tree::node& right = part(part(part(comparison, "rexpr"), "RowExpr"), "args");
    const std::string name = name_of(part(comparison, "name")).last;
    const bool equal = name == "=";
    const bool unequal = name == "<>" || name == "!=";
    const bool ordered = name == "<" || name == "<=" || name == ">" || name == ">=";
    constexpr std::size_t most_columns = 8; // the text of an order grows with their square
    if (text_of(comparison, "kind") != "AEXPR_OP" || left.empty() || left.size() != right.size() ||
        left.size() > most_columns || !(equal || unequal || ordered)) {
        return std::nullopt;
    }
    sql_tree::node parts = sql_tree::node::array();
    if (!ordered) {
        for (std::size_t at = 0; at < left.size(); ++at) {
            parts.push_back(operation_of(name, left[at], right[at]));
        }
        return logic_of(equal ? "AND_EXPR" : "OR_EXPR", std::move(parts));
    }
    const std::string strict = name.substr(0, 1);
    for (std::size_t at = 0; at < left.size(); ++at) {
        sql_tree::node all = sql_tree::node::array();
        for (std::size_t before = 0; before < at; ++before) {
            all.push_back(operation_of("=", left[before], right[before]));
        }
        const bool last = at + 1 == left.size();
        all.push_back(operation_of(last ? name : strict, left[at], right[at]));
        parts.push_back(logic_of("AND_EXPR", std::move(all)));
    }
    return logic_of("OR_EXPR", std::move(parts));
}

// a <> a as an alternative, and a = a as a condition, which comparisons of rows that share a column leave:
// they say no more than that a is not NULL.
bool says_nothing(const sql_tree::node& one, bool alternative) {
    const sql_tree::node& comparison = part(one, "A_Expr");
    const std::string name = name_of(part(comparison, "name")).last;
    const sql_tree::node& left = part(part(part(comparison, "lexpr"), "ColumnRef"), "fields");
    return text_of(comparison, "kind") == "AEXPR_OP" && !left.empty() &&
           (alternative ? name == "<>" || name == "!=" : name == "=") &&
           left == part(part(part(comparison, "rexpr"), "ColumnRef"), "fields");
}

// Comparisons of rows as those of their columns, wherever they stand.
void write_out_rows(sql_tree::node& one) {
    for (sql_tree::node& each : one) {
        if (each.is_structured()) {
            write_out_rows(each);
        }
    }
    if (auto columns = kind_of(one) == "A_Expr" ? by_columns(inside(one)) : std::nullopt) {
        one = *std::move(columns);
    }
    const std::string logic = kind_of(one) == "BoolExpr" ? text_of(inside(one), "boolop") : "";
    if (logic == "OR_EXPR" || logic == "AND_EXPR") {
        sql_tree::node kept = sql_tree::node::array();
        for (const sql_tree::node& each : part(inside(one), "args")) {
            if (!says_nothing(each, logic == "OR_EXPR")) {
                kept.push_back(each);
            }
        }
        if (!kept.empty() && kept.size() < part(inside(one), "args").size()) {
            one = logic_of(logic.c_str(), std::move(kept));
        }
    }
}

} // namespace

sql_tree::node operation_of(const std::string& name, const sql_tree::node& left,
                            const sql_tree::node& right) {
    return {{"A_Expr",
             {{"kind", "AEXPR_OP"},
              {"name", {{{"String", {{"sval", name}}}}}},
              {"lexpr", left},
              {"rexpr", right}}}};
}

sql_tree::sql_tree(std::string_view expression) {
    if (expression.size() > longest) {
        throw untranslatable("it is longer than " + std::to_string(longest) + " bytes");
    }
    if (expression.find('\0') != std::string_view::npos) {
        throw untranslatable("it holds a zero byte");
    }
    text_ = "SELECT (" + std::string{expression} + "\n)"; // the line ends a comment
    const node tree = parsed(text_);
    // "1), (2" and "1) FROM t WHERE (a" are no single expression.
    const node& statements = part(tree, "stmts");
    const node& select = part(part(statements.size() == 1 ? statements[0] : nothing, "stmt"), "SelectStmt");
    const node& targets = part(select, "targetList");
    const bool plain =
        targets.size() == 1 && std::ranges::all_of(select.items(), [](const auto& each) {
            return each.key() == "targetList" || each.key() == "limitOption" || each.key() == "op";
        });
    const node& target = plain ? inside(targets[0]) : nothing;
    if (!target.contains("val") || target.contains("name")) {
        throw untranslatable("it is no single expression");
    }
    root_ = target["val"];
    write_out_rows(root_);
}

long long sql_tree::integer(const node& constant) const {
    const node& value = part(constant, "ival");
    if (value.contains("ival")) {
        return value["ival"].get<long long>();
    }
    // The parser leaves out zero, and by an error of it negative numbers too: its text has them.
    const std::size_t start = constant.value("location", std::size_t{0});
    std::string digits;
    for (std::size_t at = start; at < text_.size() && digits.size() < 20; ++at) {
        const char c = text_[at];
        if ((c >= '0' && c <= '9') || (c == '-' && digits.empty())) {
            digits += c;
        } else if (c != ' ' || digits != "-") {
            break;
        }
    }
    long long result = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), result);
    if (error != std::errc{} || end != digits.data() + digits.size()) {
        throw untranslatable("an integer of it is not understood");
    }
    return result;
}

std::string_view kind_of(const sql_tree::node& one) {
    return one.is_object() && one.size() == 1 ? std::string_view{one.begin().key()} : std::string_view{};
}

const sql_tree::node& inside(const sql_tree::node& one) {
    return one.is_object() && one.size() == 1 ? *one.begin() : nothing;
}

const sql_tree::node& part(const sql_tree::node& of, const char* name) {
    if (of.is_object()) {
        if (const auto found = of.find(name); found != of.end()) {
            return *found;
        }
    }
    return nothing;
}

const sql_tree::node& without_casts(const sql_tree::node& one) {
    const sql_tree::node* current = &one;
    while (kind_of(*current) == "TypeCast") {
        current = &part(inside(*current), "arg");
    }
    return *current;
}

std::string text_of(const sql_tree::node& of, const char* name) {
    const sql_tree::node& found = part(of, name);
    return found.is_string() ? found.get<std::string>() : std::string{};
}

dotted_name name_of(const sql_tree::node& strings) {
    dotted_name result;
    for (const sql_tree::node& each : strings) {
        if (kind_of(each) != "String") {
            throw untranslatable("a name of it is not understood");
        }
        if (!result.last.empty()) {
            result.before += (result.before.empty() ? "" : ".") + result.last;
        }
        result.last = text_of(inside(each), "sval");
    }
    return result;
}

std::optional<std::size_t> column_named(const sql_tree::node& reference, const table& of, engine from) {
    return find_column(of, from, name_of(part(reference, "fields")).last);
}

} // namespace synth::introspect
