// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_NETWORK_HPP
#define SYNTH_SCHEMA_NETWORK_HPP

#include <array>
#include <compare>
#include <cstdint>

namespace synth {

/// A host address with its network's prefix length: `inet::v4(192, 168, 0, 1, 24)`. The family is 4 or 6; of
/// family 4 only the first four bytes count and the others stay zero.
struct inet {
    std::array<std::uint8_t, 16> address{};
    std::uint8_t family{4};
    std::uint8_t prefix{32};

    [[nodiscard]] static constexpr inet v4(std::uint8_t first, std::uint8_t second, std::uint8_t third,
                                           std::uint8_t fourth, std::uint8_t prefix = 32) {
        return {{first, second, third, fourth}, 4, prefix};
    }

    [[nodiscard]] static constexpr inet v6(const std::array<std::uint8_t, 16>& address,
                                           std::uint8_t prefix = 128) {
        return {address, 6, prefix};
    }

    auto operator<=>(const inet&) const = default;
};

/// A network: as `inet`, but the bits behind the prefix must be zero, or PostgreSQL refuses the value:
/// `cidr::v4(10, 0, 0, 0, 8)`.
struct cidr {
    std::array<std::uint8_t, 16> address{};
    std::uint8_t family{4};
    std::uint8_t prefix{32};

    [[nodiscard]] static constexpr cidr v4(std::uint8_t first, std::uint8_t second, std::uint8_t third,
                                           std::uint8_t fourth, std::uint8_t prefix = 32) {
        return {{first, second, third, fourth}, 4, prefix};
    }

    [[nodiscard]] static constexpr cidr v6(const std::array<std::uint8_t, 16>& address,
                                           std::uint8_t prefix = 128) {
        return {address, 6, prefix};
    }

    auto operator<=>(const cidr&) const = default;
};

/// A hardware address of six bytes (EUI-48).
struct macaddr {
    std::array<std::uint8_t, 6> bytes{};

    auto operator<=>(const macaddr&) const = default;
};

/// A hardware address of eight bytes (EUI-64).
struct macaddr8 {
    std::array<std::uint8_t, 8> bytes{};

    auto operator<=>(const macaddr8&) const = default;
};

} // namespace synth

#endif
