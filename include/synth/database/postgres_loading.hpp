// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_LOADING_HPP
#define SYNTH_DATABASE_POSTGRES_LOADING_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <synth/core/byte_buffer.hpp>
#include <synth/database/copy_rows.hpp>
#include <synth/database/joined.hpp>
#include <synth/database/late_references.hpp>
#include <synth/database/load_report.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_cycles.hpp>
#include <synth/database/postgres_own_rows.hpp>
#include <synth/database/postgres_pieces.hpp>
#include <synth/database/postgres_sequences.hpp>
#include <synth/database/postgres_targets.hpp>
#include <synth/database/row_blocks.hpp>
#include <synth/database/row_source.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// The rows of groups of tables on their way into the server, in transactions of the caller.
class postgres_loading {
public:
    postgres_loading(postgres_connection& connection, const row_source& source,
                     std::span<const postgres_job> jobs, const load_options& options)
        : connection_(connection), source_(source), jobs_(jobs), options_(options) {}

    /// The rows of a group's tables, the sequences behind them, and the group's constraints. Tables that the
    /// transaction has emptied, given by their oids, take frozen rows.
    void load(const load_group& group, std::span<const std::string> emptied, load_report& report) {
        begin_group(connection_, group);
        for (const std::size_t place : group.tables) {
            const auto pass = std::ranges::find(group.passes, place, &second_pass::table);
            load_table(jobs_[place], emptied, pass == group.passes.end() ? no_columns : pass->columns,
                       report);
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
    void load_table(const postgres_job& job, std::span<const std::string> emptied,
                    const std::vector<std::size_t>& later, load_report& report) {
        const table_shape& shape = source_.shape(job.table);
        const std::uint64_t rows = source_.rows(job.table);
        const bool frozen = std::ranges::find(emptied, job.target.oid) != emptied.end();
        postgres_pieces pieces{
            connection_, source_, job.table, job.target.binary, shape, "cannot load " + shape.shown(),
            frozen};
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
        report.bytes += pieces.total();
        report.add_table(job.table, rows, pieces.taken());
    }

    inline static const std::vector<std::size_t> no_columns;

    postgres_connection& connection_;
    const row_source& source_;
    std::span<const postgres_job> jobs_;
    const load_options& options_;
};

} // namespace synth

#endif
