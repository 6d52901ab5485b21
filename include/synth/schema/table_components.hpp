// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_TABLE_COMPONENTS_HPP
#define SYNTH_SCHEMA_TABLE_COMPONENTS_HPP

#include <algorithm>
#include <array>
#include <cstddef>

#include <synth/schema/catalog.hpp>

namespace synth {

/// Which tables refer to each other in a cycle: those with the same number do, and a number of its own means
/// that a table is on no cycle of several tables (Tarjan 1972, without recursion).
template<std::size_t Tables>
class table_components {
public:
    constexpr explicit table_components(const catalog_view& schema) {
        for (std::size_t table = 0; table < schema.tables.size(); ++table) {
            if (place_[table] == 0) {
                visit(schema, table);
            }
        }
    }

    [[nodiscard]] constexpr std::size_t operator[](std::size_t table) const { return component_[table]; }

    /// Whether two tables are the same or on one cycle.
    [[nodiscard]] constexpr bool together(std::size_t one, std::size_t other) const {
        return component_[one] == component_[other];
    }

    /// Whether a reference is part of a cycle of several tables.
    [[nodiscard]] constexpr bool on_cycle(const catalog_reference& reference) const {
        return reference.parent != no_index && reference.parent != reference.child &&
               together(reference.parent, reference.child);
    }

private:
    constexpr void visit(const catalog_view& schema, std::size_t root) {
        enter(root);
        while (depth_ > 0) {
            const std::size_t table = way_[depth_ - 1];
            const catalog_table& entry = schema.tables[table];
            if (next_[table] < entry.reference_count) {
                const schema_index parent = schema.references[entry.first_reference + next_[table]++].parent;
                if (parent == no_index) {
                    continue;
                }
                if (place_[parent] == 0) {
                    enter(parent);
                } else if (component_[parent] == open) {
                    lowest_[table] = std::min(lowest_[table], place_[parent]);
                }
                continue;
            }
            leave(table);
        }
    }

    constexpr void enter(std::size_t table) {
        place_[table] = lowest_[table] = ++places_;
        component_[table] = open;
        way_[depth_++] = table;
        waiting_[waiting_size_++] = table;
    }

    constexpr void leave(std::size_t table) {
        --depth_;
        if (depth_ > 0) {
            lowest_[way_[depth_ - 1]] = std::min(lowest_[way_[depth_ - 1]], lowest_[table]);
        }
        if (lowest_[table] == place_[table]) {
            std::size_t member = 0;
            do {
                member = waiting_[--waiting_size_];
                component_[member] = components_;
            } while (member != table);
            ++components_;
        }
    }

    static constexpr std::size_t open = ~std::size_t{0};

    std::array<std::size_t, Tables> component_{};
    std::array<std::size_t, Tables> place_{}; // in the order of visits, from 1
    std::array<std::size_t, Tables> lowest_{};
    std::array<std::size_t, Tables> next_{}; // reference to follow
    std::array<std::size_t, Tables> way_{};
    std::array<std::size_t, Tables> waiting_{};
    std::size_t depth_{};
    std::size_t waiting_size_{};
    std::size_t places_{};
    std::size_t components_{};
};

} // namespace synth

#endif
