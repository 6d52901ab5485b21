// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_CHECK_CHOICES_HPP
#define SYNTH_SCHEMA_CHECK_CHOICES_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include <synth/core/integer.hpp>
#include <synth/core/number_range.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/expression_node.hpp>
#include <synth/schema/key_capacity.hpp>

namespace synth {

/// How many values a condition leaves a column, at most: those that it lists, and of whole numbers and days
/// those within its bounds.
struct value_choices {
    number_range bounds{no_lower_bound, no_upper_bound};
    std::uint64_t count{endless_capacity};

    /// One value among others.
    [[nodiscard]] static constexpr value_choices one() {
        value_choices result;
        result.count = 1;
        return result;
    }
    /// The numbers within bounds, both included.
    [[nodiscard]] static constexpr value_choices within(int128 low, int128 high) {
        value_choices result;
        result.bounds = {low, high};
        if (low > no_lower_bound && high < no_upper_bound) {
            constexpr int128 most = int128{1} << 62U;
            const int128 size = high < low ? 0 : high - low + 1;
            result.count = size > most ? endless_capacity : static_cast<std::uint64_t>(size);
        }
        return result;
    }

    /// Of the values that meet both of two conditions.
    [[nodiscard]] friend constexpr value_choices operator&(const value_choices& left,
                                                           const value_choices& right) {
        const int128 low = left.bounds.low > right.bounds.low ? left.bounds.low : right.bounds.low;
        const int128 high = left.bounds.high < right.bounds.high ? left.bounds.high : right.bounds.high;
        value_choices result = within(low, high);
        for (const std::uint64_t each : {left.count, right.count}) {
            result.count = each < result.count ? each : result.count;
        }
        return result;
    }
    /// Of the values that meet one of them.
    [[nodiscard]] friend constexpr value_choices operator|(const value_choices& left,
                                                           const value_choices& right) {
        value_choices result;
        result.bounds = {left.bounds.low < right.bounds.low ? left.bounds.low : right.bounds.low,
                         left.bounds.high > right.bounds.high ? left.bounds.high : right.bounds.high};
        result.count =
            right.count > endless_capacity - left.count ? endless_capacity : left.count + right.count;
        return result;
    }
};

/// The choices of a comparison of a column with a number, or with any other value.
[[nodiscard]] constexpr value_choices choices_of_comparison(operation what, bool number, int128 constant) {
    if (what == operation::equal) {
        return number ? value_choices::within(constant, constant) : value_choices::one();
    }
    if (!number) {
        return {};
    }
    switch (what) {
    case operation::less:
        return value_choices::within(no_lower_bound, constant - 1);
    case operation::less_equal:
        return value_choices::within(no_lower_bound, constant);
    case operation::greater:
        return value_choices::within(constant + 1, no_upper_bound);
    case operation::greater_equal:
        return value_choices::within(constant, no_upper_bound);
    default:
        return {};
    }
}

namespace detail {

// What a node leaves of its operands. The column stands on the left, as checks are written.
constexpr value_choices choices_of_node(std::span<const expression_node> nodes, std::size_t node,
                                        const value_choices& first, const value_choices& second) {
    const expression_node& root = nodes[node];
    if (root.what == operation::either || root.what == operation::both) {
        return root.what == operation::both ? first & second : first | second;
    }
    if (root.what < operation::equal || root.what > operation::greater_equal || root.size != 3) {
        return {};
    }
    const expression_node& left = nodes[node - 2];
    const expression_node& right = nodes[node - 1];
    if (left.what != operation::column || !is_whole(left) || right.what != operation::constant) {
        return {};
    }
    const bool whole = left.kind == value_kind::number && left.width > 0 && right.kind == value_kind::number;
    const bool days = left.kind == value_kind::date && right.kind == value_kind::date;
    return choices_of_comparison(root.what, (whole && right.scale == 0) || days, right.number);
}

// Of a condition over one column. Lists of choices are deep, and compilers recurse less deeply than that;
// what is deeper than the stack leaves endlessly many.
constexpr value_choices choices_of_condition(std::span<const expression_node> nodes) {
    constexpr std::size_t most = 64;
    std::array<value_choices, most> stack{};
    std::size_t depth = 0;
    for (std::size_t index = 0; index < nodes.size(); ++index) {
        if (nodes[index].size == 1) {
            if (depth == most) {
                return {};
            }
            stack[depth++] = {};
        } else if (nodes[index].size == nodes[index - 1].size + 1U) { // one operand
            stack[depth - 1] = {};
        } else {
            --depth;
            stack[depth - 1] = choices_of_node(nodes, index, stack[depth - 1], stack[depth]);
        }
    }
    return stack[0];
}

} // namespace detail

/// How many values the checks of a column leave it, as `sql::in(value<&line::kind>, "a", "b")` leaves two;
/// `endless_capacity` where they neither list values nor bound whole numbers or days.
template<std::size_t Checks, std::size_t Nodes>
[[nodiscard]] constexpr std::uint64_t choices_of_checks(const check_list<Checks, Nodes>& all,
                                                        std::size_t column) {
    value_choices choices;
    for (const check_facts& each : all.checks) {
        if (each.size > 0 && each.columns.size() == 1 && each.columns[0] == column) {
            choices = choices & detail::choices_of_condition(all.nodes_of(each));
        }
    }
    return choices.count;
}

} // namespace synth

#endif
