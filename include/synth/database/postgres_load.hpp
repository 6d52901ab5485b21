// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_LOAD_HPP
#define SYNTH_DATABASE_POSTGRES_LOAD_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <synth/core/byte_buffer.hpp>
#include <synth/database/database_error.hpp>
#include <synth/database/load_report.hpp>
#include <synth/database/postgres_check.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_copy.hpp>
#include <synth/database/postgres_parents.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/postgres_sequences.hpp>
#include <synth/database/row_blocks.hpp>
#include <synth/database/row_source.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {
namespace detail {

// A table whose checks have passed.
struct postgres_job {
    std::size_t table{};
    postgres_target target;
    std::vector<postgres_sequence> sequences;
};

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

inline bool has_postgres_rows(postgres_connection& connection, const table_shape& table) {
    return connection
        .query("cannot read " + table.shown(), "SELECT EXISTS (SELECT FROM " + identifier(table) + ")")
        .flag(0, 0);
}

// A table that another session has locked is an error after a while, never a wait without a word. What the
// server, the role or the target has set already is left alone, unless the user says otherwise.
inline void set_lock_timeout(postgres_connection& connection, const load_options& options) {
    constexpr unsigned usual = 30;
    connection.query("cannot set lock_timeout",
                     "SELECT pg_catalog.set_config('lock_timeout', $1, false)"
                     " WHERE $2 OR pg_catalog.current_setting('lock_timeout') = '0'",
                     {std::to_string(options.lock_timeout.value_or(usual)) + "s",
                      options.lock_timeout ? "true" : "false"});
}

inline std::vector<postgres_job> check_postgres_targets(postgres_connection& connection,
                                                        const row_source& source,
                                                        std::span<const std::size_t> tables, bool truncate) {
    std::vector<postgres_job> jobs;
    std::string filled;
    for (const std::size_t table : tables) {
        const table_shape& shape = source.shape(table);
        postgres_job job{table, check_shape(connection, shape), {}};
        require_privileges(connection, shape, job.target.oid, truncate);
        job.sequences = sequences_of(connection, shape, job.target.oid);
        if (!truncate && has_postgres_rows(connection, shape)) {
            filled += (filled.empty() ? "" : ", ") + shape.shown();
        }
        jobs.push_back(std::move(job));
    }
    if (!filled.empty()) {
        throw database_error{"not empty: " + filled +
                             "; give --truncate to replace the rows, or choose another database"};
    }
    std::vector<std::string> loaded;
    for (const postgres_job& job : jobs) {
        loaded.push_back(job.target.oid);
    }
    for (const postgres_job& job : jobs) {
        if (source.rows(job.table) > 0) {
            require_parents(connection, source.shape(job.table), job.target.oid, loaded);
        }
    }
    return jobs;
}

inline void truncate_tables(postgres_connection& connection, const row_source& source,
                            std::span<const std::size_t> tables) {
    std::string sql;
    for (const std::size_t table : tables) {
        sql += (sql.empty() ? "TRUNCATE " : ", ") + identifier(source.shape(table));
    }
    // One statement, so that tables which refer to each other may go together; never CASCADE: a table that is
    // not described keeps its rows.
    connection.query("cannot truncate the tables", sql);
}

// Ends the COPY every so often: the server reports a bad row only there, and queues its checks of foreign
// keys in memory until there.
constexpr std::uint64_t bytes_of_copy = 128ULL * 1024 * 1024;

class copy_pieces {
public:
    copy_pieces(postgres_connection& connection, const row_source& source, const postgres_job& job)
        : connection_(connection), source_(source), job_(job),
          form_(job.target.binary ? row_form::copy_binary : row_form::copy_text) {}

    void put(std::string_view bytes) {
        if (!copy_) {
            frame(copy_.emplace(connection_, source_.shape(job_.table), job_.target.binary),
                  &row_source::begin);
        }
        copy_->put(bytes);
        sent_ += bytes.size();
        total_ += bytes.size();
        if (sent_ >= bytes_of_copy) {
            finish();
        }
    }

