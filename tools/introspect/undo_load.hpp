// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_UNDO_LOAD_HPP
#define SYNTH_INTROSPECT_UNDO_LOAD_HPP

#include <string>
#include <string_view>
#include <vector>

namespace synth::introspect {

/// Whether a table is what a load over several connections keeps while it is at work, or leaves when it is
/// killed: the tables of the database have no keys then.
[[nodiscard]] bool tells_unfinished_load(std::string_view table);

/// Undoes loads of this role that were broken off, in a PostgreSQL database; returns what was undone. Throws
/// synth::database_error where one cannot be undone.
[[nodiscard]] std::vector<std::string> undo_loads(const std::string& conninfo);

} // namespace synth::introspect

#endif
