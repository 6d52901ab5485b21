// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_POSTGRES_EXCLUSIONS_HPP
#define SYNTH_INTROSPECT_POSTGRES_EXCLUSIONS_HPP

#include <string>

#include "postgres_connection.hpp"
#include "postgres_indexes.hpp"

namespace synth::introspect {

/// The exclusion constraints of tables, given by their oids as an array; the first column is the table's.
[[nodiscard]] postgres_result exclusions_of(const postgres_connection& from, const std::string& tables);

/// Adds a constraint as a key of the table where keys keep it as they are, and else as an `exclusion`.
void add_exclusion(const numbered_table& owner, const postgres_result& rows, int row);

} // namespace synth::introspect

#endif
