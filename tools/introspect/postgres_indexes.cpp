// SPDX-License-Identifier: BSL-1.0
#include "postgres_indexes.hpp"

#include <utility>
#include <vector>

#include <fmt/format.h>

namespace synth::introspect {

std::vector<std::string> parts_of_list(const std::string& list) {
    constexpr char separator = '\x1f';
    std::vector<std::string> result{""};
    for (const char each : list) {
        if (each == separator) {
            result.emplace_back();
        } else {
            result.back() += each;
        }
    }
    return result;
}

postgres_result unique_indexes_of(const postgres_connection& from, const std::string& tables) {
    // UNIQUE and PRIMARY KEY constraints are indexes too; columns after indnkeyatts are only INCLUDEd.
    constexpr int nulls_not_distinct = 150000;
    const std::string sql =
        fmt::format("SELECT i.indrelid, i.indisprimary, (i.indkey::int2[])[0:i.indnkeyatts - 1], "
                    "pg_get_indexdef(i.indexrelid), {}, c.relname, pg_get_expr(i.indpred, i.indrelid), "
                    "(SELECT string_agg(pg_get_indexdef(i.indexrelid, n, false), E'\\x1f' ORDER BY n) "
                    "FROM generate_series(1, i.indnkeyatts) n) "
                    "FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid "
                    "WHERE i.indrelid = ANY ($1::oid[]) AND i.indisunique AND i.indisvalid "
                    "AND NOT EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = i.indexrelid) "
                    "ORDER BY i.indrelid, c.relname COLLATE \"C\"",
                    from.version() >= nulls_not_distinct ? "i.indnullsnotdistinct" : "false");
    return from.query(sql.c_str(), tables);
}

postgres_result index_expressions_of(const postgres_connection& from, const std::string& tables) {
    return from.query("SELECT i.indrelid, pg_get_indexdef(i.indexrelid, n, false) "
                      "FROM pg_index i, generate_series(1, i.indnkeyatts) n "
                      "WHERE i.indrelid = ANY ($1::oid[]) AND NOT i.indisunique AND NOT i.indisexclusion "
                      "AND i.indkey[n - 1] = 0 ORDER BY i.indexrelid, n",
                      tables);
}

void add_unique_index(const numbered_table& owner, const postgres_result& rows, int row) {
    unique_index index{.name = rows.text(row, 5),
                       .parts = parts_of_list(rows.text(row, 7)),
                       .predicate = rows.text(row, 6),
                       .nulls_equal = rows.yes(row, 4),
                       .text = rows.text(row, 3)};
    if (index.parts.size() != rows.numbers(row, 2).size()) {
        index.parts.clear(); // a text in them holds what stands between them
    }
    key columns;
    bool special = !index.predicate.empty(); // a number that is none of the table's is an expression
    bool some_null = false;
    bool generated = false;
    for (const int each : rows.numbers(row, 2)) {
        const auto found = owner.columns.find(each);
        special = special || found == owner.columns.end();
        if (found != owner.columns.end()) {
            const column& one = owner.entry.columns[found->second];
            columns.columns.push_back(found->second);
            some_null = some_null || one.nullable;
            generated = generated || !one.generated_expression.empty();
        }
    }
    // Partitions may have keys of their own, each another one.
    const bool first_key = owner.entry.primary_key.columns.empty() || owner.entry.primary_key == columns;
    if (!special && rows.yes(row, 1) && first_key) {
        owner.entry.primary_key = columns;
    } else if (!special) {
        owner.entry.unique.push_back(columns);
    }
    if (special || generated || (index.nulls_equal && some_null)) {
        owner.entry.indexes.push_back(std::move(index));
    }
}

postgres_result insert_rules_of(const postgres_connection& from, const std::string& tables) {
    return from.query(
        "SELECT t.tgrelid, format('trigger %s on %s fires %s INSERT', t.tgname, c.relname, "
        "CASE WHEN t.tgtype & 2 <> 0 THEN 'BEFORE' ELSE 'AFTER' END), "
        "'it may change or refuse the rows that are loaded, unless the load has it off' "
        "FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgrelid = ANY ($1::oid[]) "
        "AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND t.tgtype & 4 <> 0 "
        "UNION ALL SELECT c.oid, 'row security', 'rows are loaded and read as far as its policies let the "
        "role; "
        "use one that they do not hold' FROM pg_class c "
        "WHERE c.oid = ANY ($1::oid[]) AND c.relrowsecurity ORDER BY 1, 2",
        tables);
}

} // namespace synth::introspect
