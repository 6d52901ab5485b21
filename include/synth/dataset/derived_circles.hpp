// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_DERIVED_CIRCLES_HPP
#define SYNTH_DATASET_DERIVED_CIRCLES_HPP

#include <cstddef>
#include <utility>
#include <vector>

#include <synth/dataset/generator_of.hpp>
#include <synth/schema/derived_value.hpp>
#include <synth/schema/schema.hpp>

namespace synth::detail {

// Follows what derived columns need; true when a column needs itself in the end.
template<typename Schema>
class derived_circles {
public:
    static consteval bool exist() { return find(std::make_index_sequence<Schema::table_count>{}); }

private:
    struct edge {
        std::size_t from{};
        std::size_t to{};
    };

    template<std::size_t... Tables>
    static consteval bool find(std::index_sequence<Tables...>) {
        std::vector<edge> edges;
        (add_table<Tables>(edges, std::make_index_sequence<catalog_of<Schema>.tables[Tables].column_count>{}),
         ...);
        // Without a circle no way is longer than there are edges: columns that need nothing fall away, round
        // after round.
        bool changed = true;
        while (changed && !edges.empty()) {
            changed = false;
            for (std::size_t index = 0; index < edges.size();) {
                bool needs_more = false;
                for (const edge& other : edges) {
                    needs_more = needs_more || other.from == edges[index].to;
                }
                if (needs_more) {
                    ++index;
                } else {
                    edges.erase(edges.begin() + static_cast<std::ptrdiff_t>(index));
                    changed = true;
                }
            }
        }
        return !edges.empty();
    }

    template<std::size_t Table, std::size_t... Columns>
    static consteval void add_table(std::vector<edge>& edges, std::index_sequence<Columns...>) {
        (add_column<Table, Columns>(edges), ...);
    }

    template<std::size_t Table, std::size_t Column>
    static consteval void add_column(std::vector<edge>& edges) {
        if constexpr (derived_option<stated_option<Schema, Table, Column>>) {
            constexpr std::size_t first = catalog_of<Schema>.tables[Table].first_column;
            for (const needed_column& each : needs<Schema, stated_option<Schema, Table, Column>>::columns) {
                edges.push_back(
                    {first + Column, catalog_of<Schema>.tables[each.table].first_column + each.column});
            }
            if constexpr (catalog_of<Schema>.columns[first + Column].computed) {
                edges.push_back(
                    {first + Column, first + catalog_of<Schema>.columns[first + Column].computed_from});
            }
        }
    }
};

} // namespace synth::detail

#endif
