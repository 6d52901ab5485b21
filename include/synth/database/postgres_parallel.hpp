// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_PARALLEL_HPP
#define SYNTH_DATABASE_POSTGRES_PARALLEL_HPP

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <synth/database/database_error.hpp>
#include <synth/database/load_report.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_pieces.hpp>
#include <synth/database/postgres_put_back.hpp>
#include <synth/database/postgres_rebuild.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/postgres_sequences.hpp>
#include <synth/database/postgres_targets.hpp>
#include <synth/database/postgres_unfinished.hpp>
#include <synth/database/postgres_unit.hpp>
#include <synth/database/row_blocks.hpp>
#include <synth/database/row_source.hpp>
#include <synth/database/run_together.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// The first of the i-th part of some rows: `first_of_part(10, 3, 1) == 3`.
[[nodiscard]] constexpr std::uint64_t first_of_part(std::uint64_t rows, std::uint64_t parts,
                                                    std::uint64_t index) {
    return rows / parts * index + rows % parts * index / parts;
}

namespace detail {

// Where the rows of several writers are: they may be at different tables, and the bar shows one after
// another.
class parallel_progress {
public:
    explicit parallel_progress(const postgres_work& work) : work_(work), done_(work.jobs.size()) {}

    void add(std::size_t place, std::uint64_t rows) {
        const std::scoped_lock lock{mutex_};
        done_[place] += rows;
        while (at_ + 1 < done_.size() && done_[at_] == work_.source.rows(work_.jobs[at_].table)) {
            ++at_;
        }
        work_.options.progress(work_.jobs[at_].table, done_[at_]);
    }

private:
    const postgres_work& work_;
    std::mutex mutex_;
    std::vector<std::uint64_t> done_;
    std::size_t at_ = 0;
};

// One connection with its part of each table's rows, in a transaction that waits for the others.
class parallel_writer {
public:
    parallel_writer(const postgres_work& work, std::unique_ptr<postgres_connection> connection)
        : work_(work), connection_(std::move(connection)), transaction_(*connection_),
          number_(transaction_number(*connection_)) {
        for (const postgres_job& job : work.jobs) {
            require_same(work.source.shape(job.table), job.target.oid);
        }
    }

    void write(std::uint64_t parts, std::uint64_t index, parallel_progress& progress,
               const std::atomic<bool>& stop) {
        const unsigned threads = std::max(1U, work_.options.threads / work_.options.connections);
        for (std::size_t place = 0; place < work_.jobs.size(); ++place) {
            const postgres_job& job = work_.jobs[place];
            const table_shape& shape = work_.source.shape(job.table);
            const std::uint64_t rows = work_.source.rows(job.table);
            postgres_pieces pieces{*connection_,      work_.source, job.table,
                                   job.target.binary, shape,        "cannot load " + shape.shown()};
            std::uint64_t before = 0;
            write_blocks(work_.source, job.table, pieces.form(), first_of_part(rows, parts, index),
                         first_of_part(rows, parts, index + 1), threads,
                         [&](std::string_view block, std::uint64_t done) {
                             if (stop) {
                                 throw database_error{"another connection failed"};
                             }
                             pieces.put(block);
                             progress.add(place, done - std::exchange(before, done));
                         });
            pieces.finish();
            bytes_ += pieces.total();
        }
    }

    void commit() { transaction_.commit("cannot load the tables"); }
    [[nodiscard]] postgres_connection* connection() { return connection_.get(); } ///< idle after commit
    [[nodiscard]] const std::string& number() const { return number_; }
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

private:
    // Temporary tables are there in their own session only.
    void require_same(const table_shape& table, const std::string& oid) {
        const postgres_result found = connection_->query(
            "cannot look up " + table.shown(), "SELECT pg_catalog.to_regclass($1)::oid", {identifier(table)});
        if (found.text(0, 0) != oid) {
            throw database_error{table.shown() +
                                 " is another table, or none, for a further connection; leave "
                                 "--connections out, or describe the table with its schema"};
        }
    }

