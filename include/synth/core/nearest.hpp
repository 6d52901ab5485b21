// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_NEAREST_HPP
#define SYNTH_CORE_NEAREST_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace synth {

/// The number of letters to insert, delete or replace to turn one word into the other (Levenshtein 1966),
/// counted over the first 64 letters: `edit_distance("custmer", "customer") == 1`.
[[nodiscard]] constexpr std::size_t edit_distance(std::string_view left, std::string_view right) {
    constexpr std::size_t longest = 64;
    left = left.substr(0, longest);
    right = right.substr(0, longest);
    std::array<std::size_t, longest + 1> row{};
    for (std::size_t column = 0; column <= right.size(); ++column) {
        row[column] = column;
    }
    for (std::size_t line = 1; line <= left.size(); ++line) {
        std::size_t diagonal = row[0];
        row[0] = line;
        for (std::size_t column = 1; column <= right.size(); ++column) {
            const std::size_t replaced = diagonal + (left[line - 1] == right[column - 1] ? 0 : 1);
            diagonal = row[column];
            row[column] = std::min({row[column] + 1, row[column - 1] + 1, replaced});
        }
    }
    return row[right.size()];
}

/// The name that was probably meant, for "did you mean"; empty when there are no names.
[[nodiscard]] constexpr std::string_view nearest(std::string_view wanted,
                                                 std::span<const std::string_view> names) {
    std::string_view best;
    auto best_distance = static_cast<std::size_t>(-1);
    for (const std::string_view name : names) {
        if (const std::size_t distance = edit_distance(wanted, name); distance < best_distance) {
            best = name;
            best_distance = distance;
        }
    }
    return best;
}

} // namespace synth

#endif
