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
#include <type_traits>
#include <utility>

#include <synth/core/byte_buffer.hpp>
#include <synth/core/known_text.hpp>
#include <synth/core/plan_error.hpp>
#include <synth/dataset/dataset.hpp>
#include <synth/dataset/ordered_blocks.hpp>
#include <synth/dataset/part.hpp>
#include <synth/dataset/row_frame.hpp>
#include <synth/schema/schema.hpp>
#include <synth/sink/finished_cells.hpp>

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

    using finished = finished_cells<Schema, Table, Format>;

    // What may be written around a text that is copied in long steps: behind it, and a length in front of it.
    static constexpr std::size_t around = known_text::padding + 4;

    // The room that each cell has without being asked for; one of unknown size that needs more asks for it,
    // which texts of a known length up to some hundred should not.
    template<std::size_t... Columns>
    static consteval std::array<std::size_t, columns> find_rooms(std::index_sequence<Columns...>) {
        std::array<std::size_t, columns> found{Format::template fixed_cell_bound<value<Columns>>...};
        for (std::size_t column = 0; column < columns; ++column) {
            const std::size_t longest =
                catalog_of<Schema>.view().columns_of(Table)[column].max_length + around;
            found[column] =
                std::max(found[column] == 0 ? std::clamp<std::size_t>(longest, 96, 512) : found[column],
                         finished::sizes[column]); // a finished cell overwrites as much
        }
        return found;
    }
    static constexpr std::array<std::size_t, columns> rooms = find_rooms(indices{});

    static constexpr std::size_t whole_room = [] {
        std::size_t sum = columns * Format::separator_bound + Format::row_overhead;
        for (const std::size_t room : rooms) {
            sum += std::max<std::size_t>(room, Format::null_bound);
        }
        return sum;
    }();

public:
    row_writer(const dataset<Schema>& data, const Format& format, const finished& cells, byte_buffer& buffer)
        : data_(data), format_(format), finished_(cells), buffer_(buffer) {}

    // All of it becomes one function, in which this object is a few registers: what is written might else
    // change it, as far as the compiler can tell.
    [[gnu::always_inline]] void write(std::uint64_t first, std::uint64_t last) {
        frame_type frame;
        char* out = buffer_.reserve(0);
        for (std::uint64_t row = first; row < last; ++row) {
            data_.template seek<Table>(frame, row);
            out = buffer_.reserve_behind(out, whole_room);
            out = format_.begin_row(out, static_cast<std::uint16_t>(columns));
            out = write_cells(frame, out, indices{});
            out = format_.end_row(out);
        }
        buffer_.finish(out);
    }

