// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TYPICAL_NETWORK_HPP
#define SYNTH_GENERATE_TYPICAL_NETWORK_HPP

#include <concepts>
#include <cstddef>
#include <cstdint>

#include <synth/generate/generator.hpp>
#include <synth/generate/typical_number.hpp>
#include <synth/random/draw.hpp>
#include <synth/schema/network.hpp>
#include <synth/schema/uuid.hpp>

namespace synth {

namespace detail {

// Bytes go by value, never by memory order, so they are the same on big endian machines.
template<typename Bytes>
void fill_from_word(Bytes& bytes, std::size_t first, std::size_t count, std::uint64_t word) {
    for (std::size_t place = first; place < first + count; ++place) {
        bytes[place] = static_cast<std::uint8_t>(word >> 56U);
        word <<= 8U;
    }
}

} // namespace detail

/// Version 4 UUIDs (RFC 9562): 122 random bits, version and variant.
template<>
class typical<uuid> {
public:
    explicit typical(const column_plan&) {}
    uuid operator()(draw& cell) const {
        uuid value{};
        const std::uint64_t upper = cell.word();
        const std::uint64_t lower = cell.word();
        detail::fill_from_word(value.bytes, 0, 8, (upper & 0xffff'ffff'ffff'0fffU) | 0x4000U);
        detail::fill_from_word(value.bytes, 8, 8, lower >> 2U | std::uint64_t{1} << 63U);
        return value;
    }
};

/// Hosts of the private IPv4 network 10.0.0.0/8.
template<>
class typical<inet> {
public:
    explicit typical(const column_plan&) {}
    inet operator()(draw& cell) const {
        inet value = inet::v4(10, 0, 0, 0);
        detail::fill_from_word(value.address, 1, 3, cell.word());
        return value;
    }
};

/// Networks of 256 addresses in 10.0.0.0/8.
template<>
class typical<cidr> {
public:
    explicit typical(const column_plan&) {}
    cidr operator()(draw& cell) const {
        cidr value = cidr::v4(10, 0, 0, 0, 24);
        detail::fill_from_word(value.address, 1, 2, cell.word());
        return value;
    }
};

/// Locally administered hardware addresses, which no maker's device has.
template<typename Address>
    requires std::same_as<Address, macaddr> || std::same_as<Address, macaddr8>
class typical<Address> {
public:
    explicit typical(const column_plan&) {}
    Address operator()(draw& cell) const {
        Address value{};
        value.bytes[0] = 0x02;
        detail::fill_from_word(value.bytes, 1, value.bytes.size() - 1, cell.word());
        return value;
    }
};

} // namespace synth

#endif
