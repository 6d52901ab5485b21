// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_LITERAL_HPP
#define SYNTH_GENERATE_LITERAL_HPP

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include <synth/generate/generator.hpp>
#include <synth/generate/number.hpp>
#include <synth/generate/parameter.hpp>
#include <synth/generate/text_of.hpp>
#include <synth/schema/bit_string.hpp>
#include <synth/schema/enumeration.hpp>

namespace synth {

namespace detail {

template<typename Value>
inline constexpr bool is_text = std::same_as<view_of<Value>, std::string_view>;

template<typename Literal>
struct held_literal {
    using type = Literal;
};
template<>
struct held_literal<const char*> {
    using type = std::string_view;
};
template<>
struct held_literal<char*> {
    using type = std::string_view;
};

[[nodiscard]] constexpr std::size_t count_characters(std::string_view utf8) {
    std::size_t count = 0;
    for (const char byte : utf8) {
        count += (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U ? 1U : 0U;
    }
    return count;
}

inline void require_length(std::string_view value, bool exact, const column_plan& plan) {
    const std::size_t length = count_characters(value);
    if (plan.max_length != 0 && (length > plan.max_length || (exact && length != plan.max_length))) {
        throw refusal(plan, "the value \"" + std::string{value} + "\" has length " + std::to_string(length) +
                                ", but the column's is " + std::to_string(plan.max_length) +
                                "; change the value or the length");
    }
}

} // namespace detail

/// How a description keeps a value that the user writes: string literals as std::string_view, so that
/// descriptions can be constexpr.
template<typename Literal>
using literal = typename detail::held_literal<std::decay_t<Literal>>::type;

/// Values that a user may write for a column: its own type and what converts to it, any number for a number,
/// a label for an enumeration, a string for every kind of text.
template<typename Literal, typename Value>
concept literal_for =
    (detail::is_text<Value> && std::convertible_to<const Literal&, std::string_view>) ||
    (number<Value> && number_parameter<Literal>) ||
    (labelled_enum<Value> && std::convertible_to<const Literal&, std::string_view>) ||
    std::same_as<Literal, Value> ||
    (!number<Value> && !detail::is_text<Value> && std::convertible_to<const Literal&, Value>);

/// The value as the column's generator keeps it: text as it is, everything else as a `Value`; refused if it
/// does not fit.
template<typename Value, literal_for<Value> Literal>
[[nodiscard]] auto bind_literal(const Literal& value, const column_plan& plan) {
    if constexpr (detail::is_text<Value> && std::convertible_to<const Literal&, std::string_view>) {
        detail::require_length(value, std::same_as<Value, bit_string> && plan.fixed_length, plan);
        return value;
    } else if constexpr (number<Value>) {
        return exact_parameter<Value>(value, plan);
    } else if constexpr (labelled_enum<Value> && std::convertible_to<const Literal&, std::string_view>) {
        for (std::size_t index = 0; index < label_count<Value>; ++index) {
            if (labels<Value>[index] == std::string_view{value}) {
                return static_cast<Value>(index);
            }
        }
        throw refusal(plan, "\"" + text_of(value) + "\" is no label of the column's enumeration");
    } else {
        return static_cast<Value>(value);
    }
}

/// How a bound generator shows a kept value.
template<typename Value, typename Held>
[[nodiscard]] view_of<Value> show_literal(const Held& held) {
    if constexpr (std::convertible_to<const Held&, view_of<Value>>) {
        return held;
    } else {
        return as_view(held);
    }
}

} // namespace synth

#endif
