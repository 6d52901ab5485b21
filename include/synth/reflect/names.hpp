// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_REFLECT_NAMES_HPP
#define SYNTH_REFLECT_NAMES_HPP

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include <synth/reflect/fields.hpp>

namespace synth {

namespace detail {

template<typename Row>
struct unconstructed {
    const Row value;
};

#if defined __clang__
#    pragma clang diagnostic push
#    pragma clang diagnostic ignored "-Wundefined-var-template"
#    pragma clang diagnostic ignored "-Wundefined-internal"
#endif

template<typename Row>
extern const unconstructed<Row> instance;

template<typename Field>
struct address_of_field {
    const Field* address;
};

template<typename Field>
address_of_field(const Field*) -> address_of_field<Field>; // clang 16 has no deduction for aggregates

template<typename Row, auto Address>
consteval std::string_view signature() {
    return __PRETTY_FUNCTION__;
}

template<typename Row, std::size_t Index>
consteval std::string_view field_signature() {
    return signature<Row, address_of_field{&boost::pfr::get<Index>(instance<Row>.value)}>();
}

#if defined __clang__
#    pragma clang diagnostic pop
#endif

template<auto Member>
consteval std::string_view member_signature() {
    return __PRETTY_FUNCTION__;
}

template<typename Type>
consteval std::string_view type_signature() {
    return __PRETTY_FUNCTION__;
}

struct name_probe {
    int probed_field;
};

consteval std::size_t length_behind(std::string_view text, std::string_view word) {
    return text.size() - text.rfind(word) - word.size();
}

// How much each signature prints behind the name is measured on a name that is known, so no compiler is named
// here.
inline constexpr std::size_t field_tail = length_behind(field_signature<name_probe, 0>(), "probed_field");
inline constexpr std::size_t member_tail =
    length_behind(member_signature<&name_probe::probed_field>(), "probed_field");
inline constexpr std::size_t type_tail = length_behind(type_signature<name_probe>(), "name_probe");

[[nodiscard]] constexpr bool is_identifier(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '_' || static_cast<unsigned char>(letter) >= 0x80;
}

consteval std::string_view last_identifier(std::string_view text, std::size_t tail) {
    text.remove_suffix(tail);
    std::size_t start = text.size();
    while (start > 0 && is_identifier(text[start - 1])) {
        --start;
    }
    return text.substr(start);
}

// A copy of the name alone, so that the long signature does not stay in the object file.
template<std::size_t Size>
consteval std::array<char, Size + 1> copy_name(std::string_view name) {
    std::array<char, Size + 1> copy{};
    for (std::size_t index = 0; index < Size; ++index) {
        copy[index] = name[index];
    }
    return copy;
}

template<typename Row, std::size_t Index>
inline constexpr auto stored_field_name = [] {
    constexpr std::string_view name = last_identifier(field_signature<Row, Index>(), field_tail);
    return copy_name<name.size()>(name);
}();

template<typename Type>
inline constexpr auto stored_type_name = [] {
    constexpr std::string_view name = last_identifier(type_signature<Type>(), type_tail);
    return copy_name<name.size()>(name);
}();

template<typename Row, std::size_t Index>
consteval std::string_view name_of_field() {
    if constexpr (outline_row<Row>) {
        return name_of_field<outlined_row_of<Row>, Index>();
    } else if constexpr (listed<Row>) {
        return members<Row>.names[Index];
    } else {
        return {stored_field_name<Row, Index>.data(), stored_field_name<Row, Index>.size() - 1};
    }
}

template<typename Row, std::size_t... Indices>
consteval std::array<std::string_view, sizeof...(Indices)> names_of_fields(std::index_sequence<Indices...>) {
    return {name_of_field<Row, Indices>()...};
}

template<typename Row, typename Field>
Row holder(Field Row::*);

} // namespace detail

/// The name of a member, or the name that a member list gives it: `field_name<customer, 0> == "id"`.
template<typename Row, std::size_t Index>
inline constexpr std::string_view field_name = detail::name_of_field<Row, Index>();

/// The names of all members in order.
template<typename Row>
inline constexpr auto field_names =
    detail::names_of_fields<Row>(std::make_index_sequence<field_count<Row>>{});

/// The name of a type without its scope: `type_name<shop::customer> == "customer"`; empty for a template.
template<typename Type>
inline constexpr std::string_view type_name{detail::stored_type_name<Type>.data(),
                                            detail::stored_type_name<Type>.size() - 1};

/// The row that a member belongs to: `row_of_member<&customer::id>` is `customer`.
template<auto Member>
using row_of_member = decltype(detail::holder(Member));

namespace detail {

template<auto Member>
consteval std::size_t find_member() {
    using row_type = row_of_member<Member>;
    if constexpr (listed<row_type>) {
        return index_of_member<Member>(typename std::remove_cvref_t<decltype(members<row_type>)>::set{});
    } else {
        constexpr std::string_view name = last_identifier(member_signature<Member>(), member_tail);
        for (std::size_t index = 0; index < field_count<row_type>; ++index) {
            if (field_names<row_type>[index] == name) {
                return index;
            }
        }
        return field_count<row_type>;
    }
}

} // namespace detail

/// The position of a member in its row: `member_index<&customer::name> == 1`.
template<auto Member>
inline constexpr std::size_t member_index = detail::find_member<Member>();

static_assert(field_name<detail::name_probe, 0> == "probed_field" &&
                  type_name<detail::name_probe> == "name_probe" &&
                  member_index<&detail::name_probe::probed_field> == 0,
              "synth: this compiler must print member names in a form that synth knows; report it with the "
              "compiler's version");

} // namespace synth

#endif
