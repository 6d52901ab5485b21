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
#include <synth/database/database_error.hpp>
#include <synth/database/postgres_canonical.hpp>
#include <synth/database/postgres_check.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_copy_out.hpp>
#include <synth/database/postgres_lock_timeout.hpp>
#include <synth/database/postgres_own_rows.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/postgres_row_key.hpp>
#include <synth/database/postgres_rules.hpp>
#include <synth/database/row_blocks.hpp>
#include <synth/database/row_source.hpp>
#include <synth/database/table_comparison.hpp>
#include <synth/database/table_shape.hpp>
#include <synth/database/verify_report.hpp>

namespace synth {
namespace detail {

// One snapshot, nothing written, and every value in the spelling of the text forms. Rows that row-level
// security would hide are an error, not missing.
inline void begin_reading(postgres_connection& connection, const verify_options& options) {
    const std::string doing = "cannot set up the comparison";
    connection.query(doing, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    connection.query(
        doing,
        "SELECT pg_catalog.set_config(name, value, true) FROM (VALUES ('TimeZone', 'UTC'),"
        " ('DateStyle', 'ISO, YMD'), ('IntervalStyle', 'postgres'), ('extra_float_digits', '3'),"
        " ('bytea_output', 'hex'), ('lc_monetary', 'C'), ('row_security', 'off'), ('xmloption', 'content'))"
        " AS wanted(name, value)");
    set_lock_timeout(connection, doing, options.lock_timeout, setting_life::transaction);
}

inline void require_all_rows(postgres_connection& connection, const table_shape& table,
                             const std::string& oid) {
    const postgres_result may =
        connection.query("cannot read the privileges of " + table.shown(),
                         "SELECT pg_catalog.has_table_privilege($1::oid, 'SELECT'), current_user,"
                         " pg_catalog.row_security_active($1::oid)",
                         {oid});
    const std::string role = "role " + std::string{may.text(0, 1)};
    if (!may.flag(0, 0)) {
        throw database_error{role + " may not SELECT on " + table.shown() +
                             "; grant it, or connect as the table's owner"};
    }
    if (may.flag(0, 2)) {
        throw database_error{"row-level security hides rows of " + table.shown() + " from " + role +
                             "; connect as the table's owner, or as a role with BYPASSRLS"};
    }
}

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
    detail::begin_reading(connection, options);
    std::vector<std::string> oids;
    for (const std::size_t table : tables) {
        oids.push_back(check_shape(connection, source.shape(table)).oid);
        detail::require_all_rows(connection, source.shape(table), oids.back());
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
