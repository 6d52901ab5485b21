// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_AMOUNT_HPP
#define SYNTH_PROGRAM_AMOUNT_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <synth/core/integer.hpp>
#include <synth/program/usage_error.hpp>

namespace synth {

/// A decimal number without rounding: its value is units / 10^places.
struct exact_number {
    std::uint64_t units{};
    unsigned places{};
};

/// Reads "12", "0.25" or "1.5": at most 19 digits and one point between them, no sign.
[[nodiscard]] inline std::optional<exact_number> read_number(std::string_view text) {
    const std::size_t point = text.find('.');
    const std::size_t digits = text.size() - (point == std::string_view::npos ? 0 : 1);
    if (digits == 0 || digits > 19 || point == 0 || point + 1 == text.size()) {
        return std::nullopt;
    }
    exact_number number;
    for (std::size_t index = 0; index < text.size(); ++index) {
        if (index == point) {
            continue;
        }
        if (text[index] < '0' || text[index] > '9') {
            return std::nullopt;
        }
        number.units = number.units * 10 + static_cast<std::uint64_t>(text[index] - '0');
        number.places += point != std::string_view::npos && index > point ? 1U : 0U;
    }
    return number;
}

/// The largest number of rows of a table: the databases count them in 64 bits with a sign.
inline constexpr std::uint64_t most_rows = std::numeric_limits<std::int64_t>::max();

/// A number of rows: `read_amount("1.5M", "--rows") == 1'500'000`; k, M, G, T are powers of 1000, Ki, Mi, Gi,
/// Ti of 1024. Throws for zero, fractions of a row and anything beyond `most_rows`; the message repeats the
/// whole entry, "orders=0", where there is one.
[[nodiscard]] inline std::uint64_t read_amount(std::string_view text, const std::string& option,
                                               std::string_view entry = {}) {
    constexpr std::array<std::pair<char, unsigned>, 4> powers{{{'k', 1}, {'m', 2}, {'g', 3}, {'t', 4}}};
    const auto refuse = [&](const std::string& why) {
        const std::string_view written = entry.empty() ? text : entry;
        return usage_error{option + " " + (written.empty() ? "''" : std::string{written}) + ": " + why};
    };
    std::string_view digits = text;
    const bool binary = digits.ends_with('i');
    if (binary) {
        digits.remove_suffix(1);
    }
    uint128 factor = 1;
    for (const auto& [letter, power] : powers) {
        if (!digits.empty() && (digits.back() | 0x20) == letter) {
            for (unsigned count = 0; count < power; ++count) {
                factor *= binary ? 1024U : 1000U;
            }
            digits.remove_suffix(1);
            break;
        }
    }
    if (digits.starts_with('-')) {
        throw refuse("the number of rows must be at least 1");
    }
    const std::optional<exact_number> number = read_number(digits);
    if (!number || (binary && factor == 1)) {
        const bool long_number =
            !number && !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
        throw refuse(long_number ? "too many rows; the most is " + std::to_string(most_rows)
                                 : "no number of rows; write it like 5000, 10k, 1.5M or 64Ki");
    }
    uint128 rows = factor * number->units;
    for (unsigned place = 0; place < number->places; ++place) {
        if (rows % 10 != 0) {
            throw refuse("part of a row; write a whole number");
        }
        rows /= 10;
    }
    if (rows == 0) {
        throw refuse("the number of rows must be at least 1");
    }
    if (rows > most_rows) {
        throw refuse("too many rows; the most is " + std::to_string(most_rows));
    }
    return static_cast<std::uint64_t>(rows);
}

/// `scaled(1'000, {25, 2}, "orders") == 250`: rounded down, but never to nothing.
[[nodiscard]] inline std::uint64_t scaled(std::uint64_t rows, exact_number factor, const std::string& table) {
    uint128 result = static_cast<uint128>(rows) * factor.units;
    for (unsigned place = 0; place < factor.places; ++place) {
        result /= 10;
    }
    if (result > most_rows) {
        throw usage_error{"--scale: too many rows of " + table + "; the most is " +
                          std::to_string(most_rows)};
    }
    return result == 0 ? 1 : static_cast<std::uint64_t>(result);
}

} // namespace synth

#endif
