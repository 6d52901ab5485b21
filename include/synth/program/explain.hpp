// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_EXPLAIN_HPP
#define SYNTH_PROGRAM_EXPLAIN_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <synth/core/byte_buffer.hpp>
#include <synth/database/row_source.hpp>
#include <synth/database/table_shape.hpp>
#include <synth/program/existing_table.hpp>
#include <synth/program/graph.hpp>
#include <synth/program/printable.hpp>
#include <synth/program/program_schema.hpp>
#include <synth/program/quantity.hpp>
#include <synth/program/table_names.hpp>

namespace synth {

/// The bytes of a table in a form, judged by about 100 rows spread over it.
[[nodiscard]] inline double estimated_bytes(const row_source& source, std::size_t table, row_form form) {
    constexpr std::uint64_t sample = 96;
    constexpr std::uint64_t run = 8;
    const std::uint64_t rows = source.rows(table);
    const std::uint64_t stride = std::max<std::uint64_t>(rows / (sample / run), run);
    byte_buffer buffer;
    std::uint64_t taken = 0;
    for (std::uint64_t first = 0; first < rows && taken < sample; first += stride) {
        const std::uint64_t last = std::min(first + run, rows);
        source.write(table, form, first, last, buffer);
        taken += last - first;
    }
    return taken == 0 ? 0
                      : static_cast<double>(buffer.size()) *
                            (static_cast<double>(rows) / static_cast<double>(taken));
}

namespace detail {

inline std::size_t widest(std::span<const std::string> cells) {
    std::size_t width = 0;
    for (const std::string& cell : cells) {
        width = std::max(width, std::min<std::size_t>(cell.size(), 32));
    }
    return width;
}

// "varchar(16) not null": as PostgreSQL would declare it.
inline std::string declared_type(const column_shape& column) {
    std::string type = printable(column.sql_type);
    if (column.max_length > 0) {
        const bool array = type.ends_with("[]"); // the length is that of the elements
        type.resize(type.size() - (array ? 2 : 0));
        if (type == "text") {
            type = column.fixed_length ? "char" : "varchar";
        } else if (type == "bit varying" && column.fixed_length) {
            type = "bit";
        }
        type += "(" + std::to_string(column.max_length) + ")" + (array ? "[]" : "");
    }
    return type + (column.nullable ? "" : " not null");
}

inline std::string explain_table(const catalog_view& catalog, const program_plan& plan, std::size_t table,
                                 std::size_t position) {
    const double size = estimated_bytes(plan, table, row_form::csv);
    const std::string why = plan.explain_rows(table);
    std::string text = fmt::format(
        "\n{}. {}: {}{}, about {} as CSV\n", position, printable(shown_name(catalog.tables[table])),
        counted(plan.rows(table), "row"), why.empty() ? "" : ": " + printable(why), short_bytes(size));
    const table_shape& shape = plan.shape(table);
    std::vector<std::string> names;
    std::vector<std::string> types;
    for (const column_shape& column : shape.columns) {
        names.push_back(printable(column.name));
        types.push_back(declared_type(column));
    }
    const std::size_t name_width = widest(names);
    const std::size_t type_width = widest(types);
    for (std::size_t column = 0; column < names.size(); ++column) {
        text += fmt::format("   {:<{}}  {:<{}}  {}\n", names[column], name_width, types[column], type_width,
                            printable(plan.explain_column(table, column)));
    }
    const std::size_t first = catalog.tables[table].first_reference;
    for (std::size_t index = 0; index < catalog.references_of(table).size(); ++index) {
        const catalog_reference& reference = catalog.references[first + index];
        text += fmt::format("   ({}) -> {}: {}\n",
                            printable(column_names(catalog, table, reference.child_columns)),
                            printable(shown_name(catalog.tables[reference.parent])),
                            printable(plan.explain_reference(first + index)));
    }
    return text;
}

} // namespace detail

/// What a plan will do, for people: the order of the tables, their rows and sizes, and how each column is
/// made.
[[nodiscard]] inline std::string explain_plan(const catalog_view& catalog, const program_plan& plan,
                                              std::span<const std::size_t> tables) {
    std::uint64_t rows = 0;
    double size = 0;
    std::string details;
    for (std::size_t index = 0; index < tables.size(); ++index) {
        rows += plan.rows(tables[index]);
        size += estimated_bytes(plan, tables[index], row_form::csv);
        details += detail::explain_table(catalog, plan, tables[index], index + 1);
    }
    return existing_text(existing_tables(catalog, plan), "") +
           fmt::format("{}, parents first: {}, about {} as CSV\n", counted(tables.size(), "table"),
                       counted(rows, "row"), short_bytes(size)) +
           details;
}

} // namespace synth

#endif
