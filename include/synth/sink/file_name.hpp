// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_FILE_NAME_HPP
#define SYNTH_SINK_FILE_NAME_HPP

#include <cstddef>
#include <string>
#include <string_view>

#include <synth/dataset/part.hpp>

namespace synth {

/// A name as a piece of a file's name: letters that a folder or a shell would misread are percent-encoded,
/// and so is the point, so that distinct names stay distinct: `safe_file_name("a/b") == "a%2Fb"`.
[[nodiscard]] inline std::string safe_file_name(std::string_view name) {
    std::string safe;
    for (const char letter : name) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || byte >= 0x80 || letter == '_' ||
                           (letter == '-' && !safe.empty());
        if (plain) {
            safe += letter;
        } else {
            constexpr std::string_view digits = "0123456789ABCDEF";
            safe.append("%").append(digits.substr(byte >> 4U, 1)).append(digits.substr(byte & 15U, 1));
        }
    }
    return safe;
}

/// "orders.csv", "sales.orders.csv" where a schema is given, or "orders.part-003-of-120.csv": sorted by name,
/// the parts are in order.
[[nodiscard]] inline std::string file_name(std::string_view schema, std::string_view table, part which,
                                           std::string_view extension) {
    std::string name = schema.empty() ? std::string{} : safe_file_name(schema).append(".");
    name.append(safe_file_name(table));
    if (which.parts > 1) {
        const std::string parts = std::to_string(which.parts);
        const std::string index = std::to_string(which.index);
        name.append(".part-")
            .append(parts.size() - index.size(), '0')
            .append(index)
            .append("-of-")
            .append(parts);
    }
    return name.append(".").append(extension);
}

} // namespace synth

#endif
