// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <synth/core/plan_error.hpp>
#include <synth/generate/pattern.hpp>

#include "condition.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

struct matching {
    std::string_view sql, cpp;
    bool regular, ignores_case, negated;
};

// @~@ is GLOB, as the text of SQLite is rewritten.
constexpr matching matchings[] = {
    {"~~", "like", false, false, false},    {"!~~", "like", false, false, true},
    {"~~*", "ilike", false, true, false},   {"!~~*", "ilike", false, true, true},
    {"~", "matches", true, false, false},   {"!~", "matches", true, false, true},
    {"~*", "imatches", true, true, false},  {"!~*", "imatches", true, true, true},
    {"@~@", "matches", true, false, false}, {"!@~@", "matches", true, false, true},
};

const matching* matching_of(std::string_view sql) {
    const auto* const found = std::ranges::find(matchings, sql, &matching::sql);
    return found == std::end(matchings) ? nullptr : found;
}

// A pattern of GLOB as a regular expression.
std::string regular_of_glob(std::string_view glob) {
    std::string result = "^";
    for (std::size_t at = 0; at < glob.size(); ++at) {
        const char c = glob[at];
        if (c == '*') {
            result += ".*";
        } else if (c == '?') {
            result += '.';
        } else if (c == '[') {
            const std::size_t first = at + 1 + (glob.substr(at + 1).starts_with('^') ? 1 : 0);
            const std::size_t end =
                glob.find(']', std::min(first + 1, glob.size())); // "[]a]" begins with a ]
            if (end == std::string_view::npos ||
                glob.substr(at, end - at).find('\\') != std::string_view::npos) {
                throw untranslatable("its pattern is not known to synth");
            }
            result += glob.substr(at, end + 1 - at);
            at = end;
        } else {
            if (std::string_view{"\\^$.|+(){}"}.find(c) != std::string_view::npos) {
                result += '\\';
            }
            result += c;
        }
    }
    return result + "$";
}

// SQLite's LIKE has no escape unless one is given.
std::string without_escapes(std::string_view pattern) {
    std::string result;
    for (const char c : pattern) {
        result += c == '\\' ? "\\\\" : std::string(1, c);
    }
    return result;
}

// By how much an expression is less than another: 3 of "a - 3" to "a".
std::optional<std::size_t> difference_to(std::string_view expression, std::string_view other) {
    constexpr std::size_t most_digits = 3;
    if (!expression.starts_with(other)) {
        return std::nullopt;
    }
    std::string rest{expression.substr(other.size())};
    std::erase_if(rest, [](char c) { return c == ' ' || c == break_mark; });
    if (rest.empty()) {
        return 0;
    }
    const bool digits = rest.size() > 1 && rest.size() <= most_digits + 1 && rest[0] == '-' &&
                        rest.find_first_not_of("0123456789", 1) == std::string::npos;
    return digits ? std::optional{static_cast<std::size_t>(std::stoul(rest.substr(1)))} : std::nullopt;
}

} // namespace

bool translator::is_match(std::string_view operation) { return matching_of(operation) != nullptr; }

// position('@' in email) > 0, position('@' in email) <= length(email) - 3
term translator::compare_position(const std::string& operation, const term& place, const term& other,
                                  fails_if when) {
    const term& subject = place.constants[0];
    const std::string& wanted = place.constants[1].value->text;
    const bool number = other.of == sort::number && other.is_constant() && other.scale == 0;
    const int128 at = number ? other.value->number : -1;
    const auto like = [&](std::string_view before, std::string_view after) {
        std::string pattern{before};
        pattern += escaped_for_like(wanted);
        return called("like", sort::boolean, {subject, text_term(pattern.append(after))});
    };
    if ((at == 0 && (operation == ">" || operation == "<>")) || (at == 1 && operation == ">=")) {
        return like("%", "%");
    }
    if ((at == 0 && operation == "=") || (at == 1 && operation == "<")) {
        return negated(like("%", "%"));
    }
    if (wanted.size() == 1 && ((at == 1 && operation == ">") || (at == 2 && operation == ">="))) {
        return all_of({like("_%", "%"), negated(like("", "%"))});
    }
    const bool less = operation == "<";
    if (wanted.size() == 1 && when == fails_if::wrong && (less || operation == "<=")) {
        const std::string length = called("length", sort::number, {subject}).text;
        if (const auto short_of = difference_to(other.text, length)) {
            // So many characters stand behind it; a text without it, of which this is true too, is left out.
            return like("%", std::string(*short_of + (less ? 1 : 0), '_') + "%");
        }
    }
    throw untranslatable("a position of it is not known to synth");
}

term translator::match(const std::string& operation, const term& left, const term& right, fails_if when) {
    const matching* const how = matching_of(operation);
    if (how == nullptr) {
        throw untranslatable(fmt::format("operator {} is not known to synth", operation));
    }
    if (left.comparison == "replaced" && when == fails_if::wrong) {
        return all_of({left.constants[1], match(operation, left.constants.front(), right, when)});
    }
    // substring(a, 3) ~ '^[0-9]+$'
    if (left.comparison == "tail" && when == fails_if::wrong && (operation == "~" || operation == "~*") &&
        is_text_constant(right) && right.value->text.starts_with('^') &&
        right.value->text.find('|') == std::string::npos) {
        const std::string behind = fmt::format(
            "^.{{{}}}{}", static_cast<int>(left.constants[1].value->number) - 1, right.value->text.substr(1));
        return match(operation, left.constants.front(), text_term(behind), when);
    }
    if (const std::optional<term> begun =
            operation == "~~" && when == fails_if::wrong ? begins_as(left, right) : std::nullopt) {
        return *begun;
    }
    if (left.is_constant() || left.of != sort::text || left.labels_of != nullptr || !right.is_constant() ||
        (right.of != sort::text && right.of != sort::literal)) {
        throw untranslatable(
            "a pattern is matched with something that is no text of the row, or is no constant");
    }
    std::string text = right.value->text;
    const bool glob = how->sql.ends_with("@~@");
    bool ignores_case = how->ignores_case || left.ignores_case;
    if (glob) {
        text = regular_of_glob(text);
        ignores_case = false;
    } else if (row_.from == engine::sqlite && !how->regular) {
        text = right.escaped ? text : without_escapes(text);
        ignores_case = true;
    }
    bool fills = false; // what matches is as long as the column
    try {
        const pattern known =
            how->regular ? pattern::from_regex(text, ignores_case) : pattern::from_like(text, ignores_case);
        if (left.padded) {
            const pattern fitting = how->negated ? !known : known;
            fills = left.source->type.max_length == 1
                        ? false
                        : fitting.with_length(0, left.source->type.max_length - 1).empty();
        }
    } catch (const plan_error& error) {
        std::string message = error.what();
        message.erase(std::min(message.find("; give the column"), message.size()));
        throw untranslatable(message.starts_with("synth: ") ? message.substr(7) : message);
    }
    const std::string_view function =
        how->regular ? (ignores_case ? "imatches" : "matches") : (ignores_case ? "ilike" : "like");
    term result = called(function, sort::boolean, {left, text_term(text)});
    result = how->negated ? negated(result) : result;
    if (left.padded && !fills) {
        // The database matches the blanks at the end too; a text without any is matched as it is.
        if (when != fails_if::wrong) {
            throw untranslatable("a pattern is matched with the blanks at the end of a char(n)");
        }
        const sql_constant length{.of = sort::number, .number = left.source->type.max_length};
        return all_of(
            {result, compare("=", called("length", sort::number, {left}), constant_term(length), when)});
    }
    return result;
}

} // namespace synth::introspect
