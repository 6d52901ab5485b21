// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_SNAPSHOT_HPP
#define SYNTH_DATABASE_POSTGRES_SNAPSHOT_HPP

#include <optional>
#include <string>

#include <synth/database/database_error.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_lock_timeout.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// Makes the transaction at hand one snapshot in which nothing is written and every value is in the spelling
/// of the text forms. Rows that row-level security would hide are an error, not missing.
inline void begin_snapshot(postgres_connection& connection, const std::string& while_doing,
                           std::optional<unsigned> lock_timeout) {
    connection.query(while_doing, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    connection.query(
        while_doing,
        "SELECT pg_catalog.set_config(name, value, true) FROM (VALUES ('TimeZone', 'UTC'),"
        " ('DateStyle', 'ISO, YMD'), ('IntervalStyle', 'postgres'), ('extra_float_digits', '3'),"
        " ('bytea_output', 'hex'), ('lc_monetary', 'C'), ('row_security', 'off'), ('xmloption', 'content'))"
        " AS wanted(name, value)");
    set_lock_timeout(connection, while_doing, lock_timeout, setting_life::transaction);
}

/// Throws where the role may not read a table, or would not see all of its rows.
inline void require_all_rows(postgres_connection& connection, const table_shape& table,
                             const std::string& oid) {
    const postgres_result may =
        connection.query("cannot read the privileges of " + table.shown(),
                         "SELECT pg_catalog.has_table_privilege($1::oid, 'SELECT'), current_user,"
                         " pg_catalog.row_security_active($1::oid)",
                         {oid});
    const std::string role = "role " + std::string{may.text(0, 1)};
    if (!may.flag(0, 0)) {
        throw database_error{role + " may not SELECT on " + table.shown() +
                             "; grant it, or connect as the table's owner"};
    }
    if (may.flag(0, 2)) {
        throw database_error{"row-level security hides rows of " + table.shown() + " from " + role +
                             "; connect as the table's owner, or as a role with BYPASSRLS"};
    }
}

} // namespace synth

#endif
