// SPDX-License-Identifier: BSL-1.0
#include "dropped_keys.hpp"

#include <string>

#include <fmt/format.h>

#include "relations.hpp"
#include "selection.hpp"

namespace synth::introspect {

namespace {

// A key that is gone takes the references to it along.
void forget_key(model& all, std::size_t table, const member_list& members, const std::string& what) {
    row_struct& row = all.rows[table];
    not_represented(all, row.notes, display(row.source->name),
                    fmt::format("{} ({})", what, column_list(*row.source, members)),
                    "it cannot be kept together with the references of its columns; rows may break it");
    if (is_kept_key(row, members)) {
        return;
    }
    for (row_struct& child : all.rows) {
        for (std::size_t at = child.references.size(); at-- > 0;) {
            if (at < child.references.size() && child.references[at].parent == table &&
                same_members(child.references[at].parent_members, members)) {
                drop_reference(all, child, at, "the key it leads to is not represented");
            }
        }
    }
}

} // namespace

void drop_unique(model& all, std::size_t table, std::size_t item) {
    row_struct& row = all.rows[table];
    const member_list members = row.unique[item].members;
    row.unique.erase(row.unique.begin() + static_cast<std::ptrdiff_t>(item));
    forget_key(all, table, members, "unique");
}

bool give_way_to_primary_key(model& all, std::size_t table) {
    row_struct& row = all.rows[table];
    const member_list members = row.primary_key.members;
    for (std::size_t at = row.references.size(); at-- > 0;) {
        if (meet(row.references[at].members, members)) {
            drop_reference(all, row, at, "it cannot be met together with the primary key");
            return true;
        }
    }
    if (members.empty()) {
        return false;
    }
    row.primary_key.members.clear();
    forget_key(all, table, members, "primary key");
    return true;
}

} // namespace synth::introspect
