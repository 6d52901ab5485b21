// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_CHECK_TEXT_HPP
#define SYNTH_INTROSPECT_CHECK_TEXT_HPP

#include <string>
#include <string_view>
#include <vector>

// What the C++ text of checks tells of a column, without being understood in full.
namespace synth::introspect {

/// Whether one of the checks leaves the column few values: a list, a constant, a short range, a pattern
/// without repetitions. `subject` is the column as it is written there.
[[nodiscard]] bool leaves_few_values(const std::vector<std::string_view>& checks, const std::string& subject);

/// The conditions that must all hold, without break marks: `conjuncts("a > 0 && (b || c)")` are two. None of
/// an empty text.
[[nodiscard]] std::vector<std::string> conjuncts(std::string_view condition);

} // namespace synth::introspect

#endif
