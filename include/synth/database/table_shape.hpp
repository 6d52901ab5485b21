// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_TABLE_SHAPE_HPP
#define SYNTH_DATABASE_TABLE_SHAPE_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <synth/core/shown_name.hpp>
#include <synth/database/joined.hpp>

namespace synth {

/// What a description says of a column, at run time: enough to compare it with the column of a database.
struct column_shape {
    std::string_view name;
    std::string_view sql_type;   ///< as described: "citext", "numeric(12,2)"
    std::string_view value_type; ///< the spelling that belongs to the C++ type: "text"
    std::uint32_t oid{};         ///< PostgreSQL's number of the C++ type; 0: an array or enumeration
    bool nullable{};
    bool binary{};                        ///< has a COPY binary form
    std::uint32_t max_length{};           ///< characters or bits; 0: no limit
    std::vector<std::string_view> labels; ///< of an enumeration
    bool fixed_length{};                  ///< exactly max_length: char(n), bit(n)
};

/// What a description says of a table: its names and its columns in the order in which rows are written.
struct table_shape {
    std::string_view schema; ///< empty: found by the search path
    std::string_view name;
    std::vector<column_shape> columns;

    [[nodiscard]] std::string shown() const { return shown_name(schema, name); }

    /// The place of a column of this name; the number of columns where there is none.
    [[nodiscard]] std::size_t position_of(std::string_view column) const {
        return static_cast<std::size_t>(std::ranges::find(columns, column, &column_shape::name) -
                                        columns.begin());
    }

    /// The columns at some places as messages write them: "orders.id, orders.total".
    [[nodiscard]] std::string shown_columns(std::span<const std::size_t> places) const {
        return joined(places, ", ",
                      [&](std::size_t place) { return shown() + "." + std::string{columns[place].name}; });
    }
};

/// `identifier("we\"ird") == "\"we\"\"ird\""`: an SQL identifier for PostgreSQL and SQLite.
[[nodiscard]] inline std::string identifier(std::string_view name) {
    std::string text{"\""};
    for (const char letter : name) {
        text += letter;
        if (letter == '"') {
            text += '"';
        }
    }
    return text += '"';
}

/// `identifier(shape)` with the schema before it where there is one: "\"sales\".\"orders\"".
[[nodiscard]] inline std::string identifier(const table_shape& table) {
    return table.schema.empty() ? identifier(table.name)
                                : identifier(table.schema) + "." + identifier(table.name);
}

/// The identifiers of all columns: "\"id\", \"total\"".
[[nodiscard]] inline std::string column_identifiers(const table_shape& table) {
    return joined(table.columns, ", ", [](const column_shape& column) { return identifier(column.name); });
}

} // namespace synth

#endif
