// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_CATALOG_HPP
#define SYNTH_SCHEMA_CATALOG_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <synth/core/shown_name.hpp>
#include <synth/schema/check_choices.hpp>
#include <synth/schema/column_set.hpp>
#include <synth/schema/key_capacity.hpp>
#include <synth/schema/table_facts.hpp>
#include <synth/schema/temporal.hpp>

namespace synth {

/// How well a column can carry distinct values: the order of preference, not a count.
enum class key_ability : std::uint8_t { none, narrow, integer16, wide, integer32, integer64 };

/// A column of the catalog: the facts, and what the derivation of keys needs to know of its type.
struct catalog_column : column_facts {
    key_ability ability{};
    std::uint64_t capacity{}; // how many distinct values a key of this column may have
    bool described{};         // has a generator of its own
    bool listed{};            // has fewer values than most_kinds, which its type names or its checks list
    bool referenced{};        // a table refers to it, of this schema or of another part
};

/// A table of the catalog: names, and where its columns, keys and references lie in the flat arrays.
struct catalog_table {
    std::string_view name;
    std::string_view schema_name;
    std::uint64_t row_count{};
    std::uint64_t virtual_share{}; // 0: in the database; else one row for so many of other tables
    bool filled_outside{};         // its rows are there already
    bool keys_only{};              // another part of the schema has it whole
    bool makes_rows{};             // the description says how rows are made
    schema_index first_column{};
    schema_index column_count{};
    schema_index written_count{}; // of the columns; those behind them are computed by the database
    schema_index first_key{};
    schema_index key_count{};
    schema_index first_reference{};
    schema_index reference_count{};

    /// Its name in messages.
    [[nodiscard]] std::string shown() const { return shown_name(schema_name, name); }

    /// Whether rows of the table are made and go to files and databases.
    [[nodiscard]] constexpr bool is_written() const {
        return virtual_share == 0 && !filled_outside && !keys_only;
    }
};

/// A key of the catalog and its table.
struct catalog_key : key_facts {
    schema_index table{};
};

/// A foreign key: the columns of the child, in the order of the parent's columns that they repeat.
struct catalog_reference {
    schema_index child{};
    schema_index parent{}; // no_index: the parent is not in the schema
    column_set child_columns;
    column_set parent_columns;
    bool owned{};   // described with a degree law: children of a parent lie together
    bool has_law{}; // described with a law of either kind
};

/// A view of a whole schema as values, which every algorithm over schemas works on.
struct catalog_view {
    std::span<const catalog_table> tables;
    std::span<const catalog_column> columns;
    std::span<const catalog_key> keys;
    std::span<const catalog_reference> references;

    [[nodiscard]] constexpr std::span<const catalog_column> columns_of(std::size_t table) const {
        return columns.subspan(tables[table].first_column, tables[table].column_count);
    }
    [[nodiscard]] constexpr std::span<const catalog_key> keys_of(std::size_t table) const {
        return keys.subspan(tables[table].first_key, tables[table].key_count);
    }
    [[nodiscard]] constexpr std::span<const catalog_reference> references_of(std::size_t table) const {
        return references.subspan(tables[table].first_reference, tables[table].reference_count);
    }
};

/// The arrays behind a `catalog_view`.
template<std::size_t Tables, std::size_t Columns, std::size_t Keys, std::size_t References>
struct catalog {
    std::array<catalog_table, Tables> tables{};
    std::array<catalog_column, Columns> columns{};
    std::array<catalog_key, Keys> keys{};
    std::array<catalog_reference, References> references{};

