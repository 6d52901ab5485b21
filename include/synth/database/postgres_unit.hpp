// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_UNIT_HPP
#define SYNTH_DATABASE_POSTGRES_UNIT_HPP

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <vector>

#include <synth/database/database_error.hpp>
#include <synth/database/joined.hpp>
#include <synth/database/late_references.hpp>
#include <synth/database/load_report.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_freeze.hpp>
#include <synth/database/postgres_loading.hpp>
#include <synth/database/postgres_own_rows.hpp>
#include <synth/database/postgres_parents.hpp>
#include <synth/database/postgres_rebuild.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/postgres_statistics.hpp>
#include <synth/database/postgres_structure.hpp>
#include <synth/database/postgres_targets.hpp>
#include <synth/database/postgres_triggers.hpp>
#include <synth/database/row_source.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// What is to be loaded, where, and how.
struct postgres_work {
    postgres_connection& connection;
    const row_source& source;
    std::span<const postgres_job> jobs;
    const load_options& options;
};

/// What the server does for the tables of one transaction besides taking their rows.
struct unit_plan {
    std::vector<structure_part> parts; ///< dropped, and made again
    std::vector<std::string> emptied;  ///< oids of tables that take frozen rows
    std::vector<std::size_t> analyzed; ///< tables in the source
};

[[nodiscard]] inline std::vector<std::string> oids_of(std::span<const postgres_job> jobs) {
    std::vector<std::string> oids;
    oids.reserve(jobs.size());
    for (const postgres_job& job : jobs) {
        oids.push_back(job.target.oid);
    }
    return oids;
}

/// What of the tables' structure goes for the load. Several connections do not see each other's rows, so that
/// no foreign key between them can stay, whatever it costs.
[[nodiscard]] inline rebuild_plan read_rebuild(const postgres_work& work) {
    const std::vector<std::string> oids = oids_of(work.jobs);
    std::vector<std::string> paying;
    for (const postgres_job& job : work.jobs) {
        const bool large = work.source.rows(job.table) >= work.options.rebuild_from;
        if (!work.options.keep_indexes && (large || work.options.connections > 1)) {
            paying.push_back(job.target.oid);
        }
    }
    std::vector<structure_part> triggers;
    if (!work.options.keep_triggers) {
        std::vector<loaded_table> loaded;
        for (const postgres_job& job : work.jobs) {
            loaded.push_back({job.target.oid, {}});
            for (const column_shape& column : work.source.shape(job.table).columns) {
                loaded.back().columns.push_back(column.name);
            }
        }
        triggers = writing_triggers(work.connection, loaded);
    }
    std::vector<structure_part> off;
    std::ranges::copy_if(triggers, std::back_inserter(off),
                         [](const structure_part& each) { return each.why_kept.empty(); });
    const std::string trigger = paying.empty() ? std::string{} : trigger_of(work.connection, oids, off);
    return plan_rebuild(structure_of(work.connection, oids), paying, trigger, triggers);
}

/// What is done for some tables, by their places among the jobs, that are loaded in one transaction.
[[nodiscard]] inline unit_plan plan_unit(const postgres_work& work, const rebuild_plan& rebuild,
                                         std::span<const std::size_t> places) {
    unit_plan plan;
    std::vector<std::string> oids;
    std::vector<std::string> filled;
    bool large = false;
    for (const std::size_t place : places) {
        const postgres_job& job = work.jobs[place];
        oids.push_back(job.target.oid);
        if (work.source.rows(job.table) > 0) {
            filled.push_back(job.target.oid);
        }
        large = large || work.source.rows(job.table) >= work.options.rebuild_from;
        if (work.options.analyze &&
            why_no_statistics(work.connection, work.source.shape(job.table), job.target.oid).empty()) {
            plan.analyzed.push_back(job.table);
        }
    }
    plan.parts = parts_for(rebuild, oids);
    // Where the rows are replaced, the tables are emptied anyway; to empty small ones costs more than it
    // gives, and who keeps the indexes wants no table locked against its readers.
    if (large && work.options.connections == 1 && (work.options.truncate || !work.options.keep_indexes)) {
        std::vector<structure_part> staying = rebuild.others;
        for (const structure_part& part : rebuild.dropped) {
            if (part.kind == structure_kind::foreign_key &&
                std::ranges::find(plan.parts, part.oid, &structure_part::oid) == plan.parts.end()) {
                staying.push_back(part);
            }
        }
        plan.emptied = freezable_tables(work.connection, filled, staying);
    }
    return plan;
}

