// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_FILE_NAME_HPP
#define SYNTH_PROGRAM_FILE_NAME_HPP

#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include <synth/program/part.hpp>

namespace synth {

/// A table's name as that of a file: letters that a folder or a shell would misread are percent-encoded, so
/// that distinct names stay distinct: `safe_file_name("a/b") == "a%2Fb"`.
[[nodiscard]] inline std::string safe_file_name(std::string_view name) {
    std::string safe;
    for (const char letter : name) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || byte >= 0x80 || letter == '_' ||
                           ((letter == '-' || letter == '.') && !safe.empty());
        if (plain) {
            safe += letter;
        } else {
            safe += fmt::format("%{:02X}", byte);
        }
    }
    return safe;
}

/// "orders.csv", or "orders.part-003-of-120.csv": sorted by name, the parts are in order.
[[nodiscard]] inline std::string file_name(std::string_view table, part which, std::string_view extension) {
    const std::string stem = safe_file_name(table);
    if (which.parts == 1) {
        return fmt::format("{}.{}", stem, extension);
    }
    const std::size_t digits = std::to_string(which.parts).size();
    return fmt::format("{0}.part-{1:0{3}}-of-{2}.{4}", stem, which.index, which.parts, digits, extension);
}

} // namespace synth

#endif
