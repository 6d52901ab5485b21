// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_REDACTED_HPP
#define SYNTH_DATABASE_REDACTED_HPP

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string>
#include <string_view>

namespace synth {
namespace detail {

[[nodiscard]] inline bool same_letters(std::string_view left, std::string_view right) {
    if (left.size() != right.size()) {
        return false;
    }
    for (std::size_t index = 0; index < left.size(); ++index) {
        if (std::tolower(static_cast<unsigned char>(left[index])) !=
            std::tolower(static_cast<unsigned char>(right[index]))) {
            return false;
        }
    }
    return true;
}

// The end of a value that starts at `from`: a URL's ends at '&', a conninfo's at a blank unless quoted.
[[nodiscard]] inline std::size_t end_of_secret(std::string_view text, std::size_t from, bool url) {
    if (url) {
        return std::min(text.find_first_of("&#", from), text.size());
    }
    const bool quoted = from < text.size() && text[from] == '\'';
    for (std::size_t index = quoted ? from + 1 : from; index < text.size(); ++index) {
        if (text[index] == '\\') {
            ++index;
        } else if (quoted ? text[index] == '\''
                          : std::isspace(static_cast<unsigned char>(text[index])) != 0) {
            return quoted ? index + 1 : index;
        }
    }
    return text.size();
}

inline void hide_value_of(std::string& text, std::string_view keyword, bool url) {
    for (std::size_t at = 0; at + keyword.size() < text.size(); ++at) {
        if (!same_letters(std::string_view{text}.substr(at, keyword.size()), keyword)) {
            continue;
        }
        std::size_t value = at + keyword.size();
        while (value < text.size() && std::isspace(static_cast<unsigned char>(text[value])) != 0) {
            ++value;
        }
        if (value == text.size() || text[value] != '=') {
            continue;
        }
        ++value;
        while (!url && value < text.size() && std::isspace(static_cast<unsigned char>(text[value])) != 0) {
            ++value;
        }
        text.replace(value, end_of_secret(text, value, url) - value, "***");
        at = value;
    }
}

} // namespace detail

/// Whether a URL's user or password holds an '@', '/' or '?' that is not percent-encoded. libpq would take
/// what stands behind it for a host or a port, and its messages would show it.
[[nodiscard]] inline bool has_unclear_secret(std::string_view target) {
    const std::size_t scheme = target.find("://");
    if (scheme == std::string_view::npos || !target.starts_with("postgres")) {
        return false;
    }
    const std::string_view rest = target.substr(scheme + 3);
    const std::string_view authority = rest.substr(0, rest.find_first_of("/?"));
    const auto at_signs = std::count(authority.begin(), authority.end(), '@');
    const std::string_view before_options = rest.substr(0, rest.find('?'));
    return at_signs > 1 || before_options.find('@', authority.size()) != std::string_view::npos ||
           (at_signs == 0 && rest.find('@') != std::string_view::npos);
}

/// A URL or conninfo without its secrets, for messages: `redacted("postgres://ann:pw@host/shop")` is
/// "postgres://ann:***@host/shop". When in doubt it hides too much.
[[nodiscard]] inline std::string redacted(std::string_view target) {
    std::string text{target};
    const std::size_t scheme = text.find("://");
    const bool url = scheme != std::string::npos;
    if (url) {
        // The last '@': a password that should have been percent-encoded may contain '@', '/' and '?'.
        const std::size_t user = scheme + 3;
        const std::size_t at = text.rfind('@');
        const std::size_t colon = text.find(':', user);
        if (at != std::string::npos && colon != std::string::npos && colon < at) {
            text.replace(colon + 1, at - colon - 1, "***");
        }
    }
    detail::hide_value_of(text, "password", url); // sslpassword ends with it
    return text;
}

} // namespace synth

#endif
