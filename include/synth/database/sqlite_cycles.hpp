// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_SQLITE_CYCLES_HPP
#define SYNTH_DATABASE_SQLITE_CYCLES_HPP

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <synth/database/joined.hpp>
#include <synth/database/redacted.hpp>
#include <synth/database/reference_groups.hpp>
#include <synth/database/sqlite_connection.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// A foreign key between two loaded tables, given by their places among these.
struct sqlite_reference {
    table_link link;
    std::vector<std::string> columns; ///< of the child
};

/// Tables that are filled in one transaction, in their order, because they refer to each other: usually one.
struct sqlite_group {
    std::vector<std::size_t> tables;    ///< places in the list of tables
    std::vector<sqlite_reference> late; ///< whose parents come after their children
};

/// How the tables of a load are grouped, and a line for each late reference.
struct sqlite_groups {
    std::vector<sqlite_group> groups;
    std::vector<std::string> notes;
};

/// The foreign keys among tables.
[[nodiscard]] inline std::vector<sqlite_reference>
references_among(sqlite_connection& connection, std::span<const table_shape* const> tables) {
    std::vector<sqlite_reference> references;
    for (std::size_t child = 0; child < tables.size(); ++child) {
        sqlite_statement keys{connection, "cannot read the references of " + tables[child]->shown(),
                              "SELECT \"table\", \"from\", seq FROM pragma_foreign_key_list(?1, 'main')"
                              " ORDER BY id, seq"};
        keys.bind(1, tables[child]->name);
        bool known = false;
        while (keys.step()) {
            if (keys.number(2) == 0) {
                const std::string name = keys.text(0);
                const auto parent = static_cast<std::size_t>(
                    std::ranges::find_if(
                        tables,
                        [&](const table_shape* each) { return detail::same_letters(each->name, name); }) -
                    tables.begin());
                known = parent < tables.size();
                if (known) {
                    references.push_back({{child, parent}, {}});
                }
            }
            if (known) {
                references.back().columns.push_back(keys.text(1));
            }
        }
    }
    return references;
}

/// Groups the tables of a load by their foreign keys, parents first.
[[nodiscard]] inline sqlite_groups group_tables(sqlite_connection& connection,
                                                std::span<const table_shape* const> tables) {
    const std::vector<sqlite_reference> references = references_among(connection, tables);
    std::vector<table_link> links;
    links.reserve(references.size());
    for (const sqlite_reference& reference : references) {
        links.push_back(reference.link);
    }
    const auto name = [&](std::size_t table) { return tables[table]->shown(); };
    sqlite_groups result;
    for (const std::vector<std::size_t>& members : reference_groups(tables.size(), links)) {
        sqlite_group group{cheapest_order(members, links), {}};
        for (const sqlite_reference& reference : references) {
            const auto child = std::ranges::find(group.tables, reference.link.child);
            const auto parent = std::ranges::find(group.tables, reference.link.parent);
            if (child < parent && parent != group.tables.end()) {
                result.notes.push_back(shown_cycle(reference.link, tables.size(), links, name) +
                                       "its references are checked when all of its tables are filled");
                group.late.push_back(reference);
            }
        }
        result.groups.push_back(std::move(group));
    }
    return result;
}

/// Indexes on the columns of late references, which are there for a while. SQLite looks for waiting children
/// whenever a parent comes or goes, and without an index it reads them all.
class late_indexes {
public:
    late_indexes(sqlite_connection& connection, std::span<const table_shape* const> tables,
                 std::span<const sqlite_group> groups)
        : connection_(connection) {
        for (const sqlite_group& group : groups) {
            for (const sqlite_reference& late : group.late) {
                add(*tables[late.link.child], late.columns);
            }
        }
    }

    /// Drops them, before the transaction ends; a transaction that does not end well never had them.
    void drop() {
        for (; count_ > 0; --count_) {
            connection_.execute("cannot drop an index", "DROP INDEX " + last());
        }
    }

private:
    void add(const table_shape& table, const std::vector<std::string>& columns) {
        ++count_;
        const auto quoted = [](const std::string& column) { return identifier(column); };
        connection_.execute("cannot index " + table.shown(), "CREATE INDEX " + last() + " ON " +
                                                                 identifier(table.name) + " (" +
                                                                 joined(columns, ", ", quoted) + ")");
    }

    [[nodiscard]] std::string last() const {
        return "main." + identifier("synth late reference " + std::to_string(count_));
    }

    sqlite_connection& connection_;
    std::size_t count_ = 0;
};

} // namespace synth

#endif
