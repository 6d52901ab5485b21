// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_FREEZE_HPP
#define SYNTH_DATABASE_POSTGRES_FREEZE_HPP

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/postgres_structure.hpp>

namespace synth {

/// The tables, of some that are given by their oids, whose rows may be frozen as they come: empty tables that
/// a TRUNCATE may make anew, so that the rows need neither VACUUM nor, with wal_level = minimal, the log. It
/// must be nobody's business that they were truncated: no trigger's, no subscriber's. `foreign_keys` are
/// those that stay: PostgreSQL truncates no table without those that refer to it.
[[nodiscard]] inline std::vector<std::string> freezable_tables(postgres_connection& connection,
                                                               std::span<const std::string> oids,
                                                               std::span<const structure_part> foreign_keys) {
    const postgres_result found = connection.query(
        "cannot read which tables may be emptied",
        "SELECT t.oid FROM pg_catalog.pg_class t JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace"
        " WHERE t.oid = ANY ($1::oid[]) AND t.relkind = 'r' AND NOT t.relispartition"
        " AND pg_catalog.has_table_privilege(t.oid, 'TRUNCATE')"
        " AND NOT pg_catalog.row_security_active(t.oid)" // some rows may be hidden
        " AND NOT EXISTS (SELECT FROM pg_catalog.pg_trigger g WHERE g.tgrelid = t.oid"
        "  AND NOT g.tgisinternal AND g.tgtype & 32 <> 0 AND g.tgenabled <> 'D')" // TRUNCATE
        " AND NOT EXISTS (SELECT FROM pg_catalog.pg_publication_tables p"
        "  WHERE p.schemaname = n.nspname AND p.tablename = t.relname)"
        " ORDER BY pg_catalog.array_position($1::oid[], t.oid)",
        {detail::oid_array(oids)});
    std::vector<std::string> tables;
    tables.reserve(static_cast<std::size_t>(found.rows()));
    for (int row = 0; row < found.rows(); ++row) {
        tables.emplace_back(found.text(row, 0));
    }
    const auto among = [&](const std::string& oid) { return std::ranges::find(tables, oid) != tables.end(); };
    for (std::size_t before = tables.size() + 1; tables.size() < before;) {
        before = tables.size();
        for (const structure_part& part : foreign_keys) {
            if (!among(part.table)) {
                std::erase(tables, part.parent);
            }
        }
    }
    return tables;
}

} // namespace synth

#endif
