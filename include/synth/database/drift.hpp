// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_DRIFT_HPP
#define SYNTH_DATABASE_DRIFT_HPP

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <synth/database/database_error.hpp>
#include <synth/database/near_name.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// The error of a database that is not the described one: `drift("orders.total", "is a generated column")`.
[[nodiscard]] inline database_error drift(const std::string& subject, const std::string& fact) {
    return database_error{subject + " " + fact +
                          "; the database is not the described one: run synth-introspect again"};
}

/// Throws where a described column is not among those of the database, with the one that was probably meant:
/// one that nobody has described, as what is described already was not meant.
inline void require_column(const table_shape& table, std::string_view column,
                           std::span<const std::string> found) {
    if (std::ranges::find(found, column) != found.end()) {
        return;
    }
    std::vector<std::string_view> others;
    for (const std::string& name : found) {
        if (table.position_of(name) == table.columns.size()) {
            others.emplace_back(name);
        }
    }
    std::string fact{"has no column "};
    fact += column;
    if (const std::string_view near = near_name(column, others); !near.empty()) {
        fact.append(", but ").append(near);
    }
    throw drift(table.shown(), fact);
}

} // namespace synth

#endif
