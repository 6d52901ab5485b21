// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_PATH_HPP
#define SYNTH_SCHEMA_PATH_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <synth/schema/catalog.hpp>

namespace synth {

/// References that lead from a table to one of its ancestors: each starts where the one before it ends.
struct reference_path {
    static constexpr std::size_t longest = 8;

    std::array<schema_index, longest> references{};
    std::uint8_t size{};

    constexpr void add(std::size_t reference) { references[size++] = static_cast<schema_index>(reference); }
    [[nodiscard]] constexpr bool full() const { return size == longest; }

    [[nodiscard]] friend constexpr bool operator==(const reference_path&, const reference_path&) = default;
};

/// The parent's columns that stand behind some columns of a reference, in the order of those columns.
[[nodiscard]] constexpr column_set columns_behind(const catalog_reference& reference,
                                                  const column_set& child_columns) {
    column_set mapped;
    for (const schema_index column : child_columns) {
        mapped.add(reference.parent_columns[reference.child_columns.position(column)]);
    }
    return mapped;
}

/// Whether two sets name the same columns in the same order.
[[nodiscard]] constexpr bool same_columns_in_order(const column_set& left, const column_set& right) {
    if (left.size() != right.size()) {
        return false;
    }
    for (std::size_t position = 0; position < left.size(); ++position) {
        if (left[position] != right[position]) {
            return false;
        }
    }
    return true;
}

namespace detail {

// Follows every reference that carries all of the columns until they become the wanted ones of the wanted
// table.
template<typename Accept>
constexpr bool extend_path(const catalog_view& schema, std::size_t table, const column_set& columns,
                           std::size_t goal, const column_set& goal_columns, std::size_t steps,
                           reference_path& path, const Accept& accept) {
    if (table == goal && path.size == steps && same_columns_in_order(columns, goal_columns)) {
        return accept(path);
    }
    if (path.size == steps) {
        return false;
    }
    const catalog_table& entry = schema.tables[table];
    for (std::size_t index = entry.first_reference;
         index < std::size_t{entry.first_reference} + entry.reference_count; ++index) {
        const catalog_reference& reference = schema.references[index];
        if (reference.parent != table && reference.parent != no_index &&
            columns.within(reference.child_columns)) {
            path.add(index);
            if (extend_path(schema, reference.parent, columns_behind(reference, columns), goal, goal_columns,
                            steps, path, accept)) {
                return true;
            }
            --path.size;
        }
    }
    return false;
}

} // namespace detail

/// The references along which the columns of a table become the given columns of an ancestor, the shortest
/// such path that is accepted; a path of no references where the table is the ancestor.
template<typename Accept>
[[nodiscard]] constexpr std::optional<reference_path>
find_path(const catalog_view& schema, std::size_t table, const column_set& columns, std::size_t goal,
          const column_set& goal_columns, const Accept& accept) {
    reference_path path;
    for (std::size_t steps = 0; steps <= reference_path::longest; ++steps) {
        if (detail::extend_path(schema, table, columns, goal, goal_columns, steps, path, accept)) {
            return path;
        }
    }
    return std::nullopt;
}

/// The shortest path of all.
[[nodiscard]] constexpr std::optional<reference_path> find_path(const catalog_view& schema, std::size_t table,
                                                                const column_set& columns, std::size_t goal,
                                                                const column_set& goal_columns) {
    return find_path(schema, table, columns, goal, goal_columns, [](const reference_path&) { return true; });
}

/// A table whose key some columns of a descendant repeat, and the way to it: rows of the descendant that
/// agree in the columns belong to the same row of the table.
struct column_group {
    schema_index table{};
    column_set columns; // of that table, in the order of the descendant's columns
    reference_path path;
};

namespace detail {

// Whether columns of a table tell its rows apart: they are a key, or have one among them.
constexpr bool tells_rows_apart(const catalog_view& schema, std::size_t table, const column_set& columns) {
    bool found = false;
    for (const catalog_key& key : schema.keys_of(table)) {
        found = found || key.columns.within(columns);
    }
    return found;
}

template<typename Accept>
constexpr bool extend_group(const catalog_view& schema, std::size_t table, const column_set& columns,
                            column_group& group, const Accept& accept) {
    if (group.path.full()) {
        return false;
    }
    const catalog_table& entry = schema.tables[table];
    for (std::size_t index = entry.first_reference;
         index < std::size_t{entry.first_reference} + entry.reference_count; ++index) {
        const catalog_reference& reference = schema.references[index];
        if (reference.parent == table || reference.parent == no_index ||
            !columns.within(reference.child_columns)) {
            continue;
        }
        group.path.add(index);
        const column_set behind = columns_behind(reference, columns);
        if (columns.same_columns(reference.child_columns) ||
            tells_rows_apart(schema, reference.parent, behind)) {
            group.table = reference.parent;
            group.columns = behind;
            if (accept(group)) {
                return true;
            }
        }
        if (extend_group(schema, reference.parent, behind, group, accept)) {
            return true;
        }
        --group.path.size;
    }
    return false;
}

} // namespace detail

/// The nearest ancestor of which these columns of a table repeat a key, among those accepted.
template<typename Accept>
[[nodiscard]] constexpr std::optional<column_group>
find_group(const catalog_view& schema, std::size_t table, const column_set& columns, const Accept& accept) {
    column_group group;
    if (detail::extend_group(schema, table, columns, group, accept)) {
        return group;
    }
    return std::nullopt;
}

/// The nearest of all.
[[nodiscard]] constexpr std::optional<column_group> find_group(const catalog_view& schema, std::size_t table,
                                                               const column_set& columns) {
    return find_group(schema, table, columns, [](const column_group&) { return true; });
}

} // namespace synth

#endif
