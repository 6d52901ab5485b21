// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_TRIGGERS_HPP
#define SYNTH_DATABASE_POSTGRES_TRIGGERS_HPP

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/postgres_structure.hpp>
#include <synth/database/trigger_text.hpp>

namespace synth {

namespace detail {

// The tables, and the partitions of those that have any, each with the table of the load that it is part of.
inline constexpr std::string_view tables_and_partitions =
    "(SELECT o AS root, o AS relation FROM pg_catalog.unnest($1::oid[]) o UNION SELECT o, p.relid"
    " FROM pg_catalog.unnest($1::oid[]) o, pg_catalog.pg_partition_tree(o::regclass) p)";

inline std::vector<sql_name> names_of_tables(postgres_connection& connection, const std::string& oids) {
    const postgres_result found =
        connection.query("cannot read the names of the tables",
                         "SELECT DISTINCT n.nspname, t.relname FROM " + std::string{tables_and_partitions} +
                             " l JOIN pg_catalog.pg_class t ON t.oid = l.relation"
                             " JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace ORDER BY 1, 2",
                         {oids});
    std::vector<sql_name> names;
    names.reserve(static_cast<std::size_t>(found.rows()));
    for (int row = 0; row < found.rows(); ++row) {
        names.push_back({std::string{found.text(row, 0)}, std::string{found.text(row, 1)}});
    }
    return names;
}

// The functions of a database that are written in a language with SQL in it.
class function_texts {
public:
    explicit function_texts(postgres_connection& connection) {
        const postgres_result found = connection.query(
            "cannot read the functions of triggers",
            "SELECT f.oid, n.nspname, f.proname, coalesce(nullif(f.prosrc, ''),"
            " pg_catalog.pg_get_functiondef(f.oid)) FROM pg_catalog.pg_proc f"
            " JOIN pg_catalog.pg_namespace n ON n.oid = f.pronamespace"
            " JOIN pg_catalog.pg_language l ON l.oid = f.prolang WHERE f.prokind IN ('f', 'p')"
            " AND l.lanname NOT IN ('c', 'internal') AND n.nspname NOT IN ('pg_catalog', "
            "'information_schema')");
        for (int row = 0; row < found.rows(); ++row) {
            all_.push_back({std::string{found.text(row, 0)},
                            {std::string{found.text(row, 1)}, std::string{found.text(row, 2)}},
                            read_trigger_text(found.text(row, 3))});
        }
    }

    // The columns of its row that a function sets.
    [[nodiscard]] std::vector<std::string> set_by(std::string_view oid) const {
        const auto found = std::ranges::find(all_, oid, &function::oid);
        return found == all_.end() ? std::vector<std::string>{} : found->text.set;
    }

    // What a function writes, itself or by others that it calls.
    [[nodiscard]] std::vector<sql_name> written_by(std::string_view oid) const {
        std::vector<const function*> reached;
        for (const function& each : all_) {
            if (each.oid == oid) {
                reached.push_back(&each);
            }
        }
        std::vector<sql_name> written;
        for (std::size_t next = 0; next < reached.size(); ++next) {
            const trigger_text& text = reached[next]->text;
            written.insert(written.end(), text.written.begin(), text.written.end());
            for (const function& each : all_) {
                if (find_written(text.called, {&each.name, 1}) == 0 &&
                    std::ranges::find(reached, &each) == reached.end()) {
                    reached.push_back(&each);
                }
            }
        }
        return written;
    }

private:
    struct function {
        std::string oid;
        sql_name name;
        trigger_text text;
    };

