// SPDX-License-Identifier: BSL-1.0
#include "postgres_partitions.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <utility>

#include <fmt/format.h>

namespace synth::introspect {

postgres_result partitions_of(const postgres_connection& from, const std::vector<std::string>& tables) {
    return from.query(
        "SELECT root, t.relid::oid, t.parentrelid::oid, t.isleaf, "
        "pg_get_expr(c.relpartbound, c.oid), pg_get_partition_constraintdef(c.oid), "
        "pg_get_partition_constraintdef(t.parentrelid), "
        "(SELECT string_agg(pg_get_expr(k.conbin, k.conrelid), ' AND ' ORDER BY k.conname) "
        "FROM pg_constraint k WHERE k.conrelid = t.relid AND k.contype = 'c' AND t.isleaf AND NOT EXISTS "
        "(SELECT FROM pg_constraint o WHERE o.conrelid = root AND o.contype = 'c' AND o.conname = "
        "k.conname)) "
        "FROM unnest($1::oid[]) root, pg_partition_tree(root) t JOIN pg_class c ON c.oid = t.relid "
        "WHERE t.level > 0 ORDER BY root, t.level, c.relname COLLATE \"C\", t.relid",
        array_text(tables));
}

void add_partition_bounds(table& owner, const std::string& root, const std::string& key,
                          const postgres_result& rows) {
    constexpr int column_root = 0;
    constexpr int column_parent = 2;
    constexpr int column_leaf = 3;
    constexpr int column_bound = 5;
    constexpr int column_bound_of_parent = 6;
    constexpr int column_checks = 7;
    std::map<std::string, double> filled; // by parent: what share of its rows have a place whatever they are
    for (int row = 0; row < rows.size(); ++row) {
        const std::string bound = rows.text(row, 4);
        int modulus = 0;
        if (rows.text(row, column_root) != root || !rows.yes(row, column_leaf)) {
            continue;
        }
        if (bound == "DEFAULT") {
            filled[rows.text(row, column_parent)] = 1;
        } else if (std::sscanf(bound.c_str(), "FOR VALUES WITH (modulus %d", &modulus) == 1 && modulus > 0) {
            filled[rows.text(row, column_parent)] += 1.0 / modulus;
        }
    }
    bool checks = false; // of partitions for themselves
    for (int row = 0; row < rows.size(); ++row) {
        checks = checks || (rows.text(row, column_root) == root && !rows.null(row, column_checks));
    }
    const auto takes_all = [&](const std::string& parent) {
        constexpr double nearly = 1 - 1e-9; // the sum of 1 / 3 and the like
        const auto found = filled.find(parent);
        return found != filled.end() && found->second >= nearly;
    };
    if (takes_all(root) && !checks) {
        return;
    }
    check bounds{.name = "partition bounds",
                 .conditions = {},
                 .text = fmt::format("PARTITION BY {}", key),
                 .consequence =
                     "rows are refused if no partition takes them; add a default partition or give "
                     "its columns generators that stay inside",
                 .remark = {},
                 .partitions = true};
    // Below a parent that takes every row, nobody knows which partition: the checks of all count.
    std::map<std::string, std::string> below;
    bool some = false;
    const auto both = [](const std::string& one, const std::string& other) {
        return one.empty() || other.empty() ? one + other : fmt::format("({}) AND ({})", one, other);
    };
    for (int row = 0; row < rows.size(); ++row) {
        if (rows.text(row, column_root) != root || !rows.yes(row, column_leaf)) {
            continue;
        }
        some = true;
        const std::string parent = takes_all(root) ? root : rows.text(row, column_parent);
        const std::string own = rows.text(row, column_checks);
        if (takes_all(parent)) {
            std::string& all = below[parent];
            all = all.empty() && parent != root ? rows.text(row, column_bound_of_parent) : all;
            all = both(all, own);
        } else {
            const std::string condition = both(rows.text(row, column_bound), own);
            if (std::ranges::find(bounds.conditions, condition) == bounds.conditions.end()) {
                bounds.conditions.push_back(condition);
            }
        }
    }
    for (const auto& [parent, condition] : below) {
        bounds.conditions.push_back(condition);
    }
    if (!some) {
        owner.notes.push_back({"", bounds.text, "it has no partition that takes rows; create one"});
        return;
    }
    owner.checks.push_back(std::move(bounds));
}

} // namespace synth::introspect
