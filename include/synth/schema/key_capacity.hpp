// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_KEY_CAPACITY_HPP
#define SYNTH_SCHEMA_KEY_CAPACITY_HPP

#include <algorithm>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <synth/core/integer.hpp>
#include <synth/schema/column_options.hpp>
#include <synth/schema/column_type.hpp>

namespace synth {

/// More values than any plan has rows; capacities stop there.
inline constexpr std::uint64_t endless_capacity = std::numeric_limits<std::uint64_t>::max();

/// The most kinds of a column that are told apart.
inline constexpr std::uint64_t most_kinds = 64;

/// The product of two capacities, or `endless_capacity`.
[[nodiscard]] constexpr std::uint64_t multiply_capacity(std::uint64_t left, std::uint64_t right) {
    return left != 0 && right > endless_capacity / left ? endless_capacity : left * right;
}

/// `capacity_of_places(36, 2) == 1296`: the texts of so many places.
[[nodiscard]] constexpr std::uint64_t capacity_of_places(std::uint64_t letters, std::uint32_t places) {
    std::uint64_t capacity = 1;
    for (std::uint32_t place = 0; place < places; ++place) {
        capacity = multiply_capacity(capacity, letters);
    }
    return capacity;
}

/// The ticks of a second that a column's fraction digits tell apart: 1000 for timestamp(3).
[[nodiscard]] constexpr std::uint64_t ticks_per_second(const column_facts& facts) {
    return capacity_of_places(10, std::min<std::uint32_t>(facts.fraction_digits, 6));
}

/// How many distinct values keys of a type are made of, at most: what `domain<Value>` of generate/domain.hpp
/// will number when a dataset is planned. 0 where the type has no keys.
template<typename Type>
[[nodiscard]] constexpr std::uint64_t key_capacity(const column_facts& facts) {
    using value = value_type_of<Type>;
    constexpr std::uint64_t seconds_per_day = 86'400;
    const auto places = [&](std::uint32_t useful) {
        return facts.max_length == 0 ? useful : std::min(facts.max_length, useful);
    };
    if constexpr (array_type<value>) {
        return key_capacity<element_of<value>>(facts);
    } else if constexpr (detail::is_sql_value<value>) {
        return key_capacity_of(detail::kind_of_sql_value<value>);
    } else if constexpr (requires(value one) { one.attributes; }) {
        return 0; // PostgreSQL compares composites, synth makes no keys of them
    } else if constexpr (requires { typename detail::range_element<value>; }) {
        // Slots of one place each, the last of which has no room behind it.
        return key_capacity<detail::range_element<value>>(facts) - 1;
    } else if constexpr (std::is_same_v<value, bool>) {
        return 2;
    } else if constexpr (labelled_enum<value>) {
        return labels<value>.size();
    } else if constexpr (std::is_integral_v<value>) {
        return static_cast<std::uint64_t>(std::numeric_limits<value>::max());
    } else if constexpr (std::is_floating_point_v<value>) {
        return std::uint64_t{1} << static_cast<unsigned>(std::numeric_limits<value>::digits);
    } else if constexpr (requires { value::precision; }) {
        return value::precision >= 19
                   ? endless_capacity >> 1U
                   : capacity_of_places(10, static_cast<std::uint32_t>(value::precision)) - 1;
    } else if constexpr (std::is_same_v<value, std::string>) {
        return capacity_of_places(36, places(12));
    } else if constexpr (std::is_same_v<value, bytes>) {
        return capacity_of_places(256, places(8));
    } else if constexpr (std::is_same_v<value, bit_string>) {
        return capacity_of_places(2, facts.max_length == 0 ? 32 : places(64));
    } else if constexpr (std::is_same_v<value, date>) {
        return 3'652'059; // the years 1 to 9999
    } else if constexpr (std::is_same_v<value, timestamp> || std::is_same_v<value, timestamp_tz>) {
        return 24'472 * seconds_per_day * ticks_per_second(facts); // the days of 1971 to 2037
    } else if constexpr (std::is_same_v<value, time_of_day> || std::is_same_v<value, time_of_day_tz>) {
        return seconds_per_day * ticks_per_second(facts);
    } else if constexpr (std::is_same_v<value, interval>) {
        return 10'000 * seconds_per_day * ticks_per_second(facts);
    } else if constexpr (std::is_same_v<value, uuid>) {
        return std::uint64_t{1} << 62U;
    } else if constexpr (std::is_same_v<value, inet> || std::is_same_v<value, cidr>) {
        return 0xdf00'0000U; // the hosts of 1.0.0.0 to 223.255.255.255
    } else if constexpr (std::is_same_v<value, macaddr>) {
        return std::uint64_t{1} << 40U;
    } else if constexpr (std::is_same_v<value, macaddr8>) {
        return std::uint64_t{1} << 56U;
    } else {
        return 999'999'999'999'999'999; // a number in a document
    }
}

} // namespace synth

#endif
