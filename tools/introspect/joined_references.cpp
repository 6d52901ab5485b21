// SPDX-License-Identifier: BSL-1.0
#include "joined_references.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "members.hpp"
#include "nulls.hpp"
#include "relations.hpp"
#include "selection.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

struct joined_reference {
    row_reference both;
    // Which must have values: without one of them there would be a parent all the same.
    member_list without_nulls{};
};

// The columns of both, if they lead to one row: a key of the parent is among the columns that they share.
std::optional<joined_reference> joined(const model& all, const row_struct& row, const row_reference& one,
                                       const row_reference& two) {
    if (one.parent != two.parent || one.source->match_full || two.source->match_full) {
        return std::nullopt;
    }
    row_reference result = one;
    member_list shared;
    bool some_null = false;
    member_list others_null;
    std::ranges::copy_if(one.members, std::back_inserter(others_null), [&](std::size_t each) {
        return !contains(two.members, each) && may_be_null(row, each);
    });
    for (std::size_t at = 0; at < two.members.size(); ++at) {
        const auto found = std::ranges::find(one.members, two.members[at]);
        if (found == one.members.end()) {
            if (contains(one.parent_members, two.parent_members[at])) {
                return std::nullopt;
            }
            if (may_be_null(row, two.members[at])) {
                others_null.push_back(two.members[at]);
            }
            result.members.push_back(two.members[at]);
            result.parent_members.push_back(two.parent_members[at]);
        } else if (one.parent_members[static_cast<std::size_t>(found - one.members.begin())] ==
                   two.parent_members[at]) {
            some_null = some_null || may_be_null(row, two.members[at]);
            shared.push_back(two.parent_members[at]);
        } else {
            return std::nullopt;
        }
    }
    // One within the other is for the library.
    const bool within_other = shared.size() == one.members.size() || shared.size() == two.members.size();
    if (within_other || !has_key(all.rows[one.parent], shared)) {
        return std::nullopt;
    }
    return joined_reference{std::move(result), some_null ? member_list{} : std::move(others_null)};
}

bool join_two(model& all, row_struct& row) {
    for (std::size_t left = 0; left < row.references.size(); ++left) {
        for (std::size_t right = left + 1; right < row.references.size(); ++right) {
            auto found = joined(all, row, row.references[left], row.references[right]);
            if (!found || !std::ranges::all_of(found->without_nulls, [&](std::size_t column) {
                    return forbid_nulls(row, column, "of two references, which lead to one row");
                })) {
                continue;
            }
            row_reference* const both = &found->both;
            both->remark = fmt::format("two references, which lead to one row: ({}) and ({})",
                                       column_list(*row.source, row.references[left].members),
                                       column_list(*row.source, row.references[right].members));
            row_struct& parent = all.rows[both->parent];
            if (!is_kept_key(parent, both->parent_members)) {
                parent.unique.push_back(
                    {both->parent_members, fmt::format("for {}, of which two references lead to one row",
                                                       display(row.source->name))});
            }
            row.references[left] = std::move(*both);
            row.references.erase(row.references.begin() + static_cast<std::ptrdiff_t>(right));
            return true;
        }
    }
    return false;
}

} // namespace

void join_references(model& all) {
    for (row_struct& each : all.rows) {
        while (join_two(all, each)) {
        }
    }
}

} // namespace synth::introspect
