// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_PRINTABLE_HPP
#define SYNTH_PROGRAM_PRINTABLE_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace synth {
namespace detail {

// The bytes of the UTF-8 character at the start of a text; 0 where there is none. Overlong forms, surrogates
// and what lies beyond U+10FFFF are none (Unicode, table 3-7).
inline std::size_t utf8_size(std::string_view text, std::uint32_t& code) {
    const auto byte = [&](std::size_t index) {
        return index < text.size() ? static_cast<unsigned char>(text[index]) : 0U;
    };
    const unsigned first = byte(0);
    if (first < 0x80) {
        code = first;
        return 1;
    }
    if (first < 0xC2 || first > 0xF4) {
        return 0;
    }
    std::size_t size = 2;
    if (first >= 0xE0) {
        size = first < 0xF0 ? 3 : 4;
    }
    code = first & (0x7FU >> size);
    for (std::size_t index = 1; index < size; ++index) {
        if ((byte(index) & 0xC0U) != 0x80U) {
            return 0;
        }
        code = code << 6U | (byte(index) & 0x3FU);
    }
    constexpr std::array<std::uint32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return code < least[size] || code > 0x10FFFF || surrogate ? 0 : size;
}

// What a terminal obeys instead of showing it: controls, and the marks that turn the direction of a line
// (Boucher and Anderson 2021).
inline bool steers_terminal(std::uint32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

} // namespace detail

/// A name or message as a terminal may show it: what it would obey is escaped, and so are bytes that are no
/// UTF-8. `printable("a\x1b[2J") == "a\\x1b[2J"`.
[[nodiscard]] inline std::string printable(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    while (!text.empty()) {
        std::uint32_t code = 0;
        const std::size_t size = detail::utf8_size(text, code);
        const std::string_view letter = text.substr(0, size == 0 ? 1 : size);
        if (size == 0 || detail::steers_terminal(code)) {
            for (const char byte : letter) {
                safe += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
            }
        } else {
            safe += letter;
        }
        text.remove_prefix(letter.size());
    }
    return safe;
}

} // namespace synth

#endif
