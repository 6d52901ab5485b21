// SPDX-License-Identifier: BSL-1.0
#include "relations.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "computed.hpp"
#include "cpp_type.hpp"
#include "nulls.hpp"
#include "selection.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

bool some_left_out(const row_struct& row, const member_list& columns) {
    return std::ranges::any_of(columns, [&](std::size_t each) { return row.members[each].left_out; });
}

// A reference must lead to a key: SQLite finds out otherwise only when a row is inserted.
bool is_key(const table& parent, const member_list& columns) {
    const auto same = [&](const key& one) { return same_members(one.columns, columns); };
    return same(parent.primary_key) || std::ranges::any_of(parent.unique, same);
}

// As in schema/schema.hpp: the same type, or two integers.
bool may_refer(const column& child, const column& parent) {
    const auto integer = [](const column& one) { return !one.type.array && is_integer(one.type.of); };
    const auto spelled = [&](const column& one) { return cpp_type(one.type, display); };
    return (integer(child) && integer(parent)) || spelled(child) == spelled(parent);
}

// Why the reference cannot be represented; empty when it can.
std::string fill_parent(const row_struct& row, const row_struct& parent, row_reference& into) {
    const std::vector<column>& columns = parent.source->columns;
    for (const std::string& name : into.source->parent_columns) {
        if (const auto found = std::ranges::find(columns, name, &column::name); found != columns.end()) {
            into.parent_members.push_back(static_cast<std::size_t>(found - columns.begin()));
        }
    }
    if (into.parent_members.size() != into.members.size() || !is_key(*parent.source, into.parent_members)) {
        return "its columns are no key there; the database refuses rows too";
    }
    const auto computed = [&](std::size_t each) { return row.members[each].computed_from.has_value(); };
    if (std::ranges::any_of(into.members, computed)) {
        return "the database computes a column of it";
    }
    if (some_left_out(row, into.members) || some_left_out(parent, into.parent_members)) {
        return "a column of it is left out";
    }
    if (!is_kept_key(parent, made_of(parent, into.parent_members))) {
        return "the key it leads to is not represented";
    }
    for (std::size_t at = 0; at < into.members.size(); ++at) {
        if (!may_refer(row.source->columns[into.members[at]], columns[into.parent_members[at]])) {
            return "its columns have another type than the key; give both sides one type";
        }
    }
    return {};
}

void add_keys_of(model& all, row_struct& row) {
    const table& source = *row.source;
    const auto usable = [&](const key& one, std::string_view what) {
        if (std::ranges::any_of(one.columns, [&](std::size_t each) {
                const member& of = row.members[each];
                return !source.columns[each].generated_expression.empty() && !of.computed_from &&
                       !of.not_written;
            })) {
            return false; // unique_indexes.cpp keeps what it is generated from distinct
        }
        const auto found = std::ranges::find_if(
            one.columns, [&](std::size_t each) { return !may_be_key(source.columns[each].type); });
        if (found == one.columns.end() && !some_left_out(row, one.columns)) {
            return true;
        }
        not_represented(all, row.notes, display(source.name),
                        fmt::format("{} ({})", what, column_list(source, one.columns)),
                        found == one.columns.end() ? "a column of it is left out"
                                                   : fmt::format("values of {} cannot be kept distinct",
                                                                 one_line(source.columns[*found].type.sql)));
        return false;
    };
    if (usable(source.primary_key, "primary key")) {
        row.primary_key.members = made_of(row, source.primary_key.columns);
    }
    for (const key& each : source.unique) {
        const member_list members = made_of(row, each.columns);
        if (!usable(each, "unique") || (members != each.columns && is_kept_key(row, members))) {
            continue;
        }
        row.unique.push_back(
            {members, members != each.columns
                          ? fmt::format("unique ({}) in the database", column_list(source, each.columns))
                      : each.exclusion.empty() ? ""
                                               : fmt::format("exclusion constraint {}", each.exclusion)});
    }
}

