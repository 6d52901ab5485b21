// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_FINISHED_CELLS_HPP
#define SYNTH_SINK_FINISHED_CELLS_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

#include <synth/core/byte_buffer.hpp>
#include <synth/core/lazy_type.hpp>
#include <synth/dataset/dataset.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

// What a finished cell of a type overwrites in a format; 0 where such cells are not finished.
template<typename Format, typename Value>
inline constexpr std::size_t finished_size = 0;
template<typename Format, typename Value>
    requires requires { Format::template finished_size<Value>; }
inline constexpr std::size_t finished_size<Format, Value> = Format::template finished_size<Value>;

// The same for texts of so many characters at most: half as much for short ones. Those that do not fit are
// not finished.
template<typename Format, typename Value>
[[nodiscard]] constexpr std::size_t finished_size_of(std::size_t most) {
    constexpr std::size_t size = finished_size<Format, Value>;
    static_assert(size == 0 || size == 16 || size == 32);
    return size > 0 && most > 0 && most <= 10 ? 16 : size;
}

// How the values of a column are finished.
struct finish_plan {
    std::size_t size;   // of each cell, with its length in the last byte
    bool first;         // in its row: without a separator
    std::uint64_t rows; // that are written
};

inline constexpr std::size_t not_finished = ~std::size_t{0};

template<typename Value, typename Made, typename Format>
[[nodiscard]] std::string_view finish_value(const Made& made, const Format& format, bool first,
                                            byte_buffer& room) {
    const auto view = static_cast<view_of<Value>>(made);
    std::size_t bound = Format::template fixed_cell_bound<Value>;
    if constexpr (Format::template fixed_cell_bound<Value> == 0) {
        bound = format.template cell_bound<Value>(view);
    }
    char* const cell = room.reserve(Format::separator_bound + bound);
    char* const start = first ? cell : format.separator(cell);
    room.finish(format.template put<Value>(start, view));
    return room.view();
}

// Appends the cells of all values of a generator; tells where they begin, or that they do not pay or fit. A
// function of the type of the column and not of its place.
template<typename Value, typename Generator, typename Format, typename Bytes>
[[nodiscard, gnu::noinline]] std::size_t finish_values(const Generator& generator, const Format& format,
                                                       const finish_plan& plan, Bytes& bytes) {
    // What stays beside the processor along with the rows themselves.
    constexpr std::size_t most_bytes = std::size_t{256} * 1024;
    constexpr std::uint64_t rows_per_value = 16;
    const std::uint64_t count = generator.value_count();
    const std::size_t start = bytes.size();
    if (count == 0 || count > (most_bytes - start) / plan.size || count > plan.rows / rows_per_value) {
        return not_finished;
    }
    bytes.resize(start + count * plan.size);
    byte_buffer room;
    for (std::uint64_t index = 0; index < count; ++index) {
        room.clear();
        const std::string_view cell = finish_value<Value>(generator.value(index), format, plan.first, room);
        if (cell.size() >= plan.size) {
            bytes.resize(start);
            return not_finished;
        }
        char* const kept = bytes.data() + start + index * plan.size;
        cell.copy(kept, cell.size());
        kept[plan.size - 1] = static_cast<char>(cell.size());
    }
    return start;
}

} // namespace detail

/// The cells of columns that have few different values, as dates and labels have, each written once with the
/// separator in front of it. Writing such a cell is then one copy of a fixed size. For a format that has
/// `finished_size`; a column takes part if all its values fit that size, and if its table is so long that
/// each value is likely to be written often.
template<typename Schema, std::size_t Table, typename Format>
class finished_cells {
    using row_type = typename Schema::template row_at<Table>;
    static constexpr std::size_t columns = catalog_of<Schema>.tables[Table].written_count;
    template<std::size_t Column>
    using value = value_type_of<field_type<row_type, Column>>;

    template<std::size_t... Columns>
    static consteval std::array<std::size_t, columns> find_sizes(std::index_sequence<Columns...>) {
        return {(dataset<Schema>::template draws_index<Table, Columns>
                     ? detail::finished_size_of<Format, value<Columns>>(
                           catalog_of<Schema>.view().columns_of(Table)[Columns].max_length)
                     : 0)...};
    }

public:
    /// What a finished cell of each column overwrites, 16 or 32 bytes; 0 where they may not be finished.
    static constexpr std::array<std::size_t, columns> sizes = find_sizes(std::make_index_sequence<columns>{});

    /// For a range of so many rows.
    finished_cells(const dataset<Schema>& data, const Format& format, std::uint64_t rows) {
        std::array<std::size_t, columns + 1> starts{};
        [&]<std::size_t... Columns>(std::index_sequence<Columns...>) {
            ((starts[Columns] = finish<Columns>(data, format, rows)), ...);
        }(std::make_index_sequence<columns>{});
        for (std::size_t column = 0; column < columns; ++column) {
            cells_[column] =
                starts[column] == detail::not_finished ? nullptr : bytes_.data() + starts[column];
        }
    }
    finished_cells(const finished_cells&) = delete; // its pointers are into itself
    finished_cells& operator=(const finished_cells&) = delete;

    /// Whether the cells of a column are finished.
    [[nodiscard, gnu::always_inline]] bool has(std::size_t column) const { return cells_[column] != nullptr; }

    /// Writes the cell of a value by its number and returns its end; as many bytes are overwritten as its
    /// column has in `sizes`.
    template<std::size_t Size>
    [[gnu::always_inline]] char* write(char* out, std::size_t column, std::uint64_t index) const {
        const char* const cell = cells_[column] + index * Size;
        std::memcpy(out, cell, Size);
        return out + static_cast<unsigned char>(cell[Size - 1]);
    }

private:
    template<std::size_t Column>
    std::size_t finish(const dataset<Schema>& data, const Format& format, std::uint64_t rows) {
        if constexpr (sizes[Column] > 0) {
            return detail::finish_values<value<Column>>(
                data.template state<Table>().template column<Column>().generator(), format,
                {sizes[Column], Column == 0, rows}, bytes_);
        } else {
            return detail::not_finished;
        }
    }

    detail::lazy_list<char, Format> bytes_;
    std::array<const char*, columns + 1> cells_{};
};

} // namespace synth

#endif
