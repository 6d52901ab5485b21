// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_VERIFY_HPP
#define SYNTH_DATABASE_POSTGRES_VERIFY_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <synth/core/byte_buffer.hpp>
#include <synth/database/copy_line.hpp>
#include <synth/database/postgres_canonical.hpp>
#include <synth/database/postgres_check.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_copy_out.hpp>
#include <synth/database/postgres_own_rows.hpp>
#include <synth/database/postgres_row_key.hpp>
#include <synth/database/postgres_rules.hpp>
#include <synth/database/postgres_snapshot.hpp>
#include <synth/database/row_blocks.hpp>
#include <synth/database/row_source.hpp>
#include <synth/database/table_comparison.hpp>
#include <synth/database/table_shape.hpp>
#include <synth/database/verify_report.hpp>

namespace synth {
namespace detail {

// The two sides of one table as lines.
class postgres_sides {
public:
    postgres_sides(postgres_connection& connection, const row_source& source, std::size_t table,
                   const std::string& oid, const verify_options& options)
        : connection_(connection), source_(source), table_(table), threads_(options.threads),
          while_doing_("cannot read " + source.shape(table).shown()),
          canonical_(connection, source.shape(table), oid), progress_(source, table, options) {
        const table_shape& shape = source.shape(table);
        query_ =
            "SELECT " + column_identifiers(shape) + " FROM " + own_rows(connection, while_doing_, shape, oid);
    }

    template<typename Take>
    void read_stored(const Take& take) {
        take_lines(postgres_copy_out{connection_, while_doing_, query_}, progress_, take);
    }

    template<typename Take>
    void read_made(const Take& take) {
        const std::uint64_t rows = source_.rows(table_);
        std::uint64_t row = 0;
        write_blocks(source_, table_, row_form::copy_text, 0, rows, threads_,
                     [&](std::string_view block, std::uint64_t done) {
                         const std::string respelled =
                             canonical_.needed() ? canonical_.respelled(block) : std::string{};
                         for_each_line(canonical_.needed() ? std::string_view{respelled} : block,
                                       [&](std::string_view line) { take(line, row++); });
                         progress_.tell(rows, done);
                     });
    }

    [[nodiscard]] std::string made_line(std::uint64_t row) {
        byte_buffer buffer;
        source_.write(table_, row_form::copy_text, row, row + 1, buffer);
        std::string line =
            canonical_.needed() ? canonical_.respelled(buffer.view()) : std::string{buffer.view()};
        line.pop_back();
        return line;
    }

private:
    postgres_connection& connection_;
    const row_source& source_;
    std::size_t table_;
    unsigned threads_;
    std::string while_doing_;
    postgres_canonical canonical_;
    std::string query_;
    comparison_progress progress_;
};

} // namespace detail

/// Compares the tables of a PostgreSQL database with the rows that a plan makes, and looks for rows that
/// break its constraints, in one snapshot; nothing is written. Throws what keeps it from comparing: a table
/// or column that is not there, a privilege that is missing.
[[nodiscard]] inline verify_report verify_postgres(postgres_connection& connection, const row_source& source,
                                                   std::span<const std::size_t> tables,
                                                   const verify_options& options = {}) {
    const postgres_transaction snapshot{connection};
    begin_snapshot(connection, "cannot set up the comparison", options.lock_timeout);
    std::vector<std::string> oids;
    for (const std::size_t table : tables) {
        oids.push_back(check_shape(connection, source.shape(table)).oid);
        require_all_rows(connection, source.shape(table), oids.back());
    }
    verify_report report;
    for (std::size_t index = 0; index < tables.size(); ++index) {
        options.progress(tables.front(), 0);
        std::ranges::move(broken_rules(connection, source.shape(tables[index]), oids[index]),
                          std::back_inserter(report.broken));
    }
    for (std::size_t index = 0; index < tables.size(); ++index) {
        const std::size_t table = tables[index];
        std::vector<std::size_t> key = row_key_of(connection, source.shape(table), oids[index]).columns;
        std::ranges::sort(key);
        report.tables.push_back(
            compare_table(source, table, key, options,
                          detail::postgres_sides{connection, source, table, oids[index], options}));
    }
    return report;
}

} // namespace synth

#endif
