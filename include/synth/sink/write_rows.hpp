// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_WRITE_ROWS_HPP
#define SYNTH_SINK_WRITE_ROWS_HPP

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <synth/core/byte_buffer.hpp>
#include <synth/core/known_text.hpp>
#include <synth/core/plan_error.hpp>
#include <synth/dataset/dataset.hpp>
#include <synth/dataset/ordered_blocks.hpp>
#include <synth/dataset/part.hpp>
#include <synth/dataset/row_frame.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// The SQL names of a table's columns, in the order in which rows are written; those that the database
/// computes are not.
template<typename Schema, std::size_t Table>
inline constexpr auto column_names = [] {
    std::array<std::string_view, catalog_of<Schema>.tables[Table].written_count> names{};
    for (std::size_t index = 0; index < names.size(); ++index) {
        names[index] = catalog_of<Schema>.view().columns_of(Table)[index].name;
    }
    return names;
}();

namespace detail {

/// Writes rows of one table in one format. Everything but the values is decided by the compiler: the loop
/// over the columns is unrolled, and cells whose size is bounded share one check of the buffer.
template<typename Schema, std::size_t Table, typename Format>
class row_writer {
    using row_type = typename Schema::template row_at<Table>;
    static constexpr std::size_t columns = catalog_of<Schema>.tables[Table].written_count;
    using indices = std::make_index_sequence<columns>;

    template<std::size_t Column>
    using value = value_type_of<field_type<row_type, Column>>;

    // The room that a cell has without being asked for; one of unknown size that needs more asks for it.
    template<std::size_t Column>
    static constexpr std::size_t room = Format::template fixed_cell_bound<value<Column>> == 0
                                            ? 96
                                            : Format::template fixed_cell_bound<value<Column>>;

    template<std::size_t... Columns>
    static constexpr std::size_t room_of_row(std::index_sequence<Columns...>) {
        return (std::max(room<Columns>, Format::null_bound) + ... + 0) + columns * Format::separator_bound +
               Format::row_overhead;
    }

    static constexpr std::size_t whole_room = room_of_row(indices{});

public:
    row_writer(const dataset<Schema>& data, const Format& format, byte_buffer& buffer)
        : data_(data), format_(format), buffer_(buffer) {}

    void write(std::uint64_t first, std::uint64_t last) {
        for (std::uint64_t row = first; row < last; ++row) {
            data_.template seek<Table>(frame_, row);
            char* out = buffer_.reserve(whole_room);
            out = format_.begin_row(out, static_cast<std::uint16_t>(columns));
            out = write_cells(out, indices{});
            buffer_.finish(format_.end_row(out));
        }
    }

private:
    template<std::size_t... Columns>
    char* write_cells(char* out, std::index_sequence<Columns...>) {
        ((out = write_cell<Columns>(Columns == 0 ? out : format_.separator(out))), ...);
        return out;
    }

    template<std::size_t Column>
    char* write_cell(char* out) {
        if (data_.template is_null<Table, Column>(frame_)) {
            return format_.put_null(out);
        }
        // The cell may own the bytes that its view shows.
        const auto cell = data_.template cell<Table, Column>(frame_);
        if constexpr (std::convertible_to<decltype(cell), known_text> &&
                      requires { format_.put_clean(out, known_text{}); }) {
            if (const known_text text = cell; text.clean) [[likely]] {
                out = make_room<Column>(out, text.size + known_text::padding);
                return format_.put_clean(out, text);
            }
        }
        const auto view = static_cast<view_of<value<Column>>>(cell);
        if constexpr (Format::template fixed_cell_bound<value<Column>> == 0) {
            out = make_room<Column>(out, format_.template cell_bound<value<Column>>(view));
        }
        return format_.template put<value<Column>>(out, view);
    }

    // Room for a cell that is larger than its share of the row's, and again for all behind it.
    template<std::size_t Column>
    char* make_room(char* out, std::size_t size) {
        if (size > room<Column>) [[unlikely]] {
            buffer_.finish(out);
            return buffer_.reserve(size + whole_room);
        }
        return out;
    }

    const dataset<Schema>& data_;
    const Format& format_;
    byte_buffer& buffer_;
    row_frame<Schema, Table> frame_;
};

} // namespace detail

/// Appends the rows [first, last) of a table to a buffer; tables are named by their position in the schema.
template<std::size_t Table, typename Schema, typename Format>
void write_rows(const dataset<Schema>& data, const Format& format, std::uint64_t first, std::uint64_t last,
                byte_buffer& buffer) {
    detail::row_writer<Schema, Table, Format>{data, format, buffer}.write(first, last);
}

/// The same by the type of the row: `write_rows<order>(data, csv_format{}, 0, 10, buffer)`.
template<typename Row, typename Schema, typename Format>
void write_rows(const dataset<Schema>& data, const Format& format, std::uint64_t first, std::uint64_t last,
                byte_buffer& buffer) {
    write_rows<std::size_t{Schema::template index_or_none<Row>()}>(data, format, first, last, buffer);
}

/// How a table is written.
struct write_options {
    part which{};        // parts concatenate to the table
    unsigned threads{1}; // the bytes are the same for any number
};

/// Writes a table or a part of it and hands the bytes on in order: `emit(std::string_view)`. What stands
/// before the first row and behind the last one goes to the first and last part.
template<typename Row, typename Schema, typename Format, typename Emit>
void write_table(const dataset<Schema>& data, const Format& format, const write_options& options,
                 Emit&& emit) {
    constexpr std::size_t table = Schema::template index_or_none<Row>();
    constexpr std::uint64_t block_rows = 8'192;
    if (options.which.index < 1 || options.which.index > options.which.parts) {
        throw plan_error{"there is no part " + std::to_string(options.which.index) + " of " +
                         std::to_string(options.which.parts) + "; count the parts from 1"};
    }
    const std::uint64_t rows = data.template size<Row>();
    byte_buffer frame;
    if (options.which.begins()) {
        format.begin(frame, column_names<Schema, table>);
        emit(frame.view());
    }
    write_ordered_blocks(
        options.which.first(rows), options.which.last(rows), block_rows, options.threads,
        [&](std::uint64_t first, std::uint64_t last, byte_buffer& buffer) {
            write_rows<table>(data, format, first, last, buffer);
        },
        [&](std::string_view block, std::uint64_t) { emit(block); });
    if (options.which.ends()) {
        frame.clear();
        format.end(frame);
        emit(frame.view());
    }
}

} // namespace synth

#endif
