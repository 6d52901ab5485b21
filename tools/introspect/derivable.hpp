// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_DERIVABLE_HPP
#define SYNTH_INTROSPECT_DERIVABLE_HPP

#include "model.hpp"

namespace synth::introspect {

/// Leaves out, aloud, the references and unique keys that the library cannot meet together, so that the
/// header compiles. It asks the very code by which the compiler decides this (schema/derive.hpp).
void drop_underivable(model& all);

} // namespace synth::introspect

#endif
