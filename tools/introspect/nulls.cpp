// SPDX-License-Identifier: BSL-1.0
#include "nulls.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "relations.hpp"
#include "selection.hpp"
#include "text.hpp"

namespace synth::introspect {

bool forbid_nulls(row_struct& row, std::size_t column, const std::string& why) {
    member& one = row.members[column];
    if (!one.source->nullable || one.never_null) {
        return true;
    }
    const bool always = std::ranges::find(one.options, always_null) != one.options.end();
    const bool forest = std::ranges::any_of(row.references, [&](const row_reference& each) {
        return contains(each.members, column) && each.source->parent == row.source->name;
    });
    if (always || forest) { // the roots of a forest are null
        return false;
    }
    one.never_null = true;
    one.options.emplace_back("synth::nulls(0.0)");
    one.notes.push_back(one_line(fmt::format("no nulls: {}", why)));
    return true;
}

void keep_matches_full(model& all, const std::string& name_space) {
    for (row_struct& row : all.rows) {
        const std::size_t references = row.references.size();
        for (std::size_t index = 0; index < references; ++index) {
            const row_reference& each = row.references[index];
            if (!each.source->match_full) {
                continue;
            }
            const auto shared = [&](std::size_t column) {
                return std::ranges::any_of(row.references, [&](const row_reference& other) {
                    return &other != &each && contains(other.members, column);
                });
            };
            const std::string why = fmt::format("{} is MATCH FULL", each.source->name);
            const bool checked = std::ranges::any_of(each.members, [&](std::size_t column) {
                return std::ranges::any_of(
                    row.checks, [&](const row_check& one) { return one.columns.contains(column); });
            });
            if (std::ranges::all_of(each.members,
                                    [&](std::size_t column) { return may_be_null(row, column); }) &&
                std::ranges::none_of(each.members, shared)) {
                if (checked) { // a row is without a parent as a whole, and one check less is easier to meet
                    row.references[index].remark = why;
                    continue;
                }
                std::string condition;
                for (std::size_t at = 1; at < each.members.size(); ++at) {
                    const auto null = [&](std::size_t column) {
                        return fmt::format("synth::sql::is_null(synth::value<{}>)",
                                           pointer_to(name_space, row, column));
                    };
                    condition += fmt::format("{}{} == {}", at == 1 ? "" : " && ", null(each.members[0]),
                                             null(each.members[at]));
                }
                row.checks.push_back({.name = each.source->name,
                                      .condition = condition,
                                      .columns = {each.members.begin(), each.members.end()},
                                      .remark = why});
                continue;
            }
            for (const std::size_t column : each.members) {
                if (!forbid_nulls(row, column, why)) {
                    not_represented(all, row.notes, display(row.source->name), why,
                                    "rows may break it; give its columns nulls together or not at all");
                }
            }
        }
    }
}

} // namespace synth::introspect
