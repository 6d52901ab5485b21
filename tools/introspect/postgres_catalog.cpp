// SPDX-License-Identifier: BSL-1.0
#include "postgres_catalog.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>

#include <fmt/format.h>

#include <synth/core/nearest.hpp>

#include "composite_parts.hpp"
#include "failure.hpp"
#include "postgres_connection.hpp"
#include "postgres_exclusions.hpp"
#include "postgres_indexes.hpp"
#include "postgres_partitions.hpp"
#include "postgres_types.hpp"
#include "text.hpp"
#include "text_documents.hpp"

// Everything comes from pg_catalog: information_schema shows a role only what it owns or may write.
namespace synth::introspect {

namespace {

constexpr const char* may_break = "rows may break it; give its columns generators that keep it";

class reader {
public:
    reader(const postgres_connection& from, const std::vector<std::string>& schemas)
        : from_(from), types_(from), schemas_(chosen(schemas)) {}

    [[nodiscard]] catalog read() {
        catalog database{.from = engine::postgresql};
        read_tables(database);
        read_columns(database);
        read_columns_of_partitions(database);
        read_constraints(database);
        read_indexes(database);
        read_partitions(database);
        read_parents(database);
        database.enumerations = types_.enumerations();
        take_documents(database);
        normalise(database);
        add_composite_parts(database);
        return database;
    }

private:
    // A table being read, and where the numbers of its columns (which have gaps after DROP COLUMN) lead. A
    // partition is its table.
    struct place {
        std::size_t table;
        std::map<int, std::size_t> columns;
    };

    [[nodiscard]] std::string chosen(const std::vector<std::string>& wanted) const {
        const postgres_result rows = from_.query(
            "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' "
            "ORDER BY nspname COLLATE \"C\"");
        std::vector<std::string> existing;
        for (int row = 0; row < rows.size(); ++row) {
            existing.push_back(rows.text(row, 0));
        }
        const std::vector<std::string_view> names(existing.begin(), existing.end());
        for (const std::string& each : wanted) {
            if (std::ranges::find(names, each) == names.end()) {
                throw failure(fmt::format(
                    "there is no schema {}{}", one_line(each),
                    names.empty() ? "; the database has none of its own"
                                  : fmt::format("; did you mean {}?", one_line(nearest(each, names)))));
            }
        }
        return array_text(wanted.empty() ? existing : wanted);
    }

    void read_tables(catalog& database) {
        // Partitions are reached through their parents, and tables of an extension are its own affair.
        const postgres_result rows = from_.query(
            "SELECT c.oid, n.nspname, c.relname, obj_description(c.oid, 'pg_class'), "
            "CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END "
            "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname = ANY ($1::text[]) "
            "AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = "
            "c.oid "
            "AND d.deptype = 'e')",
            schemas_);
        for (int row = 0; row < rows.size(); ++row) {
            table next{.name = {rows.text(row, 1), rows.text(row, 2)}, .comment = rows.text(row, 3)};
            if (!rows.null(row, 4)) {
                partitioned_.emplace(rows.text(row, 0), rows.text(row, 4));
            }
            places_.emplace(rows.text(row, 0), place{.table = database.tables.size(), .columns = {}});
            oids_.push_back(rows.text(row, 0));
            database.tables.push_back(std::move(next));
        }
        tables_ = array_text(oids_);
    }

