// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_RANGE_ORDER_HPP
#define SYNTH_INTROSPECT_RANGE_ORDER_HPP

#include <string>
#include <vector>

#include "model.hpp"
#include "range_text.hpp"

namespace synth::introspect {

/// The ranges of two values that an SQL expression makes, in order.
[[nodiscard]] std::vector<range_text> ranges_in(const std::string& expression);

/// Puts the bounds of ranges in order that generated columns, indexes and checks make of columns: a range
/// whose bounds are the wrong way round is an error of the database.
void add_range_order(model& all, engine from, const std::string& name_space);

} // namespace synth::introspect

#endif
