// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_BINARY_FORM_HPP
#define SYNTH_SINK_BINARY_FORM_HPP

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include <synth/core/big_endian.hpp>
#include <synth/schema/column_type.hpp>
#include <synth/sink/form.hpp>
#include <synth/sink/number_binary.hpp>
#include <synth/sink/range_binary.hpp>
#include <synth/sink/string_binary.hpp>
#include <synth/sink/temporal_binary.hpp>

namespace synth {

/// Whether binary COPY can carry a type: every column type but `sql_value`, composites, and arrays of these.
template<typename Type>
concept has_binary_form = column_type<Type> && requires { binary_form<value_type_of<Type>>::fixed_size; };

/// The bytes of a length in front of a binary value.
inline constexpr std::size_t binary_length_size = 4;

/// Writes the length of a binary value, then the value.
template<column_type Type>
char* write_with_length(char* out, const view_of<Type>& value) {
    using form = binary_form<value_type_of<Type>>;
    char* const payload = out + binary_length_size;
    if constexpr (form::fixed_size != 0) {
        store_big_endian(out, static_cast<std::uint32_t>(form::fixed_size));
        return form::write(payload, value);
    } else {
        char* const end = form::write(payload, value);
        store_big_endian(out, static_cast<std::uint32_t>(end - payload));
        return end;
    }
}

/// Writes the length that stands for NULL, -1.
inline char* write_null_length(char* out) { return store_big_endian(out, ~std::uint32_t{}); }

namespace detail {

// PostgreSQL 14 and later compare an array's element type with the column's only where both are built-in,
// which ends at 9999, and else take the column's. Enumerations have no number before they exist, and a
// std::string may be text, varchar or citext and a bit_string bit or varbit, and a range may be a user's own:
// all of these send a number that is no type.
inline constexpr std::uint32_t no_type = 0xffff'ffff;

template<typename Element>
inline constexpr std::uint32_t array_element_type =
    sql_type_oid<Element> == 0 || std::same_as<Element, std::string> || std::same_as<Element, bit_string>
        ? no_type
        : sql_type_oid<Element>;

} // namespace detail

/// One dimension from index 1, the element type's number, then each element with its length.
template<array_type Array>
    requires has_binary_form<value_type_of<element_of<Array>>>
struct binary_form<Array> {
    using element = element_of<Array>;
    using value = value_type_of<element>;

    static constexpr std::size_t fixed_size = 0;

    static std::size_t bound(std::span<const element> values) {
        std::size_t total = 20;
        for (const element& each : values) {
            total += binary_length_size;
            if constexpr (nullable<element>) {
                total += each ? binary_form<value>::bound(element_view(*each)) : 0;
            } else {
                total += binary_form<value>::bound(element_view(each));
            }
        }
        return total + 16; // an element may overwrite more than its own bytes
    }

    static char* write(char* out, std::span<const element> values) {
        bool nulls = false;
        if constexpr (nullable<element>) {
            for (const element& each : values) {
                nulls = nulls || !each;
            }
        }
        out = store_big_endian(out, std::uint32_t{values.empty() ? 0U : 1U});
        out = store_big_endian(out, std::uint32_t{nulls ? 1U : 0U});
        out = store_big_endian(out, detail::array_element_type<value>);
        if (values.empty()) {
            return out;
        }
        out = store_big_endian(out, static_cast<std::uint32_t>(values.size()));
        out = store_big_endian(out, std::uint32_t{1});
        for (const element& each : values) {
            if constexpr (nullable<element>) {
                out = each ? write_with_length<value>(out, element_view(*each)) : write_null_length(out);
            } else {
                out = write_with_length<value>(out, element_view(each));
            }
        }
        return out;
    }

private:
    static view_of<value> element_view(const value& each) { return as_view(each); }
};

} // namespace synth

#endif
