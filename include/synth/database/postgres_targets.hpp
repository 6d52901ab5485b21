// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_TARGETS_HPP
#define SYNTH_DATABASE_POSTGRES_TARGETS_HPP

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <synth/database/database_error.hpp>
#include <synth/database/load_report.hpp>
#include <synth/database/postgres_check.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_deletes.hpp>
#include <synth/database/postgres_parents.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/postgres_sequences.hpp>
#include <synth/database/row_source.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// A table that is to be loaded, whose checks have passed.
struct postgres_job {
    std::size_t table{};
    postgres_target target;
    std::vector<postgres_sequence> sequences;
};

namespace detail {

inline void require_privileges(postgres_connection& connection, const table_shape& table,
                               const std::string& oid, bool truncate) {
    std::vector<std::string> wanted{"SELECT", "INSERT"};
    if (truncate) {
        wanted.emplace_back("TRUNCATE");
    }
    for (const std::string& privilege : wanted) {
        const postgres_result may = connection.query(
            "cannot read the privileges of " + table.shown(),
            "SELECT pg_catalog.has_table_privilege($1::oid, $2), current_user", {oid, privilege});
        if (!may.flag(0, 0)) {
            throw database_error{"role " + std::string{may.text(0, 1)} + " may not " + privilege + " on " +
                                 table.shown() + "; grant it, or connect as the table's owner"};
        }
    }
}

// A dry run would not notice, and a load only at its first rows.
inline void require_writable(postgres_connection& connection) {
    const postgres_result state =
        connection.query("cannot ask whether the database may be written to",
                         "SELECT pg_catalog.pg_is_in_recovery() OR "
                         "pg_catalog.current_setting('default_transaction_read_only')::pg_catalog.bool");
    if (state.flag(0, 0)) {
        throw database_error{"the database is read only: connect to the primary, or set "
                             "default_transaction_read_only to off"};
    }
}

} // namespace detail

/// Looks at everything that a load needs before its first row, and throws what is wrong: the tables are as
/// described, the role may fill them, they are empty (or may be emptied), and no parent is missing.
[[nodiscard]] inline std::vector<postgres_job> check_postgres_targets(postgres_connection& connection,
                                                                      const row_source& source,
                                                                      std::span<const std::size_t> tables,
                                                                      bool truncate) {
    detail::require_writable(connection);
    std::vector<postgres_job> jobs;
    std::vector<std::size_t> filled;
    for (const std::size_t table : tables) {
        const table_shape& shape = source.shape(table);
        postgres_job job{table, check_shape(connection, shape), {}};
        detail::require_privileges(connection, shape, job.target.oid, truncate);
        job.sequences = sequences_of(connection, shape, job.target.oid);
        if (!truncate &&
            detail::has_postgres_rows(connection, "cannot read " + shape.shown(), identifier(shape))) {
            filled.push_back(table);
        }
        jobs.push_back(std::move(job));
    }
    if (!filled.empty()) {
        throw filled_tables(source, filled);
    }
    std::vector<std::string> loaded;
    loaded.reserve(jobs.size());
    for (const postgres_job& job : jobs) {
        loaded.push_back(job.target.oid);
    }
    for (const postgres_job& job : jobs) {
        if (truncate) {
            require_no_further_deletes(connection, source.shape(job.table), job.target.oid, loaded);
        }
        if (source.rows(job.table) > 0) {
            require_parents(connection, source.shape(job.table), job.target.oid, loaded);
        }
    }
    return jobs;
}

} // namespace synth

#endif
