// SPDX-License-Identifier: BSL-1.0
#include <algorithm>

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

} // namespace

std::vector<std::string> check_clauses(std::string_view create_table) {
    std::vector<std::string> clauses;
    bool after_check = false;
    std::size_t start = 0; // of the clause being read
    std::size_t depth = 0; // of the parentheses inside it
    for (std::size_t at = 0; at < create_table.size();) {
        const std::size_t end = token_end(create_table, at);
        const std::string_view token = create_table.substr(at, end - at);
        const bool skipped = token.find_first_not_of(" \t\r\n") == std::string_view::npos ||
                             token.starts_with("--") || token.starts_with("/*");
        if (depth > 0) {
            depth += token == "(" ? 1U : 0U;
            depth -= token == ")" ? 1U : 0U;
            if (depth == 0) {
                clauses.push_back("CHECK " + std::string{create_table.substr(start, end - start)});
            }
        } else if (after_check && token == "(") {
            start = at;
            depth = 1;
        }
        if (!skipped) {
            after_check = depth == 0 && lower(token) == "check";
        }
        at = end;
    }
    return clauses;
}

} // namespace synth::introspect
