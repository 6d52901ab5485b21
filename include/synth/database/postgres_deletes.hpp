// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_DELETES_HPP
#define SYNTH_DATABASE_POSTGRES_DELETES_HPP

#include <algorithm>
#include <span>
#include <string>

#include <synth/database/database_error.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// Throws when a table refers to one that is to be emptied and is not emptied too: PostgreSQL would refuse
/// the TRUNCATE and advise CASCADE, which takes the rows of the other. `emptied` are the oids of all tables
/// that are.
inline void require_no_further_deletes(postgres_connection& connection, const table_shape& table,
                                       const std::string& table_oid, std::span<const std::string> emptied) {
    // Those of partitions follow from their table's.
    const postgres_result found = connection.query(
        "cannot read what refers to " + table.shown(),
        "SELECT conname, conrelid, conrelid::regclass::text, "
        "(SELECT string_agg(relid::oid::text, ' ') FROM pg_catalog.pg_partition_ancestors(conrelid))"
        " FROM pg_catalog.pg_constraint WHERE contype = 'f' AND conparentid = 0 AND (confrelid = $1::oid "
        "OR confrelid IN (SELECT relid FROM pg_catalog.pg_partition_tree($1::oid))) ORDER BY 3, 1",
        {table_oid});
    for (int row = 0; row < found.rows(); ++row) {
        // A partition is emptied with its table.
        std::string tables{" "};
        tables.append(found.text(row, 1)).append(" ").append(found.text(row, 3)).append(" ");
        if (std::ranges::none_of(emptied, [&](const std::string& each) {
                return tables.find(" " + each + " ") != std::string::npos;
            })) {
            const std::string child{found.text(row, 2)};
            std::string message = "cannot empty " + table.shown() + ": ";
            message.append(child).append(" refers to it by ").append(found.text(row, 0));
            message.append(
                " and is not loaded, and PostgreSQL empties no such table; drop the constraint for "
                "the load, or load ");
            throw database_error{message.append(child).append(" too")};
        }
    }
}

} // namespace synth

#endif
