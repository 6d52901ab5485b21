// SPDX-License-Identifier: BSL-1.0
#include "dropped_keys.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "relations.hpp"
#include "selection.hpp"

namespace synth::introspect {

namespace {

// A key that is gone takes the references to it along.
void forget_key(model& all, std::size_t table, const std::vector<std::size_t>& members,
                const std::string& what) {
    row_struct& row = all.rows[table];
    not_represented(all, row.notes, display(row.source->name),
                    fmt::format("{} ({})", what, column_list(*row.source, members)),
                    "it cannot be kept together with the references of its columns; rows may break it");
    const auto same = [&](const row_key& one) { return same_columns(one.members, members); };
    if (same(row.primary_key) || std::ranges::any_of(row.unique, same)) {
        return;
    }
    for (row_struct& child : all.rows) {
        for (std::size_t at = child.references.size(); at-- > 0;) {
            if (at < child.references.size() && child.references[at].parent == table &&
                same_columns(child.references[at].parent_members, members)) {
                drop_reference(all, child, at, "the key it leads to is not represented");
            }
        }
    }
}

} // namespace

bool meet(const std::vector<std::size_t>& left, const std::vector<std::size_t>& right) {
    return std::ranges::any_of(
        left, [&](std::size_t each) { return std::ranges::find(right, each) != right.end(); });
}

bool same_columns(std::vector<std::size_t> left, std::vector<std::size_t> right) {
    std::ranges::sort(left);
    std::ranges::sort(right);
    return left == right;
}

void drop_unique(model& all, std::size_t table, std::size_t item) {
    row_struct& row = all.rows[table];
    const std::vector<std::size_t> members = row.unique[item].members;
    row.unique.erase(row.unique.begin() + static_cast<std::ptrdiff_t>(item));
    forget_key(all, table, members, "unique");
}

bool give_way_to_primary_key(model& all, std::size_t table) {
    row_struct& row = all.rows[table];
    const std::vector<std::size_t> members = row.primary_key.members;
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
