// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_DESCRIPTION_HPP
#define SYNTH_SCHEMA_DESCRIPTION_HPP

#include <type_traits>

#include <boost/hana/basic_tuple.hpp>
#include <boost/hana/unpack.hpp>

#include <synth/schema/entry.hpp>

namespace synth {

namespace detail {

// Whether the columns of an entry belong to the described row.
template<typename Row, typename Entry>
inline constexpr bool describes = true;
template<typename Row, auto... Members>
inline constexpr bool describes<Row, primary_key_entry<Members...>> =
    all_members_of<Row>(columns<Members...>{});
template<typename Row, auto... Members>
inline constexpr bool describes<Row, unique_entry<Members...>> = all_members_of<Row>(columns<Members...>{});
template<typename Row, auto... Members>
inline constexpr bool describes<Row, referenced_entry<Members...>> =
    all_members_of<Row>(columns<Members...>{});
template<typename Row, typename Children, typename Parents, typename... Options>
inline constexpr bool describes<Row, reference_entry<Children, Parents, Options...>> =
    all_members_of<Row>(Children{});
template<typename Row, auto Member, typename... Options>
inline constexpr bool describes<Row, column_entry<Member, Options...>> =
    all_members_of<Row>(columns<Member>{});

template<typename Entry>
inline constexpr bool is_entry = false;
template<typename Entry>
    requires std::is_same_v<decltype(Entry::kind), const entry_kind>
inline constexpr bool is_entry<Entry> = true;

// An entry without its parentheses is a function, and an option of a column is no entry.
template<typename Entry>
consteval bool require_entry() {
    constexpr bool called = !std::is_function_v<Entry>;
    static_assert(called, "synth: an entry of a description must be called; write () behind it, as in "
                          "synth::unique<&Row::member>()");
    if constexpr (called) {
        static_assert(is_entry<Entry>, "synth: a description must consist of entries; write an option or a "
                                       "generator inside synth::column<&Row::member>(...)");
    }
    return called && is_entry<Entry>;
}

template<typename Entry>
constexpr auto unless_broken(const Entry& entry) {
    if constexpr (is_entry<Entry>) {
        return entry;
    } else {
        return broken_entry{};
    }
}

} // namespace detail

template<typename Row, typename... Entries>
struct table_description {
    using row_type = Row;
    boost::hana::basic_tuple<Entries...> entries;
};

namespace detail {

// Calls a function with every entry, in their order.
template<typename Row, typename... Entries, typename Function>
constexpr void each_entry(const table_description<Row, Entries...>& description, const Function& function) {
    boost::hana::unpack(description.entries, [&](const auto&... entries) {
        (function(entries), ...);
        static_cast<void>(function);
    });
}

} // namespace detail

/// What a struct alone does not say of its table; see `synth::table`.
template<typename Row, typename... Entries>
[[nodiscard]] constexpr auto describe(const Entries&... entries) {
    if constexpr (!(detail::require_entry<Entries>() && ...)) {
        return describe<Row>(detail::unless_broken(entries)...);
    } else {
        static_assert(
            (detail::describes<Row, Entries> && ...),
            "synth: a description must name members of its own row; write each member as &Row::member "
            "of the described row");
        return table_description<Row, Entries...>{boost::hana::basic_tuple<Entries...>{entries...}};
    }
}

/// Specialise it where convention is not enough:
/// `template<> inline constexpr auto synth::table<order> = synth::describe<order>(synth::named("orders"));`
template<typename Row>
inline constexpr auto table = describe<Row>();

/// What a person adds to a description that a tool has written, in a file of their own that is included
/// behind it; what it says of a column, a reference or the number of rows comes before what the description
/// says: `template<> inline constexpr auto synth::refinement<shop::orders> =
/// synth::describe<shop::orders>(synth::row_count(500));`
template<typename Row>
inline constexpr auto refinement = describe<Row>();

namespace detail {

// Stands for a reference that a refinement describes anew.
struct superseded_entry {
    static constexpr entry_kind kind = entry_kind::superseded;
};

template<typename Left, typename Right>
inline constexpr bool same_reference = false;
template<typename Children, typename Parents, typename... Left, typename... Right>
inline constexpr bool same_reference<reference_entry<Children, Parents, Left...>,
                                     reference_entry<Children, Parents, Right...>> = true;

template<typename... Added, typename Stated>
constexpr auto unless_superseded(const Stated& stated) {
    if constexpr ((same_reference<Added, Stated> || ...)) {
        return superseded_entry{};
    } else {
        return stated;
    }
}

template<typename Row, typename... Added, typename... Stated>
constexpr auto join(const table_description<Row, Added...>& added,
                    const table_description<Row, Stated...>& stated) {
    if constexpr (sizeof...(Added) == 0) {
        return stated;
    } else {
        return boost::hana::unpack(added.entries, [&](const auto&... first) {
            return boost::hana::unpack(stated.entries, [&](const auto&... second) {
                return describe<Row>(first..., unless_superseded<Added...>(second)...);
            });
        });
    }
}

} // namespace detail

/// The whole description of a row: its refinement, then its table.
template<typename Row>
inline constexpr auto description_of = detail::join(refinement<Row>, table<Row>);

} // namespace synth

#endif
