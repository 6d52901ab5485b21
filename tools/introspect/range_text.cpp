// SPDX-License-Identifier: BSL-1.0
#include "range_text.hpp"

#include <cstddef>
#include <vector>

#include <synth/schema/sql_value.hpp>

#include "sql_tree.hpp"

namespace synth::introspect {

namespace {

// The arguments of "name(first, second)", as PostgreSQL prints it.
std::vector<std::string> arguments_of(std::string_view call) {
    std::vector<std::string> result;
    int depth = 0;
    char quote = '\0';
    for (std::size_t at = 0; at + 1 < call.size(); ++at) {
        const char each = call[at];
        if (quote != '\0') { // a doubled quote ends one text and begins another
            quote = each == quote ? '\0' : quote;
        } else if (each == '\'' || each == '"') {
            quote = each;
        } else if (each == '(' || each == '[') {
            if (++depth == 1) {
                result.emplace_back();
                continue;
            }
        } else if (each == ')' || each == ']') {
            --depth;
        } else if (each == ',' && depth == 1) {
            result.emplace_back();
            continue;
        }
        const bool blank = each == ' ' && depth == 1 && quote == '\0' && result.back().empty();
        if (depth > 0 && !blank) {
            result.back() += each;
        }
    }
    return result;
}

std::string without_coalesce(const std::string& expression) {
    const sql_tree tree{expression};
    if (kind_of(tree.root()) != "CoalesceExpr") {
        return expression;
    }
    const std::vector<std::string> arguments = arguments_of(expression);
    return arguments.empty() ? expression : without_coalesce(arguments.front());
}

} // namespace

std::optional<range_text> read_range(const std::string& expression, std::string_view type) {
    try {
        const sql_tree tree{expression};
        const sql_tree::node& content = inside(tree.root());
        if (type.empty() || kind_of(tree.root()) != "FuncCall" ||
            name_of(part(content, "funcname")).last != type) {
            return std::nullopt;
        }
        const sql_tree::node& nodes = part(content, "args");
        const std::vector<std::string> arguments = arguments_of(expression);
        if (arguments.size() != nodes.size() || arguments.size() < 2 || arguments.size() > 3) {
            return std::nullopt;
        }
        range_text result{.lower = without_coalesce(arguments[0]), .upper = without_coalesce(arguments[1])};
        if (arguments.size() == 3) {
            const sql_tree::node& cast = nodes.at(2);
            const sql_tree::node& constant = kind_of(cast) == "TypeCast" ? part(inside(cast), "arg") : cast;
            const std::string bounds = text_of(part(inside(constant), "sval"), "sval");
            if (kind_of(constant) != "A_Const" || bounds.empty()) {
                return std::nullopt;
            }
            result.holds_both = bounds == "[]";
        }
        return result;
    } catch (const untranslatable&) {
        return std::nullopt;
    }
}

bool keys_are_apart(const value_type& type, std::string_view operation) {
    const std::string_view name = plain_type_name(type.spelled);
    const bool apart = type.of == kind::range || type.of == kind::multirange || type.of == kind::inet ||
                       type.of == kind::cidr || type.array || name == "box" || name == "circle" ||
                       name == "polygon";
    return (operation == "&&" && apart) || (operation == "~=" && name == "point");
}

} // namespace synth::introspect
