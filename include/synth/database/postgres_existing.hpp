// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_EXISTING_HPP
#define SYNTH_DATABASE_POSTGRES_EXISTING_HPP

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <synth/database/copy_line.hpp>
#include <synth/database/drift.hpp>
#include <synth/database/existing_texts.hpp>
#include <synth/database/postgres_check.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_copy_out.hpp>
#include <synth/database/postgres_own_rows.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/postgres_snapshot.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {
namespace detail {

inline void require_postgres_columns(postgres_connection& connection, const std::string& while_doing,
                                     const table_shape& table, const std::string& oid) {
    const std::vector<std::string> found = names_of(read_columns(connection, while_doing, oid));
    for (const column_shape& column : table.columns) {
        require_column(table, column.name, found);
    }
}

} // namespace detail

/// The keys of tables that are filled outside, each by one query, all in one snapshot; nothing is written. A
/// table may be a view. Throws where a table or column is not there, or rows may not be seen.
[[nodiscard]] inline std::vector<existing_texts> read_existing(postgres_connection& connection,
                                                               std::span<const existing_request> requests,
                                                               std::optional<unsigned> lock_timeout = {}) {
    const postgres_transaction snapshot{connection};
    begin_snapshot(connection, "cannot begin to read", lock_timeout);
    std::vector<existing_texts> all;
    for (const existing_request& each : requests) {
        const std::string while_doing = "cannot read " + each.shape.shown();
        const postgres_result found =
            connection.query(while_doing,
                             "SELECT oid, relkind FROM pg_catalog.pg_class WHERE oid = "
                             "pg_catalog.to_regclass($1) AND relkind IN ('r', 'p', 'v', 'm', 'f')",
                             {identifier(each.shape)});
        if (found.rows() == 0) {
            throw drift(connection.shown(), "has no table " + each.shape.shown() +
                                                detail::same_name_elsewhere(connection, each.shape));
        }
        const std::string oid{found.text(0, 0)};
        detail::require_postgres_columns(connection, while_doing, each.shape, oid);
        require_all_rows(connection, each.shape, oid);
        const std::string from =
            found.text(0, 1) == "r" ? own_rows(identifier(each.shape), "r") : identifier(each.shape);
        postgres_copy_out lines{connection, while_doing,
                                "SELECT " + column_identifiers(each.shape) + " FROM " + from};
        existing_texts& texts = all.emplace_back(each.table, each.columns, connection.shown());
        for (std::string_view line; lines.next(line);) {
            for (const std::string_view cell : copy_cells(line)) {
                if (cell == copy_null) {
                    texts.add_null();
                } else {
                    texts.add(value_of_cell(cell));
                }
            }
        }
    }
    return all;
}

} // namespace synth

#endif
