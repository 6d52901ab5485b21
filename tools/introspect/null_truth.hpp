// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_NULL_TRUTH_HPP
#define SYNTH_INTROSPECT_NULL_TRUTH_HPP

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "catalog.hpp"

namespace synth::introspect {

/// The columns that a condition names. `value` is the column that VALUE is, in the check of a domain.
[[nodiscard]] std::set<std::size_t> columns_named(const std::string& condition, const table& of, engine from,
                                                  const std::optional<std::size_t>& value);

/// Whether a check is met whenever these columns are NULL, whatever the others hold: by SQL's logic of three
/// truths, as operators and most functions make NULL of NULL. What is not known so may be anything.
[[nodiscard]] bool met_by_nulls(const std::string& condition, const table& of, engine from,
                                const std::optional<std::size_t>& value,
                                const std::set<std::size_t>& null_columns);

/// Whether a check is false whenever they are.
[[nodiscard]] bool refused_by_nulls(const std::string& condition, const table& of, engine from,
                                    const std::optional<std::size_t>& value,
                                    const std::set<std::size_t>& null_columns);

} // namespace synth::introspect

#endif
