// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_TOLD_APART_HPP
#define SYNTH_DATASET_TOLD_APART_HPP

#include <algorithm>
#include <cstddef>
#include <span>

#include <synth/dataset/pair_rule.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

// Whether a check of a table, or one of the conditions that it joins by AND, is as asked.
template<typename Asked>
constexpr bool any_joined(std::span<const expression_node> nodes, const Asked& asked) {
    if (nodes.back().what != operation::both) {
        return asked(nodes);
    }
    const auto operands = nodes.first(nodes.size() - 1);
    const std::size_t left = operands.size() - operands.back().size;
    return any_joined(operands.first(left), asked) || any_joined(operands.subspan(left), asked);
}

template<typename Row, typename Asked>
constexpr bool any_condition(const Asked& asked) {
    bool found = false;
    for (const check_facts& check : checks_of<Row>.checks) {
        found = found || (check.size > 0 && any_joined(checks_of<Row>.nodes_of(check), asked));
    }
    return found;
}

// Whether a condition tells the parents of two references apart.
constexpr bool tells_apart(std::span<const expression_node> nodes, const catalog_reference& one,
                           const catalog_reference& two) {
    const apart sides = columns_apart(one, two);
    const bool columns = sides.found && compares_columns(nodes) &&
                         std::min(nodes[0].column, nodes[1].column) == std::min(sides.left, sides.right) &&
                         std::max(nodes[0].column, nodes[1].column) == std::max(sides.left, sides.right);
    return columns || sets_rows_apart(nodes, one, two);
}

// Whether a condition tells a column that only one reference has from one that only the other has.
constexpr bool tells_columns_apart(std::span<const expression_node> nodes, const column_set& one,
                                   const column_set& two) {
    if (!compares_columns(nodes) || nodes.back().what != operation::unequal) {
        return false;
    }
    const auto only = [](const column_set& mine, const column_set& other, std::size_t column) {
        return mine.contains(column) && !other.contains(column);
    };
    const std::size_t left = nodes[0].column;
    const std::size_t right = nodes[1].column;
    return (only(one, two, left) && only(two, one, right)) || (only(one, two, right) && only(two, one, left));
}

} // namespace detail

/// Whether a check of a table tells the parents of two of its references apart: `captain <> mate`,
/// `low < high`, (a, b) <> (c, d).
template<typename Schema, std::size_t Table>
[[nodiscard]] constexpr bool told_apart(std::size_t one, std::size_t two) {
    return detail::any_condition<typename Schema::template row_at<Table>>([&](const auto& nodes) {
        return detail::tells_apart(nodes, catalog_of<Schema>.references[one],
                                   catalog_of<Schema>.references[two]);
    });
}

/// Whether it tells columns of them apart, whatever tables their parents are in: `granted_by <> member`, of
/// which one is a user and the other one anybody.
template<typename Schema, std::size_t Table>
[[nodiscard]] constexpr bool columns_told_apart(std::size_t one, std::size_t two) {
    return detail::any_condition<typename Schema::template row_at<Table>>([&](const auto& nodes) {
        return detail::tells_columns_apart(nodes, catalog_of<Schema>.references[one].child_columns,
                                           catalog_of<Schema>.references[two].child_columns);
    });
}

} // namespace synth

#endif
