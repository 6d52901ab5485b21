// SPDX-License-Identifier: BSL-1.0
#include "condition_term.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "sql_tree.hpp"

namespace synth::introspect {

namespace {

// What may stand beside an operator without parentheses. && stands in them beside || for compilers that warn,
// and a comparison beside another for readers.
std::string beside(const term& operand, binding bound, bool right) {
    bool bare = operand.bound < bound || (operand.bound == bound && !right);
    if (bound == binding::order || bound == binding::equality) {
        bare = operand.bound <= binding::sum && operand.bound != binding::unary;
        bare = bare || (operand.bound == binding::unary && operand.of != sort::boolean);
    } else if (bound == binding::either) {
        bare = operand.bound != binding::both;
    }
    const bool associative = operand.bound == bound && (bound == binding::both || bound == binding::either);
    return bare || associative ? operand.text : "(" + operand.text + ")";
}

void add_size(term& whole, const term& operand) {
    whole.nodes += operand.nodes;
    whole.copied += operand.copied;
    whole.columns.insert(operand.columns.begin(), operand.columns.end());
    whole.nullable = whole.nullable || operand.nullable;
    whole.of_elements = whole.of_elements || operand.of_elements;
    whole.of_values = whole.of_values || operand.of_values;
}

// The letters of 'A' to 'F', which can be counted, as a range of texts cannot.
std::vector<term> letters_between(const term& first, const term& last) {
    const std::string& low = first.value->text;
    const std::string& high = last.value->text;
    const auto both = [&](char from, char to) {
        return low.size() == 1 && high.size() == 1 && low[0] >= from && high[0] <= to && low[0] <= high[0];
    };
    std::vector<term> result;
    if (both('A', 'Z') || both('a', 'z') || both('0', '9')) {
        for (char each = low[0]; each <= high[0]; ++each) {
            result.push_back(constant_term({.of = sort::text, .text = std::string(1, each)}));
        }
    }
    return result;
}

// A range of one value whose bounds both belong to it is a `between`.
bool merge_range(term& first, const term& second) {
    const bool range = first.comparison == ">=" && second.comparison == "<=" &&
                       first.subject == second.subject && !first.subject.empty();
    if (!range) {
        return false;
    }
    if (first.one_letter) {
        const std::vector<term> letters = letters_between(first.constants[0], second.constants[0]);
        if (letters.size() > 1) {
            term subject{.text = first.subject,
                         .of = sort::text,
                         .nullable = first.nullable,
                         .of_elements = first.of_elements,
                         .of_values = first.of_values};
            subject.columns = first.columns;
            first = in_list(subject, letters);
            return true;
        }
    }
    term merged = first;
    merged.text = fmt::format("synth::sql::between({}, {}, {})", first.subject, first.constants[0].text,
                              second.constants[0].text);
    merged.bound = binding::primary;
    merged.comparison.clear();
    merged.choices = first.choices & second.choices;
    merged.nodes = first.nodes + second.nodes + 1;
    merged.copied += second.copied + merged.nodes;
    first = std::move(merged);
    return true;
}

// What is NULL or not is true.
bool is_tautology(const term& one, const term& other) {
    const bool tests = (one.comparison == "is_null" && other.comparison == "is_not_null") ||
                       (one.comparison == "is_not_null" && other.comparison == "is_null");
    const auto negates = [](const term& left, const term& right) {
        return left.comparison == "not" && !left.nullable && left.constants[0].text == right.text;
    };
    return (tests && one.constants[0].text == other.constants[0].text) || negates(one, other) ||
           negates(other, one);
}

term chain(std::string_view operation, binding bound, std::vector<term> parts) {
    if (parts.size() == 1) {
        return std::move(parts.front());
    }
    constexpr std::size_t most_parts = 1'000;
    if (parts.size() > most_parts) {
        throw untranslatable("it is too large for a compiler");
    }
    term result = parts.front();
    for (std::size_t at = 1; at < parts.size(); ++at) {
        result = joined(operation, bound, sort::boolean, result, parts[at]);
    }
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const value_choices& each = parts[at].choices;
        result.choices = at == 0                  ? each
                         : bound == binding::both ? result.choices & each
                                                  : result.choices | each;
    }
    result.parts = std::move(parts);
    return result;
}

// The lists of choices of one value are one list, where the first of them is.
void merge_choices(std::vector<term>& conditions) {
    for (std::size_t first = 0; first < conditions.size(); ++first) {
        if (conditions[first].comparison != "in") {
            continue;
        }
        const std::string subject = conditions[first].subject;
        const auto same = [&](const term& each) {
            return each.comparison == "in" && each.subject == subject;
        };
        const auto behind = conditions.begin() + static_cast<std::ptrdiff_t>(first) + 1;
        if (std::ranges::none_of(behind, conditions.end(), same)) {
            continue;
        }
        std::vector<term> choices;
        std::set<std::string> known;
        for (const term& each : conditions) {
            const std::size_t count = same(each) ? each.constants.size() - 1 : 0;
            for (std::size_t at = 0; at < count; ++at) {
                if (known.insert(each.constants[at].text).second) {
                    choices.push_back(each.constants[at]);
                }
            }
        }
        conditions[first] = in_list(conditions[first].constants.back(), choices);
        conditions.erase(std::remove_if(behind, conditions.end(), same), conditions.end());
    }
}

} // namespace

term constant_term(const sql_constant& value) {
    const auto text = cpp_constant(value);
    if (!text && value.of != sort::null && value.of != sort::enumeration) {
        throw untranslatable("a number of it has more digits than synth can compare");
    }
    return {.text = text.value_or(""),
            .of = value.of,
            .value = value,
            .nullable = value.of == sort::null,
            .scale = value.scale};
}

