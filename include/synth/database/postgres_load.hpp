// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_LOAD_HPP
#define SYNTH_DATABASE_POSTGRES_LOAD_HPP

#include <cstddef>
#include <memory>
#include <numeric>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <synth/database/database_error.hpp>
#include <synth/database/late_references.hpp>
#include <synth/database/load_report.hpp>
#include <synth/database/load_steps.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_lock_timeout.hpp>
#include <synth/database/postgres_parallel.hpp>
#include <synth/database/postgres_rebuild.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/postgres_structure.hpp>
#include <synth/database/postgres_targets.hpp>
#include <synth/database/postgres_unfinished.hpp>
#include <synth/database/postgres_unit.hpp>
#include <synth/database/row_source.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {
namespace detail {

// Checks of timestamptz were read in UTC, and shall mean the same here. What is read under a lock must be
// what is there by then, not what was when the transaction began. Sessions wait for each other, at length.
inline void set_up_load(postgres_connection& connection, const load_options& options) {
    set_lock_timeout(connection, "cannot set lock_timeout", options.lock_timeout, setting_life::session);
    connection.query("cannot set TimeZone", "SET TimeZone = 'UTC'");
    connection.query("cannot set default_transaction_isolation",
                     "SET default_transaction_isolation = 'read committed'");
    connection.query(
        "cannot switch off timeouts of idle sessions",
        "SELECT pg_catalog.set_config(name, '0', false) FROM pg_catalog.pg_settings" // 14 has both
        " WHERE name IN ('idle_session_timeout', 'idle_in_transaction_session_timeout')");
}

// A session like the caller's: names mean the same in it, and its role is the same.
inline std::unique_ptr<postgres_connection> another_session(postgres_connection& connection,
                                                            const load_options& options) {
    const std::string while_doing = "cannot set up another connection";
    const postgres_result here =
        connection.query(while_doing, "SELECT current_user, pg_catalog.quote_ident(current_user),"
                                      " pg_catalog.current_setting('search_path')");
    auto another = std::make_unique<postgres_connection>(conninfo_of(connection));
    if (another->query(while_doing, "SELECT current_user").text(0, 0) != here.text(0, 0)) {
        another->query(while_doing, "SET ROLE " + std::string{here.text(0, 1)});
    }
    another->query(while_doing, "SELECT pg_catalog.set_config('search_path', $1, false)",
                   {std::string{here.text(0, 2)}});
    set_up_load(*another, options);
    return another;
}

// The tables of a load that are there; what is wrong with the others is told later.
inline std::vector<std::string> oids_of_tables(postgres_connection& connection, const row_source& source,
                                               std::span<const std::size_t> tables) {
    std::vector<std::string> oids;
    for (const std::size_t table : tables) {
        const table_shape& shape = source.shape(table);
        const postgres_result found = connection.query(
            "cannot look up " + shape.shown(), "SELECT pg_catalog.to_regclass($1)::oid", {identifier(shape)});
        if (!found.is_null(0, 0)) {
            oids.emplace_back(found.text(0, 0));
        }
    }
    return oids;
}

inline load_groups group_jobs(const postgres_work& work, const rebuild_plan& rebuild) {
    std::vector<target_table> targets;
    targets.reserve(work.jobs.size());
    for (const postgres_job& job : work.jobs) {
        targets.push_back({&work.source.shape(job.table), job.target.oid});
    }
    std::vector<std::string> absent;
    for (const structure_part& part : rebuild.dropped) {
        if (part.kind == structure_kind::foreign_key) {
            absent.push_back(part.oid);
        }
    }
    return group_tables(work.connection, targets, absent);
}

// All tables in one transaction: either the new rows are there or the old ones. Until its end nobody else can
// read tables that are emptied, as after any TRUNCATE.
inline void load_at_once(const postgres_work& work, std::span<const load_group> groups, load_report& report) {
    load_report loaded = report;
    try {
        load_unit(work, groups, loaded);
    } catch (const unknown_load&) {
        throw;
    } catch (const database_error& error) {
        throw work.options.truncate ? unchanged_load(error) : nothing_loaded(error);
    }
    report = std::move(loaded);
}

} // namespace detail

/// Loads tables, parents first, by COPY: everything is checked before the first byte, all is one transaction,
/// and sequences end past the values. Indexes, keys and foreign keys of large tables are dropped and made
/// again behind the rows. `load_options` has other ways.
inline load_report load_postgres(postgres_connection& connection, const row_source& source,
                                 std::span<const std::size_t> tables, const load_options& options = {}) {
    detail::set_up_load(connection, options);
    load_report report;
    if (tables.empty()) {
        return report;
    }
    if (options.truncate && options.commit_each) {
        throw database_error{"the rows of tables are replaced in one transaction, or the old ones could be "
                             "lost; leave out --truncate or --commit-each"};
    }
    if (!options.dry_run) {
        report.kept = undo_broken_loads(connection, detail::oids_of_tables(connection, source, tables));
    }
    const std::vector<postgres_job> jobs =
        check_postgres_targets(connection, source, tables, options.truncate);
    const postgres_work work{connection, source, jobs, options};
    const rebuild_plan rebuild = read_rebuild(work);
    if (options.connections > 1) {
        require_parallel(work, rebuild);
    }
    const load_groups plan = detail::group_jobs(work, rebuild);
    report.notes = plan.notes;
    report.steps = load_steps(work, rebuild, plan.groups);
    for (std::string& words : kept_words(work, rebuild)) {
        report.kept.push_back(std::move(words));
    }
    if (options.dry_run) {
        return report;
    }
    if (options.connections > 1) {
        std::vector<std::size_t> places(jobs.size());
        std::iota(places.begin(), places.end(), std::size_t{0});
        load_parallel(work, places, report, [&] { return detail::another_session(connection, options); });
    } else if (!options.commit_each) {
        detail::load_at_once(work, plan.groups, report);
    } else {
        load_each(std::span{plan.groups}, source, report, [&](const load_group& group, load_report& loaded) {
            load_unit(work, {&group, 1}, loaded);
        });
    }
    return report;
}

} // namespace synth

#endif
