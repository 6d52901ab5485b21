// SPDX-License-Identifier: BSL-1.0
#include "derivable.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <synth/schema/catalog.hpp>
#include <synth/schema/derive.hpp>
#include <synth/schema/fill_order.hpp>

#include "failure.hpp"
#include "relations.hpp"
#include "selection.hpp"

namespace synth::introspect {

namespace {

key_ability ability_of(const column& one) {
    if (one.type.array) {
        return key_ability::none;
    }
    switch (one.type.of) {
    case kind::int16:
        return key_ability::integer16;
    case kind::int32:
        return key_ability::integer32;
    case kind::int64:
        return key_ability::integer64;
    case kind::boolean:
    case kind::enumeration:
        return key_ability::narrow;
    default:
        return key_ability::wide;
    }
}

column_set set_of(const std::vector<std::size_t>& members) {
    column_set result;
    for (const std::size_t each : members) {
        result.add(each);
    }
    return result;
}

// The model as the library's own catalog, and which of the row's keys and references each entry is.
struct tables_of_model {
    std::vector<catalog_table> tables{};
    std::vector<catalog_column> columns{};
    std::vector<catalog_key> keys{};
    std::vector<catalog_reference> references{};

    explicit tables_of_model(const model& all) {
        for (const row_struct& row : all.rows) {
            add(row);
        }
    }

    [[nodiscard]] catalog_view view() const { return {tables, columns, keys, references}; }

private:
    void add(const row_struct& row) {
        const auto index = static_cast<schema_index>(tables.size());
        catalog_table next;
        next.name = row.name;
        next.first_column = static_cast<schema_index>(columns.size());
        next.column_count = static_cast<schema_index>(row.members.size());
        next.first_key = static_cast<schema_index>(keys.size());
        next.first_reference = static_cast<schema_index>(references.size());
        next.reference_count = static_cast<schema_index>(row.references.size());
        for (const member& each : row.members) {
            catalog_column added;
            added.name = each.source->name;
            added.nullable = each.type.starts_with("std::optional<");
            added.ability = ability_of(*each.source);
            columns.push_back(added);
        }
        const auto add_key = [&](const std::vector<std::size_t>& members, bool is_primary) {
            catalog_key key;
            key.columns = set_of(members);
            key.primary = is_primary;
            key.table = index;
            keys.push_back(key);
        };
        if (!row.primary_key.members.empty()) {
            add_key(row.primary_key.members, true);
        }
        for (const row_key& each : row.unique) {
            add_key(each.members, false);
        }
        next.key_count = static_cast<schema_index>(keys.size() - next.first_key);
        for (const row_reference& each : row.references) {
            catalog_reference next_reference;
            next_reference.child = index;
            next_reference.parent = static_cast<schema_index>(each.parent);
            next_reference.child_columns = set_of(each.members);
            next_reference.parent_columns = set_of(each.parent_members);
            references.push_back(next_reference);
        }
        tables.push_back(next);
    }
};

struct fault {
    derivation_fault rule{};
    std::size_t table{};
    std::size_t item{};
};

template<std::size_t Tables, std::size_t Columns, std::size_t References>
std::optional<fault> derive(tables_of_model& content) {
    content.tables.resize(Tables); // the rest are tables without keys and references
    const auto search = std::make_unique<deriver<Tables, Columns, References>>(content.view());
    const auto result = std::make_unique<derivation<Tables, Columns, References>>(search->run());
    if (result->fault == derivation_fault::none) {
        return std::nullopt;
    }
    return fault{result->fault, result->fault_table, result->fault_item};
}

// The library's arrays have their sizes in their types; two sizes serve every model.
std::optional<fault> find_fault(const model& all) {
    tables_of_model content{all};
    const auto fits = [&](std::size_t tables, std::size_t columns, std::size_t references) {
        return content.tables.size() <= tables && content.columns.size() <= columns &&
               content.references.size() <= references;
    };
    if (fits(64, 1024, 256)) {
        return derive<64, 1024, 256>(content);
    }
    if (fits(4096, 65000, 16384)) {
        return derive<4096, 65000, 16384>(content);
    }
    throw failure(
        "more than 4096 tables, 65000 columns or 16384 references; choose some with --schema or --include");
}

// Tables from which a reference leads to `to`, over any number of references.
bool leads_to(const model& all, std::size_t from, std::size_t to, std::vector<bool>& seen) {
    if (from == to) {
        return true;
    }
    seen[from] = true;
    return std::ranges::any_of(all.rows[from].references, [&](const row_reference& each) {
        return !seen[each.parent] && leads_to(all, each.parent, to, seen);
    });
}

bool is_nullable(const row_struct& row, const row_reference& one) {
    return std::ranges::any_of(
        one.members, [&](std::size_t each) { return row.members[each].type.starts_with("std::optional<"); });
}

// A reference of a cycle: the first one that may be null, since its rows can be loaded all the same, else the
// first.
std::optional<std::pair<std::size_t, std::size_t>> find_cycle(const model& all) {
    std::optional<std::pair<std::size_t, std::size_t>> first;
    for (std::size_t table = 0; table < all.rows.size(); ++table) {
        const row_struct& row = all.rows[table];
        for (std::size_t index = 0; index < row.references.size(); ++index) {
            const row_reference& each = row.references[index];
            std::vector<bool> seen(all.rows.size());
            if (each.parent == table || (first && !is_nullable(row, each)) ||
                !leads_to(all, each.parent, table, seen)) {
                continue;
            }
            if (is_nullable(row, each)) {
                return std::pair{table, index};
            }
            first = std::pair{table, index};
        }
    }
    return first;
}

bool meet(const std::vector<std::size_t>& left, const std::vector<std::size_t>& right) {
    return std::ranges::any_of(
        left, [&](std::size_t each) { return std::ranges::find(right, each) != right.end(); });
}

bool same_columns(std::vector<std::size_t> left, std::vector<std::size_t> right) {
    std::ranges::sort(left);
    std::ranges::sort(right);
    return left == right;
}

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
            if (child.references[at].parent == table &&
                same_columns(child.references[at].parent_members, members)) {
                drop_reference(all, child, at, "the key it leads to is not represented");
            }
        }
    }
}

