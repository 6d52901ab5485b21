// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_SQLITE_EXISTING_HPP
#define SYNTH_DATABASE_SQLITE_EXISTING_HPP

#include <span>
#include <string>
#include <vector>

#include <synth/database/drift.hpp>
#include <synth/database/existing_texts.hpp>
#include <synth/database/joined.hpp>
#include <synth/database/sqlite_connection.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {
namespace detail {

// A transaction that only reads.
class sqlite_reading {
public:
    explicit sqlite_reading(sqlite_connection& connection) : connection_(connection) {
        connection_.execute("cannot begin to read", "BEGIN");
    }
    sqlite_reading(const sqlite_reading&) = delete;
    sqlite_reading& operator=(const sqlite_reading&) = delete;
    ~sqlite_reading() { sqlite3_exec(connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr); }

private:
    sqlite_connection& connection_;
};

// SQLite takes the name of a column that is not there for a text.
inline void require_sqlite_columns(sqlite_connection& connection, const std::string& while_doing,
                                   const table_shape& table) {
    sqlite_statement names{connection, while_doing, "SELECT name FROM pragma_table_xinfo(?1, 'main')"};
    names.bind(1, table.name);
    std::vector<std::string> found;
    while (names.step()) {
        found.push_back(names.text(0));
    }
    if (found.empty()) {
        throw drift("the database", "has no table " + table.shown());
    }
    for (const column_shape& column : table.columns) {
        require_column(table, column.name, found);
    }
}

} // namespace detail

/// The keys of tables that are filled outside, each by one query, all in one transaction; nothing is written.
/// A table may be a view. Blobs are shown as PostgreSQL shows bytea. Throws where a table or column is not
/// there. `source` is the name of the file, for messages.
[[nodiscard]] inline std::vector<existing_texts> read_existing(sqlite_connection& connection,
                                                               std::span<const existing_request> requests,
                                                               const std::string& source) {
    std::vector<existing_texts> all;
    const detail::sqlite_reading reading{connection};
    for (const existing_request& each : requests) {
        const std::string while_doing = "cannot read " + each.shape.shown();
        detail::require_sqlite_columns(connection, while_doing, each.shape);
        const std::string columns = joined(each.shape.columns, ", ", [](const column_shape& column) {
            const std::string name = identifier(column.name);
            std::string cell{"CASE typeof("};
            cell.append(name).append(") WHEN 'blob' THEN '\\x' || hex(").append(name);
            // As many digits as tell doubles apart.
            cell.append(") WHEN 'real' THEN printf('%!.17g', ").append(name).append(") ELSE ");
            return cell.append(name).append(" END");
        });
        sqlite_statement rows{connection, while_doing,
                              "SELECT " + columns + " FROM main." + identifier(each.shape.name)};
        existing_texts& texts = all.emplace_back(each.table, each.columns, source);
        while (rows.step()) {
            for (int column = 0; column < static_cast<int>(each.columns.size()); ++column) {
                if (rows.is_null(column)) {
                    texts.add_null();
                } else {
                    texts.add(rows.text(column));
                }
            }
        }
    }
    return all;
}

} // namespace synth

#endif