    const postgres_work& work_;
    std::unique_ptr<postgres_connection> connection_;
    postgres_transaction transaction_;
    std::string number_;
    std::uint64_t bytes_ = 0;
};

// All rows, by all writers.
inline void write_parallel(const postgres_work& work,
                           std::span<const std::unique_ptr<parallel_writer>> writers) {
    parallel_progress progress{work};
    run_together(writers.size(), [&](std::size_t index, const std::atomic<bool>& stop) {
        writers[index]->write(writers.size(), index, progress, stop);
    });
}

inline void undo_after(const postgres_work& work, const std::string& journal, const database_error& error) {
    try {
        undo_unfinished(work.connection, journal);
    } catch (const database_error& second) {
        throw database_error{without_prefix(error) + "; and what was done is not undone yet (" +
                             without_prefix(second) + "): the next load does it"};
    }
}

// The role must be able to undo what it begins.
inline void require_undo(const postgres_work& work, std::span<const std::string> oids) {
    const std::string while_doing = "cannot read the privileges for several connections";
    const std::string after = ", and could not undo a load over several connections; grant it, or leave "
                              "--connections out";
    for (const postgres_job& job : work.jobs) {
        const postgres_result may = work.connection.query(
            while_doing, "SELECT pg_catalog.has_table_privilege($1::oid, 'DELETE'), current_user",
            {job.target.oid});
        if (!may.flag(0, 0)) {
            std::string text{"role "};
            text.append(may.text(0, 1)).append(" may not DELETE on ");
            throw database_error{text.append(work.source.shape(job.table).shown()).append(after)};
        }
    }
    const postgres_result may = work.connection.query(
        while_doing,
        "SELECT pg_catalog.has_schema_privilege(n.oid, 'CREATE'), current_user, n.nspname"
        " FROM pg_catalog.pg_class t JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace"
        " WHERE t.oid = $1::oid",
        {oids.front()});
    if (!may.flag(0, 0)) {
        std::string text{"role "};
        text.append(may.text(0, 1)).append(" may not CREATE in schema ").append(may.text(0, 2));
        text.append(" of ").append(work.source.shape(work.jobs.front().table).shown());
        throw database_error{text.append(after)};
    }
}

} // namespace detail

/// Throws where several connections could not load the tables and undo it: a foreign key that stays would
/// refuse rows whose parents another connection writes, and a trigger may do anything.
inline void require_parallel(const postgres_work& work, const rebuild_plan& rebuild) {
    const std::string remedy = "; leave --connections out";
    const std::vector<std::string> oids = oids_of(work.jobs);
    if (work.options.truncate || work.options.keep_indexes || work.options.commit_each) {
        throw database_error{"several connections cannot be one transaction: they load empty tables only, "
                             "without their foreign keys, all at once; leave --connections out, or "
                             "--truncate, --keep-indexes and --commit-each"};
    }
    detail::require_undo(work, oids);
    if (const std::string trigger = trigger_of(work.connection, oids, rebuild.dropped); !trigger.empty()) {
        throw database_error{trigger + " keeps several connections from loading" + remedy};
    }
    for (const structure_part& part : rebuild.others) {
        const bool among = std::ranges::find(oids, part.table) != oids.end() &&
                           std::ranges::find(oids, part.parent) != oids.end();
        if (among) {
            throw database_error{part.shown + " keeps several connections from loading: " + part.why_kept +
                                 remedy};
        }
    }
}

/// Loads all tables over several connections, `open` makes one. What must go is dropped and committed first,
/// with a note of how to undo it; then each connection writes its part of the rows, and all commit when the
/// last has written; then they put back the rest. Whatever fails, all is undone: here, or by the next load.
template<typename Open>
void load_parallel(const postgres_work& work, std::span<const std::size_t> places, load_report& report,
                   Open&& open) {
    const std::vector<std::string> oids = oids_of(work.jobs);
    unit_plan plan;
    std::string journal;
    {
        postgres_transaction transaction{work.connection};
        lock_tables(work, plan_unit(work, read_rebuild(work), places));
        // Only now nobody can change it any more.
        const rebuild_plan rebuild = read_rebuild(work);
        require_parallel(work, rebuild);
        plan = plan_unit(work, rebuild, places);
        lock_tables(work, plan);
        drop_parts(work.connection, plan.parts);
        journal = begin_unfinished(work.connection, oids, plan.parts);
        transaction.commit("cannot prepare the tables");
    }
    try {
        std::vector<std::unique_ptr<detail::parallel_writer>> writers;
        writers.reserve(work.options.connections);
        for (unsigned index = 0; index < work.options.connections; ++index) {
            writers.push_back(std::make_unique<detail::parallel_writer>(work, open()));
        }
        detail::write_parallel(work, writers);
        for (const std::unique_ptr<detail::parallel_writer>& writer : writers) {
            note_writer(work.connection, journal, writer->number());
        }
        std::vector<postgres_connection*> connections;
        for (const std::unique_ptr<detail::parallel_writer>& writer : writers) {
            writer->commit();
            report.bytes += writer->bytes();
            connections.push_back(writer->connection());
        }
        put_back_parallel(work, plan, journal, connections);
        postgres_transaction transaction{work.connection};
        for (const postgres_job& job : work.jobs) {
            for (const postgres_sequence& sequence : job.sequences) {
                set_past_values(work.connection, work.source.shape(job.table), sequence);
            }
        }
        end_unfinished(work.connection, journal);
        commit_load(work, transaction, "cannot end the load");
    } catch (const unknown_load& error) {
        throw database_error{detail::without_prefix(error) + "; if table " + journal +
                             " is still there, the next load undoes this one"};
    } catch (const database_error& error) {
        detail::undo_after(work, journal, error);
        throw nothing_loaded(error);
    } catch (const std::exception& error) { // no memory, no thread
        detail::undo_after(work, journal, database_error{error.what()});
        throw;
    }
    for (const postgres_job& job : work.jobs) {
        const std::uint64_t rows = work.source.rows(job.table); // there are no triggers
        report.add_table(job.table, rows, rows);
    }
}

} // namespace synth

#endif
