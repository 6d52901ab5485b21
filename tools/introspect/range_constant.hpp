// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_RANGE_CONSTANT_HPP
#define SYNTH_INTROSPECT_RANGE_CONSTANT_HPP

#include <optional>
#include <string>
#include <string_view>

namespace synth::introspect {

/// A range as its type reads it: `[2020-01-01,)`, bounds still texts. The empty one is none.
struct range_constant {
    std::optional<std::string> lower{}, upper{};
    bool lower_inclusive = true;
    bool upper_inclusive = false;
};

/// Reads a whole text; bounds without anything between the brackets and the comma are missing.
[[nodiscard]] std::optional<range_constant> read_range_constant(std::string_view text);

} // namespace synth::introspect

#endif
