// SPDX-License-Identifier: BSL-1.0
#include "text.hpp"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

namespace synth::introspect {

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Characters that change what a reader sees without being seen (Boucher and Anderson 2021, "Trojan Source"),
// and those that some tool takes for the end of a line.
constexpr bool is_hidden(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0xAD || code == 0x61C || code == 0x180E ||
           (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF || (code >= 0xFFF9 && code <= 0xFFFB) ||
           (code >= 0xE0000 && code <= 0xE007F);
}

std::string trimmed(std::string text) {
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

} // namespace

code_point first_code_point(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(text[at]); };
    const std::uint8_t lead = byte(0);
    const code_point invalid{.code = lead, .size = 1, .valid = false};
    if (lead < 0x80) {
        return {.code = lead, .size = 1, .valid = true};
    }
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < size) {
        return invalid;
    }
    char32_t code = lead & (0x7FU >> size);
    for (std::size_t at = 1; at < size; ++at) {
        if ((byte(at) & 0xC0U) != 0x80U) {
            return invalid;
        }
        code = (code << 6U) | (byte(at) & 0x3FU);
    }
    constexpr char32_t least[] = {0x80, 0x800, 0x10000};
    if (code < least[size - 2] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
        return invalid;
    }
    return {.code = code, .size = size, .valid = true};
}

std::string literal(std::string_view text) {
    std::string result = "\"";
    char previous = 0;
    for (const char c : text) {
        const auto byte = static_cast<std::uint8_t>(c);
        if (c == '"' || c == '\\' || (c == '?' && previous == '?')) { // "??/" is a backslash in strict C++14
            result += '\\';
            result += c;
        } else if (byte < 0x20 || byte >= 0x7F) {
            result += fmt::format("\\{:03o}", byte); // always three digits: the next character cannot join it
        } else {
            result += c;
        }
        previous = c;
    }
    return result + '"';
}

std::optional<std::string> text_of_literal(std::string_view cpp) {
    if (cpp.size() < 2 || cpp.front() != '"' || cpp.back() != '"') {
        return std::nullopt;
    }
    const std::string_view inside = cpp.substr(1, cpp.size() - 2);
    const auto is_octal = [](char c) { return c >= '0' && c <= '7'; };
    std::string result;
    for (std::size_t at = 0; at < inside.size(); ++at) {
        if (inside[at] == '"') { // the end of another literal
            return std::nullopt;
        }
        if (inside[at] != '\\') {
            result += inside[at];
            continue;
        }
        const std::string_view escape = inside.substr(at + 1);
        if (escape.size() >= 3 && is_octal(escape[0]) && is_octal(escape[1]) && is_octal(escape[2])) {
            result += static_cast<char>((escape[0] - '0') * 64 + (escape[1] - '0') * 8 + (escape[2] - '0'));
            at += 3;
        } else if (!escape.empty()) {
            result += escape.front();
            ++at;
        } else {
            return std::nullopt;
        }
    }
    return result;
}

std::string one_line(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const code_point next = first_code_point(text);
        if (!next.valid) {
            result += fmt::format("<{:02X}>", static_cast<unsigned>(next.code));
        } else if (next.code == '\n' || next.code == '\r' || next.code == '\t') {
            result += ' ';
        } else if (is_hidden(next.code)) {
            result += fmt::format("<U+{:04X}>", static_cast<unsigned>(next.code));
        } else {
            if (next.code == '?' && result.ends_with('?')) {
                result += ' '; // no trigraph
            }
            result += text.substr(0, next.size);
        }
        text.remove_prefix(next.size);
    }
    result = trimmed(std::move(result));
    return result.ends_with('\\') ? result + " ."
                                  : result; // a backslash at the end would swallow the next line
}

std::vector<std::string> comment_lines(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", start), text.size());
        lines.push_back(one_line(text.substr(start, end - start)));
        start = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
    }
    while (!lines.empty() && lines.back().empty()) {
        lines.pop_back();
    }
    return lines;
}

bool is_constant(std::string_view sql) {
    const auto cast = [](std::string_view rest) {
        return rest.empty() ||
               (rest.starts_with("::") && rest.find_first_of("'+*/|<>=") == std::string_view::npos);
    };
    if (sql.starts_with('(') && sql.ends_with(')')) {
        return is_constant(sql.substr(1, sql.size() - 2));
    }
    const std::size_t quote = sql.starts_with("E'") || sql.starts_with("X'") || sql.starts_with("x'") ? 1 : 0;
    if (sql.substr(quote).starts_with('\'')) {
        std::size_t at = quote + 1;
        for (; at < sql.size(); ++at) {
            if (sql[at] == '\'' && !sql.substr(at + 1).starts_with('\'')) {
                return cast(sql.substr(at + 1));
            }
            at += sql[at] == '\'' ? 1U : 0U;
        }
        return false;
    }
    if (sql.starts_with('"') && sql.ends_with('"') && sql.size() > 1) { // SQLite takes it for a string
        return true;
    }
    const std::size_t word = std::min(sql.find("::"), sql.size());
    const std::string first = lower(sql.substr(0, word));
    if (first == "null" || first == "true" || first == "false") {
        return cast(sql.substr(word));
    }
    const std::size_t sign = first.starts_with('-') || first.starts_with('+') ? 1 : 0;
    const std::string_view digits = std::string_view{first}.substr(sign);
    const char* allowed = digits.starts_with("0x") ? "0123456789abcdefx" : "0123456789.e";
    const bool number = !digits.empty() && (is_digit(digits.front()) || digits.front() == '.') &&
                        digits.find_first_not_of(allowed) == std::string_view::npos;
    return number && cast(sql.substr(word));
}

// Backtracks only to the last star, so it is linear in practice and quadratic at worst.
bool matches(std::string_view pattern, std::string_view name) {
    std::size_t p = 0;
    std::size_t n = 0;
    std::size_t star = std::string_view::npos;
    std::size_t retry = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            retry = n;
        } else if (p < pattern.size() && pattern[p] == '?') {
            n += first_code_point(name.substr(n)).size;
            ++p;
        } else if (p < pattern.size() && pattern[p] == name[n]) {
            ++p;
            ++n;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            n = ++retry;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

std::string lower(std::string_view text) {
    std::string result{text};
    for (char& c : result) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return result;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<signed char>(c) >= 0; });
}

std::string with_replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

std::string escaped_for_regex(std::string_view text) {
    std::string result;
    for (const char c : text) {
        result += std::string_view{"\\^$.|?*+()[]{}"}.find(c) != std::string_view::npos ? "\\" : "";
        result += c;
    }
    return result;
}

std::string escaped_for_like(std::string_view text) {
    std::string result;
    for (const char c : text) {
        result += c == '%' || c == '_' || c == '\\' ? "\\" : "";
        result += c;
    }
    return result;
}

} // namespace synth::introspect
