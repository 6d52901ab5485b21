// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_NEAR_NAME_HPP
#define SYNTH_DATABASE_NEAR_NAME_HPP

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include <synth/core/nearest.hpp>

namespace synth {
namespace detail {

// People forget upper case and underscores first, so neither counts.
[[nodiscard]] inline std::string bare_letters(std::string_view name) {
    std::string bare;
    for (const char letter : name) {
        if (letter != '_' && letter != ' ' && letter != '-') {
            bare += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
        }
    }
    return bare;
}

} // namespace detail

/// The table or column that was probably meant, whatever its case; empty where none is near enough to be
/// meant: `near_name("orderLine", {"item", "order_line"}) == "order_line"`.
[[nodiscard]] inline std::string_view near_name(std::string_view wanted,
                                                std::span<const std::string_view> names) {
    std::string_view best;
    const std::string bare = detail::bare_letters(wanted);
    // Half of the letters must be right, and at least one; two exchanged letters count as two.
    std::size_t best_distance = std::min(std::max<std::size_t>(bare.size() / 2, 2) + 1, bare.size());
    std::size_t best_spelling = 0;
    for (const std::string_view name : names) {
        const std::size_t distance = edit_distance(bare, detail::bare_letters(name));
        const std::size_t spelling = edit_distance(wanted, name); // between names that differ in case only
        if (distance < best_distance ||
            (distance == best_distance && !best.empty() && spelling < best_spelling)) {
            best = name;
            best_distance = distance;
            best_spelling = spelling;
        }
    }
    return best;
}

} // namespace synth

#endif
