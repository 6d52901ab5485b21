// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_ARRAY_TEXT_HPP
#define SYNTH_SINK_ARRAY_TEXT_HPP

#include <concepts>
#include <cstddef>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include <synth/schema/column_type.hpp>
#include <synth/sink/form.hpp>
#include <synth/sink/string_text.hpp>

namespace synth {

namespace detail {

template<typename Element>
concept spaced_in_text = std::same_as<Element, date> || std::same_as<Element, timestamp> ||
                         std::same_as<Element, timestamp_tz> || std::same_as<Element, interval>;

// Written apart first, since its text has quotes and commas of its own.
template<typename Element>
concept staged_in_array = requires(const Element& value) {
    value.lower_inclusive;
} || requires(const Element& value) { value.ranges; } || requires(const Element& value) { value.attributes; };

// Boxes alone are separated otherwise, for the commas inside them.
template<typename Element>
inline constexpr char array_separator = ',';
template<>
inline constexpr char array_separator<sql_value<"box">> = ';';

template<typename Element>
concept text_in_array = std::same_as<view_of<Element>, std::string_view> || labelled_enum<Element>;

// Whether PostgreSQL quotes a text in an array: what is empty, spells NULL, or has white space or a character
// of the array's own syntax.
inline bool needs_array_quotes(std::string_view text) {
    if (text.empty()) {
        return true;
    }
    if (text.size() == 4 && (text[0] | 32) == 'n' && (text[1] | 32) == 'u' && (text[2] | 32) == 'l' &&
        (text[3] | 32) == 'l') {
        return true;
    }
    return text.find_first_of("{},\"\\ \t\n\r\v\f") != std::string_view::npos;
}

inline char* write_array_text(char* out, std::string_view text) {
    if (!needs_array_quotes(text)) {
        return copy_bytes(out, text.data(), text.size());
    }
    *out++ = '"';
    for (const char character : text) {
        if (character == '"' || character == '\\') {
            *out++ = '\\';
        }
        *out++ = character;
    }
    *out++ = '"';
    return out;
}

template<typename Element>
std::size_t array_element_bound(const Element& element) {
    // The quotes, and the separator in front or the brace behind.
    constexpr std::size_t around = 4;
    if constexpr (std::same_as<Element, bytes>) {
        return text_form<bytes>::bound(element) + 1 + around;
    } else if constexpr (labelled_enum<Element>) {
        return 2 * text_form<Element>::fixed_bound + around;
    } else if constexpr (text_in_array<Element>) {
        return 2 * as_view(element).size() + around;
    } else if constexpr (staged_in_array<Element>) {
        return 3 * text_form<Element>::bound(as_view(element)) + around;
    } else {
        return text_form<Element>::fixed_bound + around;
    }
}

template<typename Element>
char* write_array_element(char* out, const Element& element) {
    if constexpr (std::same_as<Element, bytes>) {
        out = text_form<bytes>::write_digits(write_literal(out, R"("\\x)"), element);
        *out++ = '"';
        return out;
    } else if constexpr (labelled_enum<Element>) {
        return write_array_text(out, label_of(element));
    } else if constexpr (text_in_array<Element>) {
        return write_array_text(out, as_view(element));
    } else if constexpr (staged_in_array<Element>) {
        // Far enough behind for the quoted copy never to reach it.
        char* const staged = out + text_form<Element>::bound(as_view(element)) + 2;
        const char* const end = text_form<Element>::write(staged, as_view(element));
        return write_array_text(out, {staged, static_cast<std::size_t>(end - staged)});
    } else if constexpr (spaced_in_text<Element>) {
        char* end = text_form<Element>::write(out + 1, element);
        const auto size = static_cast<std::size_t>(end - out - 1);
        if (std::memchr(out + 1, ' ', size) == nullptr) {
            std::memmove(out, out + 1, size);
            return out + size;
        }
        *out = '"';
        *end++ = '"';
        return end;
    } else {
        return text_form<Element>::write(out, element);
    }
}

} // namespace detail

/// `{1,NULL,"a b"}`, quoted where PostgreSQL itself quotes; elements may be `std::optional`.
template<array_type Array>
struct text_form<Array> {
    using element = element_of<Array>;

    static constexpr char separator = detail::array_separator<value_type_of<element>>;
    static constexpr bool plain = false;
    static constexpr std::size_t fixed_bound = 0;

    static std::size_t bound(std::span<const element> values) {
        std::size_t total = 4;
        for (const element& value : values) {
            if constexpr (nullable<element>) {
                total += value ? detail::array_element_bound(*value) : 5;
            } else {
                total += detail::array_element_bound(value);
            }
        }
        return total;
    }

    static char* write(char* out, std::span<const element> values) {
        *out++ = '{';
        for (const element& value : values) {
            if constexpr (nullable<element>) {
                if (!value) {
                    out = write_literal(out, "NULL");
                    *out++ = separator;
                    continue;
                }
                out = detail::write_array_element(out, *value);
            } else {
                out = detail::write_array_element(out, value);
            }
            *out++ = separator;
        }
        out -= values.empty() ? 0 : 1; // the last separator becomes the brace
        *out++ = '}';
        return out;
    }
};

} // namespace synth

#endif
