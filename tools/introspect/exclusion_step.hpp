// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_EXCLUSION_STEP_HPP
#define SYNTH_INTROSPECT_EXCLUSION_STEP_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "range_text.hpp"

namespace synth::introspect {

/// How ranges of two bounds are kept apart: a column, in one of the bounds, lies on steps, and no range is
/// longer than a step. Ranges overlap only where that column is the same.
struct exclusion_step {
    std::size_t column = 0;
    std::string length{};                ///< of a step, as messages say it: "7 days"
    bool on_steps = false;               ///< else all its values are apart enough
    std::vector<std::string> grid{};     ///< in SQL, of that column alone
    std::vector<std::string> together{}; ///< in SQL; empty: the table's checks say it already
    std::vector<std::size_t> others{};   ///< the other columns of the range
};

/// `from_lower`: the column is to be in the lower bound, else in the upper one. `wanted`: how many ranges
/// there are at least to be beside each other. `kept`: the checks of the table that rows keep. Nothing for
/// bounds that are not understood.
[[nodiscard]] std::optional<exclusion_step> step_of(const range_text& range, bool from_lower,
                                                    std::int64_t wanted, const table& of, engine from,
                                                    const std::set<std::size_t>& kept);

} // namespace synth::introspect

#endif
