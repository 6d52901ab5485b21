// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_SQLITE_CATALOG_HPP
#define SYNTH_INTROSPECT_SQLITE_CATALOG_HPP

#include <string>
#include <string_view>
#include <vector>

#include "catalog.hpp"

namespace synth::introspect {

/// The catalog of an SQLite file, read in one transaction without writing to it. Throws `failure`.
[[nodiscard]] catalog read_sqlite(const std::string& path);

/// A declared type of SQLite by its name, else by its affinity (https://sqlite.org/datatype3.html,
/// section 3.1); `unsupported` when neither says anything: `VARCHAR(16)` is text of at most 16 characters.
[[nodiscard]] value_type sqlite_type(std::string_view declared);

struct check_clause {
    std::string name{}; ///< empty: it has none
    std::string condition{};

    friend bool operator==(const check_clause&, const check_clause&) = default;
};

/// The CHECK clauses in the text of a CREATE TABLE statement, which no PRAGMA tells.
[[nodiscard]] std::vector<check_clause> check_clauses(std::string_view create_table);

/// What a CREATE TRIGGER statement fires at, in lower case: "before insert", "after update".
[[nodiscard]] std::string event_of_trigger(std::string_view create_trigger);

/// What a CREATE UNIQUE INDEX statement indexes: its columns and expressions without their order and
/// collation, and the condition behind WHERE.
struct index_clauses {
    std::vector<std::string> parts{};
    std::string predicate{};
};
[[nodiscard]] index_clauses clauses_of_index(std::string_view create_index);

/// An expression of SQLite in PostgreSQL's grammar: `[a]` is "a", `IS 1` is IS NOT DISTINCT FROM 1, and GLOB
/// the operator @~@.
[[nodiscard]] std::string postgres_spelling(std::string_view expression);

} // namespace synth::introspect

#endif
