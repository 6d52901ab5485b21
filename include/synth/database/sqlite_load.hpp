// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_SQLITE_LOAD_HPP
#define SYNTH_DATABASE_SQLITE_LOAD_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <synth/database/database_error.hpp>
#include <synth/database/joined.hpp>
#include <synth/database/load_report.hpp>
#include <synth/database/row_source.hpp>
#include <synth/database/sqlite_check.hpp>
#include <synth/database/sqlite_connection.hpp>
#include <synth/database/sqlite_cycles.hpp>
#include <synth/database/sqlite_deletes.hpp>
#include <synth/database/sqlite_parents.hpp>
#include <synth/database/sqlite_triggers.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// `insert_statement(orders) == "INSERT INTO \"orders\" (\"id\") VALUES (?1)"`.
[[nodiscard]] inline std::string insert_statement(const table_shape& table) {
    const std::string values = joined(table.columns, ", ", [place = 0](const column_shape&) mutable {
        return "?" + std::to_string(++place);
    });
    return "INSERT INTO main." + identifier(table.name) + " (" + column_identifiers(table) + ") VALUES (" +
           values + ")";
}

namespace detail {

// Whether the tables may be emptied without a change of others.
inline void require_no_further_deletes(sqlite_connection& connection, const row_source& source,
                                       std::span<const std::size_t> tables) {
    std::vector<std::string_view> emptied;
    emptied.reserve(tables.size());
    for (const std::size_t table : tables) {
        emptied.push_back(source.shape(table).name);
    }
    for (const std::size_t table : tables) {
        synth::require_no_further_deletes(connection, source.shape(table), emptied);
    }
}

inline void check_sqlite_targets(sqlite_connection& connection, const row_source& source,
                                 std::span<const std::size_t> tables, bool truncate) {
    std::vector<std::size_t> filled;
    for (std::size_t index = 0; index < tables.size(); ++index) {
        const table_shape& shape = source.shape(tables[index]);
        for (const std::size_t other : tables.first(index)) {
            if (source.shape(other).name == shape.name) {
                throw database_error{"SQLite has no schemas, but " + shape.shown() + " and " +
                                     source.shape(other).shown() +
                                     " have the same name; choose one of them with --table"};
            }
        }
        check_shape(connection, shape);
        if (!truncate && has_sqlite_rows(connection, "cannot read " + shape.shown(), shape.name)) {
            filled.push_back(tables[index]);
        }
    }
    if (!filled.empty()) {
        throw filled_tables(source, filled);
    }
    if (truncate) {
        require_no_further_deletes(connection, source, tables);
    }
    std::vector<std::string_view> loaded;
    loaded.reserve(tables.size());
    for (const std::size_t table : tables) {
        loaded.push_back(source.shape(table).name);
    }
    for (const std::size_t table : tables) {
        if (source.rows(table) > 0) {
            require_parents(connection, source.shape(table), loaded);
        }
    }
}

// Whether rows of this transaction refer to rows that are not there.
inline bool has_broken_references(const sqlite_connection& connection) {
    int open = 0;
    int most = 0;
    sqlite3_db_status(connection.get(), SQLITE_DBSTATUS_DEFERRED_FKS, &open, &most, 0);
    return open != 0;
}

// Children first. A table elsewhere that refers to a row keeps everything.
inline void delete_rows(sqlite_connection& connection, const row_source& source,
                        std::span<const std::size_t> tables) {
    for (std::size_t index = tables.size(); index-- > 0;) {
        const table_shape& shape = source.shape(tables[index]);
        connection.execute("cannot empty " + shape.shown(), "DELETE FROM main." + identifier(shape.name));
    }
    if (has_broken_references(connection)) {
        sqlite_statement broken{connection, "cannot empty the tables",
                                R"(SELECT "table", "parent" FROM pragma_foreign_key_check LIMIT 1)"};
        const bool known = broken.step();
        throw database_error{"cannot empty the tables: rows of " +
                             (known ? broken.text(0) + " refer to " + broken.text(1)
                                    : std::string{"another table refer to them"}) +
                             "; load that table too, or empty it first"};
    }
}

// SQLite does not say which reference failed; its own check does.
inline database_error broken_reference(sqlite_connection& connection, const row_source& source,
                                       std::span<const std::size_t> tables) {
    for (const std::size_t each : tables) {
        const table_shape& table = source.shape(each);
        sqlite_statement broken{
            connection, "cannot check " + table.shown(),
            "SELECT c.rowid, c.\"parent\", k.\"from\" FROM pragma_foreign_key_check(?1) c JOIN "
            "pragma_foreign_key_list(?1) k ON k.id = c.fkid LIMIT 1"};
        broken.bind(1, table.name);
        if (broken.step()) {
            return database_error{
                "cannot load " + table.shown() + ": the row " + broken.text(0) + " refers by " +
                broken.text(2) + " to a row of " + broken.text(1) +
                " that is not there; load the parent table first, with the same --seed and --rows"};
        }
    }
    // of another table, to a row that a trigger has changed
    return database_error{"cannot load " + shown_tables(source, tables) +
                          ": FOREIGN KEY constraint failed; " + std::string{unexpressed_rule}};
}

// A load of several groups, each in a transaction of its caller.
class sqlite_loading {
public:
    sqlite_loading(sqlite_connection& connection, const row_source& source,
                   std::span<const std::size_t> tables, const load_options& options)
        : connection_(connection), source_(source), tables_(tables), options_(options) {}

