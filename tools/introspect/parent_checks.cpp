// SPDX-License-Identifier: BSL-1.0
#include "parent_checks.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "relations.hpp"
#include "selection.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

// A column: its table's index in the model, and its own.
using place = std::pair<std::size_t, std::size_t>;

struct wish {
    std::size_t child{};
    row_check check{};
    bool needed = false;
};

// The column that a column repeats in the end.
place origin_of(const model& all, place at) {
    std::set<place> seen;
    bool further = true;
    while (further && seen.insert(at).second) {
        further = false;
        for (const row_reference& each : all.rows[at.first].references) {
            const auto found = std::ranges::find(each.members, at.second);
            if (found != each.members.end() && each.parent != at.first) {
                at = {each.parent,
                      each.parent_members[static_cast<std::size_t>(found - each.members.begin())]};
                further = true;
                break;
            }
        }
    }
    return at;
}

// Whether a column numbers the rows of each parent: a key has it beside columns of references.
bool numbers_rows(const row_struct& row, std::size_t column) {
    member_list known{column};
    for (const row_reference& each : row.references) {
        known.insert(known.end(), each.members.begin(), each.members.end());
    }
    const auto numbered = [&](const row_key& key) {
        return key.members.size() > 1 && contains(key.members, column) && within(key.members, known);
    };
    return std::ranges::count(known, column) == 1 &&
           (numbered(row.primary_key) || std::ranges::any_of(row.unique, numbered));
}

// Whether a column is of a reference that no two rows share, so that not all of them may seek the same
// parents.
bool is_one_to_one(const row_struct& row, std::size_t column) {
    return std::ranges::any_of(row.references, [&](const row_reference& each) {
        const auto decided = [&](const row_key& key) {
            return !key.members.empty() && within(key.members, each.members);
        };
        return contains(each.members, column) &&
               (decided(row.primary_key) || std::ranges::any_of(row.unique, decided));
    });
}

// What the checks of references ask of the keys where they come from.
std::map<place, std::vector<wish>> find_wishes(const model& all, const std::string& name_space) {
    std::map<place, std::vector<wish>> wishes;
    for (std::size_t child = 0; child < all.rows.size(); ++child) {
        const row_struct& row = all.rows[child];
        for (const row_check& each : row.checks) {
            if (each.columns.size() != 1) {
                continue;
            }
            const place at{child, *each.columns.begin()};
            const place origin = origin_of(all, at);
            const row_struct& parent = all.rows[origin.first];
            // What may be NULL is, where a check refuses its value.
            if (origin == at || row.members[at.second].source->nullable || parent.source->filled_outside) {
                continue;
            }
            const bool numbered = numbers_rows(parent, origin.second);
            if (!numbered && !is_kept_key(parent, {origin.second})) {
                continue;
            }
            row_check wanted = each;
            wanted.condition = with_replaced(each.condition, pointer_to(name_space, row, at.second) + ">",
                                             pointer_to(name_space, parent, origin.second) + ">");
            wanted.columns = {origin.second};
            wanted.remark = fmt::format("for {}, which repeats it", one_line(display(row.source->name)));
            // Rows that share parents seek some whose number is right.
            wishes[origin].push_back({child, std::move(wanted), !numbered || is_one_to_one(row, at.second)});
        }
    }
    return wishes;
}

} // namespace

void add_parent_checks(model& all, const std::string& name_space) {
    for (const auto& [origin, wishes] : find_wishes(all, name_space)) {
        const bool alone =
            std::ranges::all_of(wishes, [&](const wish& each) { return each.child == wishes.front().child; });
        if (!alone || !wishes.front().needed) {
            continue;
        }
        for (const wish& each : wishes) {
            all.rows[origin.first].checks.push_back(each.check);
        }
    }
}

} // namespace synth::introspect
