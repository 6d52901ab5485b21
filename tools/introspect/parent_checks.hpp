// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_PARENT_CHECKS_HPP
#define SYNTH_INTROSPECT_PARENT_CHECKS_HPP

#include <string>

#include "model.hpp"

namespace synth::introspect {

/// A reference repeats the key of its parent, so what a check asks of the one is asked of the other: a table
/// split by a region that the regions' table numbers. Gives such checks to the parent too, where one child
/// alone has any; keys that children ask for different parts of stay as they are.
void add_parent_checks(model& all, const std::string& name_space);

} // namespace synth::introspect

#endif
