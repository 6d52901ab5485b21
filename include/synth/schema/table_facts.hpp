// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_TABLE_FACTS_HPP
#define SYNTH_SCHEMA_TABLE_FACTS_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

#include <boost/hana/basic_tuple.hpp>
#include <boost/hana/unpack.hpp>

#include <synth/schema/column_options.hpp>
#include <synth/schema/column_set.hpp>
#include <synth/schema/column_type.hpp>
#include <synth/schema/description.hpp>

namespace synth {

/// A primary or unique key of a table.
struct key_facts {
    column_set columns;
    bool primary{};
};

namespace detail {

template<typename Entry>
inline constexpr bool is_key = Entry::kind == entry_kind::primary_key || Entry::kind == entry_kind::unique;

template<auto... Members>
constexpr column_set key_columns(primary_key_entry<Members...>) {
    return set_of(columns<Members...>{});
}

template<auto... Members>
constexpr column_set key_columns(unique_entry<Members...>) {
    return set_of(columns<Members...>{});
}

template<typename Facts, auto Member, typename... Options>
constexpr void apply_column(Facts& facts, const column_entry<Member, Options...>& entry) {
    column_facts& column = facts.columns[member_index<Member>];
    boost::hana::unpack(entry.options, [&column](const auto&... options) {
        const auto apply = [&column](const auto& option) {
            using option_type = std::remove_cvref_t<decltype(option)>;
            if constexpr (fact_option<option_type>) {
                option.apply(column);
            } else if constexpr (std::is_same_v<option_type, table_name_entry>) {
                column.name = option.name;
            }
        };
        (apply(options), ...);
    });
}

} // namespace detail

/// The rows of a virtual table, one for so many rows of others, but one at least.
[[nodiscard]] constexpr std::uint64_t shared_rows(std::uint64_t rows, std::uint64_t share) {
    return rows / share + (rows > 0 && rows < share ? 1 : 0);
}

/// What a description and the struct say of a table, as values: names, columns, keys.
template<std::size_t Columns, std::size_t Keys>
struct table_facts {
    std::string_view name;
    std::string_view schema_name; // empty: on the search path
    std::uint64_t row_count{1'000};
    std::uint64_t virtual_share{}; // 0: the table is one of the database
    bool filled_outside{};         // its rows are there already
    bool keys_only{};              // another part of the schema has it whole
    bool makes_rows{};             // says something of how rows are made
    std::array<column_facts, Columns> columns{};
    std::array<key_facts, Keys> keys{};
};

namespace detail {

template<typename Row>
struct entries_of;

template<typename Row, typename... Entries>
struct entries_of<table_description<Row, Entries...>> {
    static constexpr std::size_t primary_keys =
        (std::size_t{Entries::kind == entry_kind::primary_key} + ... + 0);
    static constexpr std::size_t stated_keys = (std::size_t{is_key<Entries>} + ... + 0);
    static constexpr std::size_t references = (std::size_t{Entries::kind == entry_kind::reference} + ... + 0);
};

template<typename Row>
using entries = entries_of<std::remove_cvref_t<decltype(description_of<Row>)>>;

// By convention a member `id` is the primary key where the description names none. A row that is listed comes
// from a tool, which states the keys that there are.
template<typename Row>
consteval std::size_t conventional_key() {
    if (entries<Row>::primary_keys == 0 && !listed<outlined_row_of<Row>>) {
        for (std::size_t index = 0; index < field_count<Row>; ++index) {
            if (field_names<Row>[index] == "id") {
                return index;
            }
        }
    }
    return field_count<Row>;
}

template<typename Row, std::size_t... Indices>
consteval std::array<bool, sizeof...(Indices)> nullable_columns(std::index_sequence<Indices...>) {
    return {nullable<field_type<Row, Indices>>...};
}

template<typename Row>
consteval auto gather_facts() {
    constexpr std::size_t columns = field_count<Row>;
    constexpr std::size_t id = conventional_key<Row>();
    constexpr std::size_t keys = entries<Row>::stated_keys + (id < columns ? 1 : 0);
    table_facts<columns, keys> facts{};
    facts.name = type_name<outlined_row_of<Row>>;
    facts.keys_only = outline_row<Row>;
    constexpr auto may_be_null = nullable_columns<Row>(std::make_index_sequence<columns>{});
    for (std::size_t index = 0; index < columns; ++index) {
        facts.columns[index].name = field_names<Row>[index];
        facts.columns[index].nullable = may_be_null[index];
    }
    std::size_t key = 0;
    bool counted = false;
    if (id < columns) {
        facts.keys[key++] = {column_set{id}, true};
    }
    const auto apply = [&]<typename Entry>(const Entry& entry) {
        if constexpr (Entry::kind == entry_kind::table_name) {
            facts.name = entry.name;
        } else if constexpr (Entry::kind == entry_kind::schema_name) {
            facts.schema_name = entry.name;
        } else if constexpr (Entry::kind == entry_kind::row_count) {
            facts.row_count = entry.rows;
            counted = true;
        } else if constexpr (Entry::kind == entry_kind::virtual_table) {
            facts.virtual_share = entry.share;
        } else if constexpr (Entry::kind == entry_kind::filled_outside) {
            facts.filled_outside = true;
        } else if constexpr (is_key<Entry>) {
            facts.keys[key++] = {key_columns(entry), Entry::kind == entry_kind::primary_key};
        } else if constexpr (Entry::kind == entry_kind::column) {
            apply_column(facts, entry);
        } else if constexpr (Entry::kind == entry_kind::check || Entry::kind == entry_kind::predicate) {
            facts.makes_rows = true;
        }
    };
    each_entry(table<Row>, apply);
    each_entry(refinement<Row>, apply); // its facts replace those of the table
    facts.makes_rows = facts.makes_rows || counted || facts.virtual_share != 0;
    if (facts.filled_outside) {
        facts.row_count = 0;
    } else if (facts.virtual_share != 0 && !counted) {
        facts.row_count = shared_rows(facts.row_count, facts.virtual_share);
    }
    return facts;
}

} // namespace detail

/// The facts of a row's table: `facts_of<order>.name == "orders"`.
template<typename Row>
inline constexpr auto facts_of = detail::gather_facts<Row>();

} // namespace synth

#endif
