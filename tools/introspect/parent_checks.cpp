// SPDX-License-Identifier: BSL-1.0
#include "parent_checks.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "derivable.hpp"
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
    bool seeks = false;    // the child finds rows that have it, so that the others may have anything
    bool optional = false; // it may be NULL instead
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

// Whether the library finds the rows of a kind by itself: the key lists its kinds, and what repeats it, if
// anything is between, may have any.
bool tells_kinds(const model& all, const place& at, const place& origin) {
    const row_struct& table = all.rows[origin.first];
    if (!is_listed(all, table, table.members[origin.second])) {
        return false;
    }
    const auto leads_there = [&](const row_reference& each, const place& from) {
        const auto found = std::ranges::find(each.members, from.second);
        return found != each.members.end() && each.parent == origin.first &&
               each.parent_members[static_cast<std::size_t>(found - each.members.begin())] == origin.second;
    };
    for (const row_reference& each : all.rows[at.first].references) {
        const auto found = std::ranges::find(each.members, at.second);
        if (found == each.members.end()) {
            continue;
        }
        const place between{each.parent,
                            each.parent_members[static_cast<std::size_t>(found - each.members.begin())]};
        const row_struct& row = all.rows[between.first];
        if (leads_there(each, at) || (!is_one_to_one(row, between.second) &&
                                      std::ranges::any_of(row.references, [&](const row_reference& up) {
                                          return leads_there(up, between);
                                      }))) {
            return true;
        }
    }
    return false;
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
            if (origin == at || parent.source->filled_outside || tells_kinds(all, at, origin)) {
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
            // Rows that share parents seek some whose number is right. What may be NULL is, where a check
            // refuses its value.
            const column& source = *row.members[at.second].source;
            wishes[origin].push_back({child, std::move(wanted), numbered && !is_one_to_one(row, at.second),
                                      source.nullable && source.generated_expression.empty()});
        }
    }
    return wishes;
}

// What several tables ask of one key: that it has the values of each of them. Nothing where one of them asks
// in C++, which no expression has beside it.
std::optional<row_check> of_any(const std::vector<wish>& wishes) {
    std::optional<row_check> any;
    for (std::size_t first = 0; first < wishes.size();) {
        row_check all = wishes[first].check;
        all.condition = fmt::format("({})", all.condition);
        std::size_t next = first;
        for (; next < wishes.size() && wishes[next].child == wishes[first].child; ++next) {
            const row_check& each = wishes[next].check;
            if (!each.columns_of_lambda.empty()) {
                return std::nullopt;
            }
            if (next > first) {
                all.condition += fmt::format(" && ({})", each.condition);
                all.choices = all.choices & each.choices;
            }
        }
        if (!any) {
            any = std::move(all);
        } else {
            any->name += fmt::format(" or {}", all.name);
            any->condition =
                fmt::format("{} || {}", any->condition,
                            next > first + 1 ? fmt::format("({})", all.condition) : all.condition);
            any->choices = any->choices | all.choices;
            any->remark = fmt::format("{}, and {}", any->remark, all.remark);
        }
        first = next;
    }
    return any;
}

} // namespace

void add_parent_checks(model& all, const std::string& name_space) {
    for (const auto& [origin, wishes] : find_wishes(all, name_space)) {
        std::vector<row_check>& checks = all.rows[origin.first].checks;
        const bool alone =
            std::ranges::all_of(wishes, [&](const wish& each) { return each.child == wishes.front().child; });
        if (std::ranges::any_of(wishes, &wish::seeks) || std::ranges::all_of(wishes, &wish::optional)) {
            continue;
        }
        if (alone) {
            for (const wish& each : wishes) {
                checks.push_back(each.check);
            }
        } else if (const std::optional<row_check> any = of_any(wishes)) {
            checks.push_back(*any);
        }
    }
}

} // namespace synth::introspect
