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

/// The CHECK clauses in the text of a CREATE TABLE statement, which no PRAGMA tells.
[[nodiscard]] std::vector<std::string> check_clauses(std::string_view create_table);

} // namespace synth::introspect

#endif
