// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_SHARED_KINDS_HPP
#define SYNTH_SCHEMA_SHARED_KINDS_HPP

#include <cstddef>
#include <cstdint>

#include <synth/schema/catalog.hpp>
#include <synth/schema/column_set.hpp>

namespace synth {

/// Columns that two references share, of which some have few values that rows of their parents have in turn.
struct shared_kinds {
    std::uint32_t places{}; ///< of these among the columns of the first reference, as bits
    column_set others;      ///< of the child
};

/// Whether rows may be given the values of a column in turn: it has few, and neither a reference nor a key
/// needs it.
[[nodiscard]] constexpr bool may_have_kinds(const catalog_view& schema, std::size_t table,
                                            std::size_t column) {
    const catalog_table& entry = schema.tables[table];
    const catalog_column& facts = schema.columns[entry.first_column + column];
    bool may = facts.listed && !facts.described && !entry.filled_outside && is_written(facts);
    for (std::size_t each = entry.first_reference;
         each < std::size_t{entry.first_reference} + entry.reference_count; ++each) {
        may = may && !schema.references[each].child_columns.contains(column);
    }
    for (const catalog_key& key : schema.keys_of(table)) {
        bool needed = key.columns.contains(column);
        for (const catalog_key& other : schema.keys_of(table)) {
            const bool instead = other.columns.within(key.columns) && !other.columns.contains(column);
            needed = needed && !instead;
        }
        may = may && !needed;
    }
    return may;
}

/// Which of the columns that a reference shares with one that decides them are such, of one parent or of two.
/// Of two the deciding one must not have more kinds: some would have no like.
[[nodiscard]] constexpr shared_kinds find_shared_kinds(const catalog_view& schema,
                                                       const catalog_reference& reference,
                                                       const catalog_reference& decider,
                                                       const column_set& shared) {
    shared_kinds found;
    for (std::size_t place = 0; place < reference.child_columns.size(); ++place) {
        const schema_index column = reference.child_columns[place];
        const schema_index behind = reference.parent_columns[place];
        if (!shared.contains(column)) {
            continue;
        }
        const schema_index deciding = decider.parent_columns[decider.child_columns.position(column)];
        const bool one_parent = decider.parent == reference.parent;
        const auto kinds = [&](std::size_t table, std::size_t of) {
            return schema.columns[schema.tables[table].first_column + of].capacity;
        };
        const bool alike = one_parent
                               ? deciding == behind
                               : may_have_kinds(schema, decider.parent, deciding) &&
                                     kinds(decider.parent, deciding) <= kinds(reference.parent, behind);
        if (alike && may_have_kinds(schema, reference.parent, behind)) {
            found.places |= std::uint32_t{1} << place;
        } else {
            found.others.add(column);
        }
    }
    return found;
}

} // namespace synth

#endif
