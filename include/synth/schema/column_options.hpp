// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_COLUMN_OPTIONS_HPP
#define SYNTH_SCHEMA_COLUMN_OPTIONS_HPP

#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <synth/schema/column_set.hpp>
#include <synth/schema/column_type.hpp>

namespace synth {

/// What the schema says of a column beyond its C++ type.
struct column_facts {
    std::string_view name;
    std::string_view sql_type;       // empty: the spelling that belongs to the C++ type
    std::uint32_t max_length{};      // characters, bytes or bits; 0: no limit
    bool fixed_length{};             // char(n), bit(n)
    std::uint8_t fraction_digits{6}; // of a second
    bool nullable{};
    bool identity{};                      // numbered by the database, from a sequence
    bool computed{};                      // by the database: it is not written
    bool not_written{};                   // nor what the database fills in otherwise
    schema_index computed_from{no_index}; // the column that this is made of
};

/// Whether a column is among those that sinks and loaders write.
[[nodiscard]] constexpr bool is_written(const column_facts& facts) {
    return !facts.computed && !facts.not_written;
}

namespace detail {

// The type of a column's values, or of their elements in an array: what lengths and digits are about.
template<typename Type>
using measured_type =
    value_type_of<std::conditional_t<array_type<value_type_of<Type>>, element_of<value_type_of<Type>>, Type>>;

// A member that is no column is explained by the schema, whatever its options are.
template<typename Type, typename... Allowed>
inline constexpr bool may_measure = !column_type<Type> || (std::same_as<measured_type<Type>, Allowed> || ...);

template<typename Type>
inline constexpr bool has_length = may_measure<Type, std::string, bytes, bit_string>;

template<typename Type>
inline constexpr bool has_fraction =
    may_measure<Type, time_of_day, time_of_day_tz, timestamp, timestamp_tz, interval>;

template<typename Type>
inline constexpr bool has_numbers =
    !column_type<Type> || std::same_as<value_type_of<Type>, std::int16_t> ||
    std::same_as<value_type_of<Type>, std::int32_t> || std::same_as<value_type_of<Type>, std::int64_t>;

} // namespace detail

// `suits<Type>` says whether an option has a meaning for a member, and if not, the compiler says why.

struct max_length_option {
    std::uint32_t length;

    template<typename Type>
    static consteval bool suits() {
        static_assert(detail::has_length<Type>,
                      "synth: a column with max_length must hold text, bytes or bits; remove max_length, or "
                      "change the member");
        return detail::has_length<Type>;
    }
    constexpr void apply(column_facts& facts) const { facts.max_length = length; }
};

struct fixed_length_option {
    std::uint32_t length;

    template<typename Type>
    static consteval bool suits() {
        static_assert(detail::has_length<Type>,
                      "synth: a column with fixed_length must hold text, bytes or bits; remove fixed_length, "
                      "or change the member");
        return detail::has_length<Type>;
    }
    constexpr void apply(column_facts& facts) const {
        facts.max_length = length;
        facts.fixed_length = true;
    }
};

struct fraction_digits_option {
    std::uint8_t digits;

    template<typename Type>
    static consteval bool suits() {
        static_assert(detail::has_fraction<Type>,
                      "synth: a column with fraction_digits must hold a time, a timestamp or an interval; "
                      "remove fraction_digits, or change the member");
        return detail::has_fraction<Type>;
    }
    constexpr void apply(column_facts& facts) const { facts.fraction_digits = digits; }
};

struct identity_option {
    template<typename Type>
    static consteval bool suits() {
        static_assert(detail::has_numbers<Type>,
                      "synth: a column with identity must hold an integer; remove identity, or change the "
                      "member");
        return detail::has_numbers<Type>;
    }
    static constexpr void apply(column_facts& facts) { facts.identity = true; }
};

struct not_written_option {
    static constexpr void apply(column_facts& facts) { facts.not_written = true; }
};

struct sql_type_option {
    std::string_view name;
    constexpr void apply(column_facts& facts) const { facts.sql_type = name; }
};

/// The most characters, bytes or bits of a value, as in varchar(16): `max_length(16)`.
[[nodiscard]] constexpr max_length_option max_length(std::uint32_t length) { return {length}; }

/// The exact number of characters, bytes or bits of each value, as in char(2): `fixed_length(2)`.
[[nodiscard]] constexpr fixed_length_option fixed_length(std::uint32_t length) { return {length}; }

/// The digits behind the second that the database keeps, as in timestamp(3): `fraction_digits(3)`.
[[nodiscard]] constexpr fraction_digits_option fraction_digits(std::uint8_t digits) { return {digits}; }

/// The column is numbered by the database (serial, identity); its sequence is set past the values after a
/// load.
[[nodiscard]] constexpr identity_option identity() { return {}; }

/// The database fills the column by itself, with the value that rows have: sinks and loaders leave it out.
/// Its member stands behind those that are written.
[[nodiscard]] constexpr not_written_option not_written() { return {}; }

/// The type in the database where it differs from the one that belongs to the C++ type: `sql_type("citext")`.
[[nodiscard]] constexpr sql_type_option sql_type(std::string_view name) { return {name}; }

/// An option that states a fact, not how values are made.
template<typename Option>
concept fact_option = requires(const Option& option, column_facts& facts) { option.apply(facts); };

} // namespace synth

#endif
