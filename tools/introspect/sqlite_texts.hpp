// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_SQLITE_TEXTS_HPP
#define SYNTH_INTROSPECT_SQLITE_TEXTS_HPP

#include "catalog.hpp"

namespace synth::introspect {

/// SQLite has no types for documents and moments: columns are declared as text, and what they hold is told by
/// their checks, `json_valid(extra)`, `day IS date(day)`, or their defaults, `CURRENT_TIMESTAMP`. Such
/// columns take the type that they mean, with those that are compared with them, refer to them or are
/// referred to.
void take_meant_types(catalog& database);

} // namespace synth::introspect

#endif
