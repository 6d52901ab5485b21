// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_JSON_TEXT_HPP
#define SYNTH_PROGRAM_JSON_TEXT_HPP

#include <string>
#include <string_view>

#include <fmt/format.h>

namespace synth {

/// A JSON string with its quotes: `json_text("a\"b") == "\"a\\\"b\""`.
[[nodiscard]] inline std::string json_text(std::string_view text) {
    std::string quoted{"\""};
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') {
            quoted += '\\';
            quoted += letter;
        } else if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f) {
            quoted += fmt::format("\\u{:04x}", static_cast<unsigned>(letter));
        } else {
            quoted += letter;
        }
    }
    return quoted += '"';
}

} // namespace synth

#endif
