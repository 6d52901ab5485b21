// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_CHECK_ORDER_HPP
#define SYNTH_DATASET_CHECK_ORDER_HPP

#include <array>
#include <cstddef>
#include <cstdint>

#include <synth/dataset/check_plan.hpp>
#include <synth/dataset/copied_parent.hpp>
#include <synth/dataset/text_order.hpp>
#include <synth/generate/check_patterns.hpp>
#include <synth/schema/check.hpp>

namespace synth {

/// In which order the columns that checks tie together get their values: each is chosen so that its checks
/// can hold whatever the later ones become (docs/design/checks.md).
template<typename Schema, std::size_t Table>
class check_order {
    using plan = check_plan<Schema, Table>;
    using texts = text_order<Schema, Table>;
    static constexpr std::size_t slots = plan::slots;
    static constexpr const auto& list = plan::list;
    static constexpr const auto& columns = plan::columns;

public:
    /// The slots of a group: what is given first, then categories, then the others as the table has them;
    /// last what an equation says, one that is calculated of another behind it. Of a column that two checks
    /// calculate, `total = net + tax` and `total = paid + due`, one of them does, and the columns of the
    /// other come behind it.
    template<std::size_t Group>
    [[nodiscard]] static consteval auto of_group() {
        constexpr std::size_t size = [] {
            std::size_t count = 0;
            for (const std::size_t each : plan::groups) {
                count += each == Group ? 1 : 0;
            }
            return count;
        }();
        std::array<std::size_t, size> ordered{};
        const std::array<unsigned, slots> ranks = all_ranks();
        const std::array<std::size_t, slots> leaders = all_leaders(ranks);
        std::array<bool, slots> placed{};
        for (std::size_t place = 0; place < size; ++place) {
            std::size_t next = slots;
            unsigned next_rank = 0;
            bool next_waits = false;
            for (std::size_t slot = 0; slot < slots; ++slot) {
                if (plan::groups[slot] != Group || placed[slot]) {
                    continue;
                }
                const bool follows = leaders[slot] < slots && !placed[leaders[slot]];
                const unsigned rank = follows ? following_rank : ranks[slot];
                const bool slot_waits = waits(slot, ranks, leaders, placed);
                if (next == slots || rank < next_rank || (rank == next_rank && next_waits && !slot_waits)) {
                    next = slot;
                    next_rank = rank;
                    next_waits = slot_waits;
                }
            }
            placed[next] = true;
            ordered[place] = next;
        }
        return ordered;
    }

private:
    static constexpr unsigned reference_rank = 1;
    static constexpr unsigned copying_rank = 2; // of a reference that leads where others do
    static constexpr unsigned free_rank = 3;    // of categories; others come behind them
    static constexpr unsigned begun_rank = 5;   // of a text behind its beginning, or this behind the text
    static constexpr unsigned calculated_rank = 6;
    static constexpr unsigned following_rank = 7; // until what the column follows has its value
    static constexpr unsigned derived_rank = 8;

    [[nodiscard]] static constexpr bool is_free(unsigned rank) {
        return rank >= free_rank && rank < calculated_rank;
    }

    [[nodiscard]] static constexpr std::array<unsigned, slots> all_ranks() {
        std::array<unsigned, slots> all{};
        for (std::size_t slot = 0; slot < slots; ++slot) {
            all[slot] = rank_of(slot);
        }
        return all;
    }

    // Whether an equation calculates a column of others that another one calculates and that have no value
    // yet.
    [[nodiscard]] static constexpr bool waits(std::size_t slot, const std::array<unsigned, slots>& ranks,
                                              const std::array<std::size_t, slots>& leaders,
                                              const std::array<bool, slots>& placed) {
        bool found = false;
        for (std::size_t index = 0; ranks[slot] == calculated_rank && index < list.nodes.size(); ++index) {
            if (list.nodes[index].what != operation::column || list.nodes[index].column != columns[slot]) {
                continue;
            }
            const node_span side = calculated_beside(index);
            for (std::size_t at = side.first; at < side.end; ++at) {
                const expression_node& node = list.nodes[at];
                const std::size_t other = node.what == operation::column ? plan::slot_of(node.column) : slot;
                const bool later =
                    ranks[other] == calculated_rank || (leaders[other] < slots && leaders[other] != slot);
                found = found || (other != slot && later && !placed[other]);
            }
        }
        return found;
    }

