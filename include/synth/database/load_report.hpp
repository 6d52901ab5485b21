// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_LOAD_REPORT_HPP
#define SYNTH_DATABASE_LOAD_REPORT_HPP

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <synth/database/database_error.hpp>
#include <synth/database/joined.hpp>
#include <synth/database/row_source.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// How a load is done.
struct load_options {
    bool truncate{};     ///< replace the rows, in one transaction
    bool dry_run{};      ///< check everything, load nothing
    unsigned threads{1}; ///< that make rows; one connection takes them
    /// PostgreSQL: how many connections take the rows, each a range of every table. Several cannot be one
    /// transaction (docs/database.md).
    unsigned connections{1};
    bool commit_each{};   ///< PostgreSQL: a transaction for each table, or cycle of tables, instead of one
    bool keep_indexes{};  ///< PostgreSQL: indexes, keys and foreign keys stay in force during the load
    bool keep_triggers{}; ///< PostgreSQL and SQLite: triggers that write tables of the load run all the same
    bool analyze{true};   ///< PostgreSQL: gather statistics behind the rows
    /// PostgreSQL: from how many rows on a table is filled without its indexes. To make one again costs about
    /// a millisecond; a row costs a key that is there one microsecond, and a foreign key five.
    std::uint64_t rebuild_from{5'000};
    /// Seconds to wait for a lock of PostgreSQL, 0 for ever; without it 30, or what the server or role has
    /// set.
    std::optional<unsigned> lock_timeout;
    /// Called between blocks; what it throws rolls the table back.
    std::function<void(std::size_t table, std::uint64_t rows)> progress = [](std::size_t, std::uint64_t) {};
};

/// Rows of a table that a load sent and the database did not keep there: a trigger left them out, or put them
/// elsewhere.
struct left_out_rows {
    std::size_t table{};
    std::uint64_t rows{};
};

/// What a load did.
struct load_report {
    std::uint64_t rows{};            ///< that the database has now
    std::uint64_t bytes{};           ///< sent to the server; 0 for SQLite
    std::vector<std::size_t> tables; ///< completed, in order
    std::vector<std::string> notes;  ///< how cycles of references are met; a dry run tells them too
    std::vector<std::string> steps;  ///< what is done, in order; a dry run tells it
    std::vector<std::string> kept;   ///< what would be dropped but stays, and triggers that are off
    std::vector<left_out_rows> left_out;

    /// Counts a complete table: how many rows were sent, and how many the database took.
    void add_table(std::size_t table, std::uint64_t sent, std::uint64_t taken) {
        tables.push_back(table);
        rows += taken;
        if (taken < sent) {
            left_out.push_back({table, sent - taken});
        }
    }
};

/// What is said of triggers that do not run with the rows, before their names.
inline constexpr std::string_view triggers_off = "off during the load, as these rows are made already: ";

namespace detail {

inline std::string without_prefix(const database_error& error) {
    return std::string{std::string_view{error.what()}.substr(std::string_view{"synth: "}.size())};
}

} // namespace detail

/// The names of some tables: "a, sales.b".
[[nodiscard]] inline std::string shown_tables(const row_source& source, std::span<const std::size_t> tables) {
    return joined(tables, ", ", [&](std::size_t table) { return source.shape(table).shown(); });
}

/// The error of tables that have rows already.
[[nodiscard]] inline database_error filled_tables(const row_source& source,
                                                  std::span<const std::size_t> tables) {
    return database_error{"not empty: " + shown_tables(source, tables) +
                          "; give --truncate to replace the rows, or choose another database"};
}

/// The error of a table all of whose rows refer to one that has none and gets none.
[[nodiscard]] inline database_error empty_parent(const table_shape& table, std::string_view reference,
                                                 std::string_view parent) {
    std::string text = table.shown();
    text.append(" refers by ").append(reference).append(" to ").append(parent);
    text.append(", which is empty: load ").append(parent);
    return database_error{text + " too, or first with the same --seed and --rows"};
}

/// The error of a load that would have replaced the rows of its tables.
[[nodiscard]] inline database_error unchanged_load(const database_error& error) {
    return database_error{detail::without_prefix(error) +
                          "; nothing was changed, the old rows are still there"};
}

/// The error of a load that is one transaction, into tables that were empty.
[[nodiscard]] inline database_error nothing_loaded(const database_error& error) {
    return database_error{detail::without_prefix(error) + "; nothing was loaded"};
}

/// The error of a connection that dies while it commits: nobody knows whether the server has done it.
struct unknown_load : database_error {
    explicit unknown_load(const database_error& error)
        : database_error{detail::without_prefix(error) +
                         "; it is not known whether it was committed: look at the tables"} {}
};

/// The error of one table, and what is in the database now.
[[nodiscard]] inline database_error incomplete_load(const database_error& error, const row_source& source,
                                                    std::span<const std::size_t> complete) {
    std::string text = detail::without_prefix(error);
    if (complete.empty()) {
        return nothing_loaded(error);
    }
    text += "; complete before it: " + shown_tables(source, complete);
    return database_error{text + "; nothing of the other tables; to go on, name these with --table; to begin "
                                 "again, empty all of them first"};
}

/// Loads one group of tables after the other: `load(group, report)` adds to the report, which counts once it
/// has returned.
template<typename Group, typename Load>
void load_each(std::span<const Group> groups, const row_source& source, load_report& report, Load&& load) {
    for (const Group& group : groups) {
        load_report loaded = report;
        try {
            load(group, loaded);
        } catch (const unknown_load& error) {
            throw database_error{detail::without_prefix(error) +
                                 (report.tables.empty()
                                      ? std::string{}
                                      : "; complete before it: " + shown_tables(source, report.tables))};
        } catch (const database_error& error) {
            throw incomplete_load(error, source, report.tables);
        }
        report = std::move(loaded);
    }
}

} // namespace synth

#endif
