// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_NULLS_HPP
#define SYNTH_INTROSPECT_NULLS_HPP

#include <cstddef>
#include <string>
#include <string_view>

#include "model.hpp"

namespace synth::introspect {

/// The option of a column that is NULL in every row.
inline constexpr std::string_view always_null = "synth::nulls(1.0)";

/// Gives a column no nulls and says why; false where its references need them: the roots of a forest are
/// null.
bool forbid_nulls(row_struct& row, std::size_t column, const std::string& why);

/// Adds a check to each reference with MATCH FULL over columns that may be null: all are, or none.
void keep_matches_full(model& all, const std::string& name_space);

} // namespace synth::introspect

#endif
