// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TEXT_NUMBERS_HPP
#define SYNTH_GENERATE_TEXT_NUMBERS_HPP

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include <synth/core/integer.hpp>

namespace synth {

/// The number that SQL writes as a text, in units of 10^-scale: `number_in("12.50", 2)` is 1250. Nothing for
/// texts that SQL would not write so.
[[nodiscard]] constexpr std::optional<int128> number_in(std::string_view text, int scale) {
    constexpr std::size_t most_digits = 36;
    const bool negative = text.starts_with('-');
    const std::string_view digits = text.substr(negative ? 1 : 0);
    const auto behind = static_cast<std::size_t>(scale);
    const std::size_t point =
        scale == 0 ? digits.size() : digits.size() - std::min(digits.size(), behind + 1);
    if (point == 0 || digits.size() > most_digits || (digits[0] == '0' && point > 1)) {
        return std::nullopt;
    }
    int128 number = 0;
    for (std::size_t index = 0; index < digits.size(); ++index) {
        const char each = digits[index];
        if (index == point ? each != '.' : each < '0' || each > '9') {
            return std::nullopt;
        }
        number = index == point ? number : number * 10 + (each - '0');
    }
    if (negative && number == 0) {
        return std::nullopt;
    }
    return negative ? -number : number;
}

/// A text without the zeros before it; of zeros alone the last one stays.
[[nodiscard]] constexpr std::string_view without_zeros(std::string_view text) {
    const std::size_t first = std::min(text.find_first_not_of('0'), text.size());
    return text.substr(text.empty() ? 0 : std::min(first, text.size() - 1));
}

} // namespace synth

#endif
