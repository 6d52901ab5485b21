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

template<typename Row, std::size_t... Before, std::size_t... After>
consteval bool one_initializer(std::index_sequence<Before...>, std::index_sequence<After...>) {
    return requires { Row{((void)Before, any_field{})..., {}, ((void)After, any_field{})...}; };
}

// `{}` at the first element of a C array swallows the array and leaves too many initializers behind it.
template<typename Row, std::size_t Count, std::size_t... Indices>
consteval bool no_c_array(std::index_sequence<Indices...>) {
    return (one_initializer<Row>(std::make_index_sequence<Indices>{},
                                 std::make_index_sequence<Count - 1 - Indices>{}) &&
            ...);
}

// The check is quadratic; rows beyond 40 members are not written by hand.
template<typename Row, std::size_t Count>
inline constexpr bool without_c_array = Count > 40 || !std::is_copy_constructible_v<Row> ||
                                        no_c_array<Row, Count>(std::make_index_sequence<Count>{});

template<typename Row, std::size_t Count>
consteval std::size_t checked_field_count() {
    static_assert(Count <= most_reflected_fields,
                  "synth: a row must not have more than 100 members; list them in synth::members, "
                  "or let synth-introspect write the header");
    if constexpr (Count > 0 && Count <= most_reflected_fields) {
        static_assert(without_c_array<Row, Count>,
                      "synth: a row must not have a C array; write std::string, std::vector or synth::bytes");
    }
    return Count;
}

template<typename Row>
consteval std::size_t count_fields() {
    if constexpr (listed<Row>) {
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
    if constexpr (listed<plain>) {
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
