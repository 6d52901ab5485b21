// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_UUID_HPP
#define SYNTH_SCHEMA_UUID_HPP

#include <array>
#include <compare>
#include <cstdint>

namespace synth {

/// Sixteen bytes in the order of their text: `uuid{{0xde, 0xad}}` is
/// "dead0000-0000-0000-0000-000000000000".
struct uuid {
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const uuid&) const = default;
};

} // namespace synth

#endif
