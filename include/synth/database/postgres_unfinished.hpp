// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_UNFINISHED_HPP
#define SYNTH_DATABASE_POSTGRES_UNFINISHED_HPP

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <synth/database/database_error.hpp>
#include <synth/database/load_report.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_error.hpp>
#include <synth/database/postgres_rebuild.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/postgres_structure.hpp>

namespace synth {

// A load over several connections is no transaction of the server. What it would need to undo itself is a
// table of the database while it runs, written before anything is dropped: the statements that put keys and
// indexes back, the tables, and the transactions that write rows. Whoever finds the table and no load at work
// undoes that load: rows are told by the transaction that wrote them.

/// The name of the table that an unfinished load leaves.
inline constexpr std::string_view unfinished_name = "synth_unfinished_load";

namespace detail {

// Held by the session of a load while it is at work: a number of synth's, and the table's.
inline constexpr std::string_view unfinished_lock =
    "1937337976, ($1::regclass::oid::bigint % 2147483647)::int";

// Default privileges could let others write what this role runs later.
inline void make_private(postgres_connection& connection, const std::string& journal) {
    const std::string while_doing = "cannot make " + journal + " private";
    const postgres_result others =
        connection.query(while_doing,
                         "SELECT DISTINCT CASE a.grantee WHEN 0 THEN 'PUBLIC'"
                         "  ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END"
                         " FROM pg_catalog.pg_class t, pg_catalog.aclexplode(t.relacl) a"
                         " WHERE t.oid = $1::regclass AND a.grantee <> t.relowner",
                         {journal});
    for (int row = 0; row < others.rows(); ++row) {
        connection.query(while_doing,
                         "REVOKE ALL ON " + journal + " FROM " + std::string{others.text(row, 0)});
    }
}

inline void note(postgres_connection& connection, const std::string& journal, const std::string& kind,
                 const std::string& words) {
    connection.query("cannot write to " + journal,
                     "INSERT INTO " + journal + " (kind, words) VALUES ($1, $2)", {kind, words});
}

inline database_error load_at_work(const std::string& journal) {
    return database_error{"another load over several connections is at work (table " + journal +
                          "): wait until it has ended"};
}

// Whether a load that is at work fills one of some tables.
inline bool fills_any(postgres_connection& connection, const std::string& journal,
                      std::span<const std::string> table_oids) {
    return connection
        .query("cannot read " + journal,
               "SELECT EXISTS (SELECT FROM " + journal +
                   " WHERE kind = 'table' AND pg_catalog.to_regclass(pg_catalog.regexp_replace("
                   "words, '^ONLY ', ''))::oid = ANY ($1::oid[]))",
               {oid_array(table_oids)})
        .flag(0, 0);
}

// The error of a load that cannot be undone, in whose way every later one would be.
inline database_error stuck_load(const database_error& error, const std::string& journal) {
    std::string text = without_prefix(error);
    const std::string_view usual = postgres_remedy("42"); // another description would not help
    if (text.ends_with(usual)) {
        text.resize(text.size() - usual.size());
    } else {
        text += "; ";
    }
    text.append("if its tables were made anew, DROP TABLE ").append(journal);
    text.append("; else put right what is said and load again (its column words has the statements)");
    return database_error{text};
}

} // namespace detail

/// Writes down how to undo a load, in the transaction that drops the parts; returns the table's name. It is
/// in the schema of the first table.
[[nodiscard]] inline std::string begin_unfinished(postgres_connection& connection,
                                                  std::span<const std::string> table_oids,
                                                  std::span<const structure_part> parts) {
    const std::string while_doing = "cannot note what a load over several connections has to undo";
    const postgres_result schema =
        connection.query(while_doing,
                         "SELECT pg_catalog.format('%I.%I', n.nspname, $2::text) FROM pg_catalog.pg_class t"
                         " JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace WHERE t.oid = $1::oid",
                         {table_oids.front(), std::string{unfinished_name}});
    std::string journal{schema.text(0, 0)};
    if (!connection.query(while_doing, "SELECT pg_catalog.to_regclass($1)", {journal}).is_null(0, 0)) {
        throw detail::load_at_work(journal); // at other tables, since it was not undone
    }
    connection.query(while_doing, "CREATE TABLE " + journal +
                                      " (place bigint GENERATED ALWAYS AS IDENTITY, kind text, words text)");
    detail::make_private(connection, journal);
    connection.query(while_doing,
                     "COMMENT ON TABLE " + journal +
                         " IS 'A load of synth is at work, or was broken off: the next one undoes "
                         "it. Do not drop this table.'");
    connection.query(while_doing,
                     "SELECT pg_catalog.pg_advisory_lock(" + std::string{detail::unfinished_lock} + ")",
                     {journal});
    connection.query(
        while_doing,
        "INSERT INTO " + journal +
            " (kind, words) SELECT 'search_path', pg_catalog.current_setting('search_path')"
            // As LOCK and DELETE name it: rows of a partitioned table are those of its partitions.
            " UNION ALL SELECT 'table', CASE t.relkind WHEN 'p' THEN '' ELSE 'ONLY ' END ||"
            "  pg_catalog.format('%I.%I', n.nspname, t.relname)"
            " FROM pg_catalog.pg_class t JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace"
            " WHERE t.oid = ANY ($1::oid[])",
        {detail::oid_array(table_oids)});
    for (const put_back_turn turn : {put_back_turn::keys_and_indexes, put_back_turn::foreign_keys}) {
        for (const structure_part& part : parts) {
            if (turn_of(part) == turn) {
                for (const std::string& statement : part.put_back) {
                    detail::note(connection, journal, "put back", statement);
                }
            }
        }
    }
    return journal;
}

/// The number of the transaction at hand, as the rows that it writes have it in xmin.
[[nodiscard]] inline std::string transaction_number(postgres_connection& connection) {
    return std::string{connection
                           .query("cannot read the transaction's number",
                                  "SELECT pg_catalog.mod(pg_catalog.txid_current(), 4294967296)::text")
                           .text(0, 0)};
}

/// Writes down a transaction of the load, before it may commit.
inline void note_writer(postgres_connection& connection, const std::string& journal,
                        const std::string& number) {
    detail::note(connection, journal, "writer", number);
}

/// Writes down that a part is there again, in the transaction that made it: to undo the load it goes once
/// more, since rows are deleted faster without it, and no foreign key says in which order.
inline void note_made(postgres_connection& connection, const std::string& journal,
                      const structure_part& part) {
    detail::note(connection, journal, "drop", part.drop);
}

/// The end of a load, in a transaction behind all others of it.
inline void end_unfinished(postgres_connection& connection, const std::string& journal) {
    connection.query("cannot drop " + journal, "DROP TABLE " + journal);
}

/// Undoes a load: deletes its rows, puts back what it had dropped, and drops its table.
inline void undo_unfinished(postgres_connection& connection, const std::string& journal) {
    const std::string while_doing = "cannot undo the unfinished load that " + journal + " describes";
    postgres_transaction transaction{connection};
    connection.query(while_doing, "LOCK TABLE " + journal + " IN ACCESS EXCLUSIVE MODE");
    const postgres_result path =
        connection.query(while_doing, "SELECT pg_catalog.set_config('search_path', words, true) FROM " +
                                          journal + " WHERE kind = 'search_path'");
    const postgres_result tables = connection.query(while_doing, "SELECT words FROM " + journal +
                                                                     " WHERE kind = 'table' ORDER BY place");
    const postgres_result made = connection.query(
        while_doing, "SELECT words FROM " + journal + " WHERE kind = 'drop' ORDER BY place DESC");
    for (int row = 0; row < made.rows(); ++row) {
        connection.query(while_doing, std::string{made.text(row, 0)});
    }
    for (int row = 0; row < tables.rows(); ++row) {
        const std::string table{tables.text(row, 0)};
        // Its transactions have ended when the lock is there.
        connection.query(while_doing, "LOCK TABLE " + table + " IN SHARE ROW EXCLUSIVE MODE");
        std::string removal{"DELETE FROM "};
        removal.append(table).append(" WHERE xmin::text IN (SELECT words FROM ");
        removal.append(journal).append(" WHERE kind = 'writer')");
        connection.query(while_doing, removal);
    }
    const postgres_result statements = connection.query(
        while_doing, "SELECT words FROM " + journal + " WHERE kind = 'put back' ORDER BY place");
    for (int row = 0; row < statements.rows(); ++row) {
        connection.query(while_doing, std::string{statements.text(row, 0)});
    }
    end_unfinished(connection, journal);
    transaction.commit(while_doing);
}

/// Looks for loads that were broken off, and undoes them: those of this very role, whose words are run. A
/// load that is at work is in the way if it fills one of the given tables, one of another role, which cannot
/// be read, if it is in the schema of one. Returns what was undone.
inline std::vector<std::string> undo_broken_loads(postgres_connection& connection,
                                                  std::span<const std::string> table_oids) {
    const std::string while_doing = "cannot look for unfinished loads";
    const postgres_result found = connection.query(
        while_doing,
        "SELECT pg_catalog.format('%I.%I', n.nspname, j.relname),"
        " pg_catalog.pg_get_userbyid(j.relowner) = current_user, pg_catalog.pg_get_userbyid(j.relowner)"
        " FROM pg_catalog.pg_class j JOIN pg_catalog.pg_namespace n ON n.oid = j.relnamespace"
        " WHERE j.relname = $1 AND j.relkind = 'r' AND (pg_catalog.pg_get_userbyid(j.relowner) ="
        "  current_user OR EXISTS (SELECT FROM pg_catalog.pg_class t"
        "   WHERE t.oid = ANY ($2::oid[]) AND t.relnamespace = j.relnamespace))",
        {std::string{unfinished_name}, detail::oid_array(table_oids)});
    std::vector<std::string> undone;
    undone.reserve(static_cast<std::size_t>(found.rows()));
    for (int row = 0; row < found.rows(); ++row) {
        const std::string journal{found.text(row, 0)};
        if (!found.flag(row, 1)) {
            throw database_error{"role " + std::string{found.text(row, 2)} +
                                 " has a load over several connections at work, or broken off (table " +
                                 journal + "): wait, or load once more as that role, which undoes it"};
        }
        const bool idle =
            connection
                .query(while_doing,
                       "SELECT pg_catalog.pg_try_advisory_lock(" + std::string{detail::unfinished_lock} + ")",
                       {journal})
                .flag(0, 0);
        if (!idle) {
            if (detail::fills_any(connection, journal, table_oids)) {
                throw detail::load_at_work(journal);
            }
            continue;
        }
        try {
            undo_unfinished(connection, journal);
        } catch (const database_error& error) {
            throw detail::stuck_load(error, journal);
        }
        undone.push_back("undid a load that was broken off, by table " + journal);
    }
    return undone;
}

} // namespace synth

#endif
