// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_STRING_TEXT_HPP
#define SYNTH_SINK_STRING_TEXT_HPP

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

#include <synth/core/big_endian.hpp>
#include <synth/schema/column_type.hpp>
#include <synth/sink/digits.hpp>
#include <synth/sink/form.hpp>

namespace synth {

/// The characters as they are: `std::string`, `json`, `jsonb`, `bit_string` and `sql_value`.
template<typename Text>
    requires std::same_as<Text, std::string> || std::same_as<Text, json> || std::same_as<Text, jsonb> ||
             std::same_as<Text, bit_string> || detail::is_sql_value<Text>
struct text_form<Text> {
    static constexpr bool plain = false;
    static constexpr std::size_t fixed_bound = 0;

    static constexpr std::size_t bound(std::string_view value) { return value.size(); }
    static char* write(char* out, std::string_view value) {
        return copy_bytes(out, value.data(), value.size());
    }
};

/// "\x00ff".
template<>
struct text_form<bytes> {
    static constexpr bool plain = false;
    static constexpr std::size_t fixed_bound = 0;

    static constexpr std::size_t bound(std::span<const std::byte> value) { return 2 + 2 * value.size(); }
    static char* write(char* out, std::span<const std::byte> value) {
        return write_digits(write_literal(out, "\\x"), value);
    }

    /// The hexadecimal digits without the prefix, which needs other escapes in COPY and in arrays.
    static char* write_digits(char* out, std::span<const std::byte> value) {
        const char* in = reinterpret_cast<const char*>(value.data());
        const char* const end = in + value.size();
        for (; end - in >= 4; in += 4) {
            out = write_hexadecimal(out, load_big_endian<std::uint32_t>(in));
        }
        for (; in < end; ++in) {
            out = write_hexadecimal_byte(out, static_cast<std::uint8_t>(*in));
        }
        return out;
    }
};

namespace detail {

// The labels side by side, so that one copy of a constant size writes any of them.
template<typename Enumeration>
struct label_table {
    static constexpr std::size_t longest = [] {
        std::size_t size = missing_label.size();
        for (const std::string_view label : labels<Enumeration>) {
            size = std::max(size, label.size());
        }
        return size;
    }();
    static_assert(longest <= 255, "synth: an enumeration label must have 255 bytes or fewer");

    // Labels that a separator, a quote, a backslash or a control character makes special, or that are empty.
    static constexpr bool plain = [] {
        for (const std::string_view label : labels<Enumeration>) {
            if (label.empty() || std::any_of(label.begin(), label.end(), [](char character) {
                    return static_cast<unsigned char>(character) < ' ' || character == '"' ||
                           character == '\\' || character == ',' || character == ';' || character == '|';
                })) {
                return false;
            }
        }
        return true;
    }();

    struct entry {
        std::array<char, longest> text{};
        std::uint8_t size{}; // PostgreSQL limits a label to 63 bytes
    };

    static constexpr auto entries = [] {
        std::array<entry, label_count<Enumeration> + 1> result{};
        for (std::size_t index = 0; index < result.size(); ++index) {
            const std::string_view label = index < label_count<Enumeration>
                                               ? std::string_view{labels<Enumeration>[index]}
                                               : missing_label;
            result[index].size = static_cast<std::uint8_t>(label.size());
            for (std::size_t at = 0; at < label.size(); ++at) {
                result[index].text[at] = label[at];
            }
        }
        return result;
    }();
};

} // namespace detail

/// The label; "?" for an enumerator without one, which PostgreSQL refuses.
template<labelled_enum Enumeration>
struct text_form<Enumeration> {
    using table = detail::label_table<Enumeration>;

    static constexpr bool plain = table::plain;
    static constexpr std::size_t fixed_bound = table::longest;

    static constexpr std::size_t bound(Enumeration) { return fixed_bound; }
    static char* write(char* out, Enumeration value) {
        const auto index = static_cast<std::uint64_t>(value);
        const auto& entry = table::entries[std::min<std::uint64_t>(index, label_count<Enumeration>)];
        std::memcpy(out, entry.text.data(), table::longest);
        return out + entry.size;
    }
};

} // namespace synth

#endif
