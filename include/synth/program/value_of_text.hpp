// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_VALUE_OF_TEXT_HPP
#define SYNTH_PROGRAM_VALUE_OF_TEXT_HPP

#include <algorithm>
#include <array>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <synth/core/integer.hpp>
#include <synth/program/moment_of_text.hpp>
#include <synth/schema/column_type.hpp>

#include <arpa/inet.h>

namespace synth {
namespace detail {

// The bytes that hexadecimal digits stand for, two a byte; nothing where something else is among them.
inline std::optional<std::string> bytes_of_digits(std::string_view digits) {
    std::string all;
    for (std::size_t place = 0; place < digits.size(); place += 2) {
        unsigned byte = 0;
        const char* first = digits.data() + place;
        const char* last = first + std::min<std::size_t>(2, digits.size() - place);
        if (std::from_chars(first, last, byte, 16).ptr != first + 2) {
            return std::nullopt;
        }
        all += static_cast<char>(static_cast<unsigned char>(byte));
    }
    return all;
}

// A value of so many bytes, written with marks between the digits or without.
template<typename Value>
std::optional<Value> fixed_bytes(std::string_view text, std::string_view marks) {
    std::string digits;
    for (const char letter : text) {
        if (marks.find(letter) == std::string_view::npos) {
            digits += letter;
        }
    }
    Value value{};
    const std::optional<std::string> found = bytes_of_digits(digits);
    if (!found || found->size() != value.bytes.size()) {
        return std::nullopt;
    }
    std::ranges::transform(*found, value.bytes.begin(),
                           [](char byte) { return static_cast<std::uint8_t>(byte); });
    return value;
}

// "12.50" exactly, or nothing.
template<typename Decimal>
std::optional<Decimal> decimal_of_text(std::string_view text) {
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative || text.starts_with('+') ? 1 : 0);
    const std::size_t point = std::min(text.find('.'), text.size());
    std::string digits{text.substr(0, point)};
    std::string fraction{text.substr(std::min(point + 1, text.size()))};
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    if ((digits.empty() && fraction.empty()) || !std::ranges::all_of(digits + fraction, is_digit)) {
        return std::nullopt;
    }
    fraction.erase(fraction.find_last_not_of('0') + 1);
    constexpr auto kept = static_cast<std::size_t>(std::max(Decimal::scale, 0));
    constexpr auto cut = static_cast<std::size_t>(std::max(-Decimal::scale, 0));
    if (fraction.size() > kept) {
        return std::nullopt;
    }
    digits += fraction + std::string(kept - fraction.size(), '0');
    digits.erase(0, digits.find_first_not_of('0'));
    const std::size_t whole = digits.find_last_not_of('0') + 1; // without the zeros at the end
    if (whole > digits.size() - std::min(cut, digits.size())) {
        return std::nullopt;
    }
    digits.resize(digits.size() - std::min(cut, digits.size()));
    if (digits.size() > Decimal::precision) {
        return std::nullopt;
    }
    typename Decimal::storage units{};
    for (const char digit : digits) {
        if constexpr (any_integer<typename Decimal::storage>) {
            units = static_cast<typename Decimal::storage>(units * 10 + (digit - '0'));
        } else {
            units.multiply_add(10, static_cast<unsigned>(digit - '0'));
        }
    }
    const Decimal value = Decimal::from_units(units);
    return negative ? -value : value;
}

template<typename Number>
std::optional<Number> number_of_text(std::string_view text) {
    Number number{};
    const char* last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, number);
    return error == std::errc{} && end == last ? std::optional{number} : std::nullopt;
}

// An address with its prefix, as "10.0.0.1" or "2001:db8::/32".
template<typename Value>
std::optional<Value> address_of_text(std::string_view text) {
    const std::size_t slash = std::min(text.find('/'), text.size());
    const std::string address{text.substr(0, slash)};
    const bool six = address.find(':') != std::string::npos;
    Value value{};
    value.family = six ? 6 : 4;
    const unsigned most = six ? 128 : 32;
    unsigned prefix = most;
    const bool stated = slash < text.size();
    if (stated) {
        const std::optional<unsigned> number = number_of_text<unsigned>(text.substr(slash + 1));
        if (!number) {
            return std::nullopt;
        }
        prefix = *number;
    }
    if (prefix > most || address.find('\0') != std::string::npos ||
        ::inet_pton(six ? AF_INET6 : AF_INET, address.c_str(), value.address.data()) != 1) {
        return std::nullopt;
    }
    value.prefix = static_cast<std::uint8_t>(prefix);
    return value;
}

