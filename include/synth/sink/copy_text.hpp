// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_COPY_TEXT_HPP
#define SYNTH_SINK_COPY_TEXT_HPP

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <synth/core/byte_buffer.hpp>
#include <synth/schema/column_type.hpp>
#include <synth/sink/scan.hpp>
#include <synth/sink/text_form.hpp>

namespace synth {

/// The text format of PostgreSQL's COPY: tabs between cells, `\N` for NULL, backslash escapes.
struct copy_text_format {
    static constexpr std::size_t row_overhead = 1;
    static constexpr std::size_t separator_bound = 1;
    static constexpr std::size_t null_bound = 2;

    /// The room that `put` may use for any value of the type, 0 if that depends on the value.
    template<column_type Type>
    static constexpr std::size_t fixed_cell_bound = [] {
        using form = text_form<value_type_of<Type>>;
        return form::plain ? form::fixed_bound : 2 * form::fixed_bound + (form::fixed_bound != 0 ? 1 : 0);
    }();

    /// The bytes of a cell with its separator and of its length, where a value is written once for many
    /// cells.
    template<column_type Type>
    static constexpr std::size_t finished_size = text_form<value_type_of<Type>>::plain ? 16 : 32;

    template<column_type Type>
    static std::size_t cell_bound(const view_of<Type>& value) {
        using type = value_type_of<Type>;
        const std::size_t bound = text_form<type>::bound(value);
        if constexpr (text_form<type>::plain) {
            return bound;
        } else {
            return std::same_as<type, bytes> ? bound + 1 : 2 * bound + 1;
        }
    }

    static void begin(byte_buffer&, std::span<const std::string_view>) {}
    static void end(byte_buffer&) {}

    /// Writes one value that is not NULL.
    template<column_type Type>
    static char* put(char* out, const view_of<Type>& value) {
        using type = value_type_of<Type>;
        if constexpr (text_form<type>::plain) {
            return text_form<type>::write(out, value);
        } else if constexpr (std::same_as<type, bytes>) {
            *out = '\\';
            return text_form<type>::write(out + 1, value);
        } else if constexpr (std::same_as<view_of<type>, std::string_view>) {
            return put_text(out, value);
        } else if constexpr (labelled_enum<type>) {
            return put_text(out, label_of(value));
        } else {
            // The text is written far enough behind for the escaped copy never to reach it.
            char* const staged = out + text_form<type>::bound(value) + 1;
            const char* const staged_end = text_form<type>::write(staged, value);
            return put_text(out, {staged, static_cast<std::size_t>(staged_end - staged)});
        }
    }

    /// Writes a text that needs no mark; up to 47 bytes more are written.
    template<column_type>
    static char* put_clean(char* out, const known_text& text) {
        return copy_clean(out, text);
    }

    static char* put_null(char* out) { return write_literal(out, "\\N"); }
    static char* begin_row(char* out, std::uint16_t) { return out; }
    static char* separator(char* out) {
        *out = '\t';
        return out + 1;
    }
    static char* end_row(char* out) {
        *out = '\n';
        return out + 1;
    }

private:
    // The letter behind the backslash, 0 for a character that stands for itself.
    static constexpr auto escapes = [] {
        std::array<char, 256> table{};
        table['\b'] = 'b';
        table['\f'] = 'f';
        table['\n'] = 'n';
        table['\r'] = 'r';
        table['\t'] = 't';
        table['\v'] = 'v';
        table['\\'] = '\\';
        return table;
    }();

    static char* put_text(char* out, std::string_view text) {
        const bool clean = copy_unless(
            out, text, [](std::uint64_t word) { return has_byte_below<' '>(word) | has_byte(word, '\\'); });
        return clean ? out + text.size() : put_escaped(out, text);
    }

    static char* put_escaped(char* out, std::string_view text) {
        for (const char character : text) {
            const char escape = escapes[static_cast<unsigned char>(character)];
            if (escape != 0) {
                *out++ = '\\';
            }
            *out++ = escape != 0 ? escape : character;
        }
        return out;
    }
};

} // namespace synth

#endif
