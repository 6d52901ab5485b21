// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_PARENTS_HPP
#define SYNTH_DATABASE_POSTGRES_PARENTS_HPP

#include <algorithm>
#include <span>
#include <string>

#include <synth/database/load_report.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {
namespace detail {

inline bool has_postgres_rows(postgres_connection& connection, const std::string& while_doing,
                              const std::string& relation) {
    return connection.query(while_doing, "SELECT EXISTS (SELECT FROM " + relation + ")").flag(0, 0);
}

} // namespace detail

/// Throws when every row of a table needs a row of another one that is empty and is not among the loaded
/// ones, given by their oids: the load would fail at its first row, and after a TRUNCATE that is too late.
inline void require_parents(postgres_connection& connection, const table_shape& table,
                            const std::string& table_oid, std::span<const std::string> loaded) {
    const std::string while_doing = "cannot read the references of " + table.shown();
    // A reference with a column that may be NULL may lead nowhere; one whose trigger is off is not checked.
    const postgres_result found = connection.query(
        while_doing,
        "SELECT c.conname, c.confrelid, c.confrelid::regclass::text FROM pg_catalog.pg_constraint c"
        " WHERE c.contype = 'f' AND c.conrelid = $1::oid AND c.confrelid <> c.conrelid"
        " AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.conrelid"
        "  AND a.attnum = ANY (c.conkey) AND NOT a.attnotnull)"
        " AND EXISTS (SELECT FROM pg_catalog.pg_trigger t WHERE t.tgconstraint = c.oid"
        "  AND t.tgrelid = c.conrelid AND t.tgenabled IN ('O', 'A'))"
        " AND pg_catalog.current_setting('session_replication_role') <> 'replica'"
        " AND pg_catalog.has_table_privilege(c.confrelid, 'SELECT') ORDER BY 1",
        {table_oid});
    for (int row = 0; row < found.rows(); ++row) {
        const std::string parent{found.text(row, 2)};
        if (std::ranges::find(loaded, found.text(row, 1)) == loaded.end() &&
            !detail::has_postgres_rows(connection, while_doing, parent)) {
            throw empty_parent(table, found.text(row, 0), parent);
        }
    }
}

} // namespace synth

#endif
