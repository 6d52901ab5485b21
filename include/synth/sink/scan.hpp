// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_SCAN_HPP
#define SYNTH_SINK_SCAN_HPP

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace synth {

namespace detail {
inline constexpr std::uint64_t each_byte = 0x0101'0101'0101'0101U;
inline constexpr std::uint64_t high_bits = 0x8080'8080'8080'8080U;
} // namespace detail

/// Not zero where one of eight bytes is below a limit of at most 128 (Mycroft 1987): bytes of any order.
template<unsigned char Limit>
constexpr std::uint64_t has_byte_below(std::uint64_t word) {
    static_assert(Limit <= 128);
    return (word - detail::each_byte * Limit) & ~word & detail::high_bits;
}

/// Not zero where one of eight bytes is the character: `has_byte(word, ',')`.
constexpr std::uint64_t has_byte(std::uint64_t word, char character) {
    return has_byte_below<1>(word ^ (detail::each_byte * static_cast<unsigned char>(character)));
}

/// Copies a text and tells whether `suspect(word)` was zero for all of its bytes, eight at a time. What lies
/// behind a short text is filled with a byte of it, and nothing behind the text is read or written.
template<typename Suspect>
bool copy_unless(char* out, std::string_view text, Suspect suspect) {
    const std::size_t size = text.size();
    const char* const in = text.data();
    const auto load = [in](std::size_t at) {
        std::uint64_t word;
        std::memcpy(&word, in + at, 8);
        return word;
    };
    if (size >= 8) {
        const std::uint64_t last = load(size - 8);
        std::uint64_t found = suspect(last);
        for (std::size_t at = 0; at + 8 < size; at += 8) {
            const std::uint64_t word = load(at);
            found |= suspect(word);
            std::memcpy(out + at, &word, 8);
        }
        std::memcpy(out + size - 8, &last, 8);
        return found == 0;
    }
    if (size >= 4) {
        std::uint32_t head;
        std::uint32_t tail;
        std::memcpy(&head, in, 4);
        std::memcpy(&tail, in + size - 4, 4);
        std::memcpy(out, &head, 4);
        std::memcpy(out + size - 4, &tail, 4);
        return suspect(std::uint64_t{head} << 32U | tail) == 0;
    }
    if (size == 0) {
        return true;
    }
    const auto byte = [in](std::size_t at) -> std::uint64_t { return static_cast<unsigned char>(in[at]); };
    const std::uint64_t first = byte(0);
    const std::uint64_t middle = byte(size / 2);
    const std::uint64_t last = byte(size - 1);
    out[0] = static_cast<char>(static_cast<unsigned char>(first));
    out[size / 2] = static_cast<char>(static_cast<unsigned char>(middle));
    out[size - 1] = static_cast<char>(static_cast<unsigned char>(last));
    return suspect(first * detail::each_byte) == 0 && suspect(middle * detail::each_byte) == 0 &&
           suspect(last * detail::each_byte) == 0;
}

} // namespace synth

#endif
