// SPDX-License-Identifier: BSL-1.0
#include "range_constant.hpp"

namespace synth::introspect {

namespace {

// A bound up to its end, a comma or a bracket; quotes and backslashes as in arrays.
std::optional<std::string> read_bound(std::string_view text, std::size_t& at) {
    std::string result;
    bool quoted = false;
    bool given = false;
    for (; at < text.size(); ++at) {
        if (text[at] == '"') {
            const bool doubled = quoted && at + 1 < text.size() && text[at + 1] == '"';
            quoted = doubled ? quoted : !quoted;
            given = true;
            if (doubled) {
                result += text[++at];
            }
        } else if (!quoted && (text[at] == ',' || text[at] == ')' || text[at] == ']')) {
            break;
        } else {
            at += text[at] == '\\' && at + 1 < text.size() ? 1U : 0U;
            result += text[at];
            given = true;
        }
    }
    return given ? std::optional{result} : std::nullopt;
}

} // namespace

std::optional<range_constant> read_range_constant(std::string_view text) {
    const auto trimmed = [&](char c) { return c == ' ' || c == '\t' || c == '\n'; };
    while (!text.empty() && trimmed(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && trimmed(text.back())) {
        text.remove_suffix(1);
    }
    if (text.size() < 3 || (text.front() != '[' && text.front() != '(')) {
        return std::nullopt;
    }
    range_constant result{.lower_inclusive = text.front() == '['};
    std::size_t at = 1;
    result.lower = read_bound(text, at);
    if (at >= text.size() || text[at] != ',') {
        return std::nullopt;
    }
    ++at;
    result.upper = read_bound(text, at);
    if (at + 1 != text.size()) {
        return std::nullopt;
    }
    result.upper_inclusive = text[at] == ']';
    return result;
}

} // namespace synth::introspect
