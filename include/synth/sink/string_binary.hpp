// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_STRING_BINARY_HPP
#define SYNTH_SINK_STRING_BINARY_HPP

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

#include <synth/core/big_endian.hpp>
#include <synth/schema/column_type.hpp>
#include <synth/sink/form.hpp>
#include <synth/sink/string_text.hpp>

namespace synth {

/// The characters.
template<typename Text>
    requires std::same_as<Text, std::string> || std::same_as<Text, json>
struct binary_form<Text> {
    static constexpr std::size_t fixed_size = 0;

    static constexpr std::size_t bound(std::string_view value) { return value.size(); }
    static char* write(char* out, std::string_view value) {
        return copy_bytes(out, value.data(), value.size());
    }
};

/// The version, 1, and the characters.
template<>
struct binary_form<jsonb> {
    static constexpr std::size_t fixed_size = 0;

    static constexpr std::size_t bound(std::string_view value) { return 1 + value.size(); }
    static char* write(char* out, std::string_view value) {
        *out = '\1';
        return copy_bytes(out + 1, value.data(), value.size());
    }
};

/// The bytes.
template<>
struct binary_form<bytes> {
    static constexpr std::size_t fixed_size = 0;

    static constexpr std::size_t bound(std::span<const std::byte> value) { return value.size(); }
    static char* write(char* out, std::span<const std::byte> value) {
        return copy_bytes(out, reinterpret_cast<const char*>(value.data()), value.size());
    }
};

/// The number of bits and the bits, the first in the highest place of its byte.
template<>
struct binary_form<bit_string> {
    static constexpr std::size_t fixed_size = 0;

    static constexpr std::size_t bound(std::string_view digits) { return 4 + (digits.size() + 7) / 8; }
    static char* write(char* out, std::string_view digits) {
        out = store_big_endian(out, static_cast<std::uint32_t>(digits.size()));
        for (; !digits.empty(); digits.remove_prefix(digits.size() < 8 ? digits.size() : 8)) {
            unsigned byte = 0;
            for (std::size_t bit = 0; bit < 8; ++bit) {
                byte = byte << 1U | (bit < digits.size() && digits[bit] == '1' ? 1U : 0U);
            }
            *out++ = static_cast<char>(static_cast<unsigned char>(byte));
        }
        return out;
    }
};

/// The label, as text.
template<labelled_enum Enumeration>
struct binary_form<Enumeration> {
    static constexpr std::size_t fixed_size = 0;

    static constexpr std::size_t bound(Enumeration) { return text_form<Enumeration>::fixed_bound; }
    static char* write(char* out, Enumeration value) { return text_form<Enumeration>::write(out, value); }
};

/// Sixteen, six or eight bytes.
template<typename Fixed>
    requires std::same_as<Fixed, uuid> || std::same_as<Fixed, macaddr> || std::same_as<Fixed, macaddr8>
struct binary_form<Fixed> {
    static constexpr std::size_t fixed_size = sizeof(Fixed::bytes);

    static constexpr std::size_t bound(const Fixed&) { return fixed_size; }
    static char* write(char* out, const Fixed& value) {
        std::memcpy(out, value.bytes.data(), fixed_size);
        return out + fixed_size;
    }
};

/// PostgreSQL's number of the family, the prefix, whether it is a cidr, the size of the address, the address.
template<typename Address>
    requires std::same_as<Address, inet> || std::same_as<Address, cidr>
struct binary_form<Address> {
    static constexpr std::size_t fixed_size = 0;

    static constexpr std::size_t bound(const Address&) { return 20; }
    static char* write(char* out, const Address& value) {
        const bool six = value.family == 6;
        out[0] = six ? '\3' : '\2';
        out[1] = static_cast<char>(value.prefix);
        out[2] = std::same_as<Address, cidr> ? '\1' : '\0';
        out[3] = six ? '\20' : '\4';
        std::memcpy(out + 4, value.address.data(), 16); // of family 4, twelve bytes are overwritten later
        return out + (six ? 20 : 8);
    }
};

} // namespace synth

#endif
