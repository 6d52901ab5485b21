// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_TRIMMED_KEYS_HPP
#define SYNTH_INTROSPECT_TRIMMED_KEYS_HPP

#include <string>

#include "model.hpp"

namespace synth::introspect {

/// Keys of texts whose checks ask something of them without the blanks around, `trim(code) ~ '^[A-Z]+$'`,
/// have no blanks around, and checks are about the texts themselves: so their values can be numbered.
void keep_keys_trimmed(model& all, const std::string& name_space);

} // namespace synth::introspect

#endif
