// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_SQLITE_VERIFY_HPP
#define SYNTH_DATABASE_SQLITE_VERIFY_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <synth/database/joined.hpp>
#include <synth/database/row_source.hpp>
#include <synth/database/sqlite_check.hpp>
#include <synth/database/sqlite_connection.hpp>
#include <synth/database/sqlite_lines.hpp>
#include <synth/database/sqlite_rules.hpp>
#include <synth/database/table_comparison.hpp>
#include <synth/database/table_shape.hpp>
#include <synth/database/verify_report.hpp>

namespace synth {
namespace detail {

// A read transaction, and a table of our own in memory: nothing of the file changes.
class sqlite_snapshot {
public:
    explicit sqlite_snapshot(sqlite_connection& connection) : connection_(connection) {
        connection_.execute("cannot set up the comparison", "PRAGMA temp_store = MEMORY; BEGIN");
    }
    sqlite_snapshot(const sqlite_snapshot&) = delete;
    sqlite_snapshot& operator=(const sqlite_snapshot&) = delete;
    ~sqlite_snapshot() { sqlite3_exec(connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr); }

private:
    sqlite_connection& connection_;
};

// The primary key, as far as it is described; ascending.
inline std::vector<std::size_t> sqlite_key_of(sqlite_connection& connection, const table_shape& table) {
    sqlite_statement names{connection, "cannot read the key of " + table.shown(),
                           "SELECT name FROM pragma_table_xinfo(?1, 'main') WHERE pk > 0"};
    names.bind(1, table.name);
    std::vector<std::size_t> key;
    while (names.step()) {
        key.push_back(table.position_of(names.text(0)));
    }
    std::ranges::sort(key);
    return key.empty() || key.back() == table.columns.size() ? std::vector<std::size_t>{} : key;
}

// The two sides of one table as lines. What is made goes through a table with the same declared types, so
// that SQLite itself turns it into what it stores: "12.50" into 12.5 where the column is NUMERIC.
class sqlite_sides {
public:
    sqlite_sides(sqlite_connection& connection, const row_source& source, std::size_t table,
                 const verify_options& options)
        : connection_(connection), source_(source), table_(table), progress_(source, table, options),
          while_doing_("cannot compare " + source.shape(table).shown()) {
        const table_shape& shape = source.shape(table);
        const bool strict = is_strict(shape);
        const std::string definition = joined(shape.columns, ", ", [&](const column_shape& column) {
            return identifier(column.name) + " " + declared_type(shape, column, strict);
        });
        const std::string places = joined(shape.columns, ", ", [](const column_shape&) { return "?"; });
        const std::string names = column_identifiers(shape);
        connection_.execute(while_doing_,
                            "DROP TABLE IF EXISTS temp.synth_made; CREATE TEMP TABLE synth_made (" +
                                definition + (strict ? ") STRICT" : ")"));
        insert_ = "INSERT INTO temp.synth_made VALUES (" + places + ")";
        read_made_ = "SELECT " + names + " FROM temp.synth_made";
        read_stored_ = "SELECT " + names + " FROM main." + identifier(shape.name);
    }

    template<typename Take>
    void read_stored(const Take& take) {
        take_lines(sqlite_lines{connection_, "cannot read " + source_.shape(table_).shown(), read_stored_},
                   progress_, take);
    }

    template<typename Take>
    void read_made(const Take& take) {
        constexpr std::uint64_t block = 4'096;
        const std::uint64_t rows = source_.rows(table_);
        for (std::uint64_t first = 0; first < rows; first += block) {
            std::uint64_t row = first;
            make(first, std::min(first + block, rows), [&](std::string_view line) { take(line, row++); });
            progress_.tell(rows, row);
        }
    }

    [[nodiscard]] std::string made_line(std::uint64_t row) {
        std::string made;
        make(row, row + 1, [&](std::string_view line) { made = line; });
        return made;
    }

private:
    bool is_strict(const table_shape& shape) {
        sqlite_statement kind{connection_, while_doing_,
                              "SELECT strict FROM pragma_table_list(?1) WHERE schema = 'main'"};
        kind.bind(1, shape.name);
        return kind.step() && kind.number(0) != 0;
    }

    // A type in quotes keeps its meaning whatever it is made of; STRICT knows six words and wants them bare.
    std::string declared_type(const table_shape& shape, const column_shape& column, bool strict) {
        sqlite_statement type{connection_, while_doing_,
                              "SELECT type FROM pragma_table_xinfo(?1, 'main') WHERE name = ?2"};
        type.bind(1, shape.name);
        type.bind(2, column.name);
        const std::string text = type.step() ? type.text(0) : std::string{};
        return strict || text.empty() ? text : identifier(text);
    }

    template<typename Take>
    void make(std::uint64_t first, std::uint64_t last, const Take& take) {
        {
            sqlite_statement insert{connection_, while_doing_, insert_};
            source_.insert(table_, first, last, insert);
            sqlite_lines lines{connection_, while_doing_, read_made_};
            for (std::string_view line; lines.next(line);) {
                take(line);
            }
        }
        connection_.execute(while_doing_, "DELETE FROM temp.synth_made");
    }

    sqlite_connection& connection_;
    const row_source& source_;
    std::size_t table_;
    comparison_progress progress_;
    std::string while_doing_;
    std::string insert_;
    std::string read_made_;
    std::string read_stored_;
};

} // namespace detail

/// Compares the tables of an SQLite database with the rows that a plan makes, and looks for rows that break
/// its constraints, in one snapshot; nothing is written. Throws what keeps it from comparing.
[[nodiscard]] inline verify_report verify_sqlite(sqlite_connection& connection, const row_source& source,
                                                 std::span<const std::size_t> tables,
                                                 const verify_options& options = {}) {
    const detail::sqlite_snapshot snapshot{connection};
    for (const std::size_t table : tables) {
        check_shape(connection, source.shape(table));
    }
    verify_report report;
    for (const std::size_t table : tables) {
        options.progress(tables.front(), 0);
        std::ranges::move(broken_rules(connection, source.shape(table)), std::back_inserter(report.broken));
    }
    for (const std::size_t table : tables) {
        const std::vector<std::size_t> key = detail::sqlite_key_of(connection, source.shape(table));
        report.tables.push_back(compare_table(source, table, key, options,
                                              detail::sqlite_sides{connection, source, table, options}));
    }
    return report;
}

} // namespace synth

#endif
