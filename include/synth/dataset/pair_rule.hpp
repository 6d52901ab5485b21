// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_PAIR_RULE_HPP
#define SYNTH_DATASET_PAIR_RULE_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include <synth/dataset/selective.hpp>
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
    std::size_t key{};     // the parent's column behind those that the check compares
    bool within_a_group{}; // the partner is one of the parents that agree with the owner in other columns

    /// What the check asks of the places of a reference.
    [[nodiscard]] constexpr pair_rule rule_for(std::size_t reference) const {
        return rule != pair_rule::none && partner == reference ? rule : pair_rule::none;
    }
};

namespace detail {

// Whether a check compares two columns and no more.
constexpr bool compares_columns(std::span<const expression_node> nodes) {
    return nodes.size() == 3 && nodes[0].what == operation::column && nodes[1].what == operation::column &&
           is_whole(nodes[0]) && is_whole(nodes[1]) && nodes[2].what >= operation::equal &&
           nodes[2].what <= operation::greater_equal && nodes[2].what != operation::equal;
}

// What two references to one parent have apart from columns that they share: one column each, before one of
// the parent.
struct apart {
    bool found{};
    schema_index left{no_index};
    schema_index right{no_index};
    schema_index parent{no_index};
};

constexpr apart columns_apart(const catalog_reference& left, const catalog_reference& right) {
    apart result;
    if (left.parent != right.parent || left.child_columns.size() != right.child_columns.size()) {
        return result;
    }
    for (std::size_t place = 0; place < left.child_columns.size(); ++place) {
        const schema_index behind = left.parent_columns[place];
        const std::size_t other = right.parent_columns.position(behind);
        if (other == right.parent_columns.size() ||
            (left.child_columns[place] != right.child_columns[other] && result.found)) {
            return {};
        }
        if (left.child_columns[place] != right.child_columns[other]) {
            result = {true, left.child_columns[place], right.child_columns[other], behind};
        }
    }
    return result;
}

// The same of references that repeat a key of one column each, whatever else they repeat: the rest follows.
constexpr apart keys_apart(const catalog_view& schema, const catalog_reference& left,
                           const catalog_reference& right) {
    if (left.parent != right.parent || !left.child_columns.shared_with(right.child_columns).empty()) {
        return {};
    }
    for (const catalog_key& key : schema.keys_of(left.parent)) {
        const std::size_t one = left.parent_columns.position(key.columns[0]);
        const std::size_t two = right.parent_columns.position(key.columns[0]);
        if (key.columns.size() == 1 && one < left.parent_columns.size() &&
            two < right.parent_columns.size()) {
            return {true, left.child_columns[one], right.child_columns[two], key.columns[0]};
        }
    }
    return {};
}

// Whether the expression that ends with a node is `one <> two` of these columns, in either order.
constexpr bool sets_columns_apart(std::span<const expression_node> nodes, std::size_t root, std::size_t one,
                                  std::size_t two) {
    if (root < 2 || nodes[root].what != operation::unequal || !compares_columns(nodes.subspan(root - 2, 3))) {
        return false;
    }
    const schema_index left = nodes[root - 2].column;
    const schema_index right = nodes[root - 1].column;
    return (left == one && right == two) || (left == two && right == one);
}

// Whether a check says that two references to one parent lead to different rows: (a, b) <> (c, d), which is
// a <> c OR b <> d over all columns that they do not share.
constexpr bool sets_rows_apart(std::span<const expression_node> nodes, const catalog_reference& left,
                               const catalog_reference& right) {
    if (left.parent != right.parent || right.child_columns.size() != left.child_columns.size()) {
        return false;
    }
    std::size_t compared = 0;
    std::size_t joined = 0;
    for (const expression_node& each : nodes) {
        joined += each.what == operation::either ? 1 : 0;
        compared += each.what == operation::unequal ? 1 : 0;
    }
    std::size_t columns = 0;
    bool all = true;
    for (std::size_t place = 0; place < left.child_columns.size(); ++place) {
        const std::size_t other = right.parent_columns.position(left.parent_columns[place]);
        if (other == right.parent_columns.size()) {
            return false;
        }
        const schema_index one = left.child_columns[place];
        const schema_index two = right.child_columns[other];
        bool found = one == two;
        columns += found ? 0 : 1;
        for (std::size_t at = 2; at < nodes.size(); ++at) {
            found = found || sets_columns_apart(nodes, at, one, two);
        }
        all = all && found;
    }
    return all && columns > 0 && compared == columns && joined == columns - 1 &&
           nodes.size() == 4 * columns - 1;
}

// The columns of a table that a reference of it decides: another one may decide some that it shares.
template<typename Schema>
consteval column_set decided_columns(std::size_t reference) {
    const catalog_reference& facts = catalog_of<Schema>.references[reference];
    column_set decided;
    for (const schema_index column : facts.child_columns) {
        const std::size_t place = catalog_of<Schema>.tables[facts.child].first_column + column;
        if (derivation_of<Schema>.columns[place].reference == reference) {
            decided.add(column);
        }
    }
    return decided;
}

// Whether other references of its table follow a reference.
template<typename Schema>
consteval bool has_followers(std::size_t reference) {
    bool found = false;
    for (const derived_reference& other : derivation_of<Schema>.references) {
        found = found || other.via == reference;
    }
    return found;
}

// Whether rows other than the partner are found by a reference or by the rows that it owns: they would be
// others if the sides changed places.
template<typename Schema>
constexpr bool is_followed(std::size_t reference, std::size_t partner) {
    const std::size_t table = catalog_of<Schema>.references[reference].child;
    bool followed = false;
    for (std::size_t other = 0; other < catalog_of<Schema>.references.size(); ++other) {
        const derived_reference& each = derivation_of<Schema>.references[other];
        const bool by_owner = each.within_owner ||
                              (each.mode == reference_mode::matched && each.via == no_index && !each.of_row);
        followed = followed || (other != partner && each.via == reference) ||
                   (by_owner && catalog_of<Schema>.references[other].child == table);
        for (std::size_t step = 0; step < each.path.size; ++step) {
            followed = followed || each.path.references[step] == reference;
        }
    }
    return followed;
}

// Whether a reference is the other side of the owner's, and what they compare.
template<typename Schema, std::size_t Table>
constexpr apart sides_of_pair(std::size_t owner, std::size_t other) {
    const derived_table& table = derivation_of<Schema>.tables[Table];
    const derived_reference& derived = derivation_of<Schema>.references[other];
    const apart keys = keys_apart(catalog_of<Schema>.view(), catalog_of<Schema>.references[owner],
                                  catalog_of<Schema>.references[other]);
    const bool alone = keys.found;
    const apart sides =
        alone ? keys
              : columns_apart(catalog_of<Schema>.references[owner], catalog_of<Schema>.references[other]);
    const bool partner = alone && derived.mode == reference_mode::partner;
    const bool choice =
        !alone && derived.mode == reference_mode::matched && derived.distinct && derived.via == owner;
    if (!sides.found || (!partner && !choice) || !table.joints[derived.joint].of_owner) {
        return {};
    }
    return all_selective_places<Schema>[other] == 0 ? sides : apart{};
}

// Whether a reference of several columns of its own is the other side of the owner's, and a check keeps them
// apart.
template<typename Schema, std::size_t Table>
constexpr bool is_pair_of_rows(std::size_t owner, std::size_t other) {
    const auto& checks = checks_of<typename Schema::template row_at<Table>>;
    const derived_reference& derived = derivation_of<Schema>.references[other];
    const bool chosen = derived.mode == reference_mode::partner ||
                        (derived.mode == reference_mode::matched && derived.distinct && derived.via == owner);
    const bool partner = chosen && derivation_of<Schema>.tables[Table].joints[derived.joint].of_owner &&
                         all_selective_places<Schema>[owner] == 0 && all_selective_places<Schema>[other] == 0;
    bool found = false;
    for (const check_facts& check : checks.checks) {
        found =
            found || (partner && sets_rows_apart(checks.nodes_of(check), catalog_of<Schema>.references[owner],
                                                 catalog_of<Schema>.references[other]));
    }
    return found;
}

// Whether no other reference is a part of the table's joint keys.
template<typename Schema, std::size_t Table>
constexpr bool is_only_partner(std::size_t reference) {
    bool only = true;
    for (std::size_t other = 0; other < catalog_of<Schema>.references.size(); ++other) {
        only = only && (other == reference || catalog_of<Schema>.references[other].child != Table ||
                        !derivation_of<Schema>.references[other].is_part());
    }
    return only;
}

template<typename Schema, std::size_t Table>
consteval pair_facts find_pair() {
    using row_type = typename Schema::template row_at<Table>;
    constexpr catalog_table table = catalog_of<Schema>.tables[Table];
    constexpr std::size_t owner = derivation_of<Schema>.tables[Table].owner_reference;
    pair_facts pair;
    if constexpr (owner != no_index && checks_of<row_type>.checks.size() > 0) {
        for (std::size_t other = table.first_reference;
             other < std::size_t{table.first_reference} + table.reference_count; ++other) {
            const apart sides = sides_of_pair<Schema, Table>(owner, other);
            if (!sides.found && is_pair_of_rows<Schema, Table>(owner, other)) {
                const bool matched = derivation_of<Schema>.references[other].mode == reference_mode::matched;
                pair = {pair_rule::differ, owner, other, owner, no_index, matched};
            }
            if (!sides.found) {
                continue;
            }
            // Where the sides change places, nothing else may depend on them, and nothing but the pair, with
            // columns of few values, may be distinct among the rows of the owner.
            constexpr derived_table derived = derivation_of<Schema>.tables[Table];
            const bool may_turn = derived.ordinal == no_index && derived.joint_count == 1 &&
                                  is_only_partner<Schema, Table>(other) &&
                                  !is_followed<Schema>(owner, other) && !is_followed<Schema>(other, other);
            for (const check_facts& check : checks_of<row_type>.checks) {
                const auto nodes = checks_of<row_type>.nodes_of(check);
                if (!compares_columns(nodes)) {
                    continue;
                }
                const schema_index left = nodes[0].column;
                const schema_index right = nodes[1].column;
                const bool forward = left == sides.left && right == sides.right;
                const bool backward = right == sides.left && left == sides.right;
                const bool differ = nodes[2].what == operation::unequal;
                // A partner of a kind that the owner must have could not take its place.
                const bool may_order = may_turn && all_selective_places<Schema>[owner] == 0;
                if ((!forward && !backward) || (!differ && !may_order)) {
                    continue;
                }
                const bool less = nodes[2].what == operation::less || nodes[2].what == operation::less_equal;
                pair.owner = owner;
                pair.partner = other;
                pair.lesser = less == forward ? owner : other;
                pair.key = sides.parent;
                pair.within_a_group = derivation_of<Schema>.references[other].mode == reference_mode::matched;
                pair.rule =
                    differ && pair.rule != pair_rule::ordered ? pair_rule::differ : pair_rule::ordered;
                if (pair.rule == pair_rule::ordered) {
                    return pair;
                }
            }
        }
    }
    return pair;
}

} // namespace detail

/// The pair of a table whose key is two references to one parent, of which one owns the rows, where a check
/// compares them; found at compile time. They may share columns: a pair within a tenant.
template<typename Schema, std::size_t Table>
inline constexpr pair_facts pair_of = detail::find_pair<Schema, Table>();

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

/// The place of a partner: the inverse. Not below `partners_of` where the two do not keep the rule.
[[nodiscard]] constexpr std::uint64_t partner_place(pair_rule rule, std::uint64_t own, std::uint64_t partner,
                                                    std::uint64_t rows) {
    if (rule == pair_rule::none) {
        return partner;
    }
    return partner > own ? partner - own - 1 : partner + (rows - own) - 1;
}

} // namespace synth

#endif
