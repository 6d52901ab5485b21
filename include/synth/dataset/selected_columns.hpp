// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_SELECTED_COLUMNS_HPP
#define SYNTH_DATASET_SELECTED_COLUMNS_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include <synth/dataset/generator_of.hpp>
#include <synth/dataset/kind_key.hpp>
#include <synth/dataset/optional_parent.hpp>
#include <synth/dataset/selective.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/derivation.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

// Whether a column of few values that other tables repeat is tied to others of this kind by a check: its
// values are dealt out too, and so that the rows keep to the check.
template<typename Schema, std::size_t Table, std::size_t Column>
consteval bool may_be_tied() {
    using row_type = typename Schema::template row_at<Table>;
    using value = value_type_of<field_type<row_type, Column>>;
    if constexpr (is_referenced<Schema>(Table, Column) && checks_of<row_type>.joins(Column)) {
        constexpr bool few = std::is_same_v<value, bool> || std::is_enum_v<value> ||
                             (has_kinds<value> && checks_of<row_type>.limits(Column));
        return few && may_be_dealt<Schema, Table, Column>();
    } else {
        return false;
    }
}

// Whether a check ties columns together that all are as asked.
template<typename Holds>
constexpr bool ties_only(const check_facts& check, const Holds& holds) {
    bool tied = check.size > 0 && check.columns.size() > 1;
    for (const schema_index column : check.columns) {
        tied = tied && holds(column);
    }
    return tied;
}

// Whether rows that refer to others of their table by a column of few values have a check that ties the
// column to what they repeat of it, as `above_level = level - 1` does.
template<typename Schema, std::size_t Reference, std::size_t Position>
consteval bool is_level() {
    constexpr catalog_reference reference = catalog_of<Schema>.references[Reference];
    constexpr std::size_t column = reference.parent_columns[Position];
    constexpr std::size_t repeated = reference.child_columns[Position];
    bool tied = false;
    if constexpr (has_open_forest<Schema>(Reference) && column != repeated &&
                  may_be_tied<Schema, reference.parent, column>()) {
        for (const check_facts& each : checks_of<typename Schema::template row_at<reference.parent>>.checks) {
            tied = tied || (each.columns.contains(column) && each.columns.contains(repeated));
        }
    }
    return tied;
}

template<typename Schema, std::size_t Reference>
constexpr void select_levels(std::array<bool, catalog_of<Schema>.columns.size()>& all) {
    constexpr catalog_reference reference = catalog_of<Schema>.references[Reference];
    constexpr std::uint32_t places = places_where<Schema, Reference>(
        []<std::size_t Position>() { return is_level<Schema, Reference, Position>(); });
    for (std::size_t place = 0; place < reference.parent_columns.size(); ++place) {
        if ((places >> place & 1U) != 0) {
            all[catalog_of<Schema>.tables[reference.parent].first_column + reference.parent_columns[place]] =
                true;
        }
    }
}

template<typename Schema, std::size_t Table>
constexpr void select_tied(std::array<bool, catalog_of<Schema>.columns.size()>& all) {
    using row_type = typename Schema::template row_at<Table>;
    constexpr catalog_table table = catalog_of<Schema>.tables[Table];
    constexpr auto dealt = []<std::size_t... Columns>(std::index_sequence<Columns...>) {
        return std::array<bool, sizeof...(Columns)>{may_be_tied<Schema, Table, Columns>()...};
    }(std::make_index_sequence<table.column_count>{});
    for (const check_facts& each : checks_of<row_type>.checks) {
        if (ties_only(each, [&](std::size_t column) {
                return dealt[column] || all[table.first_column + column];
            })) {
            for (const schema_index column : each.columns) {
                all[table.first_column + column] = true;
            }
        }
    }
}

