// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_USAGE_ERROR_HPP
#define SYNTH_PROGRAM_USAGE_ERROR_HPP

#include <stdexcept>
#include <string>

namespace synth {

/// Thrown when a command line cannot be understood: exit code 2. The message starts with "synth: ", names the
/// option and says what to write instead.
struct usage_error : std::runtime_error {
    explicit usage_error(const std::string& message) : std::runtime_error("synth: " + message) {}
};

} // namespace synth

#endif
