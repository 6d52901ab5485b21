// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_LOAD_HPP
#define SYNTH_DATABASE_POSTGRES_LOAD_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <synth/core/byte_buffer.hpp>
#include <synth/database/copy_rows.hpp>
#include <synth/database/database_error.hpp>
#include <synth/database/joined.hpp>
#include <synth/database/late_references.hpp>
#include <synth/database/load_report.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_cycles.hpp>
#include <synth/database/postgres_lock_timeout.hpp>
#include <synth/database/postgres_own_rows.hpp>
#include <synth/database/postgres_pieces.hpp>
#include <synth/database/postgres_sequences.hpp>
#include <synth/database/postgres_targets.hpp>
#include <synth/database/row_blocks.hpp>
#include <synth/database/row_source.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {
namespace detail {

inline void truncate_tables(postgres_connection& connection, const row_source& source,
                            std::span<const std::size_t> tables) {
    // One statement, so that tables which refer to each other may go together; never CASCADE: a table that is
    // not described keeps its rows.
    const auto quoted = [&](std::size_t table) { return identifier(source.shape(table)); };
    connection.query("cannot truncate the tables", "TRUNCATE " + joined(tables, ", ", quoted));
}

// Checks of timestamptz were read in UTC, and shall mean the same here.
inline void set_up_load(postgres_connection& connection, const load_options& options) {
    set_lock_timeout(connection, "cannot set lock_timeout", options.lock_timeout, setting_life::session);
    connection.query("cannot set TimeZone", "SET TimeZone = 'UTC'");
}

inline load_groups group_jobs(postgres_connection& connection, const row_source& source,
                              std::span<const postgres_job> jobs) {
    std::vector<target_table> targets;
    targets.reserve(jobs.size());
    for (const postgres_job& job : jobs) {
        targets.push_back({&source.shape(job.table), job.target.oid});
    }
    return group_tables(connection, targets);
}

// A load of several groups, each in a transaction of its caller.
class postgres_loading {
public:
    postgres_loading(postgres_connection& connection, const row_source& source,
                     std::span<const postgres_job> jobs, const load_options& options)
        : connection_(connection), source_(source), jobs_(jobs), options_(options) {}

    // The rows of a group's tables, the sequences behind them, and the group's constraints.
    void load(const load_group& group, load_report& report) {
        begin_group(connection_, group);
        for (const std::size_t place : group.tables) {
            const auto pass = std::ranges::find(group.passes, place, &second_pass::table);
            load_table(jobs_[place], pass == group.passes.end() ? no_columns : pass->columns, report);
        }
        for (const second_pass& pass : group.passes) {
            const postgres_job& job = jobs_[pass.table];
            const std::size_t last = jobs_[group.tables.back()].table;
            const table_shape& shape = source_.shape(job.table);
            run_second_pass(connection_, pass,
                            {source_, job.table, job.target.binary, options_.threads,
                             own_rows(connection_, "cannot look up " + shape.shown(), shape, job.target.oid)},
                            [&] { options_.progress(last, source_.rows(last)); });
        }
        finish_group(connection_, group, while_loading(group));
    }

    [[nodiscard]] std::string while_loading(const load_group& group) const {
        return "cannot load " + joined(group.tables, ", ", [&](std::size_t place) {
                   return source_.shape(jobs_[place].table).shown();
               });
    }

private:
    // With NULL in the columns that a second pass fills.
    void load_table(const postgres_job& job, const std::vector<std::size_t>& later, load_report& report) {
        const table_shape& shape = source_.shape(job.table);
        const std::uint64_t rows = source_.rows(job.table);
        postgres_pieces pieces{connection_,       source_, job.table,
                               job.target.binary, shape,   "cannot load " + shape.shown()};
        byte_buffer changed;
        write_blocks(source_, job.table, pieces.form(), 0, rows, options_.threads,
                     [&](std::string_view block, std::uint64_t done) {
                         if (!later.empty()) {
                             changed.clear();
                             put_without(block, pieces.form(), later, changed);
                             block = changed.view();
                         }
                         pieces.put(block);
                         options_.progress(job.table, done);
                     });
        pieces.finish();
        for (const postgres_sequence& sequence : job.sequences) {
            set_past_values(connection_, shape, sequence);
        }
        report.rows += rows;
        report.bytes += pieces.total();
        report.tables.push_back(job.table);
    }

    inline static const std::vector<std::size_t> no_columns;

    postgres_connection& connection_;
    const row_source& source_;
    std::span<const postgres_job> jobs_;
    const load_options& options_;
};

// All tables in one transaction: either the new rows are there or the old ones. Until its end nobody else can
// read the tables, as after any TRUNCATE.
inline load_report replace_postgres_tables(postgres_connection& connection, const row_source& source,
                                           std::span<const std::size_t> tables,
                                           std::span<const load_group> groups, postgres_loading& loading) {
    load_report report;
    bool committing = false;
    try {
        postgres_transaction transaction{connection};
        truncate_tables(connection, source, tables);
        for (const load_group& group : groups) {
            loading.load(group, report);
            // Deferred checks are queued in memory: they are made group by group, and an error names its own.
            const std::string while_doing = loading.while_loading(group);
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
/// transaction, and so are the tables of a cycle; sequences end past the values. The error of a table tells
/// which ones are complete. To replace rows is one transaction over all tables.
inline load_report load_postgres(postgres_connection& connection, const row_source& source,
                                 std::span<const std::size_t> tables, const load_options& options = {}) {
    detail::set_up_load(connection, options);
    const std::vector<postgres_job> jobs =
        check_postgres_targets(connection, source, tables, options.truncate);
    const load_groups plan = detail::group_jobs(connection, source, jobs);
    load_report report;
    report.notes = plan.notes;
    if (options.dry_run) {
        return report;
    }
    detail::postgres_loading loading{connection, source, jobs, options};
    if (options.truncate && !tables.empty()) {
        report = detail::replace_postgres_tables(connection, source, tables, plan.groups, loading);
        report.notes = plan.notes;
        return report;
    }
    load_each(std::span{plan.groups}, source, report, [&](const load_group& group, load_report& loaded) {
        postgres_transaction transaction{connection};
        loading.load(group, loaded);
        transaction.commit(loading.while_loading(group));
    });
    return report;
}

} // namespace synth

#endif
