// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_EXISTING_COLUMNS_HPP
#define SYNTH_SCHEMA_EXISTING_COLUMNS_HPP

#include <cstddef>

#include <synth/schema/catalog.hpp>

namespace synth {

/// The key that orders the rows of a table that is filled outside, by its place in the catalog: the primary
/// key, else the first one; `no_index` where the table has none.
[[nodiscard]] constexpr std::size_t ordering_key(const catalog_view& schema, std::size_t table) {
    const catalog_table& entry = schema.tables[table];
    std::size_t found = no_index;
    for (std::size_t place = 0; place < entry.key_count; ++place) {
        const std::size_t key = entry.first_key + place;
        if (found == no_index || schema.keys[key].primary) {
            found = key;
        }
    }
    return found;
}

/// Whether rows of a table that is filled outside are looked up by a key: it orders them, or a reference
/// leads to it. Other keys are nobody's concern.
[[nodiscard]] constexpr bool is_existing_key(const catalog_view& schema, std::size_t key) {
    const std::size_t table = schema.keys[key].table;
    bool used = ordering_key(schema, table) == key;
    for (const catalog_reference& reference : schema.references) {
        used = used ||
               (reference.parent == table && reference.parent_columns.same_columns(schema.keys[key].columns));
    }
    return used;
}

/// Whether a column of a table that is filled outside is of such a key, so that each row must have a value.
[[nodiscard]] constexpr bool is_existing_column(const catalog_view& schema, std::size_t table,
                                                std::size_t column) {
    const catalog_table& entry = schema.tables[table];
    bool used = false;
    for (std::size_t place = 0; place < entry.key_count; ++place) {
        const std::size_t key = entry.first_key + place;
        used = used || (schema.keys[key].columns.contains(column) && is_existing_key(schema, key));
    }
    return used;
}

} // namespace synth

#endif
