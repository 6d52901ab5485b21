// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_CHECK_PLAN_HPP
#define SYNTH_DATASET_CHECK_PLAN_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

#include <synth/dataset/generator_of.hpp>
#include <synth/dataset/selective.hpp>
#include <synth/generate/check_patterns.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/derivation.hpp>
#include <synth/schema/derived_value.hpp>
#include <synth/schema/entry_options.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

// Whether a row keeps to a condition in C++.
template<std::size_t Table, typename Dataset, typename Frame, typename Predicate, auto... Members>
[[nodiscard]] bool predicate_holds(const Dataset& data, const Frame& frame,
                                   const predicate_entry<Predicate, Members...>& entry) {
    return entry.predicate(data.template field_value<Table, member_index<Members>>(frame)...);
}

} // namespace detail

/// What a check may do with a column: only read it, choose whether it is NULL, draw it again with its
/// reference as well, choose its value, or read it once the columns that it derives from have theirs.
enum class column_freedom : std::uint8_t { fixed, optional, reference, chosen, derived };

/// The columns of a table that checks tie together, as the compiler sees them: which there are (their places
/// are called slots), which of them hang together, and what checks may do with each (docs/design/checks.md).
template<typename Schema, std::size_t Table>
class check_plan {
public:
    using row_type = typename Schema::template row_at<Table>;
    static constexpr std::size_t column_count = catalog_of<Schema>.tables[Table].column_count;
    static constexpr const auto& list = checks_of<row_type>;

private:
    static constexpr auto sought = []<std::size_t... References>(std::index_sequence<References...>) {
        constexpr std::size_t first = catalog_of<Schema>.tables[Table].first_reference;
        return std::array<std::uint32_t, sizeof...(References)>{sought_places<Schema, first + References>...};
    }(std::make_index_sequence<catalog_of<Schema>.tables[Table].reference_count>{});

public:
    /// Whether checks look at a column beside others, or seek its parents.
    [[nodiscard]] static constexpr bool is_tied(std::size_t column) {
        return list.joins(column) || seeks(column);
    }

    /// Whether a check of a column alone seeks parents of a reference: they are drawn until one keeps to it.
    [[nodiscard]] static constexpr bool seeks(std::size_t column) {
        constexpr catalog_table table = catalog_of<Schema>.tables[Table];
        const derived_column& derived = derivation_of<Schema>.columns[table.first_column + column];
        if (!list.limits(column) || derived.source != column_source::reference) {
            return false;
        }
        const column_set& all = catalog_of<Schema>.references[derived.reference].child_columns;
        return (sought[derived.reference - table.first_reference] >> all.position(column) & 1U) != 0;
    }

    static constexpr std::size_t slots = [] {
        std::size_t count = 0;
        for (std::size_t column = 0; column < column_count; ++column) {
            count += is_tied(column) ? 1 : 0;
        }
        return count;
    }();

    /// The column of each slot.
    static constexpr auto columns = [] {
        std::array<schema_index, slots> all{};
        std::size_t next = 0;
        for (std::size_t column = 0; column < column_count; ++column) {
            if (is_tied(column)) {
                all[next++] = static_cast<schema_index>(column);
            }
        }
        return all;
    }();

    [[nodiscard]] static constexpr std::size_t slot_of(std::size_t column) {
        std::size_t slot = 0;
        while (slot < slots && columns[slot] != column) {
            ++slot;
        }
        return slot;
    }

private:
    [[nodiscard]] static constexpr bool is_expression(const check_facts& check) {
        return check.size > 0 && is_joint(check);
    }

    // Of each slot, the first one that has the same parent: itself, where no reference gives it.
    static constexpr auto siblings = [] {
        const auto parent_of = [](std::size_t slot) {
            const derived_column& derived =
                derivation_of<Schema>.columns[catalog_of<Schema>.tables[Table].first_column + columns[slot]];
            return derived.source == column_source::reference ? derived.reference : no_index;
        };
        std::array<std::size_t, slots> first{};
        for (std::size_t slot = 0; slot < slots; ++slot) {
            const schema_index parent = parent_of(slot);
            std::size_t other = parent == no_index ? slot : 0;
            while (other < slot && parent_of(other) != parent) {
                ++other;
            }
            first[slot] = other;
        }
        return first;
    }();

    template<std::size_t Column>
    static consteval column_set needed_of() {
        column_set all;
        for (const detail::needed_column& each :
             detail::needs<Schema, detail::stated_option<Schema, Table, Column>>::columns) {
            if (each.table == Table && !all.contains(each.column) && all.size() < column_set::capacity) {
                all.add(each.column);
            }
        }
        return all;
    }

    // Whether a column of a key may be NULL, which its description does not exclude.
    template<std::size_t Column>
    static consteval bool may_be_absent() {
        constexpr auto stated = find_column_option<row_type, Column, null_option>();
        if constexpr (!nullable<field_type<row_type, Column>> ||
                      detail::is_referenced<Schema>(Table, Column)) {
            return false;
        } else if constexpr (std::is_same_v<std::remove_cvref_t<decltype(stated)>, not_described>) {
            return true;
        } else {
            return stated.share > 0;
        }
    }

    static constexpr auto absent = []<std::size_t... Slots>(std::index_sequence<Slots...>) {
        return std::array<bool, slots>{may_be_absent<columns[Slots]>()...};
    }(std::make_index_sequence<slots>{});

