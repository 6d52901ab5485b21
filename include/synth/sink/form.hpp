// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_FORM_HPP
#define SYNTH_SINK_FORM_HPP

#include <algorithm>
#include <cstddef>
#include <cstring>

#include <synth/core/known_text.hpp>

namespace synth {

/// How PostgreSQL writes a value of a type as text; each type has a specialisation with
/// - `plain`: the text never needs CSV quotes or a COPY escape;
/// - `fixed_bound`: the room `write` may use, 0 if that depends on the value;
/// - `bound(view)`: the same for one value;
/// - `write(out, view)`: writes the text and returns its end; it may overwrite all of `bound` bytes.
template<typename Type>
struct text_form;

/// How PostgreSQL's binary COPY writes a value, without the length in front; each type has a specialisation
/// with
/// - `fixed_size`: the size of every value, 0 if that depends on the value;
/// - `bound(view)`: the room `write` may use;
/// - `write(out, view)`: writes the bytes and returns their end.
template<typename Type>
struct binary_form;

/// Writes a literal without its end: `write_literal(out, " BC")`.
template<std::size_t Extent>
char* write_literal(char* out, const char (&literal)[Extent]) {
    return std::copy_n(literal, Extent - 1, out);
}

/// Copies `size` bytes that do not overlap, quickly where they are few, and returns the end.
inline char* copy_bytes(char* out, const char* in, std::size_t size) {
    // Two copies of a constant size that overlap in the middle are cheaper than a call of memcpy.
    if (size > 32) {
        std::memcpy(out, in, size);
    } else if (size >= 16) {
        char last[16];
        std::memcpy(last, in + size - 16, 16);
        std::memcpy(out, in, 16);
        std::memcpy(out + size - 16, last, 16);
    } else if (size >= 8) {
        char last[8];
        std::memcpy(last, in + size - 8, 8);
        std::memcpy(out, in, 8);
        std::memcpy(out + size - 8, last, 8);
    } else if (size >= 4) {
        char last[4];
        std::memcpy(last, in + size - 4, 4);
        std::memcpy(out, in, 4);
        std::memcpy(out + size - 4, last, 4);
    } else if (size > 0) {
        const char middle = in[size / 2];
        const char last = in[size - 1];
        out[0] = in[0];
        out[size / 2] = middle;
        out[size - 1] = last;
    }
    return out + size;
}

/// Copies a clean text in steps of 48 bytes, most texts with one, since the number of steps is a branch that
/// the lengths of a column make as good as random; reads and writes up to 47 bytes behind its end.
inline char* copy_clean(char* out, const known_text& text) {
    std::memcpy(out, text.data, known_text::padding);
    for (std::size_t at = known_text::padding; at < text.size; at += known_text::padding) {
        std::memcpy(out + at, text.data + at, known_text::padding);
    }
    return out + text.size;
}

} // namespace synth

#endif
