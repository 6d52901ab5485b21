// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_SELECTION_HPP
#define SYNTH_INTROSPECT_SELECTION_HPP

#include <string>
#include <vector>

#include "catalog.hpp"

namespace synth::introspect {

/// Which tables to keep, as patterns with `*` and `?` that match "table" or "schema.table"; no `include`:
/// all.
struct selection {
    std::vector<std::string> include{};
    std::vector<std::string> exclude{};
    std::vector<std::string> existing{}; ///< kept whatever `include` says: their rows are there already
};

/// Whether a pattern matches a table, by "table" or "schema.table".
[[nodiscard]] bool chosen_by(const std::string& pattern, const qualified_name& name);

/// Drops the tables that are not selected. Throws `misuse` when a pattern of `include` or `existing` matches
/// nothing, or when no table is left; returns what is to be warned of.
[[nodiscard]] std::vector<std::string> select(catalog& database, const selection& wanted);

/// How messages call a table: "shop.orders", and "orders" where an SQLite file has only one schema.
[[nodiscard]] std::string display(const qualified_name& name);

} // namespace synth::introspect

#endif
