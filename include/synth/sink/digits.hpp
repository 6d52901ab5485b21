// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_DIGITS_HPP
#define SYNTH_SINK_DIGITS_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include <synth/core/big_endian.hpp>
#include <synth/core/integer.hpp>
#include <synth/core/wide_integer.hpp>

namespace synth {

namespace detail {

// "0000" to "9999", put together by the preprocessor: a loop of the compiler's costs each including file 0.1
// s (docs/design/compile_time.md).
// clang-format off: it moves the calls on every run
#define SYNTH_DIGITS_1(p) p "0" p "1" p "2" p "3" p "4" p "5" p "6" p "7" p "8" p "9"
#define SYNTH_DIGITS_2(p) SYNTH_DIGITS_1(p "0") SYNTH_DIGITS_1(p "1") SYNTH_DIGITS_1(p "2") SYNTH_DIGITS_1(p "3") \
    SYNTH_DIGITS_1(p "4") SYNTH_DIGITS_1(p "5") SYNTH_DIGITS_1(p "6") SYNTH_DIGITS_1(p "7") SYNTH_DIGITS_1(p "8") \
    SYNTH_DIGITS_1(p "9")
#define SYNTH_DIGITS_3(p) SYNTH_DIGITS_2(p "0") SYNTH_DIGITS_2(p "1") SYNTH_DIGITS_2(p "2") SYNTH_DIGITS_2(p "3") \
    SYNTH_DIGITS_2(p "4") SYNTH_DIGITS_2(p "5") SYNTH_DIGITS_2(p "6") SYNTH_DIGITS_2(p "7") SYNTH_DIGITS_2(p "8") \
    SYNTH_DIGITS_2(p "9")
// clang-format on
inline constexpr char four_digits[] = // NOLINT(*-avoid-c-arrays): a literal is one
    SYNTH_DIGITS_3("0") SYNTH_DIGITS_3("1") SYNTH_DIGITS_3("2") SYNTH_DIGITS_3("3") SYNTH_DIGITS_3("4")
        SYNTH_DIGITS_3("5") SYNTH_DIGITS_3("6") SYNTH_DIGITS_3("7") SYNTH_DIGITS_3("8") SYNTH_DIGITS_3("9");
static_assert(sizeof(four_digits) == 4 * 10'000 + 1);

#undef SYNTH_DIGITS_3
#undef SYNTH_DIGITS_2
#undef SYNTH_DIGITS_1

// How many digits each of these numbers has without leading zeros, one byte each.
#define SYNTH_TIMES_10(text) text text text text text text text text text text
inline constexpr char digit_counts[] = // NOLINT(*-avoid-c-arrays)
    SYNTH_TIMES_10("\1") SYNTH_TIMES_10("\2\2\2\2\2\2\2\2\2")
        SYNTH_TIMES_10(SYNTH_TIMES_10("\3\3\3\3\3\3\3\3\3"))
            SYNTH_TIMES_10(SYNTH_TIMES_10(SYNTH_TIMES_10("\4\4\4\4\4\4\4\4\4")));
static_assert(sizeof(digit_counts) == 10'000 + 1);
#undef SYNTH_TIMES_10

} // namespace detail

/// The text of a number below 10'000 with leading zeros: `four_digits_of(42)` points at "0042".
inline const char* four_digits_of(std::size_t value) { return detail::four_digits + 4 * value; }

/// Writes the last two digits of a number below 100.
inline char* write_two_digits(char* out, std::size_t value) {
    std::memcpy(out, four_digits_of(value) + 2, 2);
    return out + 2;
}

/// Writes a number below 10^Digits with leading zeros, Digits up to 19; overwrites three bytes more.
template<unsigned Digits>
char* write_padded(char* out, std::uint64_t value) {
    static_assert(Digits <= 19);
    if constexpr (Digits > 4) {
        out = write_padded<Digits - 4>(out, value / 10'000);
        std::memcpy(out, four_digits_of(value % 10'000), 4);
        return out + 4;
    } else {
        std::memcpy(out, four_digits_of(value) + (4 - Digits), Digits == 0 ? 0 : 4);
        return out + Digits;
    }
}

/// The most bytes `write_unsigned` and `write_signed` touch for 64 bits: 20 digits or a sign and 19, and
/// three more.
inline constexpr std::size_t integer_bound = 24;

namespace detail {

// A number below 10'000, without a branch: how many digits there are is as good as random in most columns.
[[gnu::always_inline]] inline char* write_up_to_four(char* out, std::uint64_t value) {
    const auto digits = static_cast<std::size_t>(static_cast<unsigned char>(digit_counts[value]));
    // Skipping the leading zeros reads into the next entry, which exists: fewer digits mean a lower index.
    std::memcpy(out, four_digits_of(value) + (4 - digits), 4);
    return out + digits;
}

[[gnu::always_inline]] inline char* write_up_to_eight(char* out, std::uint64_t value) {
    if (value < 10'000) {
        return write_up_to_four(out, value);
    }
    out = write_up_to_four(out, value / 10'000);
    return write_padded<4>(out, value % 10'000);
}

inline char* write_many(char* out, std::uint64_t value) {
    constexpr std::uint64_t eight = 100'000'000;
    if (value >= eight * eight) {
        out = write_up_to_four(out, value / (eight * eight));
        return write_padded<16>(out, value % (eight * eight));
    }
    out = write_up_to_eight(out, value / eight);
    return write_padded<8>(out, value % eight);
}

// One that is negative or has many digits; a call, so that the many numbers that are neither are written
// where they are made.
[[gnu::noinline]] inline char* write_any_signed(char* out, std::int64_t value) {
    *out = '-'; // overwritten by the first digit of a number that is not negative
    out += value < 0 ? 1 : 0;
    const auto bits = static_cast<std::uint64_t>(value);
    const std::uint64_t magnitude = value < 0 ? 0 - bits : bits;
    return magnitude < 100'000'000 ? write_up_to_eight(out, magnitude) : write_many(out, magnitude);
}

} // namespace detail

/// Writes a number without leading zeros: `write_unsigned(out, 42)` writes "42"; overwrites three bytes more.
[[gnu::always_inline]] inline char* write_unsigned(char* out, std::uint64_t value) {
    return value < 100'000'000 ? detail::write_up_to_eight(out, value) : detail::write_many(out, value);
}

/// Writes a number with its sign: the lowest one too.
[[gnu::always_inline]] inline char* write_signed(char* out, std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    return bits < 100'000'000 ? detail::write_up_to_eight(out, bits) : detail::write_any_signed(out, value);
}

/// Writes all `Digits` digits of a 128-bit number, zeros in front; overwrites three bytes more.
template<unsigned Digits>
char* write_all_digits(char* out, uint128 value) {
    constexpr std::uint64_t billion_squared = 1'000'000'000'000'000'000;
    if constexpr (Digits > 18) {
        out = write_all_digits<Digits - 18>(out, value / billion_squared);
        return write_padded<18>(out, static_cast<std::uint64_t>(value % billion_squared));
    } else {
        return write_padded<Digits>(out, static_cast<std::uint64_t>(value));
    }
}

/// Writes all `Digits` digits of a wide number that is not negative, zeros in front; overwrites three bytes
/// more.
template<unsigned Digits, std::size_t Limbs>
char* write_all_digits(char* out, const wide_integer<Limbs>& value) {
    constexpr std::uint64_t billion_squared = 1'000'000'000'000'000'000;
    std::array<std::uint64_t, (Digits + 17) / 18> pieces{};
    wide_integer<Limbs> rest = value;
    for (std::size_t index = pieces.size(); index-- > 0;) {
        pieces[index] = rest.divide(billion_squared);
    }
    out = write_padded<Digits - (pieces.size() - 1) * 18>(out, pieces[0]);
    for (std::size_t index = 1; index < pieces.size(); ++index) {
        out = write_padded<18>(out, pieces[index]);
    }
    return out;
}

/// Eight lower-case hexadecimal digits, the first in the highest byte: `hexadecimal_digits(0x1f)` holds
/// "0000001f".
constexpr std::uint64_t hexadecimal_digits(std::uint32_t value) {
    // Each nibble moves to its own byte; those of ten and more get the distance from '9' + 1 to 'a'.
    std::uint64_t nibbles = value;
    nibbles = (nibbles | nibbles << 16U) & 0x0000'ffff'0000'ffffU;
    nibbles = (nibbles | nibbles << 8U) & 0x00ff'00ff'00ff'00ffU;
    nibbles = (nibbles | nibbles << 4U) & 0x0f0f'0f0f'0f0f'0f0fU;
    const std::uint64_t letters = ((nibbles + 0x0606'0606'0606'0606U) >> 4U) & 0x0101'0101'0101'0101U;
    return nibbles + 0x3030'3030'3030'3030U + letters * ('a' - '0' - 10);
}

/// Writes eight lower-case hexadecimal digits: `write_hexadecimal(out, 0xdeadbeef)`.
inline char* write_hexadecimal(char* out, std::uint32_t value) {
    // Two halves: g++ 12 merges a loop of four byte stores into one, but not a loop of eight.
    const std::uint64_t digits = hexadecimal_digits(value);
    out = store_big_endian(out, static_cast<std::uint32_t>(digits >> 32U));
    return store_big_endian(out, static_cast<std::uint32_t>(digits));
}

/// Writes a byte as two lower-case hexadecimal digits.
inline char* write_hexadecimal_byte(char* out, std::uint8_t value) {
    constexpr const char* digits = "0123456789abcdef";
    out[0] = digits[value >> 4U];
    out[1] = digits[value & 15U];
    return out + 2;
}

} // namespace synth

#endif
