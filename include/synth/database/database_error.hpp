// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_DATABASE_ERROR_HPP
#define SYNTH_DATABASE_DATABASE_ERROR_HPP

#include <stdexcept>
#include <string>

namespace synth {

/// Thrown when a database cannot be reached, does not look as described or refuses a row. The message starts
/// with "synth: ", names table, column and constraint where they are known, and says what to do.
struct database_error : std::runtime_error {
    explicit database_error(const std::string& message) : std::runtime_error("synth: " + message) {}
};

} // namespace synth

#endif
