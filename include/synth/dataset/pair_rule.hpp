// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_PAIR_RULE_HPP
#define SYNTH_DATASET_PAIR_RULE_HPP

#include <cstddef>
#include <cstdint>
#include <span>

#include <synth/schema/check.hpp>
#include <synth/schema/derivation.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// What a check asks of the two references of a pair of rows of one table: a friendship, a distance, a
/// follower.
enum class pair_rule : std::uint8_t {
    none,
    differ,  // a <> b: nobody follows himself
    ordered, // a < b: each pair once
};

/// The references of such a pair: the one that owns the rows, its partner, and the one that must be less.
struct pair_facts {
    pair_rule rule{};
    std::size_t owner{};
    std::size_t partner{};
    std::size_t lesser{};
};

namespace detail {

// Whether a check compares two columns and no more.
constexpr bool compares_columns(std::span<const expression_node> nodes) {
    return nodes.size() == 3 && nodes[0].what == operation::column && nodes[1].what == operation::column &&
           nodes[2].what >= operation::equal && nodes[2].what <= operation::greater_equal &&
           nodes[2].what != operation::equal;
}

template<typename Schema>
constexpr bool is_simple(std::size_t reference) {
    bool simple = catalog_of<Schema>.references[reference].child_columns.size() == 1;
    for (const derived_reference& other : derivation_of<Schema>.references) {
        simple = simple && other.via != reference;
    }
    return simple;
}

} // namespace detail

/// The pair of a table whose key is two references to one parent, of which one owns the rows, where a check
/// compares them; found at compile time.
template<typename Schema, std::size_t Table>
[[nodiscard]] consteval pair_facts pair_of_table() {
    using row_type = typename Schema::template row_at<Table>;
    constexpr catalog_table table = catalog_of<Schema>.tables[Table];
    constexpr std::size_t owner = derivation_of<Schema>.tables[Table].owner_reference;
    pair_facts pair;
    if constexpr (owner != no_index && checks_of<row_type>.checks.size() > 0) {
        if (!detail::is_simple<Schema>(owner)) {
            return pair;
        }
        for (std::size_t other = table.first_reference;
             other < std::size_t{table.first_reference} + table.reference_count; ++other) {
            const catalog_reference& mine = catalog_of<Schema>.references[owner];
            const catalog_reference& theirs = catalog_of<Schema>.references[other];
            if (derivation_of<Schema>.references[other].mode != reference_mode::partner ||
                theirs.parent != mine.parent || !detail::is_simple<Schema>(other) ||
                theirs.parent_columns[0] != mine.parent_columns[0] ||
                derivation_of<Schema>.tables[Table].joints[derivation_of<Schema>.references[other].joint].digits !=
                    1) {
                continue;
            }
            for (const check_facts& check : checks_of<row_type>.checks) {
                const auto nodes = checks_of<row_type>.nodes_of(check);
                if (!detail::compares_columns(nodes)) {
                    continue;
                }
                const schema_index left = nodes[0].column;
                const schema_index right = nodes[1].column;
                const bool forward = left == mine.child_columns[0] && right == theirs.child_columns[0];
                const bool backward = right == mine.child_columns[0] && left == theirs.child_columns[0];
                if (!forward && !backward) {
                    continue;
                }
                const bool less = nodes[2].what == operation::less || nodes[2].what == operation::less_equal;
                pair.owner = owner;
                pair.partner = other;
                pair.lesser = less == forward ? owner : other;
                pair.rule = nodes[2].what == operation::unequal && pair.rule != pair_rule::ordered
                                ? pair_rule::differ
                                : pair_rule::ordered;
                if (pair.rule == pair_rule::ordered) {
                    return pair;
                }
            }
        }
    }
    return pair;
}

/// How many partners each row has that keep the rule, among so many rows: each unordered pair belongs to one
/// of its two rows, the one from which the other is less than half a round away.
[[nodiscard]] constexpr std::uint64_t partners_of(pair_rule rule, std::uint64_t rows) {
    if (rule == pair_rule::none || rows == 0) {
        return rows;
    }
    return rule == pair_rule::differ ? rows - 1 : (rows - 1) / 2;
}

/// The partner of a row by its place among those that keep the rule.
[[nodiscard]] constexpr std::uint64_t partner_at(pair_rule rule, std::uint64_t own, std::uint64_t place,
                                                 std::uint64_t rows) {
    if (rule == pair_rule::none) {
        return place;
    }
    const std::uint64_t room = rows - own; // without running over
    return place + 1 < room ? own + 1 + place : place + 1 - room;
}

} // namespace synth

#endif
