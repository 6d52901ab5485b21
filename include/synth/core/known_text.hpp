// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_KNOWN_TEXT_HPP
#define SYNTH_CORE_KNOWN_TEXT_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace synth {

/// A text of which its maker knows that it is `clean`: not empty, nothing in it that a format would have to
/// quote or escape, and 48 bytes behind its end that may be read. Writers copy such a text without a look at
/// it.
struct known_text {
    static constexpr std::size_t padding = 48;

    const char* data{};
    std::uint32_t size{};
    bool clean{};

    [[nodiscard]] constexpr explicit(false) operator std::string_view() const { return {data, size}; }
};

/// Whether a text is free of what CSV, COPY or JSON would have to mark: `is_clean("TAKE BACK RETURN")`.
[[nodiscard]] constexpr bool is_clean(std::string_view text) {
    bool clean = !text.empty();
    for (const char letter : text) {
        clean = clean && ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                          (letter >= '0' && letter <= '9') || letter == ' ' || letter == '-' ||
                          letter == '_' || letter == '.' || letter == '#');
    }
    return clean;
}

} // namespace synth

#endif
