// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_FILL_ORDER_HPP
#define SYNTH_SCHEMA_FILL_ORDER_HPP

#include <array>
#include <cstddef>

#include <synth/schema/catalog.hpp>
#include <synth/schema/table_components.hpp>

namespace synth {

/// The tables, parents before children, ties in the order of the schema. Where tables refer to each other in
/// a cycle, some reference has its parent behind its child: it is late.
template<std::size_t Tables>
struct fill_order {
    std::array<schema_index, Tables> tables{};
    std::size_t size{};
    std::array<schema_index, Tables> places{}; // of each table in the order

    /// Whether the parent of a reference is filled after its child, so that it must be deferred, or filled by
    /// a second pass.
    [[nodiscard]] constexpr bool is_late(const catalog_reference& reference) const {
        return reference.parent != no_index && places[reference.parent] > places[reference.child];
    }
};

namespace detail {

// Whether a reference may be left NULL until its parent is there.
constexpr bool may_wait(const catalog_view& schema, const catalog_reference& reference) {
    bool nullable = false;
    for (const schema_index column : reference.child_columns) {
        nullable = nullable || schema.columns_of(reference.child)[column].nullable;
    }
    return nullable;
}

/// Fills an order table by table.
template<std::size_t Tables>
class table_ordering {
public:
    constexpr table_ordering(const catalog_view& schema, const table_components<Tables>& components)
        : schema_(schema), components_(components) {}

    // Kahn 1962. References of a table to itself do not count, several references to one parent count once.
    constexpr fill_order<Tables> run() {
        while (order_.size < schema_.tables.size()) {
            std::array<bool, Tables> waiting{};
            for (const catalog_reference& reference : schema_.references) {
                if (blocks(reference)) {
                    waiting[reference.child] = true;
                }
            }
            const std::size_t before = order_.size;
            for (std::size_t table = 0; table < schema_.tables.size(); ++table) {
                if (!placed_[table] && !waiting[table]) {
                    place(table);
                }
            }
            if (order_.size == before) {
                place(break_cycle());
            }
        }
        return order_;
    }

private:
    [[nodiscard]] constexpr bool blocks(const catalog_reference& reference) const {
        return reference.parent != reference.child && reference.parent != no_index &&
               !placed_[reference.parent] && !placed_[reference.child];
    }

    constexpr void place(std::size_t table) {
        placed_[table] = true;
        order_.places[table] = static_cast<schema_index>(order_.size);
        order_.tables[order_.size++] = static_cast<schema_index>(table);
    }

    // The table of a cycle behind no other one that has the fewest late references that cannot be NULL, then
    // the fewest late ones.
    [[nodiscard]] constexpr std::size_t break_cycle() const {
        std::array<std::size_t, Tables> cost{};
        std::array<bool, Tables> behind{}; // by component
        for (const catalog_reference& reference : schema_.references) {
            if (!blocks(reference)) {
                continue;
            }
            if (!components_.on_cycle(reference)) {
                behind[components_[reference.child]] = true;
            }
            cost[reference.child] += may_wait(schema_, reference) ? 1 : 1 + schema_.references.size();
        }
        std::size_t best = Tables;
        for (std::size_t table = 0; table < schema_.tables.size(); ++table) {
            if (!placed_[table] && !behind[components_[table]] &&
                (best == Tables || cost[table] < cost[best])) {
                best = table;
            }
        }
        return best;
    }

    catalog_view schema_;
    const table_components<Tables>& components_;
    fill_order<Tables> order_{};
    std::array<bool, Tables> placed_{};
};

} // namespace detail

/// Orders the tables so that every parent is filled before its children as far as cycles allow, with as few
/// late references as can be found that must not be NULL.
template<std::size_t Tables>
[[nodiscard]] constexpr fill_order<Tables> order_tables(const catalog_view& schema,
                                                        const table_components<Tables>& components) {
    return detail::table_ordering<Tables>{schema, components}.run();
}

/// For each reference whether it is late.
template<std::size_t References, std::size_t Tables>
[[nodiscard]] constexpr std::array<bool, References> find_late(const catalog_view& schema,
                                                               const fill_order<Tables>& order) {
    std::array<bool, References> late{};
    for (std::size_t index = 0; index < References; ++index) {
        late[index] = order.is_late(schema.references[index]);
    }
    return late;
}

} // namespace synth

#endif
