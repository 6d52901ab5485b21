// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_COLUMN_OPTIONS_HPP
#define SYNTH_SCHEMA_COLUMN_OPTIONS_HPP

#include <cstdint>
#include <string_view>

#include <synth/schema/description.hpp>

namespace synth {

/// What the schema says of a column beyond its C++ type.
struct column_facts {
    std::string_view name;
    std::string_view sql_type;       // empty: the spelling that belongs to the C++ type
    std::uint32_t max_length{};      // characters, bytes or bits; 0: no limit
    bool fixed_length{};             // char(n), bit(n)
    std::uint8_t fraction_digits{6}; // of a second
    bool nullable{};
    bool identity{}; // numbered by the database, from a sequence
};

struct max_length_option {
    std::uint32_t length;
    constexpr void apply(column_facts& facts) const { facts.max_length = length; }
};

struct fixed_length_option {
    std::uint32_t length;
    constexpr void apply(column_facts& facts) const {
        facts.max_length = length;
        facts.fixed_length = true;
    }
};

struct fraction_digits_option {
    std::uint8_t digits;
    constexpr void apply(column_facts& facts) const { facts.fraction_digits = digits; }
};

struct identity_option {
    static constexpr void apply(column_facts& facts) { facts.identity = true; }
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

/// The type in the database where it differs from the one that belongs to the C++ type: `sql_type("citext")`.
[[nodiscard]] constexpr sql_type_option sql_type(std::string_view name) { return {name}; }

/// An option that states a fact, not how values are made.
template<typename Option>
concept fact_option = requires(const Option& option, column_facts& facts) { option.apply(facts); };

} // namespace synth

#endif
