// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_PUT_BACK_HPP
#define SYNTH_DATABASE_POSTGRES_PUT_BACK_HPP

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <synth/database/database_error.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_rebuild.hpp>
#include <synth/database/postgres_statistics.hpp>
#include <synth/database/postgres_structure.hpp>
#include <synth/database/postgres_targets.hpp>
#include <synth/database/postgres_unfinished.hpp>
#include <synth/database/postgres_unit.hpp>
#include <synth/database/run_together.hpp>

namespace synth {
namespace detail {

// What of one table is made again by one connection: the table is locked meanwhile.
struct put_back_task {
    const postgres_job* job{};
    std::vector<structure_part> parts;
    bool analyzed{};
};

// One task for each table that has something to be done, the largest first: the last to end is a small one.
inline std::vector<put_back_task> put_back_tasks(const postgres_work& work, const unit_plan& plan,
                                                 put_back_turn turn) {
    std::vector<put_back_task> tasks;
    for (const postgres_job& job : work.jobs) {
        put_back_task task{&job, {}, false};
        for (const structure_part& part : plan.parts) {
            if (part.table == job.target.oid && turn_of(part) == turn) {
                task.parts.push_back(part);
            }
        }
        task.analyzed = turn == put_back_turn::keys_and_indexes &&
                        std::ranges::find(plan.analyzed, job.table) != plan.analyzed.end();
        if (task.analyzed || !task.parts.empty()) {
            tasks.push_back(std::move(task));
        }
    }
    std::ranges::sort(tasks, [&](const put_back_task& one, const put_back_task& other) {
        const std::uint64_t mine = work.source.rows(one.job->table);
        const std::uint64_t theirs = work.source.rows(other.job->table);
        return mine != theirs ? mine > theirs : one.job < other.job;
    });
    return tasks;
}

// Has the connections take tasks until none is left, each in a transaction. `perform(connection, task)`.
template<typename Perform>
void perform_tasks(const postgres_work& work, std::span<postgres_connection* const> connections,
                   std::span<const put_back_task> tasks, const Perform& perform) {
    std::atomic<std::size_t> next{0};
    std::mutex progress;
    const std::size_t last = work.jobs.back().table;
    run_together(std::min(connections.size(), tasks.size()),
                 [&](std::size_t index, const std::atomic<bool>& stop) {
                     for (std::size_t at = next++; at < tasks.size() && !stop; at = next++) {
                         {
                             const std::scoped_lock lock{progress};
                             work.options.progress(last, work.source.rows(last));
                         }
                         postgres_transaction transaction{*connections[index]};
                         perform(*connections[index], tasks[at]);
                         transaction.commit("cannot put back what " +
                                            work.source.shape(tasks[at].job->table).shown() + " had");
                     }
                 });
}

} // namespace detail

/// Makes again over several connections what was dropped for a load that is no transaction, and gathers
/// statistics: keys and indexes table by table, then all foreign keys unchecked, then their checks table by
/// table. `journal` is told with each step how to undo it. Locks last no longer than a table's own step.
inline void put_back_parallel(const postgres_work& work, const unit_plan& plan, const std::string& journal,
                              std::span<postgres_connection* const> connections) {
    using detail::put_back_task;
    const auto keys = detail::put_back_tasks(work, plan, put_back_turn::keys_and_indexes);
    detail::perform_tasks(work, connections, keys,
                          [&](postgres_connection& connection, const put_back_task& task) {
                              for (const structure_part& part : task.parts) {
                                  put_back_part(connection, part);
                                  note_made(connection, journal, part);
                              }
                              if (task.analyzed) {
                                  gather_statistics(connection, work.source.shape(task.job->table));
                              }
                          });
    // To add a foreign key locks both its tables against another one, to check it does not.
    const auto foreign_keys = detail::put_back_tasks(work, plan, put_back_turn::foreign_keys);
    {
        postgres_transaction transaction{work.connection};
        for (const put_back_task& task : foreign_keys) {
            for (structure_part part : task.parts) {
                part.put_back.front() += " NOT VALID";
                put_back_part(work.connection, part);
                note_made(work.connection, journal, part);
            }
        }
        transaction.commit("cannot put back the foreign keys of the tables");
    }
    detail::perform_tasks(work, connections, foreign_keys,
                          [](postgres_connection& connection, const put_back_task& task) {
                              for (const structure_part& part : task.parts) {
                                  connection.query("cannot put back " + part.shown, part.validate);
                              }
                          });
}

} // namespace synth

#endif
