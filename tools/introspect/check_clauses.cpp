// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>

#include "sqlite_catalog.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

constexpr bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '$' || static_cast<signed char>(c) < 0;
}

// The end of the token at `at`: a quoted name or string, a comment, a word, or one character.
std::size_t token_end(std::string_view sql, std::size_t at) {
    const auto after = [&](std::string_view what, std::size_t from) {
        const std::size_t found = sql.find(what, from);
        return found == std::string_view::npos ? sql.size() : found + what.size();
    };
    switch (sql[at]) {
    case '\'':
    case '"':
    case '`': {
        std::size_t end = after(sql.substr(at, 1), at + 1);
        while (end < sql.size() && sql[end] == sql[at]) { // a doubled quote is part of the name
            end = after(sql.substr(at, 1), end + 1);
        }
        return end;
    }
    case '[':
        return after("]", at + 1);
    case '-':
        return sql.substr(at).starts_with("--") ? after("\n", at) : at + 1;
    case '/':
        return sql.substr(at).starts_with("/*") ? after("*/", at + 2) : at + 1;
    default:
        break;
    }
    std::size_t end = at;
    while (end < sql.size() && is_word(sql[end])) {
        ++end;
    }
    return std::max(end, at + 1);
}

// The name that a token is, without its quotes.
std::string name_of(std::string_view token) {
    const char first = token.front();
    if ((first != '"' && first != '`' && first != '[' && first != '\'') || token.size() < 2) {
        return std::string{token};
    }
    std::string result;
    for (std::size_t at = 1; at + 1 < token.size(); ++at) {
        result += token[at];
        at += token[at] == first && token[at + 1] == first ? 1U : 0U;
    }
    return result;
}

bool says_nothing(std::string_view token) {
    return token.find_first_not_of(" \t\r\n") == std::string_view::npos || token.starts_with("--") ||
           token.starts_with("/*");
}

} // namespace

std::vector<check_clause> check_clauses(std::string_view create_table) {
    std::vector<check_clause> clauses;
    std::array<std::string_view, 3> before{}; // the words before this one, the nearest first
    std::size_t start = 0;                    // of the clause being read
    std::size_t depth = 0;                    // of the parentheses inside it
    for (std::size_t at = 0; at < create_table.size();) {
        const std::size_t end = token_end(create_table, at);
        const std::string_view token = create_table.substr(at, end - at);
        if (depth > 0) {
            depth += token == "(" ? 1U : 0U;
            depth -= token == ")" ? 1U : 0U;
            if (depth == 0) {
                clauses.push_back({lower(before[2]) == "constraint" ? name_of(before[1]) : "",
                                   std::string{create_table.substr(start + 1, end - start - 2)}});
                before = {};
            }
        } else if (token == "(" && lower(before[0]) == "check") {
            start = at;
            depth = 1;
        } else if (!says_nothing(token)) {
            before = {token, before[0], before[1]};
        }
        at = end;
    }
    return clauses;
}

std::string event_of_trigger(std::string_view create_trigger) {
    constexpr auto events = std::to_array<std::string_view>({"delete", "insert", "update"});
    std::string when = "before"; // what SQLite takes where nothing is said
    std::string previous;
    bool named = false; // a quoted name is one token, and a bare one no word of these before its turn
    std::size_t words = 0;
    for (std::size_t at = 0; at < create_trigger.size();) {
        const std::size_t end = token_end(create_trigger, at);
        const std::string_view token = create_trigger.substr(at, end - at);
        at = end;
        if (says_nothing(token)) {
            continue;
        }
        const std::string word = lower(token);
        ++words;
        if (named) {
            if (word == "after" || (word == "of" && previous == "instead")) {
                when = word == "after" ? "after" : "instead of";
            } else if (std::ranges::find(events, word) != events.end() && previous != ".") {
                return when + " " + word;
            }
        } else {
            constexpr auto before_name = std::to_array<std::string_view>(
                {"create", "temp", "temporary", "trigger", "if", "not", "exists"});
            named = words > 2 && std::ranges::find(before_name, word) == before_name.end();
        }
        previous = word;
    }
    return {};
}

index_clauses clauses_of_index(std::string_view create_index) {
    index_clauses result;
    std::size_t depth = 0;
    std::size_t start = 0; // of the part being read
    std::size_t end_of_part = 0;
    bool closed = false;
    const auto add = [&](std::size_t end) {
        const std::size_t to = end_of_part > start ? end_of_part : end;
        result.parts.emplace_back(create_index.substr(start, to - start));
        end_of_part = 0;
    };
    for (std::size_t at = 0; at < create_index.size();) {
        const std::size_t end = token_end(create_index, at);
        const std::string_view token = create_index.substr(at, end - at);
        const std::string word = lower(token);
        if (closed && word == "where") {
            result.predicate = create_index.substr(end);
            return result;
        }
        if (depth == 1 && !closed && (token == "," || token == ")")) {
            add(at);
            start = end;
        }
        if (depth == 1 && end_of_part == 0 && (word == "asc" || word == "desc" || word == "collate")) {
            end_of_part = at;
        }
        depth += token == "(" ? 1U : 0U;
        if (token == "(" && depth == 1 && !closed) {
            start = end;
        }
        depth -= token == ")" ? 1U : 0U;
        closed = closed || (token == ")" && depth == 0);
        at = end;
    }
    return result;
}

std::string postgres_spelling(std::string_view expression) {
    std::vector<std::string_view> tokens;
    for (std::size_t at = 0; at < expression.size(); at += tokens.back().size()) {
        tokens.push_back(expression.substr(at, token_end(expression, at) - at));
    }
    // The next word behind a token, and where it is.
    const auto next = [&](std::size_t at) {
        for (++at; at < tokens.size() && says_nothing(tokens[at]);) {
            ++at;
        }
        return at;
    };
    const auto word = [&](std::size_t at) { return at < tokens.size() ? lower(tokens[at]) : std::string{}; };
    std::string result;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const std::string_view token = tokens[at];
        const std::string here = word(at);
        const std::size_t behind = next(at);
        const bool negated = word(behind) == "not";
        if (token.starts_with('[') || token.starts_with('`')) {
            result += '"';
            for (const char c : name_of(token)) {
                result += c == '"' ? "\"\"" : std::string(1, c);
            }
            result += '"';
        } else if (token == "=" && at > 0 && tokens[at - 1] == "=") {
            continue;
        } else if (here == "glob") {
            result += "@~@";
        } else if (here == "not" && word(behind) == "glob") {
            result += "!@~@";
            at = behind;
        } else if (here == "not" && word(behind) == "null") {
            result += "NOTNULL";
            at = behind;
        } else if (here == "is" && negated && word(next(behind)) == "null") {
            result += "IS NOT NULL";
            at = next(behind);
        } else if (here == "is") {
            const std::string operand = word(negated ? next(behind) : behind);
            const bool known =
                operand == "null" || operand == "true" || operand == "false" || operand == "distinct";
            result += known ? "IS" : negated ? "IS DISTINCT FROM" : "IS NOT DISTINCT FROM";
            at = !known && negated ? behind : at;
        } else {
            result += says_nothing(token) ? " " : token;
        }
    }
    return result;
}

} // namespace synth::introspect