// Of all columns of a schema, whether references select rows by them.
template<typename Schema>
inline constexpr auto selected_columns = [] {
    std::array<bool, catalog_of<Schema>.columns.size()> all{};
    for (std::size_t index = 0; index < catalog_of<Schema>.references.size(); ++index) {
        const catalog_reference& each = catalog_of<Schema>.references[index];
        for (std::size_t place = 0; place < each.parent_columns.size(); ++place) {
            if ((all_selective_places<Schema>[index] >> place & 1U) != 0) {
                all[catalog_of<Schema>.tables[each.parent].first_column + each.parent_columns[place]] = true;
            }
        }
    }
    [&]<std::size_t... References>(std::index_sequence<References...>) {
        (select_levels<Schema, References>(all), ...);
    }(std::make_index_sequence<catalog_of<Schema>.references.size()>{});
    const auto select = [&all]<std::size_t Table>(std::integral_constant<std::size_t, Table>) {
        if constexpr (std::ranges::any_of(checks_of<typename Schema::template row_at<Table>>.checks,
                                          [](const check_facts& each) { return each.columns.size() > 1; })) {
            select_tied<Schema, Table>(all);
        }
    };
    [&]<std::size_t... Tables>(std::index_sequence<Tables...>) {
        (select(std::integral_constant<std::size_t, Tables>{}), ...);
    }(std::make_index_sequence<catalog_of<Schema>.tables.size()>{});
    for (std::size_t index = 0; index < catalog_of<Schema>.references.size(); ++index) {
        const catalog_reference& each = catalog_of<Schema>.references[index];
        for (std::size_t place = 0; place < each.parent_columns.size(); ++place) {
            if ((derivation_of<Schema>.references[index].same_kinds >> place & 1U) != 0) {
                all[catalog_of<Schema>.tables[each.parent].first_column + each.parent_columns[place]] = true;
                const catalog_reference& via =
                    catalog_of<Schema>.references[derivation_of<Schema>.references[index].via];
                const std::size_t theirs = via.child_columns.position(each.child_columns[place]);
                all[catalog_of<Schema>.tables[via.parent].first_column + via.parent_columns[theirs]] = true;
            }
        }
    }
    // What repeats a key has its kinds from there.
    for (std::size_t index = 0; index < all.size(); ++index) {
        const derived_column& derived = derivation_of<Schema>.columns[index];
        if (all[index] && derived.source == column_source::reference) {
            const std::size_t parent = catalog_of<Schema>.references[derived.reference].parent;
            all[catalog_of<Schema>.tables[parent].first_column + derived.parent_column] = true;
        }
    }
    return all;
}();

} // namespace detail

/// Whether references select the rows of a table by a column, so that its values are dealt out to the rows.
template<typename Schema, std::size_t Table, std::size_t Column>
inline constexpr bool is_selected_by =
    detail::selected_columns<Schema>[catalog_of<Schema>.tables[Table].first_column + Column];

/// The columns of a table by which rows are selected, by their names: each changes when all combinations of
/// those before it have come.
template<typename Schema, std::size_t Table>
inline constexpr auto selected_of_table = [] {
    constexpr catalog_table table = catalog_of<Schema>.tables[Table];
    constexpr std::size_t first = table.first_column;
    constexpr auto is_selected = [](std::size_t column) {
        return detail::selected_columns<Schema>[first + column];
    };
    constexpr std::size_t count = [&] {
        std::size_t found = 0;
        for (std::size_t column = 0; column < table.column_count; ++column) {
            found += is_selected(column) ? 1 : 0;
        }
        return found;
    }();
    std::array<std::size_t, count> all{};
    std::size_t size = 0;
    for (std::size_t column = 0; column < table.column_count; ++column) {
        if (is_selected(column)) {
            std::size_t place = size++;
            for (; place > 0 && catalog_of<Schema>.columns[first + column].name <
                                    catalog_of<Schema>.columns[first + all[place - 1]].name;
                 --place) {
                all[place] = all[place - 1];
            }
            all[place] = column;
        }
    }
    return all;
}();

