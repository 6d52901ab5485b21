// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_COMPOSITE_HPP
#define SYNTH_SCHEMA_COMPOSITE_HPP

#include <cstdint>
#include <optional>
#include <tuple>

#include <synth/core/fixed_string.hpp>

namespace synth {

/// An attribute of a composite type that has a length or digits of a second: `attribute<std::string, 5>` is a
/// varchar(5). Attributes without are written as their type.
template<typename Type, std::uint32_t MaxLength, bool FixedLength = false, std::uint8_t FractionDigits = 6>
struct attribute {
    using type = Type;
    static constexpr std::uint32_t max_length = MaxLength;
    static constexpr bool fixed_length = FixedLength;
    static constexpr std::uint8_t fraction_digits = FractionDigits;
};

/// An attribute that is always NULL: one of a type whose values nobody knows.
struct null_attribute {
    bool operator==(const null_attribute&) const = default;
};

namespace detail {

template<typename Attribute>
struct attribute_value {
    using type = Attribute;
};
template<typename Type, std::uint32_t MaxLength, bool FixedLength, std::uint8_t FractionDigits>
struct attribute_value<attribute<Type, MaxLength, FixedLength, FractionDigits>> {
    using type = Type;
};

} // namespace detail

/// A value of a composite type of SQL, with its attributes in their order, each of which may be NULL:
/// `composite<"price", decimal<10, 2>, std::string>` for CREATE TYPE price AS (amount numeric(10,2), unit
/// text).
template<fixed_string Type, typename... Attributes>
struct composite {
    std::tuple<std::optional<typename detail::attribute_value<Attributes>::type>...> attributes{};

    bool operator==(const composite&) const = default;
};

} // namespace synth

#endif
