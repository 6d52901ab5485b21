// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_SQLITE_DELETES_HPP
#define SYNTH_DATABASE_SQLITE_DELETES_HPP

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include <synth/database/database_error.hpp>
#include <synth/database/redacted.hpp>
#include <synth/database/sqlite_connection.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// Throws when to empty a table would delete or change rows of one that is not emptied too, by ON DELETE
/// CASCADE, SET NULL or SET DEFAULT: tables that are not loaded keep their rows. `emptied` are the names of
/// all tables that are.
inline void require_no_further_deletes(sqlite_connection& connection, const table_shape& table,
                                       std::span<const std::string_view> emptied) {
    const std::string while_doing = "cannot read what refers to " + table.shown();
    sqlite_statement references{
        connection, while_doing,
        "SELECT t.name, f.on_delete, group_concat('\"' || replace(f.\"from\", '\"', '\"\"') || '\" IS NOT "
        "NULL',"
        " ' AND ') FROM sqlite_schema t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'"
        " AND f.\"table\" = ?1 COLLATE NOCASE AND f.on_delete IN ('CASCADE', 'SET NULL', 'SET DEFAULT')"
        " GROUP BY t.name, f.id ORDER BY t.name, f.id"};
    references.bind(1, table.name);
    while (references.step()) {
        const std::string child = references.text(0);
        const bool goes = std::ranges::any_of(
            emptied, [&](std::string_view each) { return detail::same_letters(each, child); });
        if (!goes && sqlite_statement{connection, while_doing,
                                      "SELECT 1 FROM main." + identifier(child) + " WHERE " +
                                          references.text(2) + " LIMIT 1"}
                         .step()) {
            std::string message = "cannot empty " + table.shown() + ": rows of ";
            message.append(child).append(" refer to it ON DELETE ").append(references.text(1));
            message.append(", and ").append(child);
            message.append(" is not loaded; set these references to NULL first, or load ");
            throw database_error{message.append(child).append(" too")};
        }
    }
}

} // namespace synth

#endif
