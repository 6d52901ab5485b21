// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_RANGE_TEXT_HPP
#define SYNTH_SINK_RANGE_TEXT_HPP

#include <cstddef>
#include <cstring>
#include <span>

#include <synth/schema/range.hpp>
#include <synth/sink/form.hpp>

namespace synth {

namespace detail {

// A bound stands in quotes where its text has a blank, as timestamps have.
template<typename Element>
char* write_range_bound(char* out, const Element& bound) {
    char* const end = text_form<Element>::write(out + 1, bound);
    const auto size = static_cast<std::size_t>(end - out - 1);
    if (std::memchr(out + 1, ' ', size) == nullptr) {
        std::memmove(out, out + 1, size);
        return out + size;
    }
    *out = '"';
    *end = '"';
    return end + 1;
}

} // namespace detail

/// `[1,5)`, `(,"2025-01-01 00:00:00"]`, `empty`.
template<typename Element>
struct text_form<range<Element>> {
    static constexpr bool plain = false; // for the comma
    static constexpr std::size_t fixed_bound = 2 * text_form<Element>::fixed_bound + 8;

    static constexpr std::size_t bound(const range<Element>&) { return fixed_bound; }
    static char* write(char* out, const range<Element>& value) {
        if (value.empty) {
            return write_literal(out, "empty");
        }
        *out++ = value.lower && value.lower_inclusive ? '[' : '(';
        out = value.lower ? detail::write_range_bound(out, *value.lower) : out;
        *out++ = ',';
        out = value.upper ? detail::write_range_bound(out, *value.upper) : out;
        *out++ = value.upper && value.upper_inclusive ? ']' : ')';
        return out;
    }
};

/// `{[1,5),[7,9)}`.
template<typename Element>
struct text_form<multirange<Element>> {
    static constexpr bool plain = false;
    static constexpr std::size_t fixed_bound = 0;

    static constexpr std::size_t bound(std::span<const range<Element>> ranges) {
        return 2 + ranges.size() * (text_form<range<Element>>::fixed_bound + 1);
    }
    static char* write(char* out, std::span<const range<Element>> ranges) {
        *out++ = '{';
        for (const range<Element>& each : ranges) {
            out = text_form<range<Element>>::write(out, each);
            *out++ = ',';
        }
        out -= ranges.empty() ? 0 : 1; // the last comma becomes the brace
        *out++ = '}';
        return out;
    }
};

} // namespace synth

#endif
