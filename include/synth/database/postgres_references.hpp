// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_REFERENCES_HPP
#define SYNTH_DATABASE_POSTGRES_REFERENCES_HPP

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <synth/database/joined.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// A foreign key of the server between two loaded tables, given by their places among these.
struct postgres_reference {
    std::size_t child{};
    std::size_t parent{};
    std::string oid;
    std::string table;      ///< the child, quoted
    std::string name;       ///< of the constraint, quoted
    std::string qualified;  ///< the name with its schema
    std::string definition; ///< FOREIGN KEY ... as the server writes it
    std::string comment;    ///< as a quoted literal, or NULL
    bool deferrable{};
    bool match_full{};
};

/// What may be done with a foreign key while its tables are filled.
struct postgres_leeway {
    std::vector<std::size_t> nullable; ///< columns that may be NULL for a while, by position in the shape
    bool may_update{};                 ///< the role may change them, by way of a temporary table
    bool delicate{};   ///< a NULL for a while, or the UPDATE, may meet a CHECK, index or trigger
    bool droppable{};  ///< the role may drop the constraint and add it again
    std::string owner; ///< of the child
    std::string role;  ///< that loads
};

/// The foreign keys among tables that are given by their oids. A constraint that no trigger enforces lets all
/// pass, and one over partitions has copies of itself; neither counts.
[[nodiscard]] inline std::vector<postgres_reference> references_among(postgres_connection& connection,
                                                                      std::span<const std::string> oids) {
    const postgres_result found = connection.query(
        "cannot read the references of the tables",
        "SELECT c.conrelid, c.confrelid, c.oid, c.conrelid::regclass, pg_catalog.quote_ident(c.conname),"
        " pg_catalog.format('%I.%I', n.nspname, c.conname), pg_catalog.pg_get_constraintdef(c.oid),"
        " pg_catalog.quote_nullable(pg_catalog.obj_description(c.oid, 'pg_constraint')),"
        " c.condeferrable, c.confmatchtype = 'f'"
        " FROM pg_catalog.pg_constraint c JOIN pg_catalog.pg_namespace n ON n.oid = c.connamespace"
        " JOIN pg_catalog.pg_class t ON t.oid = c.conrelid"
        " WHERE c.contype = 'f' AND c.conrelid = ANY ($1::oid[]) AND c.confrelid = ANY ($1::oid[])"
        " AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint u"
        "  WHERE u.oid = c.conparentid AND u.conrelid = c.conrelid)"
        " AND (t.relkind = 'p' OR EXISTS (SELECT FROM pg_catalog.pg_trigger g"
        "  WHERE g.tgconstraint = c.oid AND g.tgrelid = c.conrelid AND g.tgenabled IN ('O', 'A')))"
        " AND pg_catalog.current_setting('session_replication_role') <> 'replica'"
        " ORDER BY c.conrelid, c.conname",
        {"{" + joined(oids, ",", [](const std::string& oid) { return oid; }) + "}"});
    std::vector<postgres_reference> references;
    const auto place = [&](std::string_view oid) {
        return static_cast<std::size_t>(std::ranges::find(oids, oid) - oids.begin());
    };
    for (int row = 0; row < found.rows(); ++row) {
        const auto text = [&](int column) { return std::string{found.text(row, column)}; };
        references.push_back({place(found.text(row, 0)), place(found.text(row, 1)), text(2), text(3), text(4),
                              text(5), text(6), text(7), found.flag(row, 8), found.flag(row, 9)});
    }
    return references;
}