    void read_columns(catalog& database) {
        const postgres_result rows = from_.query(
            "SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, a.attnotnull, a.attidentity <> "
            "'', "
            "a.attgenerated, pg_get_expr(d.adbin, d.adrelid), format_type(a.atttypid, a.atttypmod), "
            "col_description(a.attrelid, a.attnum), CASE c.collname WHEN 'default' THEN (SELECT b.datcollate "
            "FROM pg_database b WHERE b.datname = current_database()) ELSE c.collcollate END "
            "FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum "
            "LEFT JOIN pg_collation c ON c.oid = a.attcollation "
            "WHERE a.attrelid = ANY ($1::oid[]) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attrelid, "
            "a.attnum",
            tables_);
        for (int row = 0; row < rows.size(); ++row) {
            place& at = places_.at(rows.text(row, 0));
            table& owner = database.tables[at.table];
            resolved_type resolved =
                types_.resolve(rows.text(row, 3), rows.number(row, 4), rows.text(row, 9));
            const std::string expression = rows.text(row, 8);
            const std::string generated = rows.text(row, 7);
            column next{.name = rows.text(row, 2),
                        .type = std::move(resolved.type),
                        .nullable = !rows.yes(row, 5) && !resolved.not_null,
                        .identity = rows.yes(row, 6),
                        .comment = rows.text(row, 10)};
            const std::string collation = rows.text(row, 11);
            next.type.bytewise = collation == "C" || collation == "POSIX" || collation == "C.UTF-8" ||
                                 collation == "C.utf8" || collation == "ucs_basic";
            const bool integer =
                next.type.of == kind::int16 || next.type.of == kind::int32 || next.type.of == kind::int64;
            if (!generated.empty()) {
                next.generated_expression =
                    fmt::format("({}) {}", expression, generated == "s" ? "stored" : "virtual");
            } else if (integer && !next.type.array && expression.starts_with("nextval(")) {
                next.identity = true; // serial, or the same by hand
            } else {
                next.default_expression = expression.empty() ? resolved.default_expression : expression;
            }
            for (note& each : resolved.notes) {
                each.column = next.name;
                owner.notes.push_back(std::move(each));
            }
            for (check& each : resolved.checks) {
                each.column = next.name;
                owner.checks.push_back(std::move(each));
            }
            at.columns.emplace(rows.number(row, 1), owner.columns.size());
            owner.columns.push_back(std::move(next));
        }
    }

    // What a partition has for itself, rows of the table keep: keys, references, NOT NULL.
    void read_columns_of_partitions(catalog& database) {
        std::vector<std::string> oids;
        for (const auto& [oid, key] : partitioned_) {
            oids.push_back(oid);
        }
        const postgres_result rows = from_.query(
            "SELECT root, a.attrelid, a.attnum, a.attname, a.attnotnull FROM unnest($1::oid[]) root, "
            "pg_partition_tree(root) t JOIN pg_attribute a ON a.attrelid = t.relid "
            "WHERE t.level > 0 AND a.attnum > 0 AND NOT a.attisdropped",
            array_text(oids));
        std::vector<std::string> all{oids_};
        for (int row = 0; row < rows.size(); ++row) {
            const std::size_t owner = places_.at(rows.text(row, 0)).table;
            const auto [at, added] = places_.emplace(rows.text(row, 1), place{.table = owner, .columns = {}});
            if (added) {
                all.push_back(rows.text(row, 1));
            }
            std::vector<column>& columns = database.tables[owner].columns;
            const auto found = std::ranges::find(columns, rows.text(row, 3), &column::name);
            at->second.columns.emplace(rows.number(row, 2),
                                       static_cast<std::size_t>(found - columns.begin()));
            found->nullable = found->nullable && !rows.yes(row, 4);
        }
        with_partitions_ = array_text(all);
    }

    // Nothing when a number is none of the table's columns: zero stands for an expression.
    [[nodiscard]] static std::optional<std::vector<std::size_t>> indexes(const place& of,
                                                                         const std::vector<int>& numbers) {
        std::vector<std::size_t> result;
        for (const int each : numbers) {
            const auto found = of.columns.find(each);
            if (found == of.columns.end()) {
                return std::nullopt;
            }
            result.push_back(found->second);
        }
        return result;
    }

    void read_constraints(catalog& database) {
        // A reference to a partitioned table has a copy for each partition, with conparentid set.
        const postgres_result rows = from_.query(
            "SELECT c.conrelid, c.contype, c.conname, array_to_string(c.conkey, ' '), c.confrelid, "
            "array_to_string(c.confkey, ' '), pg_get_constraintdef(c.oid), n.nspname, p.relname, "
            "c.confmatchtype, CASE WHEN c.contype = 'c' THEN pg_get_expr(c.conbin, c.conrelid) END, "
            "c.convalidated, c.connoinherit "
            "FROM pg_constraint c LEFT JOIN pg_class p ON p.oid = c.confrelid "
            "LEFT JOIN pg_namespace n ON n.oid = p.relnamespace "
            "JOIN pg_class o ON o.oid = c.conrelid "
            "WHERE c.conrelid = ANY ($1::oid[]) AND CASE c.contype WHEN 'f' THEN c.conparentid = 0 "
            "WHEN 'x' THEN false ELSE NOT o.relispartition END "
            "ORDER BY c.conrelid, c.conname COLLATE \"C\"",
            with_partitions_);
        for (int row = 0; row < rows.size(); ++row) {
            const place& at = places_.at(rows.text(row, 0));
            table& owner = database.tables[at.table];
            const std::string type = rows.text(row, 1);
            const auto columns = indexes(at, rows.numbers(row, 3));
            const std::string text = rows.text(row, 6);
            if (type == "c") {
                // NO INHERIT is written on the table's own condition, which its rows keep all the same.
                owner.checks.push_back({.name = rows.text(row, 2),
                                        .conditions = {rows.text(row, 10)},
                                        .text = text,
                                        .consequence = may_break,
                                        .remark = !rows.yes(row, 11)  ? "NOT VALID in the database"
                                                  : rows.yes(row, 12) ? "NO INHERIT in the database"
                                                                      : ""});
            } else if (!columns) {
                owner.notes.push_back({"", text, may_break});
            } else if (type == "f") {
                reference next{.name = rows.text(row, 2),
                               .columns = *columns,
                               .parent = {rows.text(row, 7), rows.text(row, 8)},
                               .parent_columns = {}};
                if (const auto parent = places_.find(rows.text(row, 4)); parent != places_.end()) {
                    const auto referred = indexes(parent->second, rows.numbers(row, 5));
                    for (const std::size_t each : referred.value_or(std::vector<std::size_t>{})) {
                        next.parent_columns.push_back(
                            database.tables[parent->second.table].columns[each].name);
                    }
                }
                next.match_full = rows.text(row, 9) == "f" && columns->size() > 1;
                owner.references.push_back(std::move(next));
            }
        }
    }

