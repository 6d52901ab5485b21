// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_DESCRIPTION_HPP
#define SYNTH_SCHEMA_DESCRIPTION_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <boost/hana/basic_tuple.hpp>
#include <boost/hana/unpack.hpp>

#include <synth/reflect/names.hpp>
#include <synth/schema/column_set.hpp>

namespace synth {

/// What an entry of a description says; entries are told apart by it.
enum class entry_kind : std::uint8_t {
    table_name,
    schema_name,
    row_count,
    primary_key,
    unique,
    reference,
    column,
    superseded,
    broken
};

struct table_name_entry {
    static constexpr entry_kind kind = entry_kind::table_name;
    std::string_view name;
};

struct schema_name_entry {
    static constexpr entry_kind kind = entry_kind::schema_name;
    std::string_view name;
};

struct row_count_entry {
    static constexpr entry_kind kind = entry_kind::row_count;
    std::uint64_t rows;
};

/// The name of a table, or of a column inside `column<...>`, where the struct is called otherwise:
/// `named("orders")`.
[[nodiscard]] constexpr table_name_entry named(std::string_view name) { return {name}; }

/// The database schema of a table; without it the table is found on the search path: `in_schema("sales")`.
[[nodiscard]] constexpr schema_name_entry in_schema(std::string_view name) { return {name}; }

/// How many rows the table gets when the plan does not say: `row_count(30'000)`.
[[nodiscard]] constexpr row_count_entry row_count(std::uint64_t rows) { return {rows}; }

/// A list of columns, for keys and references of several columns: `columns<&order::warehouse, &order::id>`.
template<auto... Members>
struct columns {
    static constexpr std::size_t size = sizeof...(Members);
};

namespace detail {

template<std::size_t Columns>
consteval bool within_limit() {
    static_assert(Columns > 0 && Columns <= column_set::capacity,
                  "synth: a key or a reference must have 1 to 32 columns; leave some of them out");
    return Columns > 0 && Columns <= column_set::capacity;
}

template<typename Row, auto... Members>
consteval bool all_members_of(columns<Members...>) {
    return (std::is_same_v<row_of_member<Members>, Row> && ...);
}

template<auto First, auto... Rest>
consteval bool members_of_one_row(columns<First, Rest...>) {
    return all_members_of<row_of_member<First>>(columns<Rest...>{});
}

} // namespace detail

// Stands for an entry that has been explained, so that nothing else looks at it.
struct broken_entry {
    static constexpr entry_kind kind = entry_kind::broken;
};

template<auto... Members>
struct primary_key_entry {
    static constexpr entry_kind kind = entry_kind::primary_key;
};

template<auto... Members>
struct unique_entry {
    static constexpr entry_kind kind = entry_kind::unique;
};

/// The primary key: `primary_key<&order::warehouse, &order::id>()`. Without one, a member `id` is the key.
template<auto... Members>
[[nodiscard]] constexpr auto primary_key() {
    if constexpr (detail::within_limit<sizeof...(Members)>()) {
        return primary_key_entry<Members...>{};
    } else {
        return broken_entry{};
    }
}

/// Columns that are distinct together in every two rows: `unique<&customer::email>()`.
template<auto... Members>
[[nodiscard]] constexpr auto unique() {
    if constexpr (detail::within_limit<sizeof...(Members)>()) {
        return unique_entry<Members...>{};
    } else {
        return broken_entry{};
    }
}

namespace detail {

template<typename Children, typename Parents>
consteval bool check_reference_columns() {
    static_assert(
        Children::size == Parents::size,
        "synth: a reference must name as many columns as it refers to; list them in the same order");
    if constexpr (Children::size == Parents::size && within_limit<Children::size>()) {
        static_assert(members_of_one_row(Parents{}),
                      "synth: a reference must refer to columns of one row; write one synth::references for "
                      "each parent");
        return members_of_one_row(Parents{});
    } else {
        return false;
    }
}

} // namespace detail

template<typename Children, typename Parents, typename... Options>
struct reference_entry {
    static constexpr entry_kind kind = entry_kind::reference;
    boost::hana::basic_tuple<Options...> options;
};

/// A foreign key of one column and, if wanted, the law by which rows choose their parent:
/// `references<&order::customer_id, &customer::id>(zipf(1.1))`.
template<auto Child, auto Parent, typename... Options>
[[nodiscard]] constexpr auto references(const Options&... options) {
    return reference_entry<columns<Child>, columns<Parent>, Options...>{
        boost::hana::basic_tuple<Options...>{options...}};
}

/// A foreign key of several columns: `references<columns<&line::w, &line::o>, columns<&order::w,
/// &order::id>>()`.
template<typename Children, typename Parents, typename... Options>
[[nodiscard]] constexpr auto references(const Options&... options) {
    if constexpr (detail::check_reference_columns<Children, Parents>()) {
        return reference_entry<Children, Parents, Options...>{
            boost::hana::basic_tuple<Options...>{options...}};
    } else {
        return broken_entry{};
    }
}

template<auto Member, typename... Options>
struct column_entry {
    static constexpr entry_kind kind = entry_kind::column;
    boost::hana::basic_tuple<Options...> options;
};

/// What a member alone does not say of its column: its generator, `named`, `max_length`, `nulls` and so on:
/// `column<&order::total>(lognormal(3.2, 0.9), nulls(0.1))`.
template<auto Member, typename... Options>
[[nodiscard]] constexpr auto column(const Options&... options) {
    return column_entry<Member, Options...>{boost::hana::basic_tuple<Options...>{options...}};
}

namespace detail {

// Whether the columns of an entry belong to the described row.
template<typename Row, typename Entry>
inline constexpr bool describes = true;
template<typename Row, auto... Members>
inline constexpr bool describes<Row, primary_key_entry<Members...>> =
    all_members_of<Row>(columns<Members...>{});
template<typename Row, auto... Members>
inline constexpr bool describes<Row, unique_entry<Members...>> = all_members_of<Row>(columns<Members...>{});
template<typename Row, typename Children, typename Parents, typename... Options>
inline constexpr bool describes<Row, reference_entry<Children, Parents, Options...>> =
    all_members_of<Row>(Children{});
template<typename Row, auto Member, typename... Options>
inline constexpr bool describes<Row, column_entry<Member, Options...>> =
    all_members_of<Row>(columns<Member>{});

} // namespace detail

template<typename Row, typename... Entries>
struct table_description {
    using row_type = Row;
    boost::hana::basic_tuple<Entries...> entries;
};

/// What a struct alone does not say of its table; see `synth::table`.
template<typename Row, typename... Entries>
[[nodiscard]] constexpr auto describe(const Entries&... entries) {
    static_assert((detail::describes<Row, Entries> && ...),
                  "synth: a description must name members of its own row; write each member as &Row::member "
                  "of the described row");
    return table_description<Row, Entries...>{boost::hana::basic_tuple<Entries...>{entries...}};
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
