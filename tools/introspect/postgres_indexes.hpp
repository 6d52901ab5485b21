// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_POSTGRES_INDEXES_HPP
#define SYNTH_INTROSPECT_POSTGRES_INDEXES_HPP

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "postgres_connection.hpp"

namespace synth::introspect {

/// A table that is read: its catalog entry, and its columns by their numbers, which have gaps.
struct numbered_table {
    table& entry;
    const std::map<int, std::size_t>& columns;
};

/// A list as a query gives it: U+001F stands between its parts, which may hold anything that a name may.
[[nodiscard]] std::vector<std::string> parts_of_list(const std::string& list);

/// The unique indexes of tables, given by their oids as an array; the first column is the table's.
[[nodiscard]] postgres_result unique_indexes_of(const postgres_connection& from, const std::string& tables);

/// The expressions of other indexes, behind the table's oid.
[[nodiscard]] postgres_result index_expressions_of(const postgres_connection& from,
                                                   const std::string& tables);

/// Adds an index as a key of the table, and as a `unique_index` where it is more than that.
void add_unique_index(const numbered_table& owner, const postgres_result& rows, int row);

/// What acts on rows as they are inserted: triggers, and row security. The first column is the table's oid,
/// the second the text of a note, the third its consequence.
[[nodiscard]] postgres_result insert_rules_of(const postgres_connection& from, const std::string& tables);

} // namespace synth::introspect

#endif
