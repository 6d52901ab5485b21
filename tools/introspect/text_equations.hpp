// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_TEXT_EQUATIONS_HPP
#define SYNTH_INTROSPECT_TEXT_EQUATIONS_HPP

#include <string>

#include "model.hpp"

namespace synth::introspect {

/// Makes keys of texts that checks put together of other columns agree with these: the columns of which
/// `label = site || '-' || number` is made are the key in its place; a key of `lower(name) = lower_name`
/// keeps to what is asked of the name.
void keep_text_equations(model& all, const std::string& name_space);

} // namespace synth::introspect

#endif
