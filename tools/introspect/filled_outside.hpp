// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_FILLED_OUTSIDE_HPP
#define SYNTH_INTROSPECT_FILLED_OUTSIDE_HPP

#include <string>
#include <vector>

#include "catalog.hpp"

namespace synth::introspect {

/// Makes the tables that match a pattern ones whose rows are there already: of such a table only the primary
/// key and the keys to which others refer stay. Tables above them to which nothing else refers are left out.
/// Returns what a person should know of that.
std::vector<std::string> fill_outside(catalog& database, const std::vector<std::string>& patterns);

} // namespace synth::introspect

#endif
