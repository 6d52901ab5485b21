// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_DRIFT_HPP
#define SYNTH_DATABASE_DRIFT_HPP

#include <span>
#include <string>
#include <string_view>

#include <synth/database/database_error.hpp>
#include <synth/database/near_name.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// The error of a database that is not the described one: `drift("orders.total", "is a generated column")`.
[[nodiscard]] inline database_error drift(const std::string& subject, const std::string& fact) {
    return database_error{subject + " " + fact +
                          "; the database is not the described one: run synth-introspect again"};
}

/// The error of a described column that is not there, with the one that was probably meant. The others are
/// those of the database that nobody has described: what is described already was not meant.
[[nodiscard]] inline database_error missing_column(const table_shape& table, std::string_view column,
                                                   std::span<const std::string_view> others) {
    std::string fact{"has no column "};
    fact += column;
    if (const std::string_view near = near_name(column, others); !near.empty()) {
        fact.append(", but ").append(near);
    }
    return drift(table.shown(), fact);
}

} // namespace synth

#endif
