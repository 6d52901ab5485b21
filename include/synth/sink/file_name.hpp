// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_FILE_NAME_HPP
#define SYNTH_SINK_FILE_NAME_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <synth/dataset/part.hpp>
#include <synth/random/stream_key.hpp>
#include <synth/schema/catalog.hpp>

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

/// The longest name of a file, in bytes, on every usual file system.
inline constexpr std::size_t longest_file_name = 255;

namespace detail {

// Sixteen digits that stand for a table: with them names stay distinct that a file system would take for one.
inline std::string table_mark(std::string_view schema, std::string_view table) {
    std::uint64_t word = make_stream_key(0, {schema, table}).start;
    std::string mark{"-"};
    for (int digit = 0; digit < 16; ++digit) {
        mark += std::string_view{"0123456789abcdef"}[word >> 60U];
        word <<= 4U;
    }
    return mark;
}

// At most `size` bytes of a safe name; no letter and no %2F is cut in two.
inline std::string shortened(const std::string& safe, std::size_t size) {
    std::size_t end = std::min(size, safe.size());
    while (end > 0 && end < safe.size() && (static_cast<unsigned char>(safe[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    const std::size_t percent = safe.rfind('%', end == 0 ? 0 : end - 1);
    if (end < safe.size() && percent != std::string::npos && percent + 3 > end) {
        end = percent;
    }
    return safe.substr(0, end);
}

constexpr char without_case(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

inline std::string without_case(std::string_view name) {
    std::string folded;
    for (const char letter : name) {
        folded += without_case(letter);
    }
    return folded;
}

} // namespace detail

/// "orders.csv", "sales.orders.csv" where a schema is given, or "orders.part-003-of-120.csv": sorted by name,
/// the parts are in order. What is too long for a file is cut, and `marked` or cut names end with digits that
/// stand for the table: "Orders-0f3a61c2ee5d9b74.csv".
[[nodiscard]] inline std::string file_name(std::string_view schema, std::string_view table, part which,
                                           std::string_view extension, bool marked = false) {
    std::string name = schema.empty() ? std::string{} : safe_file_name(schema).append(".");
    name.append(safe_file_name(table));
    std::string end;
    if (which.parts > 1) {
        const std::string parts = std::to_string(which.parts);
        const std::string index = std::to_string(which.index);
        end.append(".part-").append(parts.size() - index.size(), '0').append(index);
        end.append("-of-").append(parts);
    }
    end.append(".").append(extension);
    if (marked || name.size() + end.size() > longest_file_name) {
        const std::string mark = detail::table_mark(schema, table);
        name = detail::shortened(name, longest_file_name - mark.size() - end.size()) + mark;
    }
    return name + end;
}

/// Whether a table's schema stands before its name: always, or only where two tables share the name.
enum class schema_in_name : std::uint8_t { always, where_needed };

namespace detail {

// The schema as the name of the file shows it.
inline std::string_view schema_in_file_name(const catalog_view& schema, const catalog_table& own,
                                            schema_in_name shown) {
    const std::string name = without_case(own.name);
    std::size_t same = 0;
    for (const catalog_table& each : schema.tables) {
        same += without_case(each.name) == name ? 1U : 0U;
    }
    return shown == schema_in_name::always || same > 1 ? own.schema_name : std::string_view{};
}

} // namespace detail

/// The file of a table among those of its whole schema: marked where another table's differs in nothing but
/// upper and lower case, which not every file system tells apart. A name all in lower case stays as it is.
[[nodiscard]] inline std::string file_name(const catalog_view& schema, std::size_t table, part which,
                                           std::string_view extension,
                                           schema_in_name shown = schema_in_name::always) {
    const auto own_name = [&](const catalog_table& each) {
        return file_name(detail::schema_in_file_name(schema, each, shown), each.name, {}, {});
    };
    const catalog_table& own = schema.tables[table];
    const std::string name = own_name(own);
    const std::string folded = detail::without_case(name);
    bool marked = false;
    if (detail::without_case(own.schema_name) != own.schema_name ||
        detail::without_case(own.name) != own.name) {
        for (const catalog_table& other : schema.tables) {
            marked = marked || (&other != &own && detail::without_case(own_name(other)) == folded);
        }
    }
    return file_name(detail::schema_in_file_name(schema, own, shown), own.name, which, extension, marked);
}

} // namespace synth

#endif