    void read_indexes(catalog& database) {
        const postgres_result indexes_of_tables = unique_indexes_of(from_, with_partitions_);
        for (int row = 0; row < indexes_of_tables.size(); ++row) {
            const place& at = places_.at(indexes_of_tables.text(row, 0));
            add_unique_index({database.tables[at.table], at.columns}, indexes_of_tables, row);
        }
        const postgres_result expressions = index_expressions_of(from_, with_partitions_);
        for (int row = 0; row < expressions.size(); ++row) {
            table& of = database.tables[places_.at(expressions.text(row, 0)).table];
            of.index_expressions.push_back(expressions.text(row, 1));
        }
        const postgres_result exclusions = exclusions_of(from_, with_partitions_);
        for (int row = 0; row < exclusions.size(); ++row) {
            const place& at = places_.at(exclusions.text(row, 0));
            add_exclusion({database.tables[at.table], at.columns}, exclusions, row);
        }
        const postgres_result rules = insert_rules_of(from_, tables_);
        for (int row = 0; row < rules.size(); ++row) {
            const place& at = places_.at(rules.text(row, 0));
            database.tables[at.table].notes.push_back({"", rules.text(row, 1), rules.text(row, 2)});
        }
    }

    void read_partitions(catalog& database) {
        std::vector<std::string> oids;
        for (const auto& [oid, key] : partitioned_) {
            oids.push_back(oid);
        }
        const postgres_result rows = partitions_of(from_, oids);
        for (const auto& [oid, key] : partitioned_) {
            add_partition_bounds(database.tables[places_.at(oid).table], oid, key, rows);
        }
    }

    void read_parents(catalog& database) {
        const postgres_result rows =
            from_.query("SELECT i.inhrelid, i.inhparent::regclass FROM pg_inherits i "
                        "WHERE i.inhrelid = ANY ($1::oid[]) ORDER BY i.inhrelid, i.inhseqno",
                        tables_);
        for (int row = 0; row < rows.size(); ++row) {
            table& owner = database.tables[places_.at(rows.text(row, 0)).table];
            owner.notes.push_back({"", fmt::format("INHERITS ({})", rows.text(row, 1)),
                                   "its rows also show in the parent; both tables are filled on their own"});
        }
    }

    const postgres_connection& from_;
    postgres_types types_;
    std::string schemas_;
    std::vector<std::string> oids_; // of the tables
    std::string tables_{"{}"};      // the same as an array
    std::string with_partitions_{"{}"};
    std::map<std::string, place> places_;
    std::map<std::string, std::string> partitioned_; // how, by oid
};

} // namespace

catalog read_postgres(const std::string& conninfo, const std::vector<std::string>& schemas) {
    constexpr int most_attempts = 5;
    for (int attempt = 1;; ++attempt) {
        try {
            const postgres_connection connection{conninfo};
            return reader{connection, schemas}.read();
        } catch (const catalog_changed&) { // by a load that puts its indexes back, for instance
            if (attempt == most_attempts) {
                throw;
            }
        }
    }
}

bool is_postgres(const std::string& source) {
    if (source.starts_with("postgresql://") || source.starts_with("postgres://")) {
        return true;
    }
    std::error_code none;
    return source.find('=') != std::string::npos && !std::filesystem::exists(source, none);
}

} // namespace synth::introspect