void add_references_of(model& all, row_struct& row) {
    const table& source = *row.source;
    for (const reference& each : source.references) {
        const auto parent =
            std::ranges::find(all.rows, each.parent, [](const row_struct& one) { return one.source->name; });
        row_reference next{.source = &each, .members = each.columns};
        std::string why;
        if (parent == all.rows.end()) {
            why = "the table is not in this header; take it in with --schema or --include to have its "
                  "keys met";
        } else {
            next.parent = static_cast<std::size_t>(parent - all.rows.begin());
            why = fill_parent(row, *parent, next);
        }
        row.references.push_back(std::move(next));
        if (!why.empty()) {
            drop_reference(all, row, row.references.size() - 1, why);
        }
    }
}

} // namespace

void add_keys(model& all) {
    for (row_struct& each : all.rows) {
        add_keys_of(all, each);
    }
}

void add_references(model& all) {
    for (row_struct& each : all.rows) {
        add_references_of(all, each);
    }
}

bool is_kept_key(const row_struct& row, const member_list& members) {
    const auto same = [&](const row_key& one) { return same_members(one.members, members); };
    return same(row.primary_key) || std::ranges::any_of(row.unique, same);
}

bool has_key(const row_struct& row, const member_list& members) {
    const auto inside = [&](const row_key& one) {
        return !one.members.empty() && within(one.members, members);
    };
    return inside(row.primary_key) || std::ranges::any_of(row.unique, inside);
}

bool may_be_null(const row_struct& row, std::size_t column) {
    return row.members[column].source->nullable && !row.members[column].never_null;
}

bool is_in_reference(const row_struct& row, std::size_t column) {
    return std::ranges::any_of(row.references,
                               [&](const row_reference& one) { return contains(one.members, column); });
}

std::string column_list(const table& of, const member_list& columns) {
    std::string result;
    for (const std::size_t each : columns) {
        result += (result.empty() ? "" : ", ") + of.columns[each].name;
    }
    return result;
}

member_list nulls_without(const row_struct& row, std::size_t index) {
    const row_reference& one = row.references[index];
    const auto may_be_null = [&](std::size_t each) {
        const member& child = row.members[each];
        return child.source->nullable && !child.never_null && !child.left_out && !child.computed_from &&
               !child.not_written && child.type.starts_with("std::optional<");
    };
    if (one.source->match_full) {
        return std::ranges::all_of(one.members, may_be_null) ? one.members : member_list{};
    }
    // One null is enough for a reference of several columns too.
    for (const std::size_t each : one.members) {
        const bool elsewhere = std::ranges::any_of(row.references, [&](const row_reference& other) {
            return &other != &one && contains(other.members, each);
        });
        if (may_be_null(each) && !elsewhere && !contains(row.primary_key.members, each)) {
            return {each};
        }
    }
    return {};
}

void drop_reference(model& all, row_struct& row, std::size_t index, const std::string& why) {
    const member_list nulls = nulls_without(row, index);
    const row_reference dropped = std::move(row.references[index]);
    row.references.erase(row.references.begin() + static_cast<std::ptrdiff_t>(index));
    std::string names;
    for (const std::size_t each : nulls) {
        std::vector<std::string>& options = row.members[each].options;
        if (std::ranges::find(options, always_null) == options.end()) {
            options.emplace_back(always_null);
        }
        names += (names.empty() ? "" : ", ") + one_line(row.members[each].source->name);
    }
    not_represented(
        all, row.notes, display(row.source->name),
        fmt::format("foreign key ({}) references {}.{}", column_list(*row.source, dropped.source->columns),
                    dropped.source->parent.schema, dropped.source->parent.name),
        fmt::format("{}; {}", why,
                    nulls.empty() ? "rows may break it"
                                  : fmt::format("{} {} null", names, nulls.size() == 1 ? "stays" : "stay")));
    // With a column that is null throughout, other references are without a parent too.
    for (std::size_t at = row.references.size(); dropped.source->match_full && !nulls.empty() && at-- > 0;) {
        if (at < row.references.size() && meet(row.references[at].members, nulls)) {
            drop_reference(all, row, at, "a column of it stays null");
        }
    }
}

} // namespace synth::introspect
