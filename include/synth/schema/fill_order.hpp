// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_FILL_ORDER_HPP
#define SYNTH_SCHEMA_FILL_ORDER_HPP

#include <array>
#include <cstddef>

#include <synth/schema/catalog.hpp>

namespace synth {

/// The tables, parents before children, ties in the order of the schema.
template<std::size_t Tables>
struct fill_order {
    std::array<schema_index, Tables> tables{};
    std::size_t size{}; // less than Tables where references form a cycle

    /// Whether a table is in the order; one that is not lies on a cycle or behind one.
    [[nodiscard]] constexpr bool contains(std::size_t table) const {
        for (std::size_t index = 0; index < size; ++index) {
            if (tables[index] == table) {
                return true;
            }
        }
        return false;
    }
};

/// Orders the tables so that every parent is filled before its children (Kahn 1962). References of a table to
/// itself do not count, several references to one parent count once.
template<std::size_t Tables>
[[nodiscard]] constexpr fill_order<Tables> order_tables(const catalog_view& schema) {
    fill_order<Tables> order;
    std::array<bool, Tables> placed{};
    std::array<bool, Tables> waiting{};
    bool progress = true;
    while (progress) {
        progress = false;
        waiting = {};
        for (const catalog_reference& reference : schema.references) {
            if (reference.parent != reference.child && reference.parent != no_index &&
                !placed[reference.parent]) {
                waiting[reference.child] = true;
            }
        }
        for (std::size_t table = 0; table < Tables; ++table) {
            if (!placed[table] && !waiting[table]) {
                placed[table] = true;
                order.tables[order.size++] = static_cast<schema_index>(table);
                progress = true;
            }
        }
    }
    return order;
}

} // namespace synth

#endif
