// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_PLAN_ERROR_HPP
#define SYNTH_CORE_PLAN_ERROR_HPP

#include <stdexcept>
#include <string>

namespace synth {

/// Thrown before the first value is made, when a plan cannot be met. The message starts with "synth: ", names
/// the table, the column or constraint, and says what to do instead.
struct plan_error : std::runtime_error {
    explicit plan_error(const std::string& message) : std::runtime_error("synth: " + message) {}
};

} // namespace synth

#endif
