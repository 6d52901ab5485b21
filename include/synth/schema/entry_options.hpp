// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_ENTRY_OPTIONS_HPP
#define SYNTH_SCHEMA_ENTRY_OPTIONS_HPP

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

#include <boost/hana/at.hpp>
#include <boost/hana/unpack.hpp>

#include <synth/schema/catalog.hpp>
#include <synth/schema/description.hpp>

namespace synth {

/// What `find_option` returns where a description says nothing.
struct not_described {};

/// Options that make values: generators of columns, laws of references.
struct value_option {
    template<typename Option>
    static constexpr bool accepts = detail::makes_values<Option>;
};

/// The option that sets how often a column or reference is NULL.
struct null_option {
    template<typename Option>
    static constexpr bool accepts = requires(const Option& option) { option.share; };
};

/// The option that says which parents the rows of one owner have, where a key keeps them distinct.
struct partner_option {
    template<typename Option>
    static constexpr bool accepts = requires { Option::is_partner_rule; };
};

namespace detail {

template<typename Kind>
constexpr not_described first_option() {
    return {};
}

template<typename Kind, typename Option, typename... Rest>
constexpr auto first_option(const Option& option, const Rest&... rest) {
    if constexpr (Kind::template accepts<Option>) {
        return option;
    } else {
        return first_option<Kind>(rest...);
    }
}

template<typename Kind, typename Entry>
constexpr auto option_of(const Entry& entry) {
    return boost::hana::unpack(entry.options,
                               [](const auto&... options) { return first_option<Kind>(options...); });
}

template<typename Kind, typename Entry>
inline constexpr std::size_t options_of_kind = 0;
template<typename Kind, auto Member, typename... Options>
inline constexpr std::size_t options_of_kind<Kind, column_entry<Member, Options...>> =
    (std::size_t{Kind::template accepts<Options>} + ... + 0);

// Only column entries match; others yield the position of no column.
template<typename Entry>
inline constexpr std::size_t described_column = static_cast<std::size_t>(-1);
template<auto Member, typename... Options>
inline constexpr std::size_t described_column<column_entry<Member, Options...>> = member_index<Member>;

inline constexpr std::size_t no_entry = static_cast<std::size_t>(-1);

// Of each column the place of the first entry with an option of a kind, and of each reference the place of
// its entry. Found once for a row: a search for each column would instantiate as many functions as it has
// columns times entries.
template<typename Kind, typename Row, typename... Entries>
consteval auto places_of_columns(const table_description<Row, Entries...>*) {
    std::array<std::size_t, field_count<Row>> places{};
    places.fill(no_entry);
    std::size_t place = 0;
    const auto note = [&](std::size_t column, bool of_kind) {
        if (of_kind && column < places.size() && places[column] == no_entry) {
            places[column] = place;
        }
        ++place;
    };
    (note(described_column<Entries>, options_of_kind<Kind, Entries> > 0), ...);
    static_cast<void>(note);
    return places;
}

template<typename Row, typename... Entries>
consteval auto places_of_references(const table_description<Row, Entries...>*) {
    std::array<std::size_t, (std::size_t{Entries::kind == entry_kind::reference} + ... + 0)> places{};
    std::size_t place = 0;
    std::size_t next = 0;
    ((Entries::kind == entry_kind::reference ? places[next++] = place++ : place++), ...);
    static_cast<void>(next);
    return places;
}

template<typename Row>
using whole_description = std::remove_cvref_t<decltype(description_of<Row>)>;
template<typename Row, typename Kind>
inline constexpr auto option_places =
    places_of_columns<Kind>(static_cast<const whole_description<Row>*>(nullptr));
template<typename Row>
inline constexpr auto reference_places =
    places_of_references(static_cast<const whole_description<Row>*>(nullptr));

template<typename Row, std::size_t Column, typename... Entries>
consteval std::size_t count_generators(const table_description<Row, Entries...>*) {
    return ((described_column<Entries> == Column ? options_of_kind<value_option, Entries> : 0) + ... + 0);
}

} // namespace detail

/// The option of a kind that a description gives a column, or `not_described`: its generator, its rate of
/// NULL.
template<typename Row, std::size_t Column, typename Kind>
[[nodiscard]] constexpr auto find_column_option() {
    constexpr std::size_t place = detail::option_places<Row, Kind>[Column];
    if constexpr (place != detail::no_entry) {
        return detail::option_of<Kind>(boost::hana::at_c<place>(description_of<Row>.entries));
    } else {
        return not_described{};
    }
}

/// The same for a reference, by its position among the references of the row.
template<typename Row, std::size_t Position, typename Kind>
[[nodiscard]] constexpr auto find_reference_option() {
    if constexpr (Position < detail::reference_places<Row>.size()) {
        return detail::option_of<Kind>(
            boost::hana::at_c<detail::reference_places<Row>[Position]>(description_of<Row>.entries));
    } else {
        return not_described{};
    }
}

/// How many generators a description gives a column, where its refinement gives none; more than one is an
/// error.
template<typename Row, std::size_t Column>
inline constexpr std::size_t generator_count = [] {
    constexpr std::size_t added = detail::count_generators<Row, Column>(&refinement<Row>);
    return added > 0 ? added : detail::count_generators<Row, Column>(&table<Row>);
}();

} // namespace synth

#endif
