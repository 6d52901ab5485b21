// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_COPY_ROWS_HPP
#define SYNTH_DATABASE_COPY_ROWS_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <synth/core/big_endian.hpp>
#include <synth/core/byte_buffer.hpp>
#include <synth/database/copy_line.hpp>
#include <synth/database/row_source.hpp>

namespace synth {
namespace detail {

using namespace std::string_view_literals;

// NULL as a cell: a length of -1, or \N.
inline std::string_view null_cell(row_form form) {
    return form == row_form::copy_binary ? "\xff\xff\xff\xff"sv : copy_null;
}

inline void put_copy_row(std::span<const std::string_view> cells, row_form form, byte_buffer& out) {
    const bool binary = form == row_form::copy_binary;
    if (binary) {
        out.finish(
            store_big_endian(out.reserve(sizeof(std::uint16_t)), static_cast<std::uint16_t>(cells.size())));
    }
    for (std::size_t column = 0; column < cells.size(); ++column) {
        out.append(binary || column == 0 ? ""sv : "\t"sv);
        out.append(cells[column]);
    }
    out.append(binary ? ""sv : "\n"sv);
}

} // namespace detail

/// Hands on the rows of a block of COPY data, text or binary, without its frame: each as its cells, which in
/// the binary form begin with their length: `take(std::vector<std::string_view>& cells)`.
template<typename Take>
void for_each_copy_row(std::string_view block, row_form form, Take&& take) {
    std::vector<std::string_view> cells;
    if (form != row_form::copy_binary) {
        for_each_line(block, [&](std::string_view line) {
            cells = copy_cells(line);
            take(cells);
        });
        return;
    }
    constexpr std::size_t length_size = sizeof(std::uint32_t);
    while (!block.empty()) {
        // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage): bytes of a number, with their size
        const auto columns = load_big_endian<std::uint16_t>(block.data());
        block.remove_prefix(sizeof columns);
        cells.clear();
        for (std::uint16_t column = 0; column < columns; ++column) {
            // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage): as above
            const auto length = load_big_endian<std::uint32_t>(block.data());
            const std::size_t size = length_size + (length == ~std::uint32_t{} ? 0 : length);
            cells.push_back(block.substr(0, size));
            block.remove_prefix(size);
        }
        take(cells);
    }
}

/// Appends the rows of a block with NULL in some columns.
inline void put_without(std::string_view block, row_form form, std::span<const std::size_t> columns,
                        byte_buffer& out) {
    for_each_copy_row(block, form, [&](std::vector<std::string_view>& cells) {
        for (const std::size_t column : columns) {
            cells[column] = detail::null_cell(form);
        }
        detail::put_copy_row(cells, form, out);
    });
}

/// Appends of each row the columns of a key and then some others, unless all those are NULL. Returns how many
/// rows that were.
inline std::uint64_t put_only(std::string_view block, row_form form, std::span<const std::size_t> key,
                              std::span<const std::size_t> columns, byte_buffer& out) {
    std::uint64_t rows = 0;
    std::vector<std::string_view> some;
    for_each_copy_row(block, form, [&](const std::vector<std::string_view>& cells) {
        const auto is_null = [&](std::size_t column) { return cells[column] == detail::null_cell(form); };
        if (std::ranges::all_of(columns, is_null)) {
            return;
        }
        some.clear();
        for (const std::span<const std::size_t> list : {key, columns}) {
            for (const std::size_t column : list) {
                some.push_back(cells[column]);
            }
        }
        detail::put_copy_row(some, form, out);
        ++rows;
    });
    return rows;
}

} // namespace synth

#endif
