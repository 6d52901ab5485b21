// SPDX-License-Identifier: BSL-1.0
#include <optional>
#include <utility>

#include "condition.hpp"
#include "text.hpp"

namespace synth::introspect {

term translator::in_any(const std::string& operation, const node& left, const node& right, bool every,
                        fails_if when) {
    std::vector<term> conditions;
    const std::string name = operation == "!=" ? "<>" : operation;
    if (const std::optional<term> array = array_of(right)) {
        return compare_elements(name, left, *array, every, when);
    }
    const std::vector<node> list = elements(right);
    if (list.empty()) {
        throw untranslatable("a list of it is empty");
    }
    for (const node& each : list) {
        if (name == "<>" && every) { // as !(a = 1 OR a = 2), to become one list
            conditions.push_back(compare_nodes("=", left, each, fails_if::either));
        } else {
            conditions.push_back(compare_nodes(name, left, each, when));
        }
    }
    if (name == "<>" && every) {
        return negated(one_of(std::move(conditions)));
    }
    return every ? all_of(std::move(conditions)) : one_of(std::move(conditions));
}

std::vector<translator::node> translator::elements(const node& list) const {
    const node* const current = &without_casts(list);
    const std::string_view kind = kind_of(*current);
    if (kind == "A_Const" && inside(*current).contains("sval")) {
        return elements_of_text(text_of(part(inside(*current), "sval"), "sval"));
    }
    if (kind != "List" && kind != "A_ArrayExpr") {
        throw untranslatable("a list of it is no list of constants");
    }
    const node& items = part(inside(*current), kind == "List" ? "items" : "elements");
    return {items.begin(), items.end()};
}

// '{1,2,"a b"}'
std::vector<translator::node> translator::elements_of_text(const std::string& text) const {
    std::vector<node> result;
    if (!text.starts_with('{') || !text.ends_with('}')) {
        throw untranslatable("a list of it is not understood");
    }
    for (std::size_t at = 1; at + 1 < text.size();) {
        std::string element;
        const bool quoted = text[at] == '"';
        at += quoted ? 1U : 0U;
        for (; at + 1 < text.size() && text[at] != (quoted ? '"' : ','); ++at) {
            if (text[at] == '{' || text[at] == '"' || text[at] == '}') {
                throw untranslatable("a list of it is not understood");
            }
            at += text[at] == '\\' ? 1U : 0U;
            element += text[at];
        }
        at += quoted ? 1U : 0U;
        if ((!quoted && (element.empty() || lower(element) == "null")) ||
            (at + 1 < text.size() && text[at] != ',')) {
            throw untranslatable("a list of it is not understood");
        }
        ++at;
        result.push_back({{"A_Const", {{"sval", {{"sval", element}}}}}});
    }
    return result;
}

} // namespace synth::introspect
