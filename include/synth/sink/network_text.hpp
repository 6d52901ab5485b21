// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_NETWORK_TEXT_HPP
#define SYNTH_SINK_NETWORK_TEXT_HPP

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>

#include <synth/core/big_endian.hpp>
#include <synth/schema/network.hpp>
#include <synth/schema/uuid.hpp>
#include <synth/sink/digits.hpp>
#include <synth/sink/form.hpp>

namespace synth {

/// "01234567-89ab-cdef-0123-456789abcdef".
template<>
struct text_form<uuid> {
    static constexpr bool plain = true;
    static constexpr std::size_t fixed_bound = 40;

    static constexpr std::size_t bound(const uuid&) { return fixed_bound; }
    static char* write(char* out, const uuid& value) {
        const auto* const in = reinterpret_cast<const char*>(value.bytes.data());
        write_hexadecimal(out, load_big_endian<std::uint32_t>(in));
        write_halves(out + 8, load_big_endian<std::uint32_t>(in + 4));
        write_halves(out + 18, load_big_endian<std::uint32_t>(in + 8));
        write_hexadecimal(out + 28, load_big_endian<std::uint32_t>(in + 12));
        return out + 36;
    }

private:
    // "-0123-4567"
    static void write_halves(char* out, std::uint32_t word) {
        const std::uint64_t digits = hexadecimal_digits(word);
        out[0] = '-';
        store_big_endian(out + 1, static_cast<std::uint32_t>(digits >> 32U));
        out[5] = '-';
        store_big_endian(out + 6, static_cast<std::uint32_t>(digits));
    }
};

namespace detail {

inline char* write_octet(char* out, std::uint8_t value) { return write_unsigned(out, value); }

inline char* write_family_4(char* out, const std::uint8_t* address) {
    out = write_octet(out, address[0]);
    for (int index = 1; index < 4; ++index) {
        *out++ = '.';
        out = write_octet(out, address[index]);
    }
    return out;
}

// The first longest run of zero groups, none if no two zeros follow each other.
struct zero_run {
    int begin{-1};
    int size{1};
};

inline zero_run longest_zero_run(const std::array<std::uint32_t, 8>& groups) {
    zero_run best;
    for (int begin = 0; begin < 8; ++begin) {
        int end = begin;
        while (end < 8 && groups[static_cast<std::size_t>(end)] == 0) {
            ++end;
        }
        if (end - begin > best.size) {
            best = {begin, end - begin};
        }
    }
    return best;
}

inline char* write_group(char* out, std::uint32_t group) {
    char digits[8];
    write_hexadecimal(digits, group);
    const std::size_t skipped =
        4U + (group > 0xfff ? 0U : 1U) + (group > 0xff ? 0U : 1U) + (group > 0xf ? 0U : 1U);
    return copy_bytes(out, digits + skipped, 8 - skipped);
}

// As PostgreSQL's inet_net_ntop (Paul Vixie, 1996): embedded addresses of family 4 keep their dots.
inline char* write_family_6(char* out, const std::uint8_t* address) {
    std::array<std::uint32_t, 8> groups{};
    for (std::size_t index = 0; index < 8; ++index) {
        groups[index] = static_cast<std::uint32_t>(address[2 * index] << 8U | address[2 * index + 1]);
    }
    const zero_run run = longest_zero_run(groups);
    for (int index = 0; index < 8; ++index) {
        if (run.begin >= 0 && index >= run.begin && index < run.begin + run.size) {
            if (index == run.begin) {
                *out++ = ':';
            }
            continue;
        }
        if (index != 0) {
            *out++ = ':';
        }
        if (index == 6 && run.begin == 0 && (run.size == 6 || (run.size == 5 && groups[5] == 0xffff))) {
            return write_family_4(out, address + 12);
        }
        out = write_group(out, groups[static_cast<std::size_t>(index)]);
    }
    if (run.begin + run.size == 8) {
        *out++ = ':';
    }
    return out;
}

template<typename Hardware>
char* write_hardware_address(char* out, const Hardware& value) {
    for (const std::uint8_t byte : value.bytes) {
        out = write_hexadecimal_byte(out, byte);
        *out++ = ':';
    }
    return out - 1;
}

} // namespace detail

/// "192.168.0.1", "10.0.0.1/8", "2001:db8::1/64": an `inet` names its prefix where it is no single host, a
/// `cidr` always does.
template<typename Address>
    requires std::same_as<Address, inet> || std::same_as<Address, cidr>
struct text_form<Address> {
    static constexpr bool plain = true;
    static constexpr std::size_t fixed_bound = 56;

    static constexpr std::size_t bound(const Address&) { return fixed_bound; }
    static char* write(char* out, const Address& value) {
        const bool six = value.family == 6;
        out = six ? detail::write_family_6(out, value.address.data())
                  : detail::write_family_4(out, value.address.data());
        if (std::same_as<Address, cidr> || value.prefix != (six ? 128 : 32)) {
            *out++ = '/';
            out = detail::write_octet(out, value.prefix);
        }
        return out;
    }
};

/// "08:00:2b:01:02:03", and eight bytes alike.
template<typename Hardware>
    requires std::same_as<Hardware, macaddr> || std::same_as<Hardware, macaddr8>
struct text_form<Hardware> {
    static constexpr bool plain = true;
    static constexpr std::size_t fixed_bound = 24;

    static constexpr std::size_t bound(const Hardware&) { return fixed_bound; }
    static char* write(char* out, const Hardware& value) {
        return detail::write_hardware_address(out, value);
    }
};

} // namespace synth

#endif