    std::vector<function> all_;
};

} // namespace detail

/// A table of a load, by its oid, and the columns that the load gives values.
struct loaded_table {
    std::string oid;
    std::vector<std::string_view> columns;
};

namespace detail {

// What a trigger does to rows that are made already: "writes audit_log", "sets updated_at"; nothing where it
// does nothing of the kind.
inline std::string deed_of_trigger(const function_texts& functions, std::string_view function,
                                   std::span<const std::string> set, std::span<const sql_name> tables,
                                   const loaded_table& its) {
    const std::size_t written = find_written(functions.written_by(function), tables);
    if (written < tables.size()) {
        const sql_name& table = tables[written];
        return "writes " + (table.schema == "public" ? "" : table.schema + ".") + table.name;
    }
    for (const std::string& column : set) {
        if (column == "*" || std::ranges::find(its.columns, column) != its.columns.end()) {
            return "sets " + (column == "*" ? std::string{"columns"} : column);
        }
    }
    return {};
}

} // namespace detail

/// The triggers of some tables that run with rows which are loaded and change rows of these tables
/// themselves: an audit, a counter, an index of words, a column that they set. All these rows are made
/// already, so that such a trigger would make some twice, or others of them. Each is a part that a load does
/// without.
[[nodiscard]] inline std::vector<structure_part> writing_triggers(postgres_connection& connection,
                                                                  std::span<const loaded_table> loaded) {
    std::vector<std::string> oids;
    oids.reserve(loaded.size());
    for (const loaded_table& each : loaded) {
        oids.push_back(each.oid);
    }
    const std::string array = detail::oid_array(oids);
    // Its type as bits: 1 for each row, 2 BEFORE, 4 INSERT, 16 UPDATE, which fills the references of cycles.
    const postgres_result found = connection.query(
        "cannot read the triggers of the tables",
        "SELECT g.oid, l.root, g.tgname, pg_catalog.quote_ident(g.tgname),"
        " pg_catalog.format('%I.%I', n.nspname, t.relname), g.tgrelid::regclass, g.tgenabled, g.tgfoid,"
        " CASE WHEN NOT pg_catalog.pg_has_role(t.relowner, 'USAGE')"
        " THEN 'role ' || current_user || ' does not own the table' ELSE '' END, g.tgtype & 3 = 3,"
        // The server's own ones for indexes of words set the column that their first argument names.
        " CASE WHEN g.tgfoid IN (SELECT f.oid FROM pg_catalog.pg_proc f WHERE f.proname LIKE "
        "'tsvector\\_update\\_trigger%' AND f.pronamespace = 'pg_catalog'::regnamespace) THEN "
        "pg_catalog.split_part(pg_catalog.encode(g.tgargs, 'escape'), '\\000', 1) ELSE '' END FROM " +
            std::string{detail::tables_and_partitions} +
            " l JOIN pg_catalog.pg_trigger g ON g.tgrelid = l.relation"
            " JOIN pg_catalog.pg_class t ON t.oid = g.tgrelid"
            " JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace"
            " WHERE NOT g.tgisinternal AND g.tgenabled IN ('O', 'A') AND g.tgtype & 20 <> 0"
            // Those of a partitioned table before those of its partitions, which some servers change with it.
            " ORDER BY t.relispartition, 5, 3",
        {array});
    std::vector<structure_part> parts;
    if (found.rows() == 0) {
        return parts;
    }
    const std::vector<sql_name> tables = detail::names_of_tables(connection, array);
    const detail::function_texts functions{connection};
    for (int row = 0; row < found.rows(); ++row) {
        const auto text = [&](int column) { return std::string{found.text(row, column)}; };
        const auto its = std::ranges::find(loaded, text(1), &loaded_table::oid);
        std::vector<std::string> set{text(10)};
        if (found.flag(row, 9)) {
            const std::vector<std::string> by_text = functions.set_by(text(7));
            set.insert(set.end(), by_text.begin(), by_text.end());
        }
        const std::string deed = detail::deed_of_trigger(functions, text(7), set, tables, *its);
        if (deed.empty()) {
            continue;
        }
        const std::string alter = "ALTER TABLE ONLY " + text(4) + " ";
        parts.push_back({structure_kind::trigger,
                         text(0),
                         {},
                         text(1),
                         {},
                         "trigger " + text(2) + " of " + text(5) + ", which " + deed,
                         text(4),
                         alter + "DISABLE TRIGGER " + text(3),
                         {alter + (text(6) == "A" ? "ENABLE ALWAYS TRIGGER " : "ENABLE TRIGGER ") + text(3)},
                         {},
                         text(8)});
    }
    return parts;
}

} // namespace synth

#endif