namespace detail {

// The names of the jobs' tables whose oids are among some.
inline std::vector<std::string> relations_of(const postgres_work& work, std::span<const std::string> oids) {
    std::vector<std::string> names;
    for (const postgres_job& job : work.jobs) {
        if (std::ranges::find(oids, job.target.oid) != oids.end()) {
            names.push_back(identifier(work.source.shape(job.table)));
        }
    }
    return names;
}

inline std::string named_list(std::span<const std::string> names, std::string_view before) {
    return joined(names, ", ", [&](const std::string& name) { return std::string{before} + name; });
}

} // namespace detail

/// Locks what is dropped or emptied, so that nothing comes in between, and makes sure that the tables are
/// still empty, unless their rows are to be replaced.
inline void lock_tables(const postgres_work& work, const unit_plan& plan) {
    std::vector<std::string> oids = plan.emptied;
    for (const structure_part& part : plan.parts) {
        if (part.kind != structure_kind::trigger) { // which takes the lock that it needs
            oids.push_back(part.table);
        }
    }
    const std::vector<std::string> names = detail::relations_of(work, oids);
    if (names.empty()) {
        return;
    }
    work.connection.query("cannot lock the tables for the load",
                          "LOCK TABLE " + detail::named_list(names, "ONLY ") + " IN ACCESS EXCLUSIVE MODE");
    if (work.options.truncate) {
        return;
    }
    std::vector<std::size_t> filled;
    for (const postgres_job& job : work.jobs) {
        const table_shape& shape = work.source.shape(job.table);
        if (std::ranges::find(oids, job.target.oid) != oids.end() &&
            detail::has_postgres_rows(work.connection, "cannot read " + shape.shown(),
                                      "ONLY " + identifier(shape))) {
            filled.push_back(job.table);
        }
    }
    if (!filled.empty()) {
        throw filled_tables(work.source, filled);
    }
}

/// Empties the tables: all when their rows are to be replaced, else those that take frozen rows.
inline void empty_tables(const postgres_work& work, const unit_plan& plan) {
    // One statement, so that tables which refer to each other may go together; never CASCADE: a table that is
    // not described keeps its rows.
    const std::vector<std::string> all = oids_of(work.jobs);
    const std::vector<std::string> names =
        detail::relations_of(work, work.options.truncate ? all : plan.emptied);
    if (!names.empty()) {
        work.connection.query("cannot truncate the tables",
                              "TRUNCATE " + detail::named_list(names, work.options.truncate ? "" : "ONLY "));
    }
}

/// Makes again what was dropped, and gathers statistics where all indexes are there and no foreign key is
/// checked yet, which is planned by them. `last` is the table that was filled last.
inline void put_back_unit(const postgres_work& work, const unit_plan& plan, std::size_t last) {
    const auto between = [&] { work.options.progress(last, work.source.rows(last)); };
    put_back_parts(work.connection, plan.parts, put_back_turn::keys_and_indexes, between);
    for (const std::size_t table : plan.analyzed) {
        between();
        gather_statistics(work.connection, work.source.shape(table));
    }
    put_back_parts(work.connection, plan.parts, put_back_turn::foreign_keys, between);
}

/// Commits, and throws unknown_load where the connection dies meanwhile.
inline void commit_load(const postgres_work& work, postgres_transaction& transaction,
                        const std::string& while_doing) {
    try {
        transaction.commit(while_doing);
    } catch (const database_error& error) {
        if (PQstatus(work.connection.get()) != CONNECTION_OK) {
            throw unknown_load{error};
        }
        throw;
    }
}

/// Loads some groups of tables in one transaction: what is dropped, filled and put back is there for others
/// all at once or not at all.
inline void load_unit(const postgres_work& work, std::span<const load_group> groups, load_report& report) {
    std::vector<std::size_t> places;
    for (const load_group& group : groups) {
        places.insert(places.end(), group.tables.begin(), group.tables.end());
    }
    postgres_loading loading{work.connection, work.source, work.jobs, work.options};
    postgres_transaction transaction{work.connection};
    lock_tables(work, plan_unit(work, read_rebuild(work), places));
    // Only now nobody can change it any more.
    const unit_plan plan = plan_unit(work, read_rebuild(work), places);
    lock_tables(work, plan);
    drop_parts(work.connection, plan.parts);
    empty_tables(work, plan);
    for (const load_group& group : groups) {
        loading.load(group, plan.emptied, report);
        // Deferred checks are queued in memory: they are made group by group, and an error names its own. No
        // ALTER TABLE passes while some are pending.
        work.connection.query(loading.while_loading(group), "SET CONSTRAINTS ALL IMMEDIATE");
        if (&group != &groups.back()) {
            work.connection.query(loading.while_loading(group), "SET CONSTRAINTS ALL DEFERRED");
        }
    }
    put_back_unit(work, plan, work.jobs[places.back()].table);
    commit_load(work, transaction,
                groups.size() == 1 ? loading.while_loading(groups.front()) : "cannot load the tables");
}

} // namespace synth

#endif
