// SPDX-License-Identifier: BSL-1.0
#include "key_carrier.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include <synth/core/plan_error.hpp>
#include <synth/generate/pattern.hpp>
#include <synth/generate/pattern_texts.hpp>

#include "condition_types.hpp"
#include "sql_tree.hpp"

namespace synth::introspect {

namespace {

using node = sql_tree::node;
using found = std::optional<key_carrier>;

bool is_any(std::string_view name, std::initializer_list<std::string_view> of) {
    return std::ranges::find(of, name) != of.end();
}

class search {
public:
    search(const table& of, engine from) : of_(of), from_(from) {}

    [[nodiscard]] found look_at(const node& one) {
        const std::string_view kind_of_node = kind_of(one);
        const node& content = inside(one);
        if (kind_of_node == "ColumnRef") {
            return column(content);
        }
        if (kind_of_node == "TypeCast") {
            return cast(content);
        }
        if (kind_of_node == "FuncCall") {
            return function(content);
        }
        if (kind_of_node == "A_Expr" && text_of(content, "kind") == "AEXPR_OP") {
            return operation(content);
        }
        if (kind_of_node == "CollateClause") {
            return look_at(part(content, "arg"));
        }
        if (kind_of_node == "CoalesceExpr" && part(content, "args").size() == 2 &&
            is_constant_node(part(content, "args").at(1))) {
            found result = look_at(part(content, "args").at(0));
            if (result) {
                result->plain = false;
                result->counts_nulls = true;
            }
            return result;
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] found column(const node& content) {
        const std::optional<std::size_t> at = column_named(content, of_, from_);
        if (!at) {
            return std::nullopt;
        }
        const introspect::column& source = of_.columns[*at];
        if (!source.generated_expression.empty()) {
            const std::string made = generation_of(source);
            if (generated_ || made.empty()) {
                return std::nullopt;
            }
            generated_ = true;
            found result = look_at(sql_tree{made}.root());
            generated_ = false;
            if (!result || merges(source.type, *result, made)) {
                return std::nullopt;
            }
            result->plain = false;
            result->folds_case = result->folds_case || is_citext(source.type);
            return result;
        }
        return key_carrier{.column = *at, .folds_case = is_citext(source.type)};
    }

    // Whether a generated column may hold the same for two values of its carrier: the cast to its type, which
    // may round, is not written.
    [[nodiscard]] bool merges(const value_type& type, const key_carrier& from,
                              const std::string& made) const {
        const value_type& carrier = of_.columns[from.column].type;
        if (type.of == kind::text) {
            return false;
        }
        if (is_integer(type.of)) {
            return !is_integer(carrier.of) || made.find('.') != std::string::npos;
        }
        if (type.of == kind::decimal && is_integer(carrier.of)) {
            return type.scale < 0 || made.find('.') != std::string::npos;
        }
        if (type.of != carrier.of) {
            return true;
        }
        if (type.of == kind::decimal) { // sums and products have more digits
            return type.precision > 0 &&
                   (!from.plain || carrier.precision == 0 || type.scale < carrier.scale);
        }
        return type.fraction_digits.value_or(6U) < carrier.fraction_digits.value_or(6U);
    }

    [[nodiscard]] static bool is_constant_node(const node& one) {
        return kind_of(one) == "A_Const" ||
               (kind_of(one) == "TypeCast" && is_constant_node(part(inside(one), "arg")));
    }

    [[nodiscard]] static std::string text_of_constant(const node& one) {
        return kind_of(one) == "TypeCast" ? text_of_constant(part(inside(one), "arg"))
                                          : text_of(part(inside(one), "sval"), "sval");
    }

    // Whether a replacement changes some text of the letters of which synth makes keys.
    [[nodiscard]] static bool replaces_in_keys(bool plain, const std::string& sought) {
        if (plain) {
            return sought.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz") == std::string::npos;
        }
        try {
            const pattern found = pattern::from_regex(sought) & pattern::from_regex("^[0-9a-z]*$");
            return !pattern_texts{found, pattern_texts::longest}.empty();
        } catch (const plan_error&) { // not known to synth
            return true;
        }
    }

    [[nodiscard]] kind kind_of_carrier(const found& one) const {
        const value_type& type = of_.columns[one->column].type;
        return type.array ? kind::unsupported : type.of;
    }

    // Casts that tell values apart as before: to a text, and of an integer to a number.
    [[nodiscard]] found cast(const node& content) {
        found result = look_at(part(content, "arg"));
        if (!result) {
            return std::nullopt;
        }
        const node& type = part(content, "typeName");
        const std::string name = name_of(part(type, "names")).last;
        const bool limited = type.contains("typmods") || type.contains("arrayBounds");
        const kind from = kind_of_carrier(result);
        const bool to_text = is_any(name, {"text", "varchar", "bpchar", "citext", "name"});
        const bool integer = is_integer(from) && is_any(name, {"int8", "int4", "numeric", "float8"});
        const bool narrows =
            (name == "int4" && from == kind::int64) || (name == "name" && from != kind::text);
        if (limited || narrows || !(to_text || integer)) {
            return std::nullopt;
        }
        result->folds_case = result->folds_case || name == "citext";
        return result;
    }

    [[nodiscard]] found function(const node& content) {
        const node& arguments = part(content, "args");
        const dotted_name name = name_of(part(content, "funcname"));
        if (arguments.empty() || (!name.before.empty() && name.before != "pg_catalog") ||
            !std::ranges::all_of(arguments.begin() + 1, arguments.end(), is_constant_node)) {
            return std::nullopt;
        }
        found result = look_at(arguments.at(0));
        if (!result) {
            return std::nullopt;
        }
        result->plain = false;
        const kind from = kind_of_carrier(result);
        if (is_any(name.last, {"lower", "upper", "initcap"}) && from == kind::text) {
            result->folds_case = true;
            return result;
        }
        if (is_any(name.last, {"btrim", "ltrim", "rtrim", "trim"}) && from == kind::text &&
            (arguments.size() == 1 || text_of(part(inside(arguments.at(1)), "sval"), "sval") == " ")) {
            result->needs_letters = true;
            return result;
        }
        if (is_any(name.last, {"replace", "regexp_replace"}) && from == kind::text && arguments.size() > 2) {
            result->needs_letters = true;
            return replaces_in_keys(name.last == "replace", text_of_constant(arguments.at(1))) ? std::nullopt
                                                                                               : result;
        }
        if (name.last == "abs" && arguments.size() == 1 && (is_integer(from) || from == kind::decimal)) {
            result->needs_letters = true;
            return result;
        }
        if (is_any(name.last, {"md5", "reverse", "sha256"}) && arguments.size() == 1) {
            return result;
        }
        return std::nullopt;
    }

    [[nodiscard]] found operation(const node& content) {
        const dotted_name given = name_of(part(content, "name"));
        if (!given.before.empty() && given.before != "pg_catalog") {
            return std::nullopt;
        }
        const std::string& name = given.last;
        const node& left = part(content, "lexpr");
        const node& right = part(content, "rexpr");
        if (name == "||") {
            return joined(content);
        }
        const bool left_constant = is_constant_node(left);
        const bool right_constant = is_constant_node(right);
        if (left_constant == right_constant || left.empty()) {
            return std::nullopt;
        }
        found result = look_at(left_constant ? right : left);
        if (!result) {
            return std::nullopt;
        }
        result->plain = false;
        const kind from = kind_of_carrier(result);
        const bool number = is_integer(from) || from == kind::decimal;
        const node& constant = inside(left_constant ? left : right);
        const bool zero = !part(constant, "ival").contains("ival") && !constant.contains("fval");
        if (number && (is_any(name, {"+", "-"}) || (name == "*" && !zero))) {
            return result;
        }
        // Keys in jsonb are objects of one member, so that a member is distinct or missing.
        if (from == kind::jsonb && right_constant && is_any(name, {"->", "->>"})) {
            result->needs_letters = true;
            return result;
        }
        return std::nullopt;
    }

    void flatten(const node& one, std::vector<node>& into) const {
        const node& content = inside(one);
        if (kind_of(one) == "TypeCast" && kind_of(part(content, "arg")) == "A_Expr") {
            flatten(part(content, "arg"), into); // (a || b)::text
        } else if (kind_of(one) == "A_Expr" && name_of(part(content, "name")).last == "||") {
            flatten(part(content, "lexpr"), into);
            flatten(part(content, "rexpr"), into);
        } else {
            into.push_back(one);
        }
    }

    // What begins with a text of one width, or with something that ends where no key goes on, is told apart
    // by that.
    [[nodiscard]] found joined(const node& content) {
        std::vector<node> operands;
        flatten(part(content, "lexpr"), operands);
        flatten(part(content, "rexpr"), operands);
        const auto first = std::ranges::find_if_not(operands, is_constant_node);
        found result = first == operands.end() ? found{} : look_at(*first);
        if (!result) {
            return std::nullopt;
        }
        result->plain = false;
        result->needs_letters = true;
        const bool alone = std::all_of(first + 1, operands.end(), is_constant_node);
        const std::string next = first + 1 != operands.end() ? text_of_constant(*(first + 1)) : "";
        const bool ends = !next.empty() && (next[0] < '0' || (next[0] > '9' && next[0] < 'A'));
        const kind from = kind_of_carrier(result);
        if (from == kind::text || alone || ends) {
            return result;
        }
        return std::nullopt;
    }

    const table& of_;
    engine from_;
    bool generated_ = false;
};

} // namespace

found carrier_of(const std::string& expression, const table& of, engine from) {
    try {
        const sql_tree tree{expression};
        return search{of, from}.look_at(tree.root());
    } catch (const untranslatable&) {
        return std::nullopt;
    }
}

} // namespace synth::introspect
