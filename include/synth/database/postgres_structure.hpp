// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_STRUCTURE_HPP
#define SYNTH_DATABASE_POSTGRES_STRUCTURE_HPP

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <synth/database/joined.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_result.hpp>

namespace synth {

/// What a table has besides its columns, and a load may do without. A key is any constraint with an index:
/// PRIMARY KEY, UNIQUE or EXCLUDE. A trigger is no more than switched off.
enum class structure_kind : std::uint8_t { foreign_key, key, index, trigger };

/// An index, key, foreign key or trigger of the server, with the statements that drop it and make it again as
/// it was.
struct structure_part {
    structure_kind kind{};
    std::string oid;      ///< of the constraint or trigger, or of the index where it has none
    std::string index;    ///< of the key itself; of a foreign key: that of the key it leads to
    std::string table;    ///< oid of the table that has it
    std::string parent;   ///< oid of the table that a foreign key leads to
    std::string shown;    ///< "foreign key child_parent_fkey of child"
    std::string relation; ///< the table as SQL names it, with its schema
    std::string drop;
    std::vector<std::string> put_back;
    std::string validate; ///< checks a foreign key that was made NOT VALID
    std::string why_kept; ///< it cannot be dropped and come back the same; empty: it can
};

namespace detail {

inline std::string oid_array(std::span<const std::string> oids) {
    return "{" + joined(oids, ",", [](const std::string& oid) { return oid; }) + "}";
}

// Reasons that keys and foreign keys share; `t` is the table and `n` its schema. Partitions are built of
// parts whose names would not come back.
inline constexpr std::string_view common_reasons =
    " WHEN t.relkind <> 'r' OR t.relispartition THEN 'the table is partitioned'"
    " WHEN NOT pg_catalog.pg_has_role(t.relowner, 'USAGE')"
    " THEN 'role ' || current_user || ' does not own the table'";

// The first thing that would be lost, or be in the way, with an object.
inline std::string dependents(const std::string& condition) {
    return "(SELECT pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) FROM pg_catalog.pg_depend d"
           " WHERE d.deptype <> 'i' AND (" +
           condition +
           ") AND NOT (d.classid = 'pg_catalog.pg_constraint'::regclass AND EXISTS (SELECT FROM"
           "  pg_catalog.pg_constraint f WHERE f.oid = d.objid AND f.contype = 'f')) LIMIT 1)";
}

inline void add_statement(std::vector<std::string>& statements, bool wanted, std::string statement) {
    if (wanted) {
        statements.push_back(std::move(statement));
    }
}

// All that an index is, beside its definition: tablespace, comment, statistics of its expressions, the marks
// of CLUSTER and REPLICA IDENTITY. A key's index is made first and taken by the constraint then, because only
// the index's definition has its storage parameters.
inline structure_part index_part(const postgres_result& found, int row) {
    const auto text = [&](int column) { return std::string{found.text(row, column)}; };
    const bool key = !found.is_null(row, 5);
    const std::string table = text(2);
    const std::string index = text(3); // with its schema
    const std::string name = text(4);
    structure_part part{key ? structure_kind::key : structure_kind::index,
                        key ? text(5) : text(0),
                        text(0),
                        text(1),
                        {},
                        (key ? "key " : "index ") + text(17) + " of " + text(18),
                        table,
                        key ? "ALTER TABLE " + table + " DROP CONSTRAINT " + name : "DROP INDEX " + index,
                        {},
                        {},
                        text(16)};
    std::vector<std::string>& back = part.put_back;
    back.push_back("SELECT pg_catalog.set_config('default_tablespace', " + text(14) + ", true)");
    const bool whole = key && found.flag(row, 7); // no unique index that a constraint could take
    if (!whole) {
        back.push_back(text(6));
    }
    if (key) {
        std::string deferred = found.flag(row, 9) ? " DEFERRABLE" : "";
        deferred += found.flag(row, 10) ? " INITIALLY DEFERRED" : "";
        back.push_back(
            "ALTER TABLE " + table + " ADD CONSTRAINT " + name + " " +
            (whole ? text(8)
                   : (text(19) == "p" ? "PRIMARY KEY" : "UNIQUE") + (" USING INDEX " + name) + deferred));
        add_statement(back, text(12) != "NULL",
                      "COMMENT ON CONSTRAINT " + name + " ON " + table + " IS " + text(12));
    }
    add_statement(back, text(11) != "NULL", "COMMENT ON INDEX " + index + " IS " + text(11));
    add_statement(back, !found.is_null(row, 15), "ALTER INDEX " + index + " " + text(15));
    add_statement(back, found.flag(row, 13), "ALTER TABLE " + table + " CLUSTER ON " + name);
    add_statement(back, found.flag(row, 20),
                  "ALTER TABLE " + table + " REPLICA IDENTITY USING INDEX " + name);
    return part;
}

inline void add_index_parts(postgres_connection& connection, const std::string& oids,
                            std::vector<structure_part>& parts) {
    const postgres_result found = connection.query(
        "cannot read the indexes of the tables",
        "SELECT i.indexrelid, i.indrelid, pg_catalog.format('%I.%I', n.nspname, t.relname),"
        " pg_catalog.format('%I.%I', n.nspname, x.relname), pg_catalog.quote_ident(x.relname), c.oid,"
        " pg_catalog.pg_get_indexdef(i.indexrelid), c.contype = 'x' OR i.indisexclusion,"
        " pg_catalog.pg_get_constraintdef(c.oid), c.condeferrable, c.condeferred,"
        " pg_catalog.quote_nullable(pg_catalog.obj_description(i.indexrelid, 'pg_class')),"
        " pg_catalog.quote_nullable(pg_catalog.obj_description(c.oid, 'pg_constraint')),"
        " i.indisclustered, pg_catalog.quote_literal(coalesce(s.spcname, '')),"
        " (SELECT string_agg(pg_catalog.format('ALTER COLUMN %s SET STATISTICS %s', a.attnum,"
        "   a.attstattarget), ', ') FROM pg_catalog.pg_attribute a WHERE a.attrelid = i.indexrelid"
        "  AND a.attstattarget >= 0 AND i.indkey[a.attnum - 1] = 0),"
        " CASE" +
            std::string{common_reasons} +
            " WHEN NOT (i.indisvalid AND i.indisready AND i.indislive) THEN 'it is invalid'"
            " WHEN NOT pg_catalog.has_schema_privilege(n.oid, 'CREATE')"
            " THEN 'role ' || current_user || ' may not create in schema ' || n.nspname"
            " WHEN s.oid IS NOT NULL AND NOT pg_catalog.has_tablespace_privilege(s.oid, 'CREATE')"
            " THEN 'role ' || current_user || ' may not create in tablespace ' || s.spcname"
            " WHEN EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.objid = i.indexrelid"
            "  AND d.classid = 'pg_catalog.pg_class'::regclass"
            "  AND d.refclassid = 'pg_catalog.pg_extension'::regclass) THEN 'it belongs to an extension'"
            " ELSE coalesce(" +
            dependents("(d.refclassid = 'pg_catalog.pg_constraint'::regclass AND d.refobjid = c.oid)"
                       " OR (d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = i.indexrelid)") +
            " || ' depends on it', '') END,"
            " x.relname, i.indrelid::regclass, c.contype, i.indisreplident"
            " FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid"
            " JOIN pg_catalog.pg_class t ON t.oid = i.indrelid"
            " JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace"
            " LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = x.reltablespace"
            " LEFT JOIN pg_catalog.pg_constraint c ON c.conindid = i.indexrelid AND c.conrelid = i.indrelid"
            "  AND c.contype IN ('p', 'u', 'x')"
            " WHERE i.indrelid = ANY ($1::oid[])"
            " ORDER BY 3, c.contype = 'p' DESC NULLS LAST, 4",
        {oids});
    for (int row = 0; row < found.rows(); ++row) {
        parts.push_back(index_part(found, row));
    }
}

inline void add_foreign_key_parts(postgres_connection& connection, const std::string& oids,
                                  std::vector<structure_part>& parts) {
    // One that is not checked now would be checked when it is made again, and one that is NOT VALID would not
    // be: both stay as they are. A parent that is not loaded would be locked against its readers.
    const postgres_result found = connection.query(
        "cannot read the references of the tables",
        "SELECT c.oid, c.conindid, c.conrelid, c.confrelid, c.conname, c.conrelid::regclass,"
        " pg_catalog.format('%I.%I', n.nspname, t.relname), pg_catalog.quote_ident(c.conname),"
        " pg_catalog.pg_get_constraintdef(c.oid),"
        " pg_catalog.quote_nullable(pg_catalog.obj_description(c.oid, 'pg_constraint')),"
        " CASE" +
            std::string{common_reasons} +
            " WHEN p.relkind <> 'r' OR p.relispartition THEN 'its parent is partitioned'"
            " WHEN c.conrelid <> ALL ($1::oid[]) THEN 'its table is not loaded'"
            " WHEN c.confrelid <> ALL ($1::oid[]) THEN 'its parent is not loaded'"
            " WHEN NOT c.convalidated THEN 'it is NOT VALID'"
            " WHEN EXISTS (SELECT FROM unnest(c.confkey) k"
            "  WHERE NOT pg_catalog.has_column_privilege(c.confrelid, k, 'REFERENCES'))"
            " THEN 'role ' || current_user || ' may not refer to its parent'"
            " WHEN pg_catalog.current_setting('session_replication_role') = 'replica'"
            "  OR EXISTS (SELECT FROM pg_catalog.pg_trigger g WHERE g.tgconstraint = c.oid AND g.tgenabled "
            "<> 'O') OR NOT EXISTS (SELECT FROM pg_catalog.pg_trigger g WHERE g.tgconstraint = c.oid)"
            " THEN 'its check is switched off'"
            " ELSE coalesce(" +
            dependents("d.refclassid = 'pg_catalog.pg_constraint'::regclass AND d.refobjid = c.oid") +
            " || ' depends on it', '') END"
            " FROM pg_catalog.pg_constraint c JOIN pg_catalog.pg_class t ON t.oid = c.conrelid"
            " JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace"
            " JOIN pg_catalog.pg_class p ON p.oid = c.confrelid"
            " WHERE c.contype = 'f' AND (c.conrelid = ANY ($1::oid[]) OR c.confrelid = ANY ($1::oid[]))"
            " ORDER BY 7, 5",
        {oids});
    for (int row = 0; row < found.rows(); ++row) {
        const auto text = [&](int column) { return std::string{found.text(row, column)}; };
        structure_part part{structure_kind::foreign_key,
                            text(0),
                            text(1),
                            text(2),
                            text(3),
                            "foreign key " + text(4) + " of " + text(5),
                            text(6),
                            "ALTER TABLE " + text(6) + " DROP CONSTRAINT " + text(7),
                            {"ALTER TABLE " + text(6) + " ADD CONSTRAINT " + text(7) + " " + text(8)},
                            "ALTER TABLE " + text(6) + " VALIDATE CONSTRAINT " + text(7),
                            text(10)};
        add_statement(part.put_back, text(9) != "NULL",
                      "COMMENT ON CONSTRAINT " + text(7) + " ON " + text(6) + " IS " + text(9));
        parts.push_back(std::move(part));
    }
}

} // namespace detail

/// The indexes, keys and foreign keys of tables that are given by their oids, and the foreign keys that lead
/// to these: foreign keys first, as they must go. Statements name all things for the search path of the
/// session.
[[nodiscard]] inline std::vector<structure_part> structure_of(postgres_connection& connection,
                                                              std::span<const std::string> oids) {
    std::vector<structure_part> parts;
    const std::string array = detail::oid_array(oids);
    detail::add_foreign_key_parts(connection, array, parts);
    detail::add_index_parts(connection, array, parts);
    return parts;
}

} // namespace synth

#endif
