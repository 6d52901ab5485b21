// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_REFLECT_FIELDS_HPP
#define SYNTH_REFLECT_FIELDS_HPP

#include <cstddef>
#include <type_traits>
#include <utility>

#include <boost/pfr/core.hpp>
#include <boost/pfr/tuple_size.hpp>

#include <synth/reflect/members.hpp>
#include <synth/reflect/row.hpp>

namespace synth {

/// The most members of a row that Boost.PFR 1.81 can read.
inline constexpr std::size_t most_reflected_fields = 100;

namespace detail {

struct any_field {
    template<typename Field>
    operator Field&() const&& noexcept;
    template<typename Field>
    operator Field&() const& noexcept;
};

// Whether `{}` may stand for the member behind others: at the first element of a C array it swallows the
// array and leaves too many initializers.
template<typename Row, std::size_t... Before, std::size_t... After>
consteval bool one_initializer(std::index_sequence<Before...>, std::index_sequence<After...>) {
    return requires { Row{((void)Before, any_field{})..., {}, ((void)After, any_field{})...}; };
}

template<typename Row, std::size_t... Before, std::size_t... After>
consteval bool eight_initializers(std::index_sequence<Before...>, std::index_sequence<After...>) {
    return requires {
        Row{((void)Before, any_field{})..., {}, {}, {}, {}, {}, {}, {}, {}, ((void)After, any_field{})...};
    };
}

// Eight members at a time, and the last eight once more: a check of each alone is quadratic.
template<typename Row, std::size_t Count, std::size_t First = 0>
consteval bool no_c_array() {
    if constexpr (First >= Count) {
        return true;
    } else if constexpr (Count < 8) {
        return one_initializer<Row>(std::make_index_sequence<First>{},
                                    std::make_index_sequence<Count - 1 - First>{}) &&
               no_c_array<Row, Count, First + 1>();
    } else {
        constexpr std::size_t first = First + 8 <= Count ? First : Count - 8;
        return eight_initializers<Row>(std::make_index_sequence<first>{},
                                       std::make_index_sequence<Count - 8 - first>{}) &&
               no_c_array<Row, Count, first + 8>();
    }
}

// Beyond this many elements, the row that has them is too long anyway.
inline constexpr std::size_t most_checked_fields = 512;

template<typename Row, std::size_t Count>
consteval bool without_c_array() {
    // The members that cannot be copied take no any_field by reference, and are no columns.
    if constexpr (Count > most_checked_fields || !std::is_copy_constructible_v<Row>) {
        return true;
    } else {
        return no_c_array<Row, Count>();
    }
}

// An array counts as its elements, so it is looked for first.
template<typename Row, std::size_t Count>
consteval std::size_t checked_field_count() {
    constexpr bool countable = without_c_array<Row, Count>();
    static_assert(countable,
                  "synth: a row must not have a C array; write std::string, std::vector or synth::bytes");
    static_assert(!countable || Count <= most_reflected_fields,
                  "synth: a row must not have more than 100 members; list them in synth::members, "
                  "or let synth-introspect write the header");
    return countable && Count <= most_reflected_fields ? Count : 0; // no machinery meets a row it cannot read
}

template<typename Row>
consteval std::size_t count_fields() {
    if constexpr (outline_row<Row>) {
        return count_fields<outlined_row_of<Row>>();
    } else if constexpr (listed<Row>) {
        return members<Row>.size;
    } else if constexpr (row<Row>) {
        return checked_field_count<Row, boost::pfr::tuple_size_v<Row>>();
    } else {
        explain_row<Row>();
        return 0;
    }
}

} // namespace detail

/// How many members a row has: `field_count<customer> == 3`.
template<typename Row>
inline constexpr std::size_t field_count = detail::count_fields<Row>();

/// A reference to a member of a row, by its position: `field<0>(someone) = 7`.
template<std::size_t Index, typename Row>
[[nodiscard]] constexpr decltype(auto) field(Row& row_value) {
    using plain = std::remove_const_t<Row>;
    if constexpr (outline_row<plain>) {
        if constexpr (plain::keeps(Index)) {
            return field<Index>(row_value.outlined);
        } else {
            return (row_value.left_out);
        }
    } else if constexpr (listed<plain>) {
        using set = typename std::remove_cvref_t<decltype(members<plain>)>::set;
        constexpr auto member = detail::member_at<Index>(set{});
        return (row_value.*member);
    } else {
        return boost::pfr::get<Index>(row_value);
    }
}

/// The type of a member: `field_type<customer, 1>` is `std::string`.
template<typename Row, std::size_t Index>
using field_type = std::remove_cvref_t<decltype(field<Index>(std::declval<Row&>()))>;

} // namespace synth

#endif
