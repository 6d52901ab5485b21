// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_COMPUTED_HPP
#define SYNTH_INTROSPECT_COMPUTED_HPP

#include <string>

#include "model.hpp"

namespace synth::introspect {

/// Takes generated columns in to which references lead, so that synth computes what the database will: those
/// made of one column that is a key where they are. The others stay left out.
void keep_computed(model& all, engine from, const std::string& name_space);

/// The columns of a key, with what a computed column is made of in its place.
[[nodiscard]] member_list made_of(const row_struct& row, const member_list& members);

} // namespace synth::introspect

#endif
