// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_TEXT_HPP
#define SYNTH_INTROSPECT_TEXT_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Text from a database on its way into C++ code or onto a terminal. Names and comments of a database may hold
// anything: quotes, newlines, escape sequences, characters that turn the direction of writing.
namespace synth::introspect {

/// One character of UTF-8 text; an invalid byte comes as `valid == false` with the byte as its code.
struct code_point {
    char32_t code{};
    std::size_t size{};
    bool valid{};
};

/// The character at the start of `text`, which must not be empty.
[[nodiscard]] code_point first_code_point(std::string_view text);

/// A C++ string literal with its quotes that holds exactly these bytes, in ASCII: `"gr\303\266\303\237e"`.
[[nodiscard]] std::string literal(std::string_view text);

/// The text of such a literal; nothing of what is none.
[[nodiscard]] std::optional<std::string> text_of_literal(std::string_view cpp);

/// One printable line that may follow `//` or be shown on a terminal: control characters and direction marks
/// are spelled out (`<U+202E>`), no trigraph and no backslash at the end is left.
[[nodiscard]] std::string one_line(std::string_view text);

/// The lines of a comment, each of them safe as in `one_line`; trailing empty lines are dropped.
[[nodiscard]] std::vector<std::string> comment_lines(std::string_view text);

/// Whether an SQL expression is a constant, with or without a cast: `'new'::text`, `-1`, `NULL`.
[[nodiscard]] bool is_constant(std::string_view sql);

/// Whether `name` matches `pattern`, in which `*` is any text and `?` any one character.
[[nodiscard]] bool matches(std::string_view pattern, std::string_view name);

/// ASCII letters in lower case, everything else as it is.
[[nodiscard]] std::string lower(std::string_view text);

[[nodiscard]] bool is_ascii(std::string_view text);

/// A text with every `from` in it replaced.
[[nodiscard]] std::string with_replaced(std::string text, std::string_view from, std::string_view to);

/// A regular expression that only this text matches, but for its ends: `escaped_for_regex("5.") == "5\\."`.
[[nodiscard]] std::string escaped_for_regex(std::string_view text);

/// A pattern of LIKE that only this text matches: `escaped_for_like("5%") == "5\\%"`.
[[nodiscard]] std::string escaped_for_like(std::string_view text);

} // namespace synth::introspect

#endif
