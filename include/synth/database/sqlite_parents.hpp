// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_SQLITE_PARENTS_HPP
#define SYNTH_DATABASE_SQLITE_PARENTS_HPP

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include <synth/database/load_report.hpp>
#include <synth/database/redacted.hpp>
#include <synth/database/sqlite_connection.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {
namespace detail {

inline bool has_sqlite_rows(sqlite_connection& connection, const std::string& while_doing,
                            std::string_view table) {
    return sqlite_statement{connection, while_doing, "SELECT 1 FROM main." + identifier(table) + " LIMIT 1"}
        .step();
}

} // namespace detail

/// Throws when every row of a table needs a row of another one that is empty and is not among the loaded
/// ones: the load would fail in the end, and after the rows are deleted that is too late.
inline void require_parents(sqlite_connection& connection, const table_shape& table,
                            std::span<const std::string_view> loaded) {
    const std::string while_doing = "cannot read the references of " + table.shown();
    // A reference with a column that may be NULL may lead nowhere. One to a table that is not there fails
    // with the words of SQLite.
    sqlite_statement references{
        connection, while_doing,
        "SELECT t.name, group_concat(f.\"from\", ', ') FROM pragma_foreign_key_list(?1) f"
        " JOIN pragma_table_info(?1) c ON c.name = f.\"from\" COLLATE NOCASE"
        " JOIN sqlite_schema t ON t.type = 'table' AND t.name = f.\"table\" COLLATE NOCASE"
        " WHERE t.name <> ?1 COLLATE NOCASE GROUP BY f.id HAVING min(c.\"notnull\") = 1 ORDER BY f.id"};
    references.bind(1, table.name);
    while (references.step()) {
        const std::string parent = references.text(0);
        const bool comes = std::ranges::any_of(
            loaded, [&](std::string_view each) { return detail::same_letters(each, parent); });
        if (!comes && !detail::has_sqlite_rows(connection, while_doing, parent)) {
            throw empty_parent(table, references.text(1), parent);
        }
    }
}

} // namespace synth

#endif
