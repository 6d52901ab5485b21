// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_COPY_LINE_HPP
#define SYNTH_DATABASE_COPY_LINE_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace synth {
namespace detail {

struct copy_escape {
    char letter;
    char mark; // behind the backslash
};
inline constexpr std::array<copy_escape, 7> copy_escapes{
    {{'\b', 'b'}, {'\f', 'f'}, {'\n', 'n'}, {'\r', 'r'}, {'\t', 't'}, {'\v', 'v'}, {'\\', '\\'}}};

} // namespace detail

/// What stands for NULL in a line of COPY text.
inline constexpr std::string_view copy_null = "\\N";

/// The cells of a line of COPY text, as they are written: `copy_cells("1\t\\N") == {"1", "\\N"}`.
[[nodiscard]] inline std::vector<std::string_view> copy_cells(std::string_view line) {
    std::vector<std::string_view> cells;
    for (std::size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
        cells.push_back(line.substr(0, tab));
        line.remove_prefix(tab + 1);
    }
    cells.push_back(line);
    return cells;
}

/// Hands on the lines of a block of COPY text, without their ends.
template<typename Take>
void for_each_line(std::string_view block, Take&& take) {
    while (!block.empty()) {
        const std::size_t end = std::min(block.find('\n'), block.size());
        take(block.substr(0, end));
        block.remove_prefix(std::min(end + 1, block.size()));
    }
}

/// Appends a value as a cell: `append_cell(line, "a\tb")` appends `a\tb` with a backslash and a t.
inline void append_cell(std::string& line, std::string_view value) {
    for (const char letter : value) {
        const auto* const escape =
            std::ranges::find(detail::copy_escapes, letter, &detail::copy_escape::letter);
        if (escape == detail::copy_escapes.end()) {
            line += letter;
        } else {
            line += '\\';
            line += escape->mark;
        }
    }
}

/// The value of a cell that is not NULL: the inverse of `append_cell`.
[[nodiscard]] inline std::string value_of_cell(std::string_view cell) {
    std::string value;
    value.reserve(cell.size());
    for (std::size_t place = 0; place < cell.size(); ++place) {
        if (cell[place] != '\\' || place + 1 == cell.size()) {
            value += cell[place];
            continue;
        }
        ++place;
        const auto* const escape =
            std::ranges::find(detail::copy_escapes, cell[place], &detail::copy_escape::mark);
        value += escape == detail::copy_escapes.end() ? cell[place] : escape->letter;
    }
    return value;
}

/// A cell as a message shows it: NULL, a number or date as it is, all else in quotes and not too long:
/// `shown_cell("ann") == "'ann'"`.
[[nodiscard]] inline std::string shown_cell(std::string_view cell) {
    constexpr std::size_t longest = 60;
    if (cell == copy_null) {
        return "NULL";
    }
    const bool bare =
        !cell.empty() && (cell.find_first_not_of("0123456789+-.:/eE ") == std::string_view::npos ||
                          cell.front() == '\'' || cell.starts_with("x'")); // quoted already
    std::size_t size = std::min(cell.size(), longest);
    while (size > 0 && size < cell.size() && (static_cast<unsigned char>(cell[size]) & 0xC0U) == 0x80U) {
        --size; // no character in two
    }
    std::string text;
    for (std::size_t place = 0; place < size; ++place) {
        const bool pair = cell[place] == '\\' && place + 1 < size && cell[place + 1] == '\\';
        place += pair ? 1U : 0U; // a backslash is written twice; the other escapes may stay
        text += cell[place];
    }
    text += size < cell.size() ? "..." : "";
    return bare ? text : "'" + text + "'";
}

} // namespace synth

#endif
