// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_COPY_BINARY_HPP
#define SYNTH_SINK_COPY_BINARY_HPP

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <synth/core/big_endian.hpp>
#include <synth/core/byte_buffer.hpp>
#include <synth/core/known_text.hpp>
#include <synth/schema/column_type.hpp>
#include <synth/sink/binary_form.hpp>
#include <synth/sink/form.hpp>

namespace synth {

/// The binary format of PostgreSQL's COPY, version 1: a signature, rows that start with the number of their
/// cells, cells that start with their length, a trailer.
struct copy_binary_format {
    static constexpr std::size_t row_overhead = 2;
    static constexpr std::size_t separator_bound = 0;
    static constexpr std::size_t null_bound = binary_length_size;

    /// The room that `put` may use for any value of the type, 0 if that depends on the value.
    template<column_type Type>
    static constexpr std::size_t fixed_cell_bound = [] {
        static_assert(
            has_binary_form<Type>,
            "synth: binary rows must not have a sql_value or a composite, which are texts; write them "
            "with synth::copy_text_format");
        if constexpr (has_binary_form<Type>) {
            constexpr std::size_t size = binary_form<value_type_of<Type>>::fixed_size;
            return size == 0 ? std::size_t{0} : size + binary_length_size;
        } else {
            return std::size_t{1}; // explained already
        }
    }();

    /// The bytes of a cell and of its length, where a value is written once for many cells.
    template<column_type Type>
    static constexpr std::size_t finished_size = fixed_cell_bound<Type> - 1 < 15 ? 16 : 32;

    template<column_type Type>
    static std::size_t cell_bound(const view_of<Type>& value) {
        return binary_form<value_type_of<Type>>::bound(value) + binary_length_size;
    }

    /// Writes the signature, no flags and an empty extension.
    static void begin(byte_buffer& buffer, std::span<const std::string_view>) {
        using namespace std::string_view_literals;
        buffer.append("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0"sv);
    }
    static void end(byte_buffer& buffer) { buffer.append("\377\377"); }

    /// Writes one value that is not NULL.
    template<column_type Type>
    static char* put(char* out, const view_of<Type>& value) {
        if constexpr (has_binary_form<Type>) {
            return write_with_length<Type>(out, value);
        } else {
            return out; // explained already
        }
    }

    /// Writes a text that may be copied in long steps; up to 47 bytes more are written.
    template<std::same_as<std::string> Type>
    static char* put_clean(char* out, const known_text& text) {
        return copy_clean(store_big_endian(out, text.size), text);
    }

    static char* put_null(char* out) { return write_null_length(out); }
    static char* begin_row(char* out, std::uint16_t columns) { return store_big_endian(out, columns); }
    static char* separator(char* out) { return out; }
    static char* end_row(char* out) { return out; }
};

} // namespace synth

#endif
