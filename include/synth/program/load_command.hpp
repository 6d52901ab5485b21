// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_LOAD_COMMAND_HPP
#define SYNTH_PROGRAM_LOAD_COMMAND_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <synth/database/load_order.hpp>
#include <synth/database/load_report.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_load.hpp>
#include <synth/database/redacted.hpp>
#include <synth/database/sqlite_connection.hpp>
#include <synth/database/sqlite_load.hpp>
#include <synth/program/command_options.hpp>
#include <synth/program/database_target.hpp>
#include <synth/program/existing_option.hpp>
#include <synth/program/existing_table.hpp>
#include <synth/program/interruption.hpp>
#include <synth/program/program_schema.hpp>
#include <synth/program/summary.hpp>
#include <synth/program/table_progress.hpp>
#include <synth/program/usage_error.hpp>

namespace synth {

/// The options of `load`, as they were written.
struct load_command_options {
    command_options plan;
    std::string target;       ///< a PostgreSQL URL or conninfo, or the path of an SQLite database
    std::string lock_timeout; ///< seconds; empty: the usual
    std::string connections;  ///< how many; empty: one
    bool truncate{};
    bool commit_each{};
    bool keep_indexes{};
    bool keep_triggers{};
    bool no_analyze{};
    bool dry_run{};
    bool progress{true};
};

namespace detail {

// What the options say of how to load; throws those that a target or another option does not go with.
inline load_options read_load_options(const load_command_options& options) {
    load_options how;
    how.threads = read_threads(options.plan.threads);
    how.truncate = options.truncate;
    how.commit_each = options.commit_each;
    how.keep_indexes = options.keep_indexes;
    how.keep_triggers = options.keep_triggers;
    how.analyze = !options.no_analyze;
    how.connections = read_connections(options.connections);
    how.dry_run = options.dry_run;
    how.lock_timeout = read_lock_timeout(options.lock_timeout);
    for (const auto& [given, option] : {std::pair{options.commit_each, "--commit-each"},
                                        {options.keep_indexes, "--keep-indexes"},
                                        {options.no_analyze, "--no-analyze"},
                                        {!options.connections.empty(), "--connections"}}) {
        if (given && !is_postgres(options.target)) {
            throw usage_error{std::string{option} +
                              " is for PostgreSQL; leave it out for an SQLite database"};
        }
    }
    if (options.truncate && (options.commit_each || how.connections > 1)) {
        throw usage_error{std::string{options.commit_each ? "--commit-each" : "--connections"} +
                          " and --truncate: the rows are replaced in one transaction, or the old ones could "
                          "be lost; leave one of them out"};
    }
    if (how.connections > 1 && (options.commit_each || options.keep_indexes)) {
        throw usage_error{std::string{options.commit_each ? "--commit-each" : "--keep-indexes"} +
                          " and --connections: several connections load all tables at once, without their "
                          "foreign keys; leave one of them out"};
    }
    return how;
}

} // namespace detail

/// Loads the tables of a plan into a database. Returns what it did; the caller prints it.
[[nodiscard]] inline summary load(const program_schema& schema, const load_command_options& options) {
    plan_request request = read_plan(schema, options.plan);
    const std::vector<std::size_t> tables = read_tables(schema, options.plan);
    load_options how = detail::read_load_options(options);
    require_whole_cycles(schema.catalog(), tables);
    const bool postgres = is_postgres(options.target);
    request.existing = read_existing(schema, options.plan, options.target, how.lock_timeout);
    const std::unique_ptr<program_plan> plan = schema.plan(request);
    const interruption guard;
    table_progress bar{options.progress && !options.dry_run, *plan, tables};
    how.progress = [&](std::size_t table, std::uint64_t rows) { bar.update(table, rows); };
    load_report report;
    if (postgres) {
        postgres_connection connection{options.target};
        report = load_postgres(connection, *plan, tables, how);
    } else {
        sqlite_connection connection{sqlite_path(options.target)};
        report = load_sqlite(connection, *plan, tables, how);
    }
    summary done{"load", redacted(options.target), request.seed, {}, report.bytes, bar.seconds(), {}};
    done.notes = report.notes;
    done.steps = report.steps;
    done.kept = report.kept;
    done.existing = existing_tables(schema.catalog(), *plan);
    for (const std::size_t table : report.tables) {
        done.tables.emplace_back(plan->shape(table).shown(), plan->rows(table));
    }
    for (const left_out_rows& each : report.left_out) {
        const std::string name = plan->shape(each.table).shown();
        done.left_out.emplace_back(name, each.rows);
        std::ranges::find(done.tables, name, &std::pair<std::string, std::uint64_t>::first)->second -=
            each.rows;
    }
    return done;
}

} // namespace synth

#endif
