// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_FAILURE_HPP
#define SYNTH_INTROSPECT_FAILURE_HPP

#include <stdexcept>

namespace synth::introspect {

/// Ends the program with exit code 1; its message says what is wrong and what to do about it.
struct failure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// What is read was changed meanwhile; read again, it may go well.
struct catalog_changed : failure {
    using failure::failure;
};

/// A mistake on the command line: exit code 2.
struct misuse : std::runtime_error {
    using std::runtime_error::runtime_error;
};

} // namespace synth::introspect

#endif