/// What may be done with a foreign key of a table while the tables are filled.
[[nodiscard]] inline postgres_leeway leeway_of(postgres_connection& connection, const table_shape& table,
                                               const postgres_reference& reference) {
    const std::string while_doing = "cannot read constraint " + reference.name + " of " + table.shown();
    // NULL would meet NOT NULL (also that of a domain), one NULL only (NULLS NOT DISTINCT, which servers
    // before version 15 do not know), no partition, a child's reference to this column, or MATCH FULL.
    const postgres_result columns = connection.query(
        while_doing,
        "SELECT a.attname, a.attnotnull OR EXISTS (WITH RECURSIVE below(oid) AS (SELECT a.atttypid"
        "  UNION ALL SELECT t.typbasetype FROM below b JOIN pg_catalog.pg_type t ON t.oid = b.oid"
        "   WHERE t.typtype = 'd')"
        "  SELECT FROM below b JOIN pg_catalog.pg_type t ON t.oid = b.oid WHERE t.typnotnull)"
        " OR EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = a.attrelid"
        "  AND a.attnum = ANY (i.indkey)"
        "  AND pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct' = 'true')"
        " OR EXISTS (SELECT FROM pg_catalog.pg_partitioned_table p WHERE p.partrelid = a.attrelid"
        "  AND (a.attnum = ANY (p.partattrs) OR p.partexprs IS NOT NULL))"
        " OR EXISTS (SELECT FROM pg_catalog.pg_constraint o WHERE o.contype = 'f' AND o.oid <> c.oid"
        "  AND ((o.confrelid = a.attrelid AND a.attnum = ANY (o.confkey))"
        "   OR (o.conrelid = a.attrelid AND a.attnum = ANY (o.conkey) AND o.confmatchtype = 'f')))"
        " FROM pg_catalog.pg_constraint c JOIN pg_catalog.pg_attribute a"
        "  ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)"
        " WHERE c.oid = $1::oid ORDER BY a.attnum",
        {reference.oid});
    postgres_leeway leeway;
    bool all = true;
    for (int row = 0; row < columns.rows(); ++row) {
        const std::size_t column = table.position_of(columns.text(row, 0));
        if (column < table.columns.size() && !columns.flag(row, 1)) {
            leeway.nullable.push_back(column);
        } else {
            all = false;
        }
    }
    if (reference.match_full && !all) {
        leeway.nullable.clear(); // all of its columns are NULL or none
    }
    const postgres_result table_facts = connection.query(
        while_doing,
        "SELECT pg_catalog.has_table_privilege(t.oid, 'UPDATE')"
        "  AND pg_catalog.has_database_privilege(pg_catalog.current_database(), 'TEMPORARY'),"
        " EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conrelid = t.oid AND k.contype = 'c'"
        "  AND k.conkey && c.conkey)"
        " OR EXISTS (SELECT FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_constraint k"
        "  ON k.contypid = a.atttypid WHERE a.attrelid = t.oid AND a.attnum = ANY (c.conkey))"
        " OR EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid = t.oid"
        "  AND a.attgenerated <> '' AND a.attnotnull)"
        " OR EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = t.oid"
        "  AND (i.indexprs IS NOT NULL OR i.indpred IS NOT NULL) AND (i.indisunique OR i.indisexclusion))"
        " OR EXISTS (SELECT FROM pg_catalog.pg_trigger g WHERE g.tgrelid = t.oid AND NOT g.tgisinternal"
        "  AND g.tgenabled <> 'D' AND g.tgtype & 16 <> 0)" // ON UPDATE
        " OR EXISTS (SELECT FROM pg_catalog.pg_rewrite r WHERE r.ev_class = t.oid AND r.ev_type = '2'),"
        " pg_catalog.pg_has_role(t.relowner, 'USAGE') AND c.coninhcount = 0"
        "  AND NOT EXISTS (SELECT FROM unnest(c.confkey) k"
        "   WHERE NOT pg_catalog.has_column_privilege(c.confrelid, k, 'REFERENCES')),"
        " pg_catalog.pg_get_userbyid(t.relowner), current_user"
        " FROM pg_catalog.pg_constraint c JOIN pg_catalog.pg_class t ON t.oid = c.conrelid"
        " WHERE c.oid = $1::oid",
        {reference.oid});
    leeway.may_update = table_facts.flag(0, 0);
    leeway.delicate = table_facts.flag(0, 1);
    leeway.droppable = table_facts.flag(0, 2);
    leeway.owner = table_facts.text(0, 3);
    leeway.role = table_facts.text(0, 4);
    return leeway;
}

} // namespace synth

#endif
