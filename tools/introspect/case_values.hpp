// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_CASE_VALUES_HPP
#define SYNTH_INTROSPECT_CASE_VALUES_HPP

#include <optional>

#include "sql_tree.hpp"

namespace synth::introspect {

/// A comparison in which a CASE is a value, said as a CASE of comparisons: `a <= CASE WHEN c THEN 1 ELSE 9
/// END` is `CASE WHEN c THEN a <= 1 ELSE a <= 9 END`. Of several the first is moved out. GREATEST and LEAST
/// are cases too. Nothing where there is none, or what is no comparison.
[[nodiscard]] std::optional<sql_tree::node> case_of_comparisons(const sql_tree::node& comparison);

} // namespace synth::introspect

#endif
