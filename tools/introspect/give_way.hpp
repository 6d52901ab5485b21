// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_GIVE_WAY_HPP
#define SYNTH_INTROSPECT_GIVE_WAY_HPP

#include <string>

#include "model.hpp"

namespace synth::introspect {

/// Changes the model until the library can derive its keys and references, and says in the header what was
/// changed. The cheapest changes come first: a reference that owns rows, a virtual table for columns that
/// references share, a reference that stays null, a key that is stronger than the database's, and only then
/// what rows may break.
void give_way(model& all, const std::string& name_space);

} // namespace synth::introspect

#endif
