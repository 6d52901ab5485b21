// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_FINISHED_CELLS_HPP
#define SYNTH_SINK_FINISHED_CELLS_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include <synth/core/byte_buffer.hpp>
#include <synth/dataset/dataset.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

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

public:
    /// Whether the cells of a column may be finished at all.
    template<std::size_t Column>
    static constexpr bool possible = [] {
        if constexpr (dataset<Schema>::template draws_index<Table, Column>) {
            return requires { Format::template finished_size<value<Column>>; };
        } else {
            return false;
        }
    }();
    /// Half as much for short texts; those that do not fit are not finished.
    template<std::size_t Column>
    static constexpr std::size_t size = [] {
        constexpr std::uint32_t most = catalog_of<Schema>.view().columns_of(Table)[Column].max_length;
        return most > 0 && most <= 10 ? std::size_t{16} : Format::template finished_size<value<Column>>;
    }();

    /// For a range of so many rows.
    finished_cells(const dataset<Schema>& data, const Format& format, std::uint64_t rows) {
        std::array<std::size_t, columns + 1> starts{};
        [&]<std::size_t... Columns>(std::index_sequence<Columns...>) {
            ((starts[Columns] = finish<Columns>(data, format, rows)), ...);
        }(std::make_index_sequence<columns>{});
        for (std::size_t column = 0; column < columns; ++column) {
            cells_[column] = starts[column] == none ? nullptr : bytes_.data() + starts[column];
        }
    }
    finished_cells(const finished_cells&) = delete; // its pointers are into itself
    finished_cells& operator=(const finished_cells&) = delete;

    /// Whether the cells of a column are finished.
    template<std::size_t Column>
    [[nodiscard]] bool has() const {
        return cells_[Column] != nullptr;
    }

    /// Writes the cell of a value by its number and returns its end; `size` bytes are overwritten.
    template<std::size_t Column>
    [[gnu::always_inline]] char* write(char* out, std::uint64_t index) const {
        const char* const cell = cells_[Column] + index * size<Column>;
        std::memcpy(out, cell, size<Column>);
        return out + static_cast<unsigned char>(cell[size<Column> - 1]);
    }

private:
    static constexpr std::size_t none = ~std::size_t{0};
    // What stays beside the processor along with the rows themselves.
    static constexpr std::size_t most_bytes = std::size_t{256} * 1024;
    static constexpr std::uint64_t rows_per_value = 16;

    // Where the cells of a column begin, or none.
    template<std::size_t Column>
    std::size_t finish(const dataset<Schema>& data, const Format& format, std::uint64_t rows) {
        if constexpr (possible<Column>) {
            const auto& generator = data.template state<Table>().template column<Column>().generator();
            static_assert(size<Column> == 16 || size<Column> == 32);
            const std::uint64_t count = generator.value_count();
            const std::size_t start = bytes_.size();
            if (count == 0 || count > (most_bytes - start) / size<Column> || count > rows / rows_per_value) {
                return none;
            }
            bytes_.resize(start + count * size<Column>);
            byte_buffer room;
            for (std::uint64_t index = 0; index < count; ++index) {
                room.clear();
                const std::string_view cell = finish_value<Column>(format, generator.value(index), room);
                if (cell.size() >= size<Column>) {
                    bytes_.resize(start);
                    return none;
                }
                char* const kept = bytes_.data() + start + index * size<Column>;
                cell.copy(kept, cell.size());
                kept[size<Column> - 1] = static_cast<char>(cell.size());
            }
            return start;
        } else {
            return none;
        }
    }

    template<std::size_t Column, typename Made>
    static std::string_view finish_value(const Format& format, const Made& made, byte_buffer& room) {
        using type = value<Column>;
        const auto view = static_cast<view_of<type>>(made);
        std::size_t bound = Format::template fixed_cell_bound<type>;
        if constexpr (Format::template fixed_cell_bound<type> == 0) {
            bound = format.template cell_bound<type>(view);
        }
        char* const cell = room.reserve(Format::separator_bound + bound);
        char* const start = Column == 0 ? cell : format.separator(cell);
        room.finish(format.template put<type>(start, view));
        return room.view();
    }

    std::vector<char> bytes_;
    std::array<const char*, columns + 1> cells_{};
};

} // namespace synth

#endif