private:
    using frame_type = row_frame<Schema, Table>;

    // What is made of a cell before the first cell of its row is written: its value, or which value it has,
    // unless it may be NULL. What making it takes then need not be kept from what the writer stores, and the
    // processor works on all cells of a row at once.
    template<std::size_t Column>
    static constexpr bool made_ahead = !nullable<field_type<row_type, Column>>;

    template<std::size_t Column, typename Made>
    struct made_cell {
        Made made;
    };
    struct not_made {};

    template<typename... Cells>
    struct made_row : Cells... {};

    template<std::size_t... Columns>
    [[gnu::always_inline]] char* write_cells(const frame_type& frame, char* out,
                                             std::index_sequence<Columns...>) {
        // In braces, so that they are made in the order of the columns.
        const made_row<decltype(make<Columns, made_ahead<Columns>>(frame))...> row{
            make<Columns, made_ahead<Columns>>(frame)...};
        return write_made(frame, out, row);
    }

    template<typename... Cells>
    [[gnu::always_inline]] char* write_made(const frame_type& frame, char* out,
                                            const made_row<Cells...>& row) {
        ((out = write_cell(frame, out, static_cast<const Cells&>(row))), ...);
        return out;
    }

    template<std::size_t Column, typename Made>
    [[gnu::always_inline]] char* write_cell(const frame_type& frame, char* out,
                                            const made_cell<Column, Made>& cell) {
        if constexpr (std::is_same_v<Made, not_made>) {
            if (data_.template is_null<Table, Column>(frame)) {
                return format_.put_null(separated(out, Column == 0));
            }
            return write_cell(frame, out, make<Column, true>(frame));
        } else if constexpr (finished::sizes[Column] > 0) {
            if (finished_.has(Column)) [[likely]] {
                return finished_.template write<finished::sizes[Column]>(out, Column, cell.made);
            }
            const auto& values = data_.template state<Table>().template column<Column>();
            return put<value<Column>>(separated(out, Column == 0), values.generator().value(cell.made),
                                      rooms[Column]);
        } else {
            return put<value<Column>>(separated(out, Column == 0), cell.made, rooms[Column]);
        }
    }

    template<std::size_t Column, bool Now>
    [[gnu::always_inline]] auto make(const frame_type& frame) const {
        if constexpr (!Now) {
            return made_cell<Column, not_made>{};
        } else if constexpr (finished::sizes[Column] > 0) {
            return made_cell<Column, std::uint64_t>{
                data_.template state<Table>().template column<Column>().draw_index(frame.row)};
        } else {
            return made_cell<Column, decltype(data_.template cell<Table, Column>(frame))>{
                data_.template cell<Table, Column>(frame)};
        }
    }

    [[gnu::always_inline]] char* separated(char* out, bool first) const {
        return first ? out : format_.separator(out);
    }

    // The cell may own the bytes that its view shows. A function of its type and not of its place.
    template<typename Value, typename Cell>
    [[gnu::always_inline]] char* put(char* out, const Cell& cell, std::size_t room) {
        if constexpr (std::convertible_to<const Cell&, known_text> &&
                      requires { format_.template put_clean<Value>(out, known_text{}); }) {
            if (const known_text text = cell; text.clean) [[likely]] {
                out = make_room(out, text.size + around, room);
                return format_.template put_clean<Value>(out, text);
            }
        }
        const auto view = static_cast<view_of<Value>>(cell);
        if constexpr (Format::template fixed_cell_bound<Value> == 0) {
            out = make_room(out, format_.template cell_bound<Value>(view), room);
        }
        return format_.template put<Value>(out, view);
    }

    [[gnu::always_inline]] char* make_room(char* out, std::size_t size, std::size_t room) {
        return size > room ? more_room(buffer_, out, size) : out;
    }

    // Room for a cell that is larger than its share of the row's, and again for all behind it.
    [[gnu::noinline, gnu::cold]] static char* more_room(byte_buffer& buffer, char* out, std::size_t size) {
        buffer.finish(out);
        return buffer.reserve(size + whole_room);
    }

    const dataset<Schema>& data_;
    const Format& format_;
    const finished& finished_;
    byte_buffer& buffer_;
};

} // namespace detail

/// Appends the rows [first, last) of a table to a buffer, with cells that are finished for more rows than
/// these. Tables are named by their position in the schema.
template<std::size_t Table, typename Schema, typename Format>
[[gnu::noinline]] void write_rows(const dataset<Schema>& data, const Format& format,
                                  const finished_cells<Schema, Table, Format>& finished, std::uint64_t first,
                                  std::uint64_t last, byte_buffer& buffer) {
    // A function of its own wherever it is called: compilers think little of what main calls once.
    detail::row_writer<Schema, Table, Format>{data, format, finished, buffer}.write(first, last);
}

/// The same for rows that are written in one call.
template<std::size_t Table, typename Schema, typename Format>
void write_rows(const dataset<Schema>& data, const Format& format, std::uint64_t first, std::uint64_t last,
                byte_buffer& buffer) {
    write_rows<Table>(data, format, finished_cells<Schema, Table, Format>{data, format, last - first}, first,
                      last, buffer);
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
    constexpr std::uint64_t block_rows = 2'048;
    if (options.which.index < 1 || options.which.index > options.which.parts) {
        throw plan_error{"there is no part " + std::to_string(options.which.index) + " of " +
                         std::to_string(options.which.parts) + "; count the parts from 1"};
    }
    const std::uint64_t rows = data.template size<Row>();
    const std::uint64_t first_row = options.which.first(rows);
    const std::uint64_t last_row = options.which.last(rows);
    const finished_cells<Schema, table, Format> finished{data, format, last_row - first_row};
    byte_buffer frame;
    if (options.which.begins()) {
        format.begin(frame, column_names<Schema, table>);
        emit(frame.view());
    }
    write_ordered_blocks(
        first_row, last_row, block_rows, options.threads,
        [&](std::uint64_t first, std::uint64_t last, byte_buffer& buffer) {
            write_rows<table>(data, format, finished, first, last, buffer);
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