// from_chars of libc++ 19 reads no floating-point numbers.
template<typename Real>
std::optional<Real> real_of_text(const std::string& text) {
    for (const std::string_view name : {"NaN", "Infinity", "-Infinity", "Inf", "-Inf"}) {
        if (text == name) {
            const Real sign = name.front() == '-' ? Real{-1} : Real{1};
            return name == "NaN" ? std::numeric_limits<Real>::quiet_NaN()
                                 : sign * std::numeric_limits<Real>::infinity();
        }
    }
    char* end = nullptr;
    const bool plain = !text.empty() && text.find_first_not_of("+-.0123456789eE") == std::string::npos;
    const double number = std::strtod(text.c_str(), &end);
    const bool whole = plain && end == text.c_str() + text.size() &&
                       number <= std::numeric_limits<Real>::max() &&
                       number >= std::numeric_limits<Real>::lowest();
    return whole ? std::optional{static_cast<Real>(number)} : std::nullopt;
}

} // namespace detail

/// A value that a database or a CSV file shows as text, in the spelling that synth writes and PostgreSQL
/// shows with DateStyle ISO, TimeZone UTC: `value_of_text<date>("2025-06-30")`. Nothing where the text is no
/// value of the type, or the type is none that is read: intervals, timetz, ranges, arrays, composites.
template<column_type Value>
    requires(!nullable<Value>)
[[nodiscard]] std::optional<Value> value_of_text(std::string_view text) {
    if constexpr (std::same_as<Value, bool>) {
        const bool yes = text == "t" || text == "true" || text == "1";
        return yes || text == "f" || text == "false" || text == "0" ? std::optional{yes} : std::nullopt;
    } else if constexpr (std::integral<Value>) {
        return detail::number_of_text<Value>(text);
    } else if constexpr (std::floating_point<Value>) {
        return detail::real_of_text<Value>(std::string{text});
    } else if constexpr (is_decimal<Value>) {
        return detail::decimal_of_text<Value>(text);
    } else if constexpr (std::same_as<Value, bit_string>) {
        const bool bits = text.find_first_not_of("01") == std::string_view::npos;
        return bits ? std::optional{Value{std::string{text}}} : std::nullopt;
    } else if constexpr (std::same_as<view_of<Value>, std::string_view>) {
        return from_view<Value>(text);
    } else if constexpr (labelled_enum<Value>) {
        for (std::size_t index = 0; index < label_count<Value>; ++index) {
            if (labels<Value>[index] == text) {
                return static_cast<Value>(index);
            }
        }
        return std::nullopt;
    } else if constexpr (std::same_as<Value, bytes>) {
        const std::optional<std::string> found =
            text.starts_with("\\x") ? detail::bytes_of_digits(text.substr(2)) : std::nullopt;
        if (!found) {
            return std::nullopt;
        }
        bytes value(found->size());
        std::ranges::transform(*found, value.begin(), [](char byte) { return static_cast<std::byte>(byte); });
        return value;
    } else if constexpr (std::same_as<Value, uuid>) {
        return detail::fixed_bytes<uuid>(text, "-");
    } else if constexpr (std::same_as<Value, macaddr> || std::same_as<Value, macaddr8>) {
        return detail::fixed_bytes<Value>(text, ":-");
    } else if constexpr (std::same_as<Value, inet> || std::same_as<Value, cidr>) {
        return detail::address_of_text<Value>(text);
    } else if constexpr (std::same_as<Value, date> || std::same_as<Value, time_of_day> ||
                         std::same_as<Value, timestamp> || std::same_as<Value, timestamp_tz>) {
        return moment_of_text<Value>(text);
    } else {
        return std::nullopt;
    }
}

} // namespace synth

#endif
