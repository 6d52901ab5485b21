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
#include <synth/database/postgres_result.hpp>
#include <synth/database/postgres_rules.hpp>
#include <synth/database/row_blocks.hpp>
#include <synth/database/row_comparison.hpp>
#include <synth/database/row_source.hpp>
#include <synth/database/table_shape.hpp>
#include <synth/database/verify_report.hpp>

namespace synth {
namespace detail {

// One snapshot, nothing written, and every value in the spelling of the text forms. Rows that row-level
// security would hide are an error, not missing.
inline void begin_reading(postgres_connection& connection, const verify_options& options) {
    constexpr std::string_view doing = "cannot set up the comparison";
    connection.query(std::string{doing}, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    connection.query(
        std::string{doing},
        "SELECT pg_catalog.set_config(name, value, true) FROM (VALUES ('TimeZone', 'UTC'),"
        " ('DateStyle', 'ISO, YMD'), ('IntervalStyle', 'postgres'), ('extra_float_digits', '3'),"
        " ('bytea_output', 'hex'), ('lc_monetary', 'C'), ('row_security', 'off'), ('xmloption', 'content'))"
        " AS wanted(name, value)");
    constexpr unsigned usual = 30;
    connection.query(std::string{doing},
                     "SELECT pg_catalog.set_config('lock_timeout', $1, true)"
                     " WHERE $2 OR pg_catalog.current_setting('lock_timeout') = '0'",
                     {std::to_string(options.lock_timeout.value_or(usual)) + "s",
                      options.lock_timeout ? "true" : "false"});
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

inline std::size_t position_of(const table_shape& table, std::string_view column) {
    return static_cast<std::size_t>(std::ranges::find(table.columns, column, &column_shape::name) -
                                    table.columns.begin());
}

// The columns that tell the rows of a table apart: its primary key, else a unique one without NULLs, as far
// as they are described. Ascending; none where there is no such key.
inline std::vector<std::size_t> key_of(postgres_connection& connection, const table_shape& table,
                                       const std::string& oid) {
    const postgres_result found = connection.query(
        "cannot read the keys of " + table.shown(),
        "SELECT i.indexrelid, a.attname FROM (SELECT indexrelid, indkey FROM pg_catalog.pg_index x"
        "  WHERE indrelid = $1::oid AND indisunique AND indisvalid AND indpred IS NULL AND indexprs IS NULL"
        "  AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute n WHERE n.attrelid = x.indrelid"
        "   AND n.attnum = ANY (x.indkey) AND NOT n.attnotnull)"
        "  ORDER BY indisprimary DESC, indnkeyatts, indexrelid LIMIT 1) i"
        " JOIN pg_catalog.pg_attribute a ON a.attrelid = $1::oid AND a.attnum = ANY (i.indkey)",
        {oid});
    std::vector<std::size_t> key;
    key.reserve(static_cast<std::size_t>(found.rows()));
    for (int row = 0; row < found.rows(); ++row) {
        key.push_back(position_of(table, found.text(row, 1)));
    }
    std::ranges::sort(key);
    return key.empty() || key.back() == table.columns.size() ? std::vector<std::size_t>{} : key;
}

// The two sides of one table as lines.
class postgres_sides {
public:
    postgres_sides(postgres_connection& connection, const row_source& source, std::size_t table,
                   const std::string& oid, const verify_options& options)
        : connection_(connection), source_(source), table_(table), options_(options),
          canonical_(connection, source.shape(table), oid) {
        const table_shape& shape = source.shape(table);
        const std::string while_doing = "cannot read " + shape.shown();
        const postgres_result kind = connection.query(
            while_doing, "SELECT relkind FROM pg_catalog.pg_class WHERE oid = $1::oid", {oid});
        for (const column_shape& column : shape.columns) {
            query_ += (query_.empty() ? "SELECT " : ", ") + identifier(column.name);
        }
        query_ =
            (query_.empty() ? "SELECT" : query_) + " FROM " + own_rows(identifier(shape), kind.text(0, 0));
    }

    template<typename Take>
    void read_stored(const Take& take) {
        postgres_copy_out lines{connection_, "cannot read " + source_.shape(table_).shown(), query_};
        std::string_view line;
        std::uint64_t count = 0;
        while (lines.next(line)) {
            take(line);
            if (++count % 4'096 == 0) {
                tell(count, 0);
            }
        }
    }

    template<typename Take>
    void read_made(const Take& take) {
        const std::uint64_t rows = source_.rows(table_);
        std::uint64_t row = 0;
        write_blocks(source_, table_, row_form::copy_text, 0, rows, options_.threads,
                     [&](std::string_view block, std::uint64_t done) {
                         const std::string respelled =
                             canonical_.needed() ? canonical_.respelled(block) : std::string{};
                         for_each_line(canonical_.needed() ? std::string_view{respelled} : block,
                                       [&](std::string_view line) { take(line, row++); });
                         tell(rows, done);
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
    // Half of the work is to read, half to make; a second round moves the bar no further.
    void tell(std::uint64_t read, std::uint64_t made) {
        const std::uint64_t rows = source_.rows(table_);
        told_ = std::max(told_, (std::min(read, rows) + made) / 2);
        options_.progress(table_, told_);
    }

    postgres_connection& connection_;
    const row_source& source_;
    std::size_t table_;
    const verify_options& options_;
    postgres_canonical canonical_;
    std::string query_;
    std::uint64_t told_ = 0;
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
        const table_shape& shape = source.shape(tables[index]);
        const std::vector<std::size_t> key = detail::key_of(connection, shape, oids[index]);
        detail::postgres_sides sides{connection, source, tables[index], oids[index], options};
        report.tables.push_back(compare_rows(
            shape, key, options.limits, [&](const auto& take) { sides.read_stored(take); },
            [&](const auto& take) { sides.read_made(take); },
            [&](std::uint64_t row) { return sides.made_line(row); }));
        report.tables.back().table = tables[index];
        options.progress(tables[index], source.rows(tables[index]));
    }
    return report;
}

} // namespace synth

#endif
