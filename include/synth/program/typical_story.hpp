// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_TYPICAL_STORY_HPP
#define SYNTH_PROGRAM_TYPICAL_STORY_HPP

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <string>
#include <type_traits>

#include <fmt/format.h>

#include <synth/generate/by_type.hpp>
#include <synth/generate/number.hpp>
#include <synth/schema/column_options.hpp>
#include <synth/schema/column_type.hpp>
#include <synth/schema/decimal.hpp>
#include <synth/schema/network.hpp>
#include <synth/schema/temporal.hpp>
#include <synth/schema/uuid.hpp>
#include <synth/sink/text_form.hpp>

namespace synth {
namespace detail {

template<typename Value>
inline constexpr bool is_decimal = false;
template<unsigned Precision, int Scale>
inline constexpr bool is_decimal<decimal<Precision, Scale>> = true;

// A value as a sink would write it.
template<typename Value>
std::string value_text(const Value& value) {
    std::string text(text_form<Value>::bound(value), '\0');
    text.resize(static_cast<std::size_t>(text_form<Value>::write(text.data(), value) - text.data()));
    return text;
}

// "4 to 16 bytes", or "8 bytes" where the length is fixed.
inline std::string length_story(std::uint32_t least, std::uint32_t most, const column_facts& facts,
                                const std::string& things) {
    if (facts.max_length != 0) {
        most = facts.fixed_length ? facts.max_length : std::min(facts.max_length, most);
        least = facts.fixed_length ? most : std::min(least, most);
    }
    return least == most ? fmt::format("{} {}{}", most, things, most == 1 ? "" : "s")
                         : fmt::format("{} to {} {}s", least, most, things);
}

inline std::string text_story(const column_facts& facts) {
    constexpr std::uint32_t shortest_words = 8;
    constexpr std::uint32_t usual = 60;
    if (facts.max_length != 0 && (facts.fixed_length || facts.max_length < shortest_words)) {
        constexpr std::uint32_t most_letters = 255;
        return facts.max_length > most_letters
                   ? fmt::format("words of {} characters in all", facts.max_length)
                   : length_story(1, facts.max_length, facts, "letter");
    }
    return fmt::format("1 to 5 words, {} characters at most",
                       facts.max_length == 0 ? usual : std::min(facts.max_length, usual));
}

template<typename Value>
std::string number_story() {
    if constexpr (std::same_as<Value, bool>) {
        return "true or false, equally often";
    } else if constexpr (std::integral<Value>) {
        if constexpr (sizeof(Value) <= 2) {
            return "uniform 0 to 999";
        } else {
            return sizeof(Value) == 4 ? "uniform 0 to 99,999" : "uniform 0 to 999,999";
        }
    } else if constexpr (std::floating_point<Value>) {
        return "uniform 0 to 1,000 in steps of 1/64";
    } else if constexpr (is_decimal<Value>) {
        return "uniform 0 to " + value_text(nearest_number<Value>({10'000, 0}));
    } else {
        return fmt::format("one of its {} labels, equally often", label_count<Value>);
    }
}

template<typename Value>
std::string temporal_story() {
    if constexpr (std::same_as<Value, date>) {
        return "a day of the ten years before --now";
    } else if constexpr (std::same_as<Value, timestamp> || std::same_as<Value, timestamp_tz>) {
        return "a moment of the ten years before --now";
    } else if constexpr (std::same_as<Value, interval>) {
        return "up to 30 days and a time below a day";
    } else {
        return "a time of the day";
    }
}

template<typename Value>
std::string other_story() {
    if constexpr (std::same_as<Value, uuid>) {
        return "random, version 4";
    } else if constexpr (std::same_as<Value, inet>) {
        return "addresses in 10.0.0.0/8";
    } else if constexpr (std::same_as<Value, cidr>) {
        return "networks of 256 addresses in 10.0.0.0/8";
    } else if constexpr (std::same_as<Value, macaddr> || std::same_as<Value, macaddr8>) {
        return "locally administered addresses";
    } else if constexpr (std::same_as<Value, json> || std::same_as<Value, jsonb>) {
        return "small documents with a number and a word";
    } else if constexpr (requires(const Value& value) { value.lower_inclusive; }) {
        return "from a typical value on, never empty";
    } else if constexpr (requires(const Value& value) { value.ranges; }) {
        return "1 or 2 typical ranges";
    } else if constexpr (requires(const Value& value) { value.attributes; }) {
        return "rows of typical values";
    } else if constexpr (is_sql_value<Value>) {
        return kind_of_sql_value<Value> == sql_kind::other
                   ? "small numbers, for want of anything known of the type"
                   : "typical values of the type";
    } else {
        return "typical values";
    }
}

} // namespace detail

/// What synth::by_type makes for a column, in words: "1 to 5 words, 60 characters at most", "uniform 0 to
/// 99,999". The facts are the column's, for its length.
template<typename Value>
[[nodiscard]] std::string typical_story(const column_facts& facts) {
    if constexpr (array_type<Value>) {
        column_facts element = facts;
        if (!facts.fixed_length) { // as typical<Array> does
            element.max_length = facts.max_length == 0 ? 12U : std::min(facts.max_length, 12U);
        }
        return "0 to 4 elements: " + typical_story<value_type_of<element_of<Value>>>(element);
    } else if constexpr (std::is_arithmetic_v<Value> || detail::is_decimal<Value> || labelled_enum<Value>) {
        return detail::number_story<Value>();
    } else if constexpr (std::same_as<Value, std::string>) {
        return detail::text_story(facts);
    } else if constexpr (std::same_as<Value, bytes>) {
        return detail::length_story(4, 16, facts, "byte");
    } else if constexpr (std::same_as<Value, bit_string>) {
        return detail::length_story(1, 16, facts, "bit");
    } else if constexpr (std::same_as<Value, date> || std::same_as<Value, timestamp> ||
                         std::same_as<Value, timestamp_tz> || std::same_as<Value, interval> ||
                         std::same_as<Value, time_of_day> || std::same_as<Value, time_of_day_tz>) {
        return detail::temporal_story<Value>();
    } else {
        return detail::other_story<Value>();
    }
}

} // namespace synth

#endif
