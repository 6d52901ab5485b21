// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_POSTGRES_PARTITIONS_HPP
#define SYNTH_INTROSPECT_POSTGRES_PARTITIONS_HPP

#include <string>
#include <vector>

#include "catalog.hpp"
#include "postgres_connection.hpp"

namespace synth::introspect {

/// The partitions of some tables, given by their oids, those below other partitions among them.
[[nodiscard]] postgres_result partitions_of(const postgres_connection& from,
                                            const std::vector<std::string>& tables);

/// Adds the condition that a row falls into a partition of the table with the oid `root`, unless they take
/// every row; `key` says what it is partitioned by, for messages.
void add_partition_bounds(table& owner, const std::string& root, const std::string& key,
                          const postgres_result& rows);

} // namespace synth::introspect

#endif
