// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_REFERENCE_GROUPS_HPP
#define SYNTH_DATABASE_REFERENCE_GROUPS_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <synth/database/joined.hpp>

namespace synth {

/// A reference between two tables, by their places in a list. A table may refer to itself.
struct table_link {
    std::size_t child{};
    std::size_t parent{};
    std::uint64_t cost{1}; ///< what it costs to fill the parent after the child
};

namespace detail {

// Which tables each table leads to, by one reference or several.
inline std::vector<std::vector<bool>> reachable_tables(std::size_t tables,
                                                       std::span<const table_link> links) {
    std::vector<std::vector<std::size_t>> parents(tables);
    for (const table_link& link : links) {
        parents[link.child].push_back(link.parent);
    }
    std::vector<std::vector<bool>> reached(tables, std::vector<bool>(tables));
    for (std::size_t table = 0; table < tables; ++table) {
        std::vector<std::size_t> open{table};
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            for (const std::size_t parent : parents[at]) {
                if (!reached[table][parent]) {
                    reached[table][parent] = true;
                    open.push_back(parent);
                }
            }
        }
    }
    return reached;
}

} // namespace detail

/// The tables in groups, parents first: those that refer to each other in a cycle are one group. A list that
/// is in order already stays as it is.
[[nodiscard]] inline std::vector<std::vector<std::size_t>>
reference_groups(std::size_t tables, std::span<const table_link> links) {
    const std::vector<std::vector<bool>> reached = detail::reachable_tables(tables, links);
    std::vector<std::vector<std::size_t>> groups;
    std::vector<bool> grouped(tables);
    std::vector<bool> ready(tables);
    while (std::ranges::find(grouped, false) != grouped.end()) {
        for (std::size_t table = 0; table < tables; ++table) {
            bool waits = grouped[table];
            std::vector<std::size_t> group;
            for (std::size_t other = 0; other < tables && !waits; ++other) {
                if (other == table || (reached[table][other] && reached[other][table])) {
                    group.push_back(other);
                } else {
                    waits = reached[table][other] && !ready[other];
                }
            }
            if (!waits) {
                for (const std::size_t member : group) {
                    grouped[member] = ready[member] = true;
                }
                groups.push_back(std::move(group));
            }
        }
    }
    return groups;
}

/// A group in the order in which it is filled: next is always the table whose references to tables behind it
/// cost least. That takes no dear reference unless every order has one as dear.
[[nodiscard]] inline std::vector<std::size_t> cheapest_order(std::vector<std::size_t> group,
                                                             std::span<const table_link> links) {
    std::vector<std::size_t> order;
    while (!group.empty()) {
        std::vector<std::uint64_t> costs;
        for (const std::size_t table : group) {
            std::uint64_t cost = 0;
            for (const table_link& link : links) {
                const bool late = link.child == table && link.parent != table &&
                                  std::ranges::find(group, link.parent) != group.end();
                cost += late ? link.cost : 0;
            }
            costs.push_back(cost);
        }
        const auto best = std::ranges::min_element(costs) - costs.begin();
        order.push_back(group[static_cast<std::size_t>(best)]);
        group.erase(group.begin() + best);
    }
    return order;
}

/// The tables of the shortest cycle that a reference is part of, from its child back to its child: {0, 1, 0}.
[[nodiscard]] inline std::vector<std::size_t> cycle_through(const table_link& link, std::size_t tables,
                                                            std::span<const table_link> links) {
    constexpr std::size_t nothing = ~std::size_t{0};
    std::vector<std::size_t> before(tables, nothing);
    std::vector<std::size_t> open{link.parent};
    for (std::size_t next = 0; next < open.size() && before[link.child] == nothing; ++next) {
        for (const table_link& each : links) {
            if (each.child == open[next] && before[each.parent] == nothing && each.parent != link.parent) {
                before[each.parent] = each.child;
                open.push_back(each.parent);
            }
        }
    }
    std::vector<std::size_t> cycle;
    for (std::size_t table = link.child; table != nothing; table = before[table]) {
        cycle.push_back(table);
        if (table == link.parent) {
            break;
        }
    }
    cycle.push_back(link.child);
    std::ranges::reverse(cycle);
    return cycle;
}

/// The cycle that a reference is part of, in words: "the cycle hen -> egg -> hen: ".
template<typename NameOf>
[[nodiscard]] std::string shown_cycle(const table_link& link, std::size_t tables,
                                      std::span<const table_link> links, NameOf&& name_of) {
    return "the cycle " + joined(cycle_through(link, tables, links), " -> ", name_of) + ": ";
}

} // namespace synth

#endif
