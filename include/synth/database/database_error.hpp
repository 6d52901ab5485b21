// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_DATABASE_ERROR_HPP
#define SYNTH_DATABASE_DATABASE_ERROR_HPP

#include <stdexcept>
#include <string>
#include <string_view>

namespace synth {

/// Thrown when a database cannot be reached, does not look as described or refuses a row. The message starts
/// with "synth: ", names table, column and constraint where they are known, and says what to do.
struct database_error : std::runtime_error {
    explicit database_error(const std::string& message) : std::runtime_error("synth: " + message) {}
};

/// The remedy of a rule that no description can express yet, a CHECK or a trigger, or that is newer than the
/// description.
inline constexpr std::string_view unexpressed_rule =
    "the database has a rule that the description does not express, such as a CHECK or a trigger: describe "
    "the column with "
    "a generator that keeps it (docs/introspect.md), or drop the rule for the load";

} // namespace synth

#endif
