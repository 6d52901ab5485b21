// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_SQLITE_RULES_HPP
#define SYNTH_DATABASE_SQLITE_RULES_HPP

#include <cstdint>
#include <string>
#include <vector>

#include <synth/database/sqlite_connection.hpp>
#include <synth/database/table_shape.hpp>
#include <synth/database/verify_report.hpp>

namespace synth {

namespace detail {

inline bool is_without_rowid(sqlite_connection& connection, const table_shape& table) {
    sqlite_statement facts{connection, "cannot check " + table.shown(),
                           "SELECT wr FROM pragma_table_list(?1) WHERE schema = 'main'"};
    facts.bind(1, table.name);
    return facts.step() && facts.number(0) != 0;
}

inline std::vector<std::string> columns_without_null(sqlite_connection& connection,
                                                     const table_shape& table) {
    sqlite_statement columns{connection, "cannot check " + table.shown(),
                             "SELECT name FROM pragma_table_info(?1, 'main') WHERE \"notnull\" OR pk"};
    columns.bind(1, table.name);
    std::vector<std::string> names;
    while (columns.step()) {
        names.push_back(columns.text(0));
    }
    return names;
}

} // namespace detail

/// The constraints of a table that its rows break, by SQLite's own checks: foreign keys, which a connection
/// enforces only if asked to, and what PRAGMA integrity_check finds: CHECK, NOT NULL and broken indexes.
[[nodiscard]] inline std::vector<broken_rule> broken_rules(sqlite_connection& connection,
                                                           const table_shape& table) {
    std::vector<broken_rule> broken;
    const auto add = [&](const std::string& rule, std::uint64_t rows, const std::string& how) {
        broken.push_back(counted_rule(table.shown(), rule, rows, how));
    };
    sqlite_statement keys{connection, "cannot check the foreign keys of " + table.shown(),
                          "SELECT k.names, c.parent, count(*) FROM pragma_foreign_key_check(?1, 'main') c"
                          " JOIN (SELECT id, group_concat(\"from\", ', ') AS names"
                          "  FROM pragma_foreign_key_list(?1, 'main') GROUP BY id) k ON k.id = c.fkid"
                          " GROUP BY c.fkid ORDER BY c.fkid"};
    keys.bind(1, table.name);
    while (keys.step()) {
        add("foreign key (" + keys.text(0) + ")", static_cast<std::uint64_t>(keys.number(2)),
            " to " + keys.text(1));
    }
    // One line a row; SQLite stops after a hundred.
    constexpr std::uint64_t most = 100;
    std::uint64_t lines = 0;
    const std::string check = "CHECK constraint failed in ";
    std::uint64_t checked = 0;
    // SQLite up to 3.40 takes values for NULL in a table WITHOUT ROWID whose key is not its first columns.
    const std::string null = "NULL value in ";
    const bool counts_nulls = detail::is_without_rowid(connection, table);
    if (counts_nulls) {
        for (const std::string& column : detail::columns_without_null(connection, table)) {
            // SQLite believes that such a column IS NOT NULL without a look at it.
            sqlite_statement nulls{connection, "cannot check " + table.shown(),
                                   "SELECT count(*) FROM main." + identifier(table.name) + " WHERE typeof(" +
                                       identifier(column) + ") = 'null'"};
            if (nulls.step() && nulls.number(0) > 0) {
                add("NOT NULL of " + column, static_cast<std::uint64_t>(nulls.number(0)), "");
            }
        }
    }
    sqlite_statement integrity{connection, "cannot check " + table.shown(),
                               "PRAGMA main.integrity_check(" + identifier(table.name) + ")"};
    while (integrity.step()) {
        const std::string line = integrity.text(0);
        if (line == "ok") {
            break;
        }
        ++lines;
        if (line.starts_with(check)) {
            ++checked;
        } else if (!counts_nulls || !line.starts_with(null)) {
            broken.push_back({table.shown(), line, 0, table.shown() + ": " + line});
        }
    }
    if (checked > 0) {
        add(lines >= most ? "a CHECK, more perhaps" : "a CHECK", checked, "");
    }
    return broken;
}

} // namespace synth

#endif
