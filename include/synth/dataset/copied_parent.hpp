// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_COPIED_PARENT_HPP
#define SYNTH_DATASET_COPIED_PARENT_HPP

#include <array>
#include <cstddef>
#include <utility>

#include <synth/dataset/pair_rule.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

// Whether an equation of two columns, in either order, is a part of a check of a table.
template<typename Row>
consteval bool equates_columns(std::size_t one, std::size_t other) {
    bool found = false;
    const auto& nodes = checks_of<Row>.nodes;
    for (std::size_t at = 2; at < nodes.size(); ++at) {
        if (nodes[at].what != operation::equal || nodes[at].size != 3) {
            continue;
        }
        const std::size_t left = nodes[at - 2].column;
        const std::size_t right = nodes[at - 1].column;
        found =
            found || (nodes[at - 2].what == operation::column && nodes[at - 1].what == operation::column &&
                      ((left == one && right == other) || (left == other && right == one)));
    }
    return found;
}

// Whether a check asks if a reference leads where another one of its row does, and it could: to the same
// table, by its own columns or those that both have.
template<typename Schema, std::size_t Table>
consteval bool may_copy_parent(std::size_t reference, std::size_t from) {
    const catalog_reference& mine = catalog_of<Schema>.references[reference];
    const catalog_reference& theirs = catalog_of<Schema>.references[from];
    bool good = reference != from && mine.parent == theirs.parent && mine.parent != no_index &&
                mine.parent_columns.size() == theirs.parent_columns.size();
    bool equated = false;
    for (std::size_t place = 0; good && place < mine.child_columns.size(); ++place) {
        const std::size_t column = mine.child_columns[place];
        const std::size_t other = theirs.child_columns[place];
        good = mine.parent_columns[place] == theirs.parent_columns[place] &&
               (column == other || decided_columns<Schema>(reference).contains(column));
        equated = equated || (column != other &&
                              equates_columns<typename Schema::template row_at<Table>>(column, other));
    }
    return good && equated;
}

template<typename Schema, std::size_t Table>
consteval std::size_t count_equated(std::size_t reference) {
    const catalog_table& table = catalog_of<Schema>.tables[Table];
    std::size_t count = 0;
    for (std::size_t place = 0; place < table.reference_count; ++place) {
        count += may_copy_parent<Schema, Table>(reference, table.first_reference + place) ? 1 : 0;
    }
    return count;
}

} // namespace detail

/// The references of a row, by their places in the table, to one of which a check wants another reference of
/// the row to be equal: of the winner in `winner IN (home, away)` these are home and away. Where references
/// are equal to as many others, the later one takes its parent from them.
template<std::size_t References>
struct copied_parents {
    std::array<std::size_t, References> places{};
    std::size_t size{};
};

namespace detail {

template<typename Schema, std::size_t Table, std::size_t Place>
consteval auto find_copied_parents() {
    constexpr catalog_table table = catalog_of<Schema>.tables[Table];
    copied_parents<table.reference_count> found;
    if constexpr (table.reference_count > 1 &&
                  checks_of<typename Schema::template row_at<Table>>.checks.size() > 0) {
        constexpr std::size_t reference = table.first_reference + Place;
        const std::size_t count = detail::count_equated<Schema, Table>(reference);
        for (std::size_t place = 0; count > 0 && place < table.reference_count; ++place) {
            const std::size_t from = table.first_reference + place;
            if (detail::may_copy_parent<Schema, Table>(reference, from)) {
                const std::size_t theirs = detail::count_equated<Schema, Table>(from);
                if (theirs < count || (theirs == count && place < Place)) {
                    found.places[found.size++] = place;
                }
            }
        }
    }
    return found;
}

} // namespace detail

/// Those of a reference, by its place in the table; none for most.
template<typename Schema, std::size_t Table, std::size_t Place>
inline constexpr auto copied_parents_of = detail::find_copied_parents<Schema, Table, Place>();

/// Whether a column is of a reference that leads where another one of its row does.
template<typename Schema, std::size_t Table>
[[nodiscard]] constexpr bool copies_parent(std::size_t column) {
    constexpr catalog_table table = catalog_of<Schema>.tables[Table];
    const std::size_t reference = derivation_of<Schema>.columns[table.first_column + column].reference;
    return [&]<std::size_t... Places>(std::index_sequence<Places...>) {
        return ((reference == table.first_reference + Places &&
                 copied_parents_of<Schema, Table, Places>.size > 0) ||
                ...);
    }(std::make_index_sequence<table.reference_count>{});
}

} // namespace synth

#endif
