// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_CONDITIONS_HPP
#define SYNTH_INTROSPECT_CONDITIONS_HPP

#include <string>

#include "condition.hpp"
#include "model.hpp"

namespace synth::introspect {

/// What the conditions of a row may name; points into the model.
[[nodiscard]] condition_row row_of_conditions(const model& all, const row_struct& row, engine from,
                                              const std::string& name_space);

/// Adds a translated check: its remarks are warnings too, about `text` at `where`.
void add_check(model& all, row_struct& row, row_check wanted, const condition& known,
               const std::string& where, const std::string& text);

/// Adds the checks of a row's table; those that cannot be said are noted.
void add_checks(model& all, row_struct& row, engine from, const std::string& name_space);

} // namespace synth::introspect

#endif
