// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TEXT_FUNCTIONS_HPP
#define SYNTH_GENERATE_TEXT_FUNCTIONS_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <synth/generate/possible_value.hpp>
#include <synth/schema/expression_node.hpp>

namespace synth {

namespace detail {

constexpr char in_case(char each, letter_case letters) {
    const char from = letters == letter_case::lower ? 'A' : 'a';
    const bool changes = letters != letter_case::kept && each >= from && each < from + 26;
    return changes ? static_cast<char>(each ^ 0x20) : each;
}

// Characters are the bytes of UTF-8 that start one.
constexpr std::int64_t length_of(std::string_view text, bool in_bytes) {
    std::int64_t count = 0;
    for (const char each : text) {
        count += in_bytes || (static_cast<unsigned char>(each) & 0xc0U) != 0x80U ? 1 : 0;
    }
    return count;
}

// So many characters of a text, all of a shorter one; none is cut in two.
constexpr std::string_view first_characters(std::string_view text, std::size_t count) {
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        const bool starts = (static_cast<unsigned char>(text[end]) & 0xc0U) != 0x80U;
        if (starts && count-- == 0) {
            break;
        }
    }
    return text.substr(0, end);
}

// Below, at or above zero, by bytes as the collation "C" has it.
constexpr int order_of(const possible_value& left, const possible_value& right) {
    for (std::size_t index = 0;; ++index) {
        const bool ends = index == left.text.size();
        if (ends || index == right.text.size()) {
            return static_cast<int>(!ends) - static_cast<int>(index != right.text.size());
        }
        const auto one = static_cast<unsigned char>(in_case(left.text[index], left.letters));
        const auto other = static_cast<unsigned char>(in_case(right.text[index], right.letters));
        if (one != other) {
            return one < other ? -1 : 1;
        }
    }
}

} // namespace detail

/// The value of a function of a text: its length, the text in small letters.
[[nodiscard]] constexpr possible_value function_of_text(operation what, const possible_value& inner) {
    possible_value result = inner;
    if (!inner.may_be_value) {
        return result;
    }
    if (what == operation::length || what == operation::octet_length) {
        result.text_known = false;
        result.low = 0;
        result.high = no_upper_bound;
        if (inner.text_known) {
            result.low = result.high = detail::length_of(inner.text, what == operation::octet_length);
        }
    } else if (what == operation::trim) {
        const std::size_t first = inner.text.find_first_not_of(' ');
        result.text = first == std::string_view::npos
                          ? std::string_view{}
                          : inner.text.substr(first, inner.text.find_last_not_of(' ') - first + 1);
    } else {
        result.letters = what == operation::lower ? letter_case::lower : letter_case::upper;
        for (const char each : inner.text) { // other letters change as the database's language has it
            result.text_known = result.text_known && static_cast<unsigned char>(each) < 0x80U;
        }
    }
    return result;
}

/// Whether two known texts compare as an operation asks.
[[nodiscard]] constexpr bool compare_texts(operation what, const possible_value& left,
                                           const possible_value& right) {
    const int order = detail::order_of(left, right);
    switch (what) {
    case operation::equal:
        return order == 0;
    case operation::unequal:
        return order != 0;
    case operation::less:
        return order < 0;
    case operation::less_equal:
        return order <= 0;
    case operation::greater:
        return order > 0;
    default:
        return order >= 0;
    }
}

/// A known text in the letters that `lower` or `upper` gave it.
[[nodiscard]] inline std::string in_its_letters(const possible_value& value) {
    std::string text{value.text};
    for (char& each : text) {
        each = detail::in_case(each, value.letters);
    }
    return text;
}

} // namespace synth

#endif
