// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_SQLITE_CHECK_HPP
#define SYNTH_DATABASE_SQLITE_CHECK_HPP

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <synth/database/drift.hpp>
#include <synth/database/sqlite_connection.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {
namespace detail {

// Whether a column of this declared type turns text that looks like a number into one, by SQLite's rules of
// affinity ("Datatypes in SQLite", section 3.1).
inline bool numeric_affinity(std::string declared) {
    std::ranges::transform(declared, declared.begin(),
                           [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    const auto has = [&](std::string_view part) { return declared.find(part) != std::string::npos; };
    if (has("INT")) {
        return true;
    }
    return !has("CHAR") && !has("CLOB") && !has("TEXT") && !has("BLOB") &&
           (has("REAL") || has("FLOA") || has("DOUB"));
}

inline void check_sqlite_column(const table_shape& table, const column_shape& column,
                                const std::string& declared, bool not_null, bool generated) {
    const std::string name = table.shown() + "." + std::string{column.name};
    if (generated) {
        throw drift(name, "is a generated column");
    }
    if (not_null && column.nullable) {
        throw drift(name, "is NOT NULL, but was described as nullable");
    }
    constexpr std::array<std::uint32_t, 4> words{25 /*text*/, 17 /*bytea*/, 114 /*json*/, 2950 /*uuid*/};
    if (std::ranges::find(words, column.oid) != words.end() && numeric_affinity(declared)) {
        throw drift(name,
                    "has type " + declared + ", but was described as " + std::string{column.value_type});
    }
}

} // namespace detail

/// Compares a table with its description and throws when they differ: a table or column that is not there, a
/// type that would change the values, a NOT NULL column that nothing fills.
inline void check_shape(sqlite_connection& connection, const table_shape& table) {
    const std::string while_doing = "cannot look up " + table.shown();
    sqlite_statement kind{connection, while_doing,
                          "SELECT type FROM pragma_table_list(?1) WHERE schema = 'main'"};
    kind.bind(1, table.name);
    if (!kind.step()) {
        throw drift("the database", "has no table " + table.shown());
    }
    if (kind.text(0) != "table") {
        throw drift(table.shown(), "is a " + kind.text(0) + ", no ordinary table");
    }
    // hidden: 2 and 3 are generated columns
    sqlite_statement columns{connection, while_doing,
                             "SELECT name, type, \"notnull\", dflt_value IS NOT NULL, hidden, pk FROM "
                             "pragma_table_xinfo(?1)"};
    columns.bind(1, table.name);
    std::vector<std::string> found;
    while (columns.step()) {
        const std::string& name = found.emplace_back(columns.text(0));
        const bool not_null = columns.number(2) != 0;
        const bool generated = columns.number(4) == 2 || columns.number(4) == 3;
        if (const std::size_t described = table.position_of(name); described < table.columns.size()) {
            detail::check_sqlite_column(table, table.columns[described], columns.text(1), not_null,
                                        generated);
        } else if (not_null && columns.number(3) == 0 && !generated && columns.number(5) == 0) {
            throw drift(table.shown() + "." + name, "is NOT NULL without a default, but not described");
        }
    }
    for (const column_shape& column : table.columns) {
        require_column(table, column.name, found);
    }
}

} // namespace synth

#endif
