// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_ROW_SOURCE_HPP
#define SYNTH_DATABASE_ROW_SOURCE_HPP

#include <cstddef>
#include <cstdint>
#include <memory>

#include <synth/core/byte_buffer.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

class sqlite_statement;

/// The forms in which a row source writes rows; `bars` is CSV with | between the cells and no header.
enum class row_form : std::uint8_t { csv, copy_text, copy_binary, bars };

/// Appends rows of one table in one form; `row_source::writer` makes it.
class table_writer {
public:
    virtual ~table_writer() = default;

    /// Appends the rows [first, last). May be called by several threads at once.
    virtual void write(std::uint64_t first, std::uint64_t last, byte_buffer& out) const = 0;

protected:
    table_writer() = default;
    table_writer(const table_writer&) = default;
    table_writer& operator=(const table_writer&) = default;
};

/// The tables of a planned dataset without their types: what programs and loaders, compiled once, see of it.
/// A call makes a block of rows, so that the indirection costs nothing.
class row_source {
public:
    virtual ~row_source() = default;

    [[nodiscard]] virtual const table_shape& shape(std::size_t table) const = 0;
    [[nodiscard]] virtual std::uint64_t rows(std::size_t table) const = 0;

    /// What stands before the first row and after the last: a header, a signature, a trailer.
    virtual void begin(std::size_t table, row_form form, byte_buffer& out) const = 0;
    virtual void end(std::size_t table, row_form form, byte_buffer& out) const = 0;

    /// Makes what writes so many rows of a table, in blocks: what they have in common is worked out once, and
    /// the more rows the more of it. It must not outlive the source.
    [[nodiscard]] virtual std::unique_ptr<table_writer> writer(std::size_t table, row_form form,
                                                               std::uint64_t rows) const = 0;

    /// Appends the rows [first, last) in one call.
    void write(std::size_t table, row_form form, std::uint64_t first, std::uint64_t last,
               byte_buffer& out) const {
        writer(table, form, last - first)->write(first, last, out);
    }

    /// Binds and runs `insert` for each of the rows [first, last).
    virtual void insert(std::size_t table, std::uint64_t first, std::uint64_t last,
                        sqlite_statement& insert) const = 0;

protected:
    row_source() = default;
    row_source(const row_source&) = default;
    row_source& operator=(const row_source&) = default;
};

} // namespace synth

#endif
