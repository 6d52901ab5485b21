// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_STATISTICS_HPP
#define SYNTH_DATABASE_POSTGRES_STATISTICS_HPP

#include <string>

#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// Why this role cannot gather statistics of a table; empty where it can. PostgreSQL only warns then.
[[nodiscard]] inline std::string why_no_statistics(postgres_connection& connection, const table_shape& table,
                                                   const std::string& oid) {
    const std::string while_doing = "cannot read the privileges of " + table.shown();
    constexpr int version_17 = 170'000; // knows the privilege MAINTAIN
    const std::string granted = PQserverVersion(connection.get()) >= version_17
                                    ? " OR pg_catalog.has_table_privilege(t.oid, 'MAINTAIN')"
                                    : "";
    const postgres_result found = connection.query(
        while_doing,
        "SELECT pg_catalog.pg_has_role(t.relowner, 'USAGE') OR EXISTS (SELECT FROM pg_catalog.pg_database d"
        " WHERE d.datname = pg_catalog.current_database() AND pg_catalog.pg_has_role(d.datdba, 'USAGE'))" +
            granted + ", current_user FROM pg_catalog.pg_class t WHERE t.oid = $1::oid",
        {oid});
    return found.flag(0, 0)
               ? std::string{}
               : "statistics of " + table.shown() + " are not gathered: role " +
                     std::string{found.text(0, 1)} + " does not own the table; let its owner run ANALYZE";
}

/// Gathers the statistics of a table, in the transaction of the caller: who sees the rows has them too.
inline void gather_statistics(postgres_connection& connection, const table_shape& table) {
    connection.query("cannot gather the statistics of " + table.shown(), "ANALYZE " + identifier(table));
}

} // namespace synth

#endif
