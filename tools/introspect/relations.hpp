// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_RELATIONS_HPP
#define SYNTH_INTROSPECT_RELATIONS_HPP

#include <cstddef>
#include <string>

#include "model.hpp"

namespace synth::introspect {

/// Adds the keys whose columns are all in the model; the others are noted.
void add_keys(model& all);

/// Adds the references that lead to such a key with columns of the same types; the others are noted.
void add_references(model& all);

/// Leaves out a reference, by its index in the row, and says why. Its columns become null where they may.
void drop_reference(model& all, row_struct& row, std::size_t index, const std::string& why);

/// The columns that are NULL in every row when a reference is left out; none: rows may break it then.
[[nodiscard]] member_list nulls_without(const row_struct& row, std::size_t index);

/// Whether these members are a key of the row, in whatever order.
[[nodiscard]] bool is_kept_key(const row_struct& row, const member_list& members);

/// Whether a key of the row is within these members.
[[nodiscard]] bool has_key(const row_struct& row, const member_list& members);

/// Whether some rows have NULL in a column.
[[nodiscard]] bool may_be_null(const row_struct& row, std::size_t column);

/// Whether a column is one of some reference of the row.
[[nodiscard]] bool is_in_reference(const row_struct& row, std::size_t column);

/// The names of columns for a message: "a, b".
[[nodiscard]] std::string column_list(const table& of, const member_list& columns);

} // namespace synth::introspect

#endif