    [[nodiscard]] constexpr catalog_view view() const { return {tables, columns, keys, references}; }
};

namespace detail {

template<typename Type>
consteval key_ability ability_of() {
    using value = value_type_of<Type>;
    if constexpr (std::is_same_v<value, std::int64_t>) {
        return key_ability::integer64;
    } else if constexpr (std::is_same_v<value, std::int32_t>) {
        return key_ability::integer32;
    } else if constexpr (std::is_same_v<value, std::int16_t>) {
        return key_ability::integer16;
    } else if constexpr (array_type<value>) {
        constexpr key_ability of_elements = ability_of<element_of<value>>();
        return of_elements == key_ability::none || of_elements == key_ability::narrow ? of_elements
                                                                                      : key_ability::wide;
    } else if constexpr (std::is_same_v<value, bool> || std::is_enum_v<value>) {
        return key_ability::narrow;
    } else if constexpr (key_capacity<Type>({}) == 0) {
        return key_ability::none;
    } else {
        return key_ability::wide;
    }
}

template<typename Row, std::size_t... Indices>
consteval std::array<key_ability, sizeof...(Indices)> abilities_of(std::index_sequence<Indices...>) {
    return {ability_of<field_type<Row, Indices>>()...};
}

template<typename Row, std::size_t... Indices>
consteval std::array<std::uint64_t, sizeof...(Indices)> capacities_of(std::index_sequence<Indices...>) {
    return {key_capacity<field_type<Row, Indices>>(facts_of<Row>.columns[Indices])...};
}

// Whether a column has but a few values, which its type names or its checks list.
template<typename Type>
[[nodiscard]] constexpr bool is_listed(std::uint64_t of_type, std::uint64_t of_checks) {
    using value = value_type_of<Type>;
    if constexpr (std::is_same_v<value, bool> || std::is_enum_v<value>) {
        return of_type < most_kinds;
    } else if constexpr (std::is_integral_v<value> || std::is_same_v<value, std::string> ||
                         std::is_same_v<value, date>) {
        return of_checks < most_kinds;
    } else {
        return false;
    }
}

template<typename Row, std::size_t... Indices>
consteval std::array<bool, sizeof...(Indices)> listed_of(std::index_sequence<Indices...>) {
    return {is_listed<field_type<Row, Indices>>(
        key_capacity<field_type<Row, Indices>>(facts_of<Row>.columns[Indices]),
        choices_of_checks(checks_of<Row>, Indices))...};
}

template<auto... Members>
struct parent_of_columns;
template<auto First, auto... Rest>
struct parent_of_columns<First, Rest...> {
    using type = row_of_member<First>;
};

/// What the compiler knows of a reference entry.
template<typename Entry>
struct reference_types;
template<auto... Children, auto... Parents, typename... Options>
struct reference_types<reference_entry<columns<Children...>, columns<Parents...>, Options...>> {
    using parent = typename parent_of_columns<Parents...>::type;
    static constexpr column_set child_columns = set_of(columns<Children...>{});
    static constexpr column_set parent_columns = set_of(columns<Parents...>{});
    static constexpr bool owned = (requires { typename Options::degree_law; } || ...);
};

// An option that makes values, as opposed to one that only states a fact or a rate of NULL.
template<typename Option>
inline constexpr bool makes_values =
    (!fact_option<Option> || requires { Option::is_derived; }) && !std::is_same_v<Option, table_name_entry> &&
    !requires(const Option& option) { option.share; } && !requires { Option::is_partner_rule; };

template<typename Entry>
inline constexpr bool has_law = false;
template<typename Children, typename Parents, typename... Options>
inline constexpr bool has_law<reference_entry<Children, Parents, Options...>> =
    (makes_values<Options> || ...);

template<typename Entry>
inline constexpr bool has_generator = false;
template<auto Member, typename... Options>
inline constexpr bool has_generator<column_entry<Member, Options...>> = (makes_values<Options> || ...);

template<typename Row, typename Catalog>
constexpr void add_columns(Catalog& all, catalog_table& entry, std::size_t& next) {
    constexpr auto abilities = abilities_of<Row>(std::make_index_sequence<field_count<Row>>{});
    constexpr auto capacities = capacities_of<Row>(std::make_index_sequence<field_count<Row>>{});
    constexpr auto lists = listed_of<Row>(std::make_index_sequence<field_count<Row>>{});
    entry.first_column = static_cast<schema_index>(next);
    entry.column_count = static_cast<schema_index>(field_count<Row>);
    for (std::size_t index = 0; index < field_count<Row>; ++index) {
        static_cast<column_facts&>(all.columns[next]) = facts_of<Row>.columns[index];
        all.columns[next].ability = abilities[index];
        const std::uint64_t listed = choices_of_checks(checks_of<Row>, index);
        all.columns[next].capacity = capacities[index] < listed ? capacities[index] : listed;
        all.columns[next].listed = lists[index];
        entry.written_count =
            static_cast<schema_index>(entry.written_count + (is_written(all.columns[next]) ? 1 : 0));
        ++next;
    }
}

template<typename Catalog, auto... Members>
constexpr void mark_referenced(Catalog& all, const catalog_table& entry, referenced_entry<Members...>) {
    ((all.columns[entry.first_column + member_index<Members>].referenced = true), ...);
}

template<auto Member, typename... Options>
constexpr std::size_t generated_column(const column_entry<Member, Options...>*) {
    return member_index<Member>;
}

template<typename Schema, typename Row, typename Catalog>
constexpr void add_entries(Catalog& all, catalog_table& entry, std::size_t table_index, std::size_t& next) {
    entry.first_reference = static_cast<schema_index>(next);
    each_entry(description_of<Row>, [&]<typename Entry>(const Entry&) {
        if constexpr (Entry::kind == entry_kind::reference) {
            using types = reference_types<Entry>;
            all.references[next].child = static_cast<schema_index>(table_index);
            all.references[next].parent = Schema::template index_or_none<typename types::parent>();
            all.references[next].child_columns = types::child_columns;
            all.references[next].parent_columns = types::parent_columns;
            all.references[next].owned = types::owned;
            all.references[next].has_law = has_law<Entry>;
            ++next;
        } else if constexpr (Entry::kind == entry_kind::referenced) {
            mark_referenced(all, entry, Entry{});
        } else if constexpr (has_generator<Entry>) {
            all.columns[entry.first_column + generated_column(static_cast<const Entry*>(nullptr))].described =
                true;
        }
    });
    entry.reference_count = static_cast<schema_index>(next - entry.first_reference);
}

/// Gathers the catalog of a schema; `Schema` maps a row to its position.
template<typename Schema, typename... Rows>
consteval auto gather_catalog() {
    constexpr std::size_t columns = (field_count<Rows> + ... + 0);
    constexpr std::size_t keys = (facts_of<Rows>.keys.size() + ... + 0);
    constexpr std::size_t references = (entries<Rows>::references + ... + 0);
    catalog<sizeof...(Rows), columns, keys, references> all{};
    std::size_t table_index = 0;
    std::size_t column = 0;
    std::size_t key = 0;
    std::size_t reference = 0;
    const auto add = [&]<typename Row>(std::type_identity<Row>) {
        catalog_table& entry = all.tables[table_index];
        entry.name = facts_of<Row>.name;
        entry.schema_name = facts_of<Row>.schema_name;
        entry.row_count = facts_of<Row>.row_count;
        entry.virtual_share = facts_of<Row>.virtual_share;
        entry.filled_outside = facts_of<Row>.filled_outside;
        entry.keys_only = facts_of<Row>.keys_only;
        entry.makes_rows = facts_of<Row>.makes_rows;
        add_columns<Row>(all, entry, column);
        entry.first_key = static_cast<schema_index>(key);
        entry.key_count = static_cast<schema_index>(facts_of<Row>.keys.size());
        for (const key_facts& facts : facts_of<Row>.keys) {
            static_cast<key_facts&>(all.keys[key]) = facts;
            all.keys[key++].table = static_cast<schema_index>(table_index);
        }
        add_entries<Schema, Row>(all, entry, table_index, reference);
        ++table_index;
    };
    (add(std::type_identity<Rows>{}), ...);
    static_cast<void>(add);
    for (const catalog_reference& each : all.references) {
        for (const schema_index place : each.parent_columns) {
            if (each.parent != no_index) {
                all.columns[all.tables[each.parent].first_column + place].referenced = true;
            }
        }
    }
    return all;
}

} // namespace detail

} // namespace synth

#endif
