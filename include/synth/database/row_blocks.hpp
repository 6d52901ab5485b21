// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_ROW_BLOCKS_HPP
#define SYNTH_DATABASE_ROW_BLOCKS_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include <synth/core/byte_buffer.hpp>
#include <synth/database/row_source.hpp>
#include <synth/dataset/ordered_blocks.hpp>

namespace synth {

/// How many rows make a block of about 256 kB, judged by the first rows of a range.
[[nodiscard]] inline std::uint64_t rows_of_block(const table_writer& writer, std::uint64_t first,
                                                 std::uint64_t last) {
    constexpr std::uint64_t sample = 32;
    constexpr std::uint64_t wanted = std::uint64_t{256} * 1024;
    byte_buffer buffer;
    const std::uint64_t rows = std::min(sample, last - first);
    writer.write(first, first + rows, buffer);
    const std::uint64_t each = rows == 0 ? wanted : std::max<std::uint64_t>(buffer.size() / rows, 1);
    return std::clamp<std::uint64_t>(wanted / each, 32, 65'536);
}

/// Writes the rows [first, last) in blocks and hands their bytes on in order: `emit(bytes, rows_so_far)`.
template<typename Emit>
void write_blocks(const row_source& source, std::size_t table, row_form form, std::uint64_t first,
                  std::uint64_t last, unsigned threads, Emit&& emit) {
    const std::unique_ptr<table_writer> writer = source.writer(table, form, last - first);
    write_ordered_blocks(
        first, last, rows_of_block(*writer, first, last), threads,
        [&](std::uint64_t begin, std::uint64_t end, byte_buffer& buffer) {
            writer->write(begin, end, buffer);
        },
        [&](std::string_view block, std::uint64_t end) { emit(block, end - first); });
}

} // namespace synth

#endif
