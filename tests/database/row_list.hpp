// SPDX-License-Identifier: BSL-1.0
// Rows written by hand, behind the interface of planned datasets.
#ifndef SYNTH_TESTS_DATABASE_ROW_LIST_HPP
#define SYNTH_TESTS_DATABASE_ROW_LIST_HPP

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <synth/core/big_endian.hpp>
#include <synth/core/byte_buffer.hpp>
#include <synth/database/row_source.hpp>
#include <synth/database/sqlite_connection.hpp>
#include <synth/database/table_shape.hpp>

/// Tables of cells in text form; a column of type bigint is sent as such, all others as text.
class row_list : public synth::row_source {
public:
    using row = std::vector<std::optional<std::string>>;

    std::size_t add(synth::table_shape shape, std::vector<row> rows) {
        tables_.push_back({std::move(shape), std::move(rows)});
        return tables_.size() - 1;
    }

    [[nodiscard]] const synth::table_shape& shape(std::size_t table) const override {
        return tables_[table].shape;
    }
    [[nodiscard]] std::uint64_t rows(std::size_t table) const override { return tables_[table].rows.size(); }

    void begin(std::size_t, synth::row_form form, synth::byte_buffer& out) const override {
        using namespace std::string_view_literals;
        if (form == synth::row_form::copy_binary) {
            out.append("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0"sv);
        }
    }
    void end(std::size_t, synth::row_form form, synth::byte_buffer& out) const override {
        if (form == synth::row_form::copy_binary) {
            out.append("\377\377");
        }
    }
    [[nodiscard]] std::unique_ptr<synth::table_writer> writer(std::size_t table, synth::row_form form,
                                                              std::uint64_t) const override {
        return std::make_unique<list_writer>(*this, table, form);
    }
    void insert(std::size_t table, std::uint64_t first, std::uint64_t last,
                synth::sqlite_statement& statement) const override {
        for (std::uint64_t index = first; index < last; ++index) {
            int parameter = 0;
            for (const std::optional<std::string>& cell : tables_[table].rows[index]) {
                ++parameter;
                cell ? statement.bind(parameter, std::string_view{*cell}) : statement.bind_null(parameter);
            }
            statement.run();
        }
    }

private:
    struct list_writer final : synth::table_writer {
        list_writer(const row_list& all, std::size_t index, synth::row_form written)
            : list(all), table(index), form(written) {}
        void write(std::uint64_t first, std::uint64_t last, synth::byte_buffer& out) const override {
            list.write_list(table, form, first, last, out);
        }

        const row_list& list;
        std::size_t table;
        synth::row_form form;
    };

    void write_list(std::size_t table, synth::row_form form, std::uint64_t first, std::uint64_t last,
                    synth::byte_buffer& out) const {
        for (std::uint64_t index = first; index < last; ++index) {
            const row& cells = tables_[table].rows[index];
            if (form == synth::row_form::copy_binary) {
                put(out, static_cast<std::uint16_t>(cells.size()));
            }
            for (std::size_t column = 0; column < cells.size(); ++column) {
                form == synth::row_form::copy_binary
                    ? put_binary(tables_[table].shape.columns[column], cells[column], out)
                    : put_text(column, cells, out);
            }
        }
    }
    struct listed {
        synth::table_shape shape;
        std::vector<row> rows;
    };

    template<typename Integer>
    static void put(synth::byte_buffer& out, Integer value) {
        out.finish(synth::store_big_endian(out.reserve(sizeof value), value));
    }
    static void put_binary(const synth::column_shape& column, const std::optional<std::string>& cell,
                           synth::byte_buffer& out) {
        if (!cell) {
            put(out, ~std::uint32_t{});
        } else if (column.oid == 20) {
            put(out, std::uint32_t{8});
            put(out, static_cast<std::uint64_t>(std::stoll(*cell)));
        } else {
            put(out, static_cast<std::uint32_t>(cell->size()));
            out.append(*cell);
        }
    }
    static void put_text(std::size_t column, const row& cells, synth::byte_buffer& out) {
        out.append(cells[column] ? *cells[column] : "\\N");
        out.append(column + 1 == cells.size() ? "\n" : "\t");
    }

    std::vector<listed> tables_;
};

/// `bigint("id")`, `text("name")`: columns as a description states them.
inline synth::column_shape bigint(std::string_view name, bool nullable = false) {
    return {name, "bigint", "bigint", 20, nullable, true, 0, {}};
}
inline synth::column_shape text(std::string_view name, bool nullable = false) {
    return {name, "text", "text", 25, nullable, true, 0, {}};
}

#endif
