// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_OWN_ROWS_HPP
#define SYNTH_DATABASE_POSTGRES_OWN_ROWS_HPP

#include <string>
#include <string_view>

#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// A table as a FROM or an UPDATE names it: rows of tables that inherit from it are not its own, those of
/// partitions are.
[[nodiscard]] inline std::string own_rows(std::string_view name, std::string_view relkind) {
    return (relkind == "p" ? "" : "ONLY ") + std::string{name};
}

/// `own_rows` of a table whose kind the server is asked for: "ONLY \"orders\"".
[[nodiscard]] inline std::string own_rows(postgres_connection& connection, const std::string& while_doing,
                                          const table_shape& table, const std::string& oid) {
    const postgres_result kind =
        connection.query(while_doing, "SELECT relkind FROM pg_catalog.pg_class WHERE oid = $1::oid", {oid});
    return own_rows(identifier(table), kind.text(0, 0));
}

} // namespace synth

#endif
