// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_KEY_ROUTE_HPP
#define SYNTH_DATASET_KEY_ROUTE_HPP

#include <cstddef>
#include <cstdint>

#include <synth/schema/derivation.hpp>
#include <synth/schema/existing_columns.hpp>
#include <synth/schema/path.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// By what the columns of a key lead back to their row: the ways in which keys are kept distinct
/// (docs/design/derivation.md), turned round.
enum class key_route_kind : std::uint8_t {
    none,
    key,        // a column that is a bijection by itself
    one_to_one, // a reference whose parent no other row has
    of_row,     // a reference to one of the own descendants of the row
    joint,      // a joint key of the rows
    list,       // the row behind its parent
    one_each,   // the only row of its owner
    ordinal,    // the number within its owner
    of_owner,   // a joint key of the rows of one owner
    existing,   // a key of a table that is filled outside, by its place among the table's
};

struct key_route {
    key_route_kind kind{};
    std::size_t index{}; // of the column in its table, of the reference in the schema, of the joint key
};

/// Some columns of a table and the columns of another one that they repeat, place by place.
struct repeated_columns {
    column_set from;
    column_set to;
};

/// What some columns repeat of the parent of a reference.
[[nodiscard]] constexpr repeated_columns columns_of_parent(const catalog_reference& reference,
                                                           const column_set& columns) {
    const column_set from = reference.child_columns.shared_with(columns);
    return {from, columns_behind(reference, from)};
}

/// What some columns of a table repeat of its owner, which may be an ancestor found through a longer
/// reference.
template<typename Schema, std::size_t Table>
[[nodiscard]] constexpr repeated_columns columns_of_owner(const column_set& columns) {
    constexpr catalog_table entry = catalog_of<Schema>.tables[Table];
    constexpr derived_table derived = derivation_of<Schema>.tables[Table];
    if (derived.owner_reference != no_index) {
        return columns_of_parent(catalog_of<Schema>.references[derived.owner_reference], columns);
    }
    repeated_columns found;
    for (std::size_t index = entry.first_reference;
         found.from.empty() && index < std::size_t{entry.first_reference} + entry.reference_count; ++index) {
        const derived_reference& each = derivation_of<Schema>.references[index];
        if (each.mode != reference_mode::matched || each.via != no_index || each.of_row) {
            continue;
        }
        found = columns_of_parent(catalog_of<Schema>.references[index], columns);
        for (std::size_t step = 0; step < each.path.size; ++step) {
            const catalog_reference& next = catalog_of<Schema>.references[each.path.references[step]];
            repeated_columns further;
            for (std::size_t place = 0; place < found.from.size(); ++place) {
                if (next.child_columns.contains(found.to[place])) {
                    further.from.add(found.from[place]);
                    further.to.add(next.parent_columns[next.child_columns.position(found.to[place])]);
                }
            }
            found = further;
        }
    }
    return found;
}

namespace detail {

template<typename Schema>
constexpr bool name_parent(std::size_t reference, const column_set& columns) {
    const catalog_reference& each = catalog_of<Schema>.references[reference];
    return tells_rows_apart(catalog_of<Schema>.view(), each.parent, columns_of_parent(each, columns).to);
}

// Whether columns have every part of a joint key.
template<typename Schema, std::size_t Table>
constexpr bool have_parts(const column_set& columns, std::size_t joint) {
    constexpr catalog_table entry = catalog_of<Schema>.tables[Table];
    bool all = true;
    for (std::size_t column = 0; column < entry.column_count; ++column) {
        all = all && (columns.contains(column) ||
                      !derivation_of<Schema>.columns[entry.first_column + column].is_part_of(joint));
    }
    for (std::size_t index = entry.first_reference;
         index < std::size_t{entry.first_reference} + entry.reference_count; ++index) {
        all = all && (!derivation_of<Schema>.references[index].is_part_of(joint) ||
                      name_parent<Schema>(index, columns));
    }
    return all;
}

} // namespace detail

/// How the row is found that has certain values in some columns; `none` where these do not keep the rows
/// distinct. Every key that can be derived has a route.
template<typename Schema, std::size_t Table>
[[nodiscard]] constexpr key_route route_of(const column_set& columns) {
    constexpr catalog_table entry = catalog_of<Schema>.tables[Table];
    constexpr derived_table derived = derivation_of<Schema>.tables[Table];
    for (std::size_t place = 0; entry.filled_outside && place < entry.key_count; ++place) {
        const std::size_t key = std::size_t{entry.first_key} + place;
        if (catalog_of<Schema>.keys[key].columns.within(columns) &&
            is_existing_key(catalog_of<Schema>.view(), key)) {
            return {key_route_kind::existing, place};
        }
    }
    for (const schema_index column : columns) {
        if (derivation_of<Schema>.columns[entry.first_column + column].source == column_source::key) {
            return {key_route_kind::key, column};
        }
    }
    for (std::size_t index = entry.first_reference;
         index < std::size_t{entry.first_reference} + entry.reference_count; ++index) {
        const derived_reference& each = derivation_of<Schema>.references[index];
        const bool list = each.mode == reference_mode::forest && each.distinct;
        if ((list || each.mode == reference_mode::injective) && detail::name_parent<Schema>(index, columns)) {
            return {list ? key_route_kind::list : key_route_kind::one_to_one, index};
        }
        if (each.of_row && each.mode == reference_mode::matched &&
            detail::name_parent<Schema>(index, columns)) {
            return {key_route_kind::of_row, index};
        }
    }
    const bool owner =
        derived.owner != no_index && detail::tells_rows_apart(catalog_of<Schema>.view(), derived.owner,
                                                              columns_of_owner<Schema, Table>(columns).to);
    if (owner && derived.one_each) {
        return {key_route_kind::one_each, 0};
    }
    if (owner && derived.ordinal != no_index && columns.contains(derived.ordinal)) {
        return {key_route_kind::ordinal, derived.ordinal};
    }
    for (std::size_t joint = 0; joint < derived.joint_count; ++joint) {
        const bool of_owner = derived.joints[joint].of_owner;
        if ((owner || !of_owner) && detail::have_parts<Schema, Table>(columns, joint)) {
            return {of_owner ? key_route_kind::of_owner : key_route_kind::joint, joint};
        }
    }
    return {};
}

} // namespace synth

#endif
