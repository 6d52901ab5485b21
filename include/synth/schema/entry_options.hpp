// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_ENTRY_OPTIONS_HPP
#define SYNTH_SCHEMA_ENTRY_OPTIONS_HPP

#include <cstddef>
#include <type_traits>
#include <utility>

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

template<typename Kind, std::size_t Column>
constexpr not_described first_column_option() {
    return {};
}

template<typename Kind, std::size_t Column, typename Entry, typename... Rest>
constexpr auto first_column_option(const Entry& entry, const Rest&... rest) {
    if constexpr (described_column<Entry> == Column && options_of_kind<Kind, Entry> > 0) {
        return option_of<Kind>(entry);
    } else {
        return first_column_option<Kind, Column>(rest...);
    }
}

template<typename Kind, std::size_t Position, std::size_t Seen = 0>
constexpr not_described nth_reference_option() {
    return {};
}

template<typename Kind, std::size_t Position, std::size_t Seen = 0, typename Entry, typename... Rest>
constexpr auto nth_reference_option(const Entry& entry, const Rest&... rest) {
    if constexpr (Entry::kind != entry_kind::reference) {
        return nth_reference_option<Kind, Position, Seen>(rest...);
    } else if constexpr (Seen == Position) {
        return option_of<Kind>(entry);
    } else {
        return nth_reference_option<Kind, Position, Seen + 1>(rest...);
    }
}

template<typename Row, std::size_t Column, typename... Entries>
consteval std::size_t count_generators(const table_description<Row, Entries...>*) {
    return ((described_column<Entries> == Column ? options_of_kind<value_option, Entries> : 0) + ... + 0);
}

} // namespace detail

/// The option of a kind that a description gives a column, or `not_described`: its generator, its rate of
/// NULL.
template<typename Row, std::size_t Column, typename Kind>
[[nodiscard]] constexpr auto find_column_option() {
    return boost::hana::unpack(description_of<Row>.entries, [](const auto&... entries_of_row) {
        return detail::first_column_option<Kind, Column>(entries_of_row...);
    });
}

/// The same for a reference, by its position among the references of the row.
template<typename Row, std::size_t Position, typename Kind>
[[nodiscard]] constexpr auto find_reference_option() {
    return boost::hana::unpack(description_of<Row>.entries, [](const auto&... entries_of_row) {
        return detail::nth_reference_option<Kind, Position>(entries_of_row...);
    });
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