// Whether there was something to leave out.
bool drop_key(model& all, std::size_t table, bool primary, std::size_t unique_index, const catalog_key& key) {
    row_struct& row = all.rows[table];
    if (!primary) {
        const std::vector<std::size_t> members = row.unique[unique_index].members;
        row.unique.erase(row.unique.begin() + static_cast<std::ptrdiff_t>(unique_index));
        forget_key(all, table, members, "unique");
        return true;
    }
    // The primary key is worth more than a reference: other tables refer to it.
    const std::vector<std::size_t> members(key.columns.begin(), key.columns.end());
    for (std::size_t at = row.references.size(); at-- > 0;) {
        if (meet(row.references[at].members, members)) {
            drop_reference(all, row, at, "it cannot be met together with the primary key");
            return true;
        }
    }
    if (row.primary_key.members.empty()) {
        return false; // a column `id` that no key can be made of: the library has the last word
    }
    row.primary_key.members.clear();
    forget_key(all, table, members, "primary key");
    return true;
}

} // namespace

void drop_underivable(model& all) {
    while (const auto cycle = find_cycle(all)) {
        drop_reference(all, all.rows[cycle->first], cycle->second,
                       "it closes a cycle of references, which cannot be filled yet");
    }
    while (const auto found = find_fault(all)) {
        const tables_of_model content{all};
        const catalog_table& entry = content.tables[found->table];
        if (found->rule == derivation_fault::key) {
            const catalog_key& key = content.keys[found->item];
            const std::size_t place = found->item - entry.first_key;
            const bool first_is_primary = content.keys[entry.first_key].primary;
            if (!drop_key(all, found->table, key.primary, place - (first_is_primary ? 1 : 0), key)) {
                return;
            }
            continue;
        }
        drop_reference(all, all.rows[found->table], found->item - entry.first_reference,
                       found->rule == derivation_fault::self_reference
                           ? "it leaves the rows of one owner, which cannot be met yet"
                           : "it shares columns with another reference but no ancestor that both lead to");
    }
}

} // namespace synth::introspect
