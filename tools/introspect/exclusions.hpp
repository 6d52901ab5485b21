// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_EXCLUSIONS_HPP
#define SYNTH_INTROSPECT_EXCLUSIONS_HPP

#include <string>

#include "model.hpp"

namespace synth::introspect {

/// Adds keys and checks by which rows keep the exclusion constraints that are no keys as they are; what
/// cannot be kept is noted.
void add_exclusions(model& all, engine from, const std::string& name_space);

} // namespace synth::introspect

#endif
