// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_LOAD_ORDER_HPP
#define SYNTH_DATABASE_LOAD_ORDER_HPP

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <synth/database/database_error.hpp>
#include <synth/database/joined.hpp>
#include <synth/database/reference_groups.hpp>
#include <synth/database/table_shape.hpp>
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
        return shown_name(entry.schema_name, entry.name);
    };
    for (const std::vector<std::size_t>& group : reference_groups(schema.tables.size(), links)) {
        std::vector<std::size_t> chosen;
        std::vector<std::size_t> missing;
        for (const std::size_t table : group) {
            const bool loaded = std::ranges::find(tables, table) != tables.end();
            (loaded ? chosen : missing).push_back(table);
        }
        if (!chosen.empty() && !missing.empty()) {
            std::string text = joined(chosen, ", ", name);
            text += " and " + joined(missing, ", ", name);
            text += " refer to each other in a cycle and are loaded together or not at all; add --table ";
            throw database_error{text + joined(missing, " --table ", name)};
        }
    }
}

} // namespace synth

#endif
