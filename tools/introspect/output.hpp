// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_OUTPUT_HPP
#define SYNTH_INTROSPECT_OUTPUT_HPP

#include <string>
#include <string_view>

namespace synth::introspect {

/// Writes `text` to the file `path`, or to the standard output for "-". The file is replaced in one step, so
/// nobody sees half of it, and left alone when it holds this text already, so nothing is compiled again.
/// Throws `failure`.
void put(const std::string& path, std::string_view text);

} // namespace synth::introspect

#endif
