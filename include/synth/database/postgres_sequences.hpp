// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_SEQUENCES_HPP
#define SYNTH_DATABASE_POSTGRES_SEQUENCES_HPP

#include <string>
#include <utility>
#include <vector>

#include <synth/database/database_error.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// A sequence that numbers a column: of an identity or serial column, or of any nextval default of a number,
/// which may be numeric or of a domain.
struct postgres_sequence {
    std::string oid;
    std::string name; ///< quoted
    std::string column;
    bool descending{};
};

/// The sequences behind the columns of a table. Throws when the role may not set one.
[[nodiscard]] inline std::vector<postgres_sequence>
sequences_of(postgres_connection& connection, const table_shape& table, const std::string& table_oid) {
    // Identity and serial columns own their sequence; a plain default only depends on it.
    const postgres_result found = connection.query(
        "cannot read the sequences of " + table.shown(),
        "SELECT DISTINCT s.seqrelid, s.seqrelid::regclass::text, a.attname, s.seqincrement < 0,"
        " pg_catalog.has_sequence_privilege(s.seqrelid, 'UPDATE')"
        " FROM pg_catalog.pg_attribute a"
        " LEFT JOIN pg_catalog.pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum"
        " JOIN pg_catalog.pg_depend d ON"
        "  (d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = a.attrelid"
        "   AND d.refobjsubid = a.attnum AND d.classid = 'pg_catalog.pg_class'::regclass AND d.deptype IN "
        "('a', 'i'))"
        "  OR (d.classid = 'pg_catalog.pg_attrdef'::regclass AND d.objid = f.oid"
        "   AND d.refclassid = 'pg_catalog.pg_class'::regclass)"
        " JOIN pg_catalog.pg_sequence s ON s.seqrelid IN (d.objid, d.refobjid)"
        " JOIN pg_catalog.pg_type t ON t.oid = a.atttypid"
        " WHERE a.attrelid = $1::oid AND a.attnum > 0 AND NOT a.attisdropped AND t.typcategory = 'N'"
        " AND (t.typtype = 'd' OR t.oid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype,"
        " 'numeric'::regtype, 'float8'::regtype)) ORDER BY 1",
        {table_oid});
    std::vector<postgres_sequence> sequences;
    for (int row = 0; row < found.rows(); ++row) {
        postgres_sequence sequence{std::string{found.text(row, 0)}, std::string{found.text(row, 1)},
                                   std::string{found.text(row, 2)}, found.flag(row, 3)};
        if (!found.flag(row, 4)) {
            throw database_error{"sequence " + sequence.name + " of " + table.shown() + "." +
                                 sequence.column +
                                 " may not be set by this role; grant UPDATE on it, or connect as its owner"};
        }
        sequences.push_back(std::move(sequence));
    }
    return sequences;
}

/// Sets a sequence past the values of its column, never back, so that the next INSERT finds a free number.
inline void set_past_values(postgres_connection& connection, const table_shape& table,
                            const postgres_sequence& sequence) {
    const std::string column = identifier(sequence.column);
    const std::string furthest = sequence.descending ? "min(" : "max(";
    const std::string further = sequence.descending ? " < " : " > ";
    // A value outside the sequence's range leaves it at the end of the range.
    connection.query("cannot set sequence " + sequence.name + " of " + table.shown() + "." + sequence.column,
                     "SELECT pg_catalog.setval(s.seqrelid::regclass,"
                     " GREATEST(s.seqmin, LEAST(s.seqmax, v.value))::bigint)"
                     " FROM pg_catalog.pg_sequence s, (SELECT " +
                         furthest + column + ")::numeric AS value FROM " + identifier(table) + ") v, " +
                         sequence.name +
                         " q WHERE s.seqrelid = $1::oid AND v.value IS NOT NULL"
                         " AND (v.value" +
                         further +
                         "q.last_value OR (v.value = q.last_value AND NOT q.is_called))"
                         " AND v.value" +
                         (sequence.descending ? " <= s.seqmax" : " >= s.seqmin"),
                     {sequence.oid});
}

} // namespace synth

#endif
