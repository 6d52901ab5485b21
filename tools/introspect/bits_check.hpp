// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_BITS_CHECK_HPP
#define SYNTH_INTROSPECT_BITS_CHECK_HPP

#include <optional>
#include <string>

#include "model.hpp"

namespace synth::introspect {

/// A check that a column of bits is other than a constant, `days <> B'0000000'`, as a lambda: expressions of
/// checks know no bits. Nothing of any other check.
[[nodiscard]] std::optional<row_check> bits_check(const row_struct& row, const check& one, engine from,
                                                  const std::string& name_space);

} // namespace synth::introspect

#endif
