// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_DOMAIN_NETWORK_HPP
#define SYNTH_GENERATE_DOMAIN_NETWORK_HPP

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <synth/generate/domain_number.hpp>
#include <synth/generate/generator.hpp>
#include <synth/random/mix.hpp>
#include <synth/schema/network.hpp>
#include <synth/schema/uuid.hpp>

namespace synth {

namespace detail {

// Arithmetic on addresses goes by value, never by memory order, so it is the same on big endian machines.
template<typename Bytes>
constexpr void put_number(Bytes& bytes, std::size_t first, std::size_t count, std::uint64_t number) {
    for (std::size_t place = first + count; place-- > first;) {
        bytes[place] = static_cast<std::uint8_t>(number);
        number >>= 8U;
    }
}

template<typename Bytes>
[[nodiscard]] constexpr std::uint64_t number_at(const Bytes& bytes, std::size_t first, std::size_t count) {
    std::uint64_t number = 0;
    for (std::size_t place = first; place < first + count; ++place) {
        number = number << 8U | bytes[place];
    }
    return number;
}

} // namespace detail

// Members as every specialisation has them. NOLINTBEGIN(readability-convert-member-functions-to-static)
/// Random-looking version 4 UUIDs: 62 bits carry the index, scrambled one to one, and the other 60 are a
/// function of them, so that a UUID from elsewhere is told from a key.
template<>
class domain<uuid> {
public:
    explicit domain(const column_plan&) {}

    [[nodiscard]] std::uint64_t last() const { return mask; }

    [[nodiscard]] uuid at(std::uint64_t index) const {
        const std::uint64_t low = scramble(index);
        uuid value{};
        detail::put_number(value.bytes, 0, 8, upper(low));
        detail::put_number(value.bytes, 8, 8, variant | low);
        return value;
    }

    [[nodiscard]] std::optional<std::uint64_t> index_of(const uuid& value) const {
        const std::uint64_t lower = detail::number_at(value.bytes, 8, 8);
        const std::uint64_t low = lower & mask;
        if (lower != (variant | low) || detail::number_at(value.bytes, 0, 8) != upper(low)) {
            return std::nullopt;
        }
        return restore(low);
    }

private:
    static constexpr std::uint64_t mask = ~std::uint64_t{0} >> 2U;
    static constexpr std::uint64_t variant = std::uint64_t{1} << 63U;
    static constexpr std::uint64_t factor = 0x9e3779b97f4a7c15U;
    static constexpr std::uint64_t inverse_factor = 0xf1de83e19937733dU;
    static_assert(factor * inverse_factor == 1);

    // Shifts by half the width undo themselves; a product with an odd factor modulo 2^62 has an inverse.
    static constexpr std::uint64_t scramble(std::uint64_t value) {
        value ^= value >> 31U;
        value = value * factor & mask;
        value ^= value >> 31U;
        value = value * factor & mask;
        return value ^ value >> 31U;
    }
    static constexpr std::uint64_t restore(std::uint64_t value) {
        value ^= value >> 31U;
        value = value * inverse_factor & mask;
        value ^= value >> 31U;
        value = value * inverse_factor & mask;
        return value ^ value >> 31U;
    }

    static constexpr std::uint64_t upper(std::uint64_t low) {
        return (mix(low + factor) & 0xffff'ffff'ffff'0fffU) | 0x4000U;
    }
};
// NOLINTEND(readability-convert-member-functions-to-static)

/// Single IPv4 hosts from 1.0.0.0 to 223.255.255.255.
template<typename Address>
    requires std::same_as<Address, inet> || std::same_as<Address, cidr>
class domain<Address> {
public:
    explicit domain(const column_plan&) {}

    [[nodiscard]] std::uint64_t last() const { return 0xdfff'ffffU - first; }

    [[nodiscard]] Address at(std::uint64_t index) const {
        Address value{};
        value.family = 4;
        value.prefix = 32;
        detail::put_number(value.address, 0, 4, first + index);
        return value;
    }

    [[nodiscard]] std::optional<std::uint64_t> index_of(const Address& value) const {
        const std::uint64_t number = detail::number_at(value.address, 0, 4);
        // The comparison covers the family, the prefix and the bytes that must be zero.
        if (number < first || number - first > last() || value != at(number - first)) {
            return std::nullopt;
        }
        return number - first;
    }

private:
    static constexpr std::uint64_t first = 0x0100'0000U;
};

/// Locally administered addresses: the first byte is 02.
template<typename Address>
    requires std::same_as<Address, macaddr> || std::same_as<Address, macaddr8>
class domain<Address> {
public:
    explicit domain(const column_plan&) {}

    [[nodiscard]] std::uint64_t last() const { return ~std::uint64_t{0} >> (64 - 8 * free_bytes); }

    [[nodiscard]] Address at(std::uint64_t index) const {
        Address value{};
        value.bytes[0] = local;
        detail::put_number(value.bytes, 1, free_bytes, index);
        return value;
    }

    [[nodiscard]] std::optional<std::uint64_t> index_of(const Address& value) const {
        return value.bytes[0] == local ? std::optional{detail::number_at(value.bytes, 1, free_bytes)}
                                       : std::nullopt;
    }

private:
    static constexpr std::uint8_t local = 0x02;
    static constexpr std::size_t free_bytes = std::same_as<Address, macaddr> ? 5 : 7;
};

} // namespace synth

#endif
