// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "condition.hpp"
#include "text.hpp"

// Functions of texts whose comparison is a regular expression over the whole text, the same or a narrower
// one: split_part(email, '@', 2) <> '', translate(code, '0123456789', '') = '', initcap(name) = name.
namespace synth::introspect {

namespace {

// Letters within brackets, of which a few must be escaped there.
std::string bracketed(std::string_view letters, bool none = false) {
    std::string result = none ? "[^" : "[";
    for (const char c : letters) {
        result += std::string_view{"\\^-[]"}.find(c) != std::string_view::npos ? "\\" : "";
        result += c;
    }
    return result + "]";
}

bool is_small_number(const term& one) {
    return is_whole_constant(one) && one.value->number >= 1 && one.value->number <= 100;
}

// What a text is that has been split at a letter: `before` pieces, then one like `piece`.
std::string piece_at(std::string_view letter, int128 before, std::string_view piece, bool last) {
    std::string result = "^";
    if (before > 0) {
        result += fmt::format("({}*{}){{{}}}", bracketed(letter, true), escaped_for_regex(letter),
                              static_cast<int>(before));
    }
    return result.append(piece).append(last ? "(" + escaped_for_regex(letter) + "|$)" : "");
}

} // namespace

std::optional<term> translator::function_of_pieces(const std::string& name,
                                                   const std::vector<term>& arguments) {
    const term& first = arguments.front();
    const std::size_t count = arguments.size();
    const auto text_at = [&](std::size_t at) {
        return at < count && is_text_constant(arguments[at]) && is_ascii(arguments[at].value->text);
    };
    // The words of a change of case: lower(left(code, 2)) = 'ab'
    const bool piece = first.comparison == "left" || first.comparison == "right" ||
                       first.comparison == "substring" || first.comparison == "split_part";
    if ((name == "lower" || name == "upper") && count == 1 && piece) {
        return special_term(name + "_piece", {first});
    }
    const auto length_of = [&](const term& replaced) {
        const term& text = replaced.constants.front();
        return text.of == sort::text && (name == "length" || name == "char_length" ||
                                         name == "octet_length" || name == "character_length");
    };
    if (first.comparison == "replaced" && count == 1 && length_of(first)) {
        return special_term("replaced", {text_function(name, {first.constants[0]}), first.constants[1]});
    }
    const bool text = first.of == sort::text && first.labels_of == nullptr && !first.is_constant() &&
                      !first.padded && !first.ignores_case;
    if (!text) {
        return std::nullopt;
    }
    const auto letter_at = [&](std::size_t at) {
        return text_at(at) && arguments[at].value->text.size() == 1;
    };
    if (name == "split_part" && count == 3 && letter_at(1) && is_small_number(arguments[2])) {
        return special_term(name, arguments);
    }
    if (name == "string_to_array" && count == 2 && letter_at(1)) {
        return special_term("pieces", arguments);
    }
    if (name == "initcap" && count == 1) {
        return special_term(name, arguments);
    }
    if (name == "translate" && count == 3 && text_at(1) && text_at(2) && !arguments[1].value->text.empty()) {
        return special_term(name, arguments);
    }
    if (name == "regexp_match" &&
        (count == 2 || (count == 3 && text_at(2) && arguments[2].value->text == "i"))) {
        return special_term(name,
                            {first, match(count == 3 ? "~*" : "~", first, arguments[1], fails_if::either)});
    }
    return std::nullopt;
}

term translator::compare_pieces(std::string_view operation, const term& left, const term& right,
                                fails_if when) {
    const term& first = left.constants.front();
    const std::string& function = left.comparison;
    if (function == "lower_piece" || function == "upper_piece") {
        const bool lowers = function == "lower_piece";
        const std::string text = is_text_constant(right) ? right.value->text : std::string{};
        const auto changed = [&](char c) { return lowers ? c >= 'A' && c <= 'Z' : c >= 'a' && c <= 'z'; };
        if (!is_text_constant(right) || !is_ascii(text) || std::ranges::any_of(text, changed)) {
            refuse_function();
        }
        term plain = first; // whose texts are compared without their case
        plain.constants.front().ignores_case = true;
        return compare_special(operation, plain, right, when);
    }
    if (when != fails_if::wrong) {
        refuse_function();
    }
    const auto matched = [&](const std::string& regular) {
        return match(first.ignores_case ? "~*" : "~", first, text_term(regular), when);
    };
    if (function == "initcap") {
        if (operation != "=" || right.is_constant() || right.text != first.text) {
            refuse_function();
        }
        return matched("^[A-Z][a-z]*( [A-Z][a-z]*)*$");
    }
    if (function == "pieces") { // of an empty text there is none
        if (!is_small_number(right) || (operation != "=" && operation != ">=" && operation != "<=")) {
            refuse_function();
        }
        const std::string& letter = left.constants[1].value->text;
        const int more = static_cast<int>(right.value->number) - 1;
        const std::string times = operation == "="    ? fmt::format("{}", more)
                                  : operation == ">=" ? fmt::format("{},", more)
                                                      : fmt::format("0,{}", more);
        return matched(fmt::format("^{}+({}{}*){{{}}}$", bracketed(letter, true), escaped_for_regex(letter),
                                   bracketed(letter, true), times));
    }
    if (function == "translate") {
        const std::string& letters = left.constants[1].value->text;
        const bool removes = left.constants[2].value->text.empty();
        if (operation == "=" && removes && is_text_constant(right) && right.value->text.empty()) {
            return matched("^" + bracketed(letters) + "*$");
        }
        // A text in which nothing is replaced is one that does it.
        return all_of({match("!~", first, text_term(bracketed(letters)), fails_if::either),
                       compare(std::string{operation}, first, right, when)});
    }
    if (function != "split_part" || !is_text_constant(right) || !is_ascii(right.value->text)) {
        refuse_function();
    }
    const std::string& letter = left.constants[1].value->text;
    const int128 before = left.constants[2].value->number - 1;
    const std::string& wanted = right.value->text;
    if (operation == "<>" && wanted.empty()) {
        return matched(piece_at(letter, before, bracketed(letter, true), false));
    }
    if (operation != "=" || wanted.empty() || wanted.find(letter) != std::string::npos) {
        refuse_function();
    }
    return matched(piece_at(letter, before, escaped_for_regex(wanted), true));
}

} // namespace synth::introspect