term truth_term(bool value) { return constant_term({.of = sort::boolean, .number = value ? 1 : 0}); }

term text_term(std::string text) { return constant_term({.of = sort::text, .text = std::move(text)}); }

bool is_text_constant(const term& one) {
    return one.is_constant() && (one.of == sort::text || one.of == sort::literal);
}

bool is_whole_constant(const term& one) {
    return one.is_constant() && one.of == sort::number && one.scale == 0 && one.value->scale == 0 &&
           one.value->text.empty();
}

term joined(std::string_view operation, binding bound, sort of, const term& left, const term& right) {
    const bool connects = bound == binding::both || bound == binding::either;
    term result{.text = fmt::format("{} {}{}{}", beside(left, bound, false), operation,
                                    connects ? break_mark : ' ', beside(right, bound, true)),
                .bound = bound,
                .of = of};
    add_size(result, left);
    add_size(result, right);
    result.copied += result.nodes;
    return result;
}

term prefixed(char operation, sort of, const term& inner) {
    const bool bare = inner.bound == binding::primary;
    term result{.text = fmt::format("{}{}{}{}", operation, bare ? "" : "(", inner.text, bare ? "" : ")"),
                .bound = binding::unary,
                .of = of,
                .integer = inner.integer,
                .scale = inner.scale};
    add_size(result, inner);
    result.copied += result.nodes;
    return result;
}

term called(std::string_view name, sort of, const std::vector<term>& arguments, std::size_t more) {
    term result{.of = of, .nodes = more};
    std::string list;
    for (const term& each : arguments) {
        list += list.empty() ? "" : std::string(",") + break_mark;
        list += each.text;
        add_size(result, each);
    }
    result.text = fmt::format("synth::sql::{}({})", name, list);
    result.copied += result.nodes;
    return result;
}

term null_term(const term& inner, bool null) {
    term result = called(null ? "is_null" : "is_not_null", sort::boolean, {inner}, null ? 1 : 2);
    result.nullable = false;
    result.comparison = null ? "is_null" : "is_not_null";
    result.constants = {inner};
    return result;
}

term count_term(const std::vector<term>& inner, bool nulls) {
    term result = called(nulls ? "count_null" : "count_nonnull", sort::number, inner,
                         inner.size() * (nulls ? 2 : 3) + inner.size() - 1);
    result.nullable = false;
    result.integer = true;
    return result;
}

value_choices choices_of(operation what, const term& subject, const term& constant) {
    if (subject.source == nullptr || subject.of_elements || !constant.value) {
        return {};
    }
    const bool whole = subject.of == sort::number && subject.integer && constant.of == sort::number &&
                       constant.value->scale == 0;
    const bool days = subject.of == sort::date && constant.of == sort::date;
    return choices_of_comparison(what, whole || days, constant.value->number);
}

term in_list(const term& subject, const std::vector<term>& choices) {
    term result;
    if (choices.size() == 1) {
        result = joined("==", binding::equality, sort::boolean, subject, choices.front());
    } else {
        std::vector<term> arguments{subject};
        arguments.insert(arguments.end(), choices.begin(), choices.end());
        result = called("in", sort::boolean, arguments);
        result.nodes = choices.size() * (subject.nodes + 2) + choices.size() - 1;
        result.copied = subject.copied + result.nodes;
    }
    result.nullable = subject.nullable;
    result.subject = subject.text;
    result.comparison = "in";
    result.constants = choices;
    for (std::size_t at = 0; at < choices.size(); ++at) {
        const value_choices each = choices_of(operation::equal, subject, choices[at]);
        result.choices = at == 0 ? each : result.choices | each;
    }
    result.constants.push_back(subject); // the last is the subject, for a longer list
    return result;
}

term all_of(std::vector<term> conditions) {
    if (std::ranges::any_of(conditions, [](const term& each) { return each.is_truth(false); })) {
        return truth_term(false);
    }
    std::erase_if(conditions, [](const term& each) { return each.is_truth(true); });
    std::vector<term> kept;
    for (term& each : conditions) {
        if (kept.empty() || !merge_range(kept.back(), each)) {
            kept.push_back(std::move(each));
        }
    }
    if (kept.empty()) {
        return truth_term(true);
    }
    return chain("&&", binding::both, std::move(kept));
}

term one_of(std::vector<term> conditions) {
    if (std::ranges::any_of(conditions, [](const term& each) { return each.is_truth(true); })) {
        return truth_term(true);
    }
    std::erase_if(conditions, [](const term& each) { return each.is_truth(false); });
    merge_choices(conditions);
    std::vector<term> kept;
    for (term& each : conditions) {
        if (std::ranges::any_of(kept, [&](const term& before) { return is_tautology(before, each); })) {
            return truth_term(true);
        }
        kept.push_back(std::move(each));
    }
    if (kept.empty()) {
        return truth_term(false);
    }
    return chain("||", binding::either, std::move(kept));
}

std::string broken(std::string_view text, std::size_t length, std::size_t indent) {
    std::string result;
    std::size_t line = 0; // where the current one starts
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(break_mark, start), text.size());
        const std::string_view piece = text.substr(start, end - start);
        if (start > 0 && result.size() - line + 1 + piece.size() > length) {
            result += '\n';
            line = result.size();
            result.append(indent, ' ');
        } else if (start > 0) {
            result += ' ';
        }
        result += piece;
        start = end + 1;
    }
    return result;
}

} // namespace synth::introspect