    struct node_span {
        std::size_t first;
        std::size_t end;
    };

    // The nodes on the other side of a column's equation, none where there is no equation.
    [[nodiscard]] static constexpr node_span calculated_beside(std::size_t column) {
        if (ends_equation(column)) {
            return {column + 2 - list.nodes[column + 1].size, column};
        }
        return {column + 1, equation_of(column)};
    }

    // Calls a function with the other side of each equation that is a whole check and calculates a column.
    template<typename Function>
    static constexpr void each_calculation(std::size_t slot, const Function& function) {
        for (const check_facts& check : list.checks) {
            const std::size_t root = std::size_t{check.first} + check.size - 1;
            if (check.size < 4 || list.nodes[root].what != operation::equal) {
                continue;
            }
            for (const std::size_t side : {std::size_t{check.first}, root - 1}) {
                const expression_node& node = list.nodes[side];
                if (node.what == operation::column && node.column == columns[slot] &&
                    (ends_equation(side) || equation_of(side) == root)) {
                    function(calculated_beside(side));
                }
            }
        }
    }

    [[nodiscard]] static constexpr bool has(const node_span& side, std::size_t slot) {
        bool found = false;
        for (std::size_t at = side.first; at < side.end; ++at) {
            found =
                found || (list.nodes[at].what == operation::column && list.nodes[at].column == columns[slot]);
        }
        return found;
    }

    // How many columns of a side have their values before the others, or from others.
    [[nodiscard]] static constexpr std::size_t given_in(const node_span& side,
                                                        const std::array<unsigned, slots>& ranks) {
        std::size_t count = 0;
        for (std::size_t slot = 0; slot < slots; ++slot) {
            count += !is_free(ranks[slot]) && has(side, slot) ? 1 : 0;
        }
        return count;
    }

    // Of each slot the one that it follows, if any: of several equations that calculate a column the one with
    // most columns that are given does, the others are met by the rest.
    [[nodiscard]] static constexpr std::array<std::size_t, slots>
    all_leaders(const std::array<unsigned, slots>& ranks) {
        std::array<std::size_t, slots> leaders{};
        leaders.fill(slots);
        for (std::size_t leader = 0; leader < slots; ++leader) {
            node_span best{};
            std::size_t given = 0;
            if (ranks[leader] == calculated_rank) {
                each_calculation(leader, [&](const node_span& side) {
                    const std::size_t count = given_in(side, ranks);
                    if (best.end == 0 || count > given) {
                        best = side;
                        given = count;
                    }
                });
                each_calculation(leader, [&](const node_span& side) {
                    for (std::size_t slot = 0; slot < slots; ++slot) {
                        if (is_free(ranks[slot]) && slot != leader && has(side, slot) && !has(best, slot)) {
                            leaders[slot] = leader;
                        }
                    }
                });
                follow_bounds(leader, ranks, leaders);
            }
        }
        return leaders;
    }

    // What is bounded by a column that an equation calculates, abs(tax - net / 5) <= 1, finds its place
    // behind it; categories still come first.
    static constexpr void follow_bounds(std::size_t leader, const std::array<unsigned, slots>& ranks,
                                        std::array<std::size_t, slots>& leaders) {
        for (const check_facts& check : list.checks) {
            const node_span whole{check.first, std::size_t{check.first} + check.size};
            if (check.size == 0 || !has(whole, leader) ||
                list.nodes[whole.end - 1].what == operation::equal) {
                continue;
            }
            for (std::size_t slot = 0; slot < slots; ++slot) {
                if (ranks[slot] == free_rank + 1 && has(whole, slot) && !calculates(slot, leader)) {
                    leaders[slot] = leader;
                }
            }
        }
    }

