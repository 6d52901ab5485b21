// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_CSV_HPP
#define SYNTH_SINK_CSV_HPP

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <synth/core/byte_buffer.hpp>
#include <synth/core/plan_error.hpp>
#include <synth/schema/column_type.hpp>
#include <synth/sink/scan.hpp>
#include <synth/sink/text_form.hpp>

namespace synth {

/// Comma-separated values after RFC 4180: NULL is an empty cell, an empty text is `""`, quotes by need. The
/// delimiter is a comma, semicolon, bar or tab; lines end with "\r\n" or "\n".
struct csv_format {
    std::string_view line_end = "\r\n";
    char delimiter = ',';
    bool header = true;

    static constexpr std::size_t row_overhead = 2;
    static constexpr std::size_t separator_bound = 1;
    static constexpr std::size_t null_bound = 0;

    /// The room that `put` may use for any value of the type, 0 if that depends on the value.
    template<column_type Type>
    static constexpr std::size_t fixed_cell_bound = [] {
        using form = text_form<value_type_of<Type>>;
        return form::plain ? form::fixed_bound : 2 * form::fixed_bound + (form::fixed_bound != 0 ? 2 : 0);
    }();

    /// The bytes of a cell with its separator and of its length, where a value is written once for many
    /// cells.
    template<column_type Type>
    static constexpr std::size_t finished_size = text_form<value_type_of<Type>>::plain ? 16 : 32;

    template<column_type Type>
    static std::size_t cell_bound(const view_of<Type>& value) {
        using type = value_type_of<Type>;
        const std::size_t bound = text_form<type>::bound(value);
        return text_form<type>::plain ? bound : 2 * bound + 2;
    }

    /// Checks the options and writes the names of the columns, where `header` says so.
    void begin(byte_buffer& buffer, std::span<const std::string_view> columns) const {
        if (delimiter != ',' && delimiter != ';' && delimiter != '|' && delimiter != '\t') {
            throw plan_error{"a CSV delimiter must be one of , ; | and tab"};
        }
        if (line_end != "\n" && line_end != "\r\n") {
            throw plan_error{R"(a CSV line must end with \n or \r\n)"};
        }
        if (!header) {
            return;
        }
        for (std::size_t index = 0; index < columns.size(); ++index) {
            char* out = buffer.reserve(2 * columns[index].size() + 2 + separator_bound + row_overhead);
            out = index == 0 ? out : separator(out);
            out = put_text(out, columns[index]);
            buffer.finish(index + 1 == columns.size() ? end_row(out) : out);
        }
    }

    static void end(byte_buffer&) {}

    /// Writes one value that is not NULL.
    template<column_type Type>
    char* put(char* out, const view_of<Type>& value) const {
        using type = value_type_of<Type>;
        if constexpr (text_form<type>::plain || std::same_as<type, bytes>) {
            return text_form<type>::write(out, value);
        } else if constexpr (std::same_as<view_of<type>, std::string_view>) {
            return put_text(out, value);
        } else if constexpr (labelled_enum<type>) {
            return put_text(out, label_of(value));
        } else {
            // The text is written far enough behind for the quoted copy never to reach it.
            char* const staged = out + text_form<type>::bound(value) + 2;
            const char* const staged_end = text_form<type>::write(staged, value);
            return put_text(out, {staged, static_cast<std::size_t>(staged_end - staged)});
        }
    }

    /// Writes a text that needs no mark; up to 47 bytes more are written.
    template<column_type>
    static char* put_clean(char* out, const known_text& text) {
        return copy_clean(out, text);
    }

    static char* put_null(char* out) { return out; }
    static char* begin_row(char* out, std::uint16_t) { return out; }
    char* separator(char* out) const {
        *out = delimiter;
        return out + 1;
    }
    char* end_row(char* out) const {
        if (line_end.size() == 2) {
            *out++ = '\r';
        }
        *out = '\n';
        return out + 1;
    }

private:
    char* put_text(char* out, std::string_view text) const {
        // A line that is `\.` alone would end PostgreSQL's input.
        const bool clean = copy_unless(out, text, [this](std::uint64_t word) {
            return has_byte_below<' '>(word) | has_byte(word, '"') | has_byte(word, delimiter);
        });
        if (clean && !text.empty() && (text.size() != 2 || text != "\\.")) [[likely]] {
            return out + text.size();
        }
        return put_marked(out, text);
    }

    // The slow way, once a byte has raised suspicion.
    char* put_marked(char* out, std::string_view text) const {
        bool quoted = text.empty() || text == "\\.";
        for (const char character : text) {
            quoted = quoted || character == '"' || character == '\n' || character == '\r' ||
                     character == delimiter;
        }
        if (!quoted) {
            return copy_bytes(out, text.data(), text.size());
        }
        *out++ = '"';
        for (const char character : text) {
            if (character == '"') {
                *out++ = '"';
            }
            *out++ = character;
        }
        *out++ = '"';
        return out;
    }
};

} // namespace synth

#endif
