// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_LOAD_ORDER_HPP
#define SYNTH_DATABASE_LOAD_ORDER_HPP

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <synth/database/database_error.hpp>
#include <synth/database/reference_groups.hpp>
#include <synth/schema/catalog.hpp>

namespace synth {

/// Throws where tables refer to each other and only some of them are to be loaded: none of them can be there
/// without the others.
inline void require_whole_cycles(const catalog_view& schema, std::span<const std::size_t> tables) {
    std::vector<table_link> links;
    for (const catalog_reference& reference : schema.references) {
        if (reference.parent != no_index) {
            links.push_back({reference.child, reference.parent});
        }
    }
    const auto name = [&](std::size_t table) {
        const catalog_table& entry = schema.tables[table];
        return (entry.schema_name.empty() ? std::string{} : std::string{entry.schema_name} + ".") +
               std::string{entry.name};
    };
    for (const std::vector<std::size_t>& group : reference_groups(schema.tables.size(), links)) {
        std::string chosen;
        std::string missing;
        std::string options;
        for (const std::size_t table : group) {
            const bool loaded = std::ranges::find(tables, table) != tables.end();
            std::string& list = loaded ? chosen : missing;
            list += (list.empty() ? "" : ", ") + name(table);
            options += loaded ? std::string{} : " --table " + name(table);
        }
        if (!chosen.empty() && !missing.empty()) {
            throw database_error{
                // NOLINTNEXTLINE(performance-inefficient-string-concatenation)
                chosen + " and " + missing +
                // NOLINTNEXTLINE(performance-inefficient-string-concatenation)
                " refer to each other in a cycle and are loaded together or not at all; add" + options};
        }
    }
}

} // namespace synth

#endif