    // Whether an equation calculates a column of another, perhaps one of several that will do.
    [[nodiscard]] static constexpr bool calculates(std::size_t slot, std::size_t calculated) {
        bool found = false;
        for (std::size_t index = 0; index < list.nodes.size(); ++index) {
            const expression_node& node = list.nodes[index];
            found = found ||
                    (node.what == operation::column && node.column == columns[calculated] &&
                     (equation_of(index) > 0 || ends_equation(index)) && has(calculated_beside(index), slot));
        }
        return found;
    }

    // Lower ranks come first.
    [[nodiscard]] static constexpr unsigned rank_of(std::size_t slot) {
        switch (plan::freedom_of(columns[slot])) {
        case column_freedom::fixed:
            return 0;
        case column_freedom::optional:
            return reference_rank;
        case column_freedom::reference:
            return copies_parent<Schema, Table>(columns[slot]) ? copying_rank : reference_rank;
        case column_freedom::derived:
            return derived_rank;
        default:
            break;
        }
        bool category = false;
        bool open = false; // a text that matches a pattern is no category
        for (std::size_t index = 0; index < list.nodes.size(); ++index) {
            const expression_node& node = list.nodes[index];
            if (node.what != operation::column || node.column != columns[slot]) {
                continue;
            }
            // Not by an equation of a column with itself, date_trunc('hour', a) = a.
            if ((equation_of(index) > 0 || ends_equation(index)) && !has(calculated_beside(index), slot)) {
                return counts_seconds(index) || texts::has_pattern(slot) ? free_rank : calculated_rank;
            }
            if (texts::copies_shorter(index) || texts::has_given_length(index)) {
                return calculated_rank;
            }
            if (texts::follows_beginning(index)) {
                return begun_rank;
            }
            const bool named = index + 2 < list.nodes.size() &&
                               list.nodes[index + 1].what == operation::constant &&
                               list.nodes[index + 2].what == operation::equal;
            category = category || node.kind == value_kind::boolean || node.kind == value_kind::enumeration ||
                       (node.kind == value_kind::text && named);
            open = open || (index + 2 < list.nodes.size() && is_pattern(list.nodes[index + 2]));
        }
        return category && !open ? free_rank : free_rank + 1;
    }

    // Whether a column is the right side of an equation whose left side is calculated.
    [[nodiscard]] static constexpr bool ends_equation(std::size_t column) {
        return column + 1 < list.nodes.size() && list.nodes[column + 1].what == operation::equal &&
               list.nodes[column + 1].size > 3 && list.nodes[column].kind != value_kind::boolean;
    }

    // Whether a column counts the whole seconds between moments, which have smaller parts: moments are found
    // for a number of seconds, but few numbers for moments.
    [[nodiscard]] static constexpr bool counts_seconds(std::size_t column) {
        const node_span side = calculated_beside(column);
        bool seconds = false;
        for (std::size_t at = side.first; at < side.end; ++at) {
            seconds = seconds || list.nodes[at].what == operation::epoch_of;
        }
        return seconds && list.nodes[column].scale < list.nodes[side.end - 1].scale;
    }

    // The equation of which a column is the left side and whose right side is calculated; 0 for none.
    [[nodiscard]] static constexpr std::size_t equation_of(std::size_t column) {
        for (std::size_t index = column + 2; index < list.nodes.size(); ++index) {
            if (list.nodes[index].what == operation::equal &&
                list.nodes[index - 1].kind != value_kind::boolean && list.nodes[index - 1].size > 1 &&
                index - 1 - list.nodes[index - 1].size == column) {
                return index;
            }
        }
        return 0;
    }
};

} // namespace synth

#endif
