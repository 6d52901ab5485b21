// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_ROW_KEY_HPP
#define SYNTH_DATABASE_POSTGRES_ROW_KEY_HPP

#include <cstddef>
#include <string>
#include <vector>

#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// The columns that tell the rows of a table apart, by their positions in its shape, and their equality.
struct postgres_row_key {
    std::vector<std::size_t> columns;
    std::vector<std::string> equal; ///< OPERATOR(pg_catalog.=)
};

/// The first key of a table, the primary key before others, of described columns that are never NULL; without
/// columns where there is none.
[[nodiscard]] inline postgres_row_key row_key_of(postgres_connection& connection, const table_shape& table,
                                                 const std::string& oid) {
    // The operator of the index: a plain = is not found where its type's schema is not in the search path.
    const postgres_result found = connection.query(
        "cannot read the keys of " + table.shown(),
        "SELECT i.indexrelid, a.attname, a.attnotnull,"
        " pg_catalog.format('OPERATOR(%I.%s)', n.nspname, o.oprname)"
        " FROM pg_catalog.pg_index i"
        " CROSS JOIN LATERAL ROWS FROM (unnest(i.indkey::int2[]), unnest(i.indclass::oid[]))"
        "  WITH ORDINALITY k(attnum, class, place)"
        " JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum"
        " JOIN pg_catalog.pg_opclass s ON s.oid = k.class"
        " JOIN pg_catalog.pg_am am ON am.oid = s.opcmethod AND am.amname = 'btree'"
        " JOIN pg_catalog.pg_amop m ON m.amopfamily = s.opcfamily AND m.amoplefttype = s.opcintype"
        "  AND m.amoprighttype = s.opcintype AND m.amopstrategy = 3" // equal
        " JOIN pg_catalog.pg_operator o ON o.oid = m.amopopr"
        " JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace"
        " WHERE i.indrelid = $1::oid AND i.indisunique AND i.indisvalid AND i.indpred IS NULL"
        " AND i.indexprs IS NULL AND k.place <= i.indnkeyatts"
        " ORDER BY NOT i.indisprimary, i.indnkeyatts, i.indexrelid, k.place",
        {oid});
    postgres_row_key key;
    for (int row = 0; row < found.rows(); ++row) {
        const bool first = row == 0 || found.text(row, 0) != found.text(row - 1, 0);
        if (first && !key.columns.empty()) {
            break;
        }
        const std::size_t column = table.position_of(found.text(row, 1));
        const bool broken = !first && key.columns.empty(); // by a column before
        if (broken || column == table.columns.size() || !found.flag(row, 2)) {
            key = {};
        } else {
            key.columns.push_back(column);
            key.equal.emplace_back(found.text(row, 3));
        }
    }
    return key;
}

} // namespace synth

#endif