/// Of the columns by which rows of a table are selected, whether each is the key of a table of kinds.
template<typename Schema, std::size_t Table>
inline constexpr auto selected_kind_keys = []<std::size_t... Places>(std::index_sequence<Places...>) {
    return std::array<bool, sizeof...(Places)>{
        is_kind_key<Schema, Table, selected_of_table<Schema, Table>[Places]>...};
}(std::make_index_sequence<selected_of_table<Schema, Table>.size()>{});

/// The self-reference of a table that checks tie to columns by which its rows are selected: not every kind of
/// row may be a root, or have any parent. `no_index` where there is none.
template<typename Schema, std::size_t Table>
inline constexpr std::size_t rooted_reference = [] {
    constexpr catalog_table table = catalog_of<Schema>.tables[Table];
    const auto ties = [](const check_facts& each, std::size_t reference) {
        bool selected = false;
        bool repeated = false;
        for (const schema_index column : each.columns) {
            selected = selected || detail::selected_columns<Schema>[table.first_column + column];
            repeated = repeated || catalog_of<Schema>.references[reference].child_columns.contains(column);
        }
        return selected && repeated;
    };
    for (std::size_t index = table.first_reference;
         index < std::size_t{table.first_reference} + table.reference_count; ++index) {
        for (const check_facts& each : checks_of<typename Schema::template row_at<Table>>.checks) {
            if (detail::has_open_forest<Schema>(index) && each.size > 0 && ties(each, index)) {
                return index;
            }
        }
    }
    return std::size_t{no_index};
}();

namespace detail {

// Whether a reference finds rows of its parent by their kinds, whose places it then works out, or another one
// asks for the kind of the row that it finds.
template<typename Schema>
constexpr bool finds_by_kinds(std::size_t reference) {
    bool found = all_selective_places<Schema>[reference] != 0;
    for (std::size_t other = 0; other < derivation_of<Schema>.references.size(); ++other) {
        const derived_reference& each = derivation_of<Schema>.references[other];
        found = found || (each.same_kinds != 0 && (other == reference || each.via == reference));
    }
    return found;
}

} // namespace detail

/// Whether the rows of each owner have the kinds in turn, and not those of the whole table: each owner has a
/// tree of its own, which begins with a root. Only where no reference looks for rows by their kinds.
template<typename Schema, std::size_t Table>
inline constexpr bool has_kinds_of_owner = [] {
    constexpr catalog_table table = catalog_of<Schema>.tables[Table];
    constexpr std::size_t rooted = rooted_reference<Schema, Table>;
    bool found = false;
    if constexpr (rooted != no_index) {
        found = derivation_of<Schema>.references[rooted].within_owner;
        for (std::size_t index = 0; index < catalog_of<Schema>.references.size(); ++index) {
            found = found && (catalog_of<Schema>.references[index].parent != Table ||
                              !detail::finds_by_kinds<Schema>(index));
        }
        for (const std::size_t column : selected_of_table<Schema, Table>) {
            found = found && derivation_of<Schema>.columns[table.first_column + column].source ==
                                 column_source::generated;
        }
    }
    return found;
}();

/// Whether the rows of an owner have the kinds of a column in turn.
template<typename Schema, std::size_t Table, std::size_t Column>
inline constexpr bool is_dealt_by_owner =
    is_selected_by<Schema, Table, Column> && has_kinds_of_owner<Schema, Table>;

/// Whether the columns by which the rows of a table are selected are tied together: by a check, because one
/// is a key of kinds, of which each row has its own, or because roots come first.
template<typename Schema, std::size_t Table>
inline constexpr bool has_tied_kinds = [] {
    constexpr auto& keys = selected_kind_keys<Schema, Table>;
    bool found = (keys.size() > 1 && std::ranges::find(keys, true) != keys.end()) ||
                 rooted_reference<Schema, Table> != no_index;
    for (const check_facts& each : checks_of<typename Schema::template row_at<Table>>.checks) {
        found = found || detail::ties_only(each, [](std::size_t column) {
                    return detail::selected_columns<Schema>[catalog_of<Schema>.tables[Table].first_column +
                                                            column];
                });
    }
    return found;
}();

} // namespace synth

#endif