    static constexpr auto derives = []<std::size_t... Slots>(std::index_sequence<Slots...>) {
        return std::array<bool, slots>{
            detail::derived_option<detail::stated_option<Schema, Table, columns[Slots]>>...};
    }(std::make_index_sequence<slots>{});

public:
    /// Of each slot, the columns of the row that it derives from.
    static constexpr auto needed = []<std::size_t... Slots>(std::index_sequence<Slots...>) {
        return std::array<column_set, slots>{needed_of<columns[Slots]>()...};
    }(std::make_index_sequence<slots>{});

    [[nodiscard]] static constexpr column_freedom freedom_of(std::size_t column) {
        const column_source source =
            derivation_of<Schema>.columns[catalog_of<Schema>.tables[Table].first_column + column].source;
        if (source == column_source::generated) {
            const std::size_t slot = slot_of(column);
            if (slot < slots && derives[slot]) {
                return column_freedom::derived;
            }
            // What rows of other tables repeat they find without the rest of the row.
            return detail::is_referenced<Schema>(Table, column) ? column_freedom::fixed
                                                                : column_freedom::chosen;
        }
        if (source == column_source::reference) {
            return column_freedom::reference;
        }
        const std::size_t slot = slot_of(column);
        return slot < slots && absent[slot] ? column_freedom::optional : column_freedom::fixed;
    }

    /// Whether checks choose if a column is NULL, whose values a key gives.
    [[nodiscard]] static constexpr bool chooses_null(std::size_t column) {
        return list.joins(column) && freedom_of(column) == column_freedom::optional;
    }

    /// Whether checks choose the values of a column.
    [[nodiscard]] static constexpr bool chooses(std::size_t column) {
        return list.joins(column) && freedom_of(column) == column_freedom::chosen;
    }

    /// Whether a check is met by choosing values together, or by drawing references again.
    [[nodiscard]] static constexpr bool is_joint(const check_facts& check) {
        return check.size == 0 || check.columns.size() > 1 || (!check.of_elements && seeks(check.columns[0]));
    }

private:
    static constexpr std::size_t check_count = [] {
        std::size_t count = 0;
        for (const check_facts& each : list.checks) {
            count += is_expression(each) ? 1 : 0;
        }
        return count;
    }();
    static constexpr std::size_t node_count = [] {
        std::size_t count = 0;
        for (const check_facts& each : list.checks) {
            count += is_expression(each) ? each.size : 0;
        }
        return count;
    }();

public:
    /// The checks over several columns that are expressions, and their nodes one after another, with slots
    /// for columns.
    static constexpr auto joint = [] {
        check_list<check_count, node_count> all{};
        std::size_t next = 0;
        std::size_t next_node = 0;
        for (const check_facts& each : list.checks) {
            if (!is_expression(each)) {
                continue;
            }
            all.checks[next] = each;
            all.checks[next++].first = static_cast<std::uint16_t>(next_node);
            for (expression_node node : list.nodes_of(each)) {
                if (node.what == operation::column) {
                    node.column = static_cast<schema_index>(slot_of(node.column));
                }
                all.nodes[next_node++] = node;
            }
        }
        return all;
    }();
    static constexpr const auto& nodes = joint.nodes;

    /// Whether a joint check, or a predicate, is over the columns of a group.
    template<std::size_t Group>
    [[nodiscard]] static constexpr bool is_of(const check_facts& check) {
        return groups[slot_of(check.columns[0])] == Group;
    }

    /// The group of each slot: slots of one group are tied by checks, directly or through others, or have one
    /// parent, which is drawn again or left out for all of them.
    static constexpr auto groups = [] {
        std::array<std::size_t, slots> group{};
        for (std::size_t slot = 0; slot < slots; ++slot) {
            group[slot] = slot;
        }
        const auto unite = [&group](std::size_t slot, std::size_t other) {
            group[slot] = group[other] = group[slot] < group[other] ? group[slot] : group[other];
        };
        for (std::size_t round = 0; round < slots; ++round) {
            for (const check_facts& check : list.checks) {
                if (!is_joint(check)) {
                    continue;
                }
                std::size_t least = slots;
                for (const schema_index column : check.columns) {
                    least = group[slot_of(column)] < least ? group[slot_of(column)] : least;
                }
                for (const schema_index column : check.columns) {
                    group[slot_of(column)] = least;
                }
            }
            for (std::size_t slot = 0; slot < slots; ++slot) {
                for (const schema_index column : needed[slot]) {
                    const std::size_t other = slot_of(column);
                    if (other < slots) {
                        unite(slot, other);
                    }
                }
                unite(slot, siblings[slot]);
            }
        }
        return group;
    }();

    /// Whether checks read some columns beside others.
    [[nodiscard]] static constexpr bool reads_any(const column_set& some) {
        bool found = false;
        for (const schema_index column : some) {
            found = found || slot_of(column) < slots;
        }
        return found;
    }

    /// Whether no other group of checks than this one reads any of some columns.
    [[nodiscard]] static constexpr bool reads_alone(std::size_t group, const column_set& some) {
        bool alone = true;
        for (const schema_index column : some) {
            const std::size_t slot = slot_of(column);
            alone = alone && (slot == slots || groups[slot] == group);
        }
        return alone;
    }
};

} // namespace synth

#endif