    // References are checked when a group is complete, so that its rows may refer to each other.
    void load(const sqlite_group& group, load_report& report) {
        std::vector<std::size_t> loaded;
        for (const std::size_t place : group.tables) {
            const std::size_t table = tables_[place];
            const std::uint64_t taken = load_table(table);
            loaded.push_back(table);
            report.add_table(table, source_.rows(table), taken);
        }
        if (has_broken_references(connection_)) {
            throw broken_reference(connection_, source_, loaded);
        }
    }

private:
    // How many rows the database took.
    std::uint64_t load_table(std::size_t table) {
        const table_shape& shape = source_.shape(table);
        constexpr std::uint64_t block = 4'096;
        const std::uint64_t rows = source_.rows(table);
        sqlite_statement insert{connection_, "cannot load " + shape.shown(), insert_statement(shape)};
        for (std::uint64_t first = 0; first < rows; first += block) {
            const std::uint64_t last = std::min(first + block, rows);
            source_.insert(table, first, last, insert);
            options_.progress(table, last);
        }
        return insert.changed();
    }

    sqlite_connection& connection_;
    const row_source& source_;
    std::span<const std::size_t> tables_;
    const load_options& options_;
};

inline void defer_references(sqlite_connection& connection) {
    connection.execute("cannot begin to write", "PRAGMA defer_foreign_keys = ON");
}

inline std::vector<const table_shape*> shapes_of(const row_source& source,
                                                 std::span<const std::size_t> tables) {
    std::vector<const table_shape*> shapes;
    shapes.reserve(tables.size());
    for (const std::size_t table : tables) {
        shapes.push_back(&source.shape(table));
    }
    return shapes;
}

// The triggers that are off while some of the tables, by their places, are filled.
inline std::vector<sqlite_trigger> triggers_of(sqlite_connection& connection,
                                               std::span<const table_shape* const> shapes,
                                               std::span<const std::size_t> places,
                                               const load_options& options) {
    std::vector<std::string_view> loaded;
    for (const table_shape* each : shapes) {
        loaded.push_back(each->name);
    }
    std::vector<std::string_view> filled;
    for (const std::size_t place : places) {
        filled.push_back(loaded[place]);
    }
    return options.keep_triggers ? std::vector<sqlite_trigger>{}
                                 : writing_triggers(connection, filled, loaded);
}

// All tables in one transaction: either the new rows are there or the old ones.
inline load_report replace_sqlite_tables(sqlite_connection& connection, const row_source& source,
                                         std::span<const std::size_t> tables,
                                         std::span<const sqlite_group> groups, sqlite_loading& loading,
                                         const std::vector<sqlite_trigger>& triggers) {
    load_report report;
    try {
        sqlite_transaction transaction{connection};
        defer_references(connection);
        late_indexes indexes{connection, shapes_of(source, tables), groups};
        dropped_triggers off{connection, triggers};
        // Others may have written since the first look.
        require_no_further_deletes(connection, source, tables);
        delete_rows(connection, source, tables);
        for (const sqlite_group& group : groups) {
            loading.load(group, report);
        }
        indexes.drop();
        off.put_back();
        transaction.commit("cannot load the tables");
    } catch (const database_error& error) {
        throw unchanged_load(error);
    }
    return report;
}

} // namespace detail

/// Loads tables, parents first, by prepared INSERTs with foreign keys checked: everything is looked at before
/// the first row, each table is one transaction, and so are the tables of a cycle. The error of a table tells
/// which ones are complete. To replace rows is one transaction over all tables.
inline load_report load_sqlite(sqlite_connection& connection, const row_source& source,
                               std::span<const std::size_t> tables, const load_options& options = {}) {
    // Neither the journal nor synchronous is touched: a crash must not cost the user's file.
    connection.execute("cannot set up", "PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536");
    detail::check_sqlite_targets(connection, source, tables, options.truncate);
    const std::vector<const table_shape*> shapes = detail::shapes_of(source, tables);
    const sqlite_groups plan = group_tables(connection, shapes);
    std::vector<std::size_t> places(tables.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    const std::vector<sqlite_trigger> triggers = detail::triggers_of(connection, shapes, places, options);
    load_report report;
    report.notes = plan.notes;
    if (!triggers.empty()) {
        report.kept.push_back(std::string{triggers_off} + joined(triggers, ", ", &sqlite_trigger::shown));
    }
    if (options.dry_run) {
        return report;
    }
    detail::sqlite_loading loading{connection, source, tables, options};
    if (options.truncate) {
        load_report replaced =
            detail::replace_sqlite_tables(connection, source, tables, plan.groups, loading, triggers);
        replaced.notes = report.notes;
        replaced.kept = report.kept;
        return replaced;
    }
    load_each(std::span{plan.groups}, source, report, [&](const sqlite_group& group, load_report& loaded) {
        sqlite_transaction transaction{connection};
        detail::defer_references(connection);
        late_indexes indexes{connection, shapes, std::span{&group, 1}};
        dropped_triggers off{connection, detail::triggers_of(connection, shapes, group.tables, options)};
        loading.load(group, loaded);
        indexes.drop();
        off.put_back();
        transaction.commit("cannot load " + joined(group.tables, ", ", [&](std::size_t place) {
                               return shapes[place]->shown();
                           }));
    });
    return report;
}

} // namespace synth

#endif
