// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_DOMAIN_TEXT_HPP
#define SYNTH_GENERATE_DOMAIN_TEXT_HPP

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <synth/generate/domain_number.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/inline_array.hpp>
#include <synth/generate/inline_text.hpp>
#include <synth/schema/bit_string.hpp>
#include <synth/schema/bytes.hpp>
#include <synth/schema/json.hpp>

namespace synth {

namespace detail {

inline constexpr std::uint32_t longest_key = 255;

// How many places a key of text, bytes or bits has, and how many of them count; the others are leading zeros.
struct key_width {
    std::uint32_t width;
    std::uint32_t counting;

    key_width(const column_plan& plan, std::uint32_t useful) {
        if (plan.fixed_length && plan.max_length > longest_key) {
            throw refusal(plan, "a key of a fixed length may have at most " + std::to_string(longest_key) +
                                    " places, not " + std::to_string(plan.max_length) +
                                    "; give the column a key generator of its own");
        }
        const bool limited = plan.max_length != 0 && (plan.fixed_length || plan.max_length < useful);
        width = limited ? plan.max_length : useful;
        counting = width < useful ? width : useful;
    }
};

inline constexpr std::string_view key_letters = "0123456789abcdefghijklmnopqrstuvwxyz";

} // namespace detail

/// Text of one width out of digits and small letters: 12 places, or the column's length if that is shorter or
/// fixed. Neither case nor trailing blanks tell two keys apart, so they stay distinct as citext and char(n)
/// too.
template<>
class domain<std::string> {
public:
    explicit domain(const column_plan& plan) : size_{plan, 12} {
        for (std::uint32_t place = 0; place < size_.counting; ++place) {
            last_ = last_ * base + (base - 1);
        }
    }

    [[nodiscard]] std::uint64_t last() const { return last_; }

    [[nodiscard]] inline_text<detail::longest_key> at(std::uint64_t index) const {
        inline_text<detail::longest_key> text;
        char* const begin = text.end();
        char* out = begin + size_.width;
        text.finish(out);
        // Two halves of 32 bits divide faster than one number of 64, and side by side.
        auto low = static_cast<std::uint32_t>(index % half);
        auto high = static_cast<std::uint32_t>(index / half);
        const std::uint32_t lower_places = std::min(size_.counting, 6U);
        for (std::uint32_t place = 0; place < lower_places; ++place) {
            *--out = detail::key_letters[low % base];
            low /= base;
        }
        for (std::uint32_t place = lower_places; place < size_.counting; ++place) {
            *--out = detail::key_letters[high % base];
            high /= base;
        }
        while (out != begin) {
            *--out = '0';
        }
        return text;
    }

    [[nodiscard]] std::optional<std::uint64_t> index_of(std::string_view text) const {
        if (text.size() != size_.width) {
            return std::nullopt;
        }
        const std::size_t zeros = size_.width - size_.counting;
        std::uint64_t index = 0;
        for (std::size_t place = 0; place < text.size(); ++place) {
            const std::uint64_t digit = digit_of(text[place]);
            if (digit >= base || (place < zeros && digit != 0)) {
                return std::nullopt;
            }
            index = index * base + digit;
        }
        return index;
    }

private:
    static constexpr std::uint32_t base = detail::key_letters.size();
    static constexpr std::uint64_t half = 2'176'782'336; // base^6

    static std::uint64_t digit_of(char letter) {
        if (letter >= '0' && letter <= '9') {
            return static_cast<std::uint64_t>(letter - '0');
        }
        return letter >= 'a' && letter <= 'z' ? static_cast<std::uint64_t>(letter - 'a' + 10) : base;
    }

    detail::key_width size_;
    std::uint64_t last_ = 0; // every place is at its last letter
};

/// Numbers of one width, eight bytes or as many as the column has, most significant first.
template<>
class domain<bytes> {
public:
    explicit domain(const column_plan& plan) : size_{plan, 8} {}

    [[nodiscard]] std::uint64_t last() const { return ~std::uint64_t{0} >> (64 - 8 * size_.counting); }

    [[nodiscard]] inline_array<std::byte, detail::longest_key> at(std::uint64_t index) const {
        inline_array<std::byte, detail::longest_key> value;
        for (std::uint32_t place = size_.width; place-- > 0;) {
            value.append(place < 8 ? static_cast<std::byte>(index >> (8 * place)) : std::byte{0});
        }
        return value;
    }

    [[nodiscard]] std::optional<std::uint64_t> index_of(std::span<const std::byte> value) const {
        if (value.size() != size_.width) {
            return std::nullopt;
        }
        std::uint64_t index = 0;
        for (const std::byte byte : value) {
            if (index >> 56U != 0) {
                return std::nullopt; // a leading byte that is not zero
            }
            index = index << 8U | static_cast<std::uint64_t>(byte);
        }
        return index;
    }

private:
    detail::key_width size_;
};

/// Numbers of one width in binary, 32 bits or as many as the column has.
template<>
class domain<bit_string> {
public:
    explicit domain(const column_plan& plan) : size_{plan, plan.max_length == 0 ? 32U : 64U} {}

    [[nodiscard]] std::uint64_t last() const { return ~std::uint64_t{0} >> (64 - size_.counting); }

    [[nodiscard]] inline_text<detail::longest_key> at(std::uint64_t index) const {
        inline_text<detail::longest_key> digits;
        for (std::uint32_t place = size_.width; place-- > 0;) {
            digits.append(place < 64 && (index >> place & 1U) != 0 ? '1' : '0');
        }
        return digits;
    }

    [[nodiscard]] std::optional<std::uint64_t> index_of(std::string_view digits) const {
        if (digits.size() != size_.width) {
            return std::nullopt;
        }
        std::uint64_t index = 0;
        for (const char digit : digits) {
            if ((digit != '0' && digit != '1') || index >> 63U != 0) {
                return std::nullopt;
            }
            index = index << 1U | static_cast<std::uint64_t>(digit == '1');
        }
        return index;
    }

private:
    detail::key_width size_;
};

/// Documents of one number: {"id": 17}.
template<typename Json>
    requires std::same_as<Json, json> || std::same_as<Json, jsonb>
class domain<Json> {
public:
    explicit domain(const column_plan&) {}

    [[nodiscard]] std::uint64_t last() const { return 999'999'999'999'999'998; }

    [[nodiscard]] inline_text<32> at(std::uint64_t index) const {
        inline_text<32> text;
        text.append(head);
        char digits[most_digits];
        std::size_t first = most_digits;
        for (std::uint64_t rest = index + 1; rest != 0; rest /= 10) {
            digits[--first] = static_cast<char>('0' + rest % 10);
        }
        text.append(std::string_view{digits + first, most_digits - first});
        text.append('}');
        return text;
    }

    [[nodiscard]] std::optional<std::uint64_t> index_of(std::string_view text) const {
        if (!text.starts_with(head) || !text.ends_with('}') || text.size() > head.size() + most_digits + 1) {
            return std::nullopt;
        }
        const std::string_view digits = text.substr(head.size(), text.size() - head.size() - 1);
        std::uint64_t number = 0;
        for (const char digit : digits) {
            if (digit < '0' || digit > '9' || (digit == '0' && number == 0)) {
                return std::nullopt;
            }
            number = number * 10 + static_cast<std::uint64_t>(digit - '0');
        }
        return number == 0 ? std::nullopt : std::optional{number - 1};
    }

private:
    static constexpr std::size_t most_digits = 18;
    static constexpr std::string_view head = "{\"id\": ";
};

} // namespace synth

#endif
