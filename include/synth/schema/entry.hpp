// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_ENTRY_HPP
#define SYNTH_SCHEMA_ENTRY_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <boost/hana/basic_tuple.hpp>

#include <synth/reflect/names.hpp>
#include <synth/schema/column_options.hpp>
#include <synth/schema/column_set.hpp>

namespace synth {

/// What an entry of a description says; entries are told apart by it.
enum class entry_kind : std::uint8_t {
    table_name,
    schema_name,
    row_count,
    virtual_table,
    filled_outside,
    primary_key,
    unique,
    reference,
    referenced,
    column,
    check,
    predicate,
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

/// One row for so many of other tables.
struct virtual_table_entry {
    static constexpr entry_kind kind = entry_kind::virtual_table;
    std::uint64_t share;
};

struct filled_outside_entry {
    static constexpr entry_kind kind = entry_kind::filled_outside;
};

/// The name of a table, or of a column inside `column<...>`, where the struct is called otherwise:
/// `named("orders")`.
[[nodiscard]] constexpr table_name_entry named(std::string_view name) { return {name}; }

/// The database schema of a table; without it the table is found on the search path: `in_schema("sales")`.
[[nodiscard]] constexpr schema_name_entry in_schema(std::string_view name) { return {name}; }

/// How many rows the table gets when the plan does not say: `row_count(30'000)`.
[[nodiscard]] constexpr row_count_entry row_count(std::uint64_t rows) { return {rows}; }

/// A table that is in no database: its rows are what rows of others have in common, as a tenant without a
/// table of tenants. It has one row for `share` of the 1,000 rows that other tables have, if neither the plan
/// nor `row_count` says: `virtual_table(10)`.
[[nodiscard]] constexpr virtual_table_entry virtual_table(std::uint64_t share = 10) {
    return {share == 0 ? 1 : share};
}

/// A table that others fill and synth never writes: other tables refer to the rows that are there, whose keys
/// the plan is given (`existing_rows`). Its row needs no members but those of its keys: `filled_outside()`.
[[nodiscard]] constexpr filled_outside_entry filled_outside() { return {}; }

/// A list of columns, for keys and references of several columns: `columns<&order::warehouse, &order::id>`.
template<auto... Members>
struct columns {
    static constexpr std::size_t size = sizeof...(Members);
};

namespace detail {

template<auto...>
inline constexpr bool never = false;

template<std::size_t Columns>
consteval bool within_limit() {
    static_assert(Columns > 0, "synth: a key or a reference must have a column; write its members, as in "
                               "synth::unique<&Row::member>()");
    static_assert(Columns <= column_set::capacity,
                  "synth: a key or a reference must have at most 32 columns; leave some of them out");
    return Columns > 0 && Columns <= column_set::capacity;
}

template<typename Row, auto... Members>
consteval bool all_members_of(columns<Members...>) {
    return (std::is_same_v<row_of_member<Members>, outlined_row_of<Row>> && ...);
}

template<auto... Members>
constexpr column_set set_of(columns<Members...>) {
    return {member_index<Members>...};
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

template<auto... Members>
struct referenced_entry {
    static constexpr entry_kind kind = entry_kind::referenced;
};

/// Columns to which tables refer that this part of a schema does not have: what a table gives others is never
/// NULL and not chosen by the rest of its row, and so in every part: `referenced<&customer::id>()`.
template<auto... Members>
[[nodiscard]] constexpr auto referenced() {
    if constexpr (detail::within_limit<sizeof...(Members)>()) {
        return referenced_entry<Members...>{};
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

namespace detail {

template<typename Field, typename Row>
Field field_of_member(Field Row::*);

// Whether an option has a meaning for its columns; only options with limits of their own say so.
template<typename Option, auto... Members>
consteval bool option_suits() {
    if constexpr (requires { Option::template suits<decltype(field_of_member(Members))...>; }) {
        return Option::template suits<decltype(field_of_member(Members))...>();
    } else {
        return true;
    }
}

template<typename... Options, auto... Children>
consteval bool check_reference_options(columns<Children...>) {
    constexpr bool stray = (fact_option<Options> || ...);
    static_assert(!stray, "synth: a reference must hold a law or nulls; write the options of its columns "
                          "inside synth::column<&Row::member>(...)");
    if constexpr (stray) {
        return false;
    } else {
        return (option_suits<Options, Children...>() && ...);
    }
}

template<typename Children, typename Parents, typename... Options>
constexpr auto make_reference(const Options&... options) {
    if constexpr (check_reference_options<Options...>(Children{})) {
        return reference_entry<Children, Parents, Options...>{
            boost::hana::basic_tuple<Options...>{options...}};
    } else {
        return broken_entry{};
    }
}

} // namespace detail

/// A foreign key of one column and, if wanted, the law by which rows choose their parent:
/// `references<&order::customer_id, &customer::id>(zipf(1.1))`.
template<auto Child, auto Parent, typename... Options>
[[nodiscard]] constexpr auto references(const Options&... options) {
    return detail::make_reference<columns<Child>, columns<Parent>>(options...);
}

/// A foreign key of several columns: `references<columns<&line::w, &line::o>, columns<&order::w,
/// &order::id>>()`.
template<typename Children, typename Parents, typename... Options>
[[nodiscard]] constexpr auto references(const Options&... options) {
    if constexpr (detail::check_reference_columns<Children, Parents>()) {
        return detail::make_reference<Children, Parents>(options...);
    } else {
        return broken_entry{};
    }
}

/// Takes a reference without its parent, to say what is missing.
template<auto Child, typename... Options>
[[nodiscard]] constexpr auto references(const Options&...) {
    static_assert(detail::never<Child>,
                  "synth: a reference must name the column that it refers to; write synth::references<"
                  "&Row::member, &Parent::key>()");
    return broken_entry{};
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
    if constexpr ((detail::option_suits<Options, Member>() && ...)) {
        return column_entry<Member, Options...>{boost::hana::basic_tuple<Options...>{options...}};
    } else {
        return broken_entry{};
    }
}

} // namespace synth

#endif
