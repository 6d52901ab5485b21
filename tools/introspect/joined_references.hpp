// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_JOINED_REFERENCES_HPP
#define SYNTH_INTROSPECT_JOINED_REFERENCES_HPP

#include "model.hpp"

namespace synth::introspect {

/// Makes one reference of two that always lead to the same row: `(id, market)` and `(id, side)` to one table
/// whose key is `id`. Its columns become a key of the parent, which they are. What the checks of the child
/// ask of any of them is then asked of the one parent.
void join_references(model& all);

} // namespace synth::introspect

#endif