    void finish() {
        if (copy_) {
            frame(*copy_, &row_source::end);
            copy_->finish();
            copy_.reset();
            sent_ = 0;
        }
    }

    [[nodiscard]] row_form form() const { return form_; }
    [[nodiscard]] std::uint64_t total() const { return total_; }

private:
    void frame(postgres_copy& copy, void (row_source::*part)(std::size_t, row_form, byte_buffer&) const) {
        byte_buffer bytes;
        (source_.*part)(job_.table, form_, bytes);
        copy.put(bytes.view());
    }

    postgres_connection& connection_;
    const row_source& source_;
    const postgres_job& job_;
    row_form form_;
    std::optional<postgres_copy> copy_;
    std::uint64_t sent_ = 0;
    std::uint64_t total_ = 0;
};

// The rows of a table and the sequences behind them, in the transaction of the caller.
inline void load_postgres_table(postgres_connection& connection, const row_source& source,
                                const postgres_job& job, const load_options& options, load_report& report) {
    const table_shape& shape = source.shape(job.table);
    const std::uint64_t rows = source.rows(job.table);
    copy_pieces pieces{connection, source, job};
    write_blocks(source, job.table, pieces.form(), 0, rows, options.threads,
                 [&](std::string_view bytes, std::uint64_t done) {
                     pieces.put(bytes);
                     options.progress(job.table, done);
                 });
    pieces.finish();
    for (const postgres_sequence& sequence : job.sequences) {
        set_past_values(connection, shape, sequence);
    }
    report.rows += rows;
    report.bytes += pieces.total();
    report.tables.push_back(job.table);
}

// All tables in one transaction: either the new rows are there or the old ones. Until its end nobody else can
// read the tables, as after any TRUNCATE.
inline load_report replace_postgres_tables(postgres_connection& connection, const row_source& source,
                                           std::span<const postgres_job> jobs,
                                           std::span<const std::size_t> tables, const load_options& options) {
    load_report report;
    bool committing = false;
    try {
        postgres_transaction transaction{connection};
        truncate_tables(connection, source, tables);
        for (const postgres_job& job : jobs) {
            load_postgres_table(connection, source, job, options, report);
            // Deferred checks are queued in memory: they are made table by table, and an error names its own.
            const std::string while_doing = "cannot load " + source.shape(job.table).shown();
            connection.query(while_doing, "SET CONSTRAINTS ALL IMMEDIATE");
            connection.query(while_doing, "SET CONSTRAINTS ALL DEFERRED");
        }
        committing = true;
        transaction.commit("cannot load the tables");
    } catch (const database_error& error) {
        if (committing && PQstatus(connection.get()) != CONNECTION_OK) {
            throw; // nobody knows whether the server has done it
        }
        throw unchanged_load(error);
    }
    return report;
}

} // namespace detail

/// Loads tables, parents first, by COPY: everything is checked before the first byte, each table is one
/// transaction, and sequences end past the values. The error of a table tells which ones are complete. To
/// replace rows is one transaction over all tables.
inline load_report load_postgres(postgres_connection& connection, const row_source& source,
                                 std::span<const std::size_t> tables, const load_options& options = {}) {
    detail::set_lock_timeout(connection, options);
    const std::vector<detail::postgres_job> jobs =
        detail::check_postgres_targets(connection, source, tables, options.truncate);
    load_report report;
    if (options.dry_run) {
        return report;
    }
    if (options.truncate && !tables.empty()) {
        return detail::replace_postgres_tables(connection, source, jobs, tables, options);
    }
    for (const detail::postgres_job& job : jobs) {
        load_report loaded = report;
        try {
            postgres_transaction transaction{connection};
            detail::load_postgres_table(connection, source, job, options, loaded);
            transaction.commit("cannot load " + source.shape(job.table).shown());
        } catch (const database_error& error) {
            throw incomplete_load(error, source, report.tables);
        }
        report = loaded;
    }
    return report;
}

} // namespace synth

#endif
