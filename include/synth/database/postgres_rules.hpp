// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_RULES_HPP
#define SYNTH_DATABASE_POSTGRES_RULES_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <synth/database/database_error.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_own_rows.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/table_shape.hpp>
#include <synth/database/verify_report.hpp>

namespace synth {

namespace detail {

struct rule_query {
    std::string rule;   // "check total_positive (NOT VALID)"
    std::string broken; // counts the rows that break it
    std::string how;    // " to customer"
};

inline std::string rule_name(std::string_view kind, const postgres_result& found, int row) {
    return std::string{kind} + " " + std::string{found.text(row, 0)} +
           (found.flag(row, 1) ? "" : " (NOT VALID)");
}

inline database_error unseen_parent(const std::string& while_doing, std::string_view role,
                                    const std::string& parent, std::string_view constraint) {
    return database_error{while_doing + ": role " + std::string{role} + " may not SELECT on " + parent +
                          ", to which " + std::string{constraint} +
                          " refers; grant it, or connect as the table's owner"};
}

// A row breaks a foreign key when its columns are not NULL and no parent has them; under MATCH FULL also when
// some of them only are NULL. A constraint over partitioned tables has copies of itself, which are left out.
inline void add_foreign_keys(postgres_connection& connection, const std::string& while_doing,
                             const std::string& oid, const std::string& from,
                             std::vector<rule_query>& rules) {
    const postgres_result found = connection.query(
        while_doing,
        "SELECT c.conname, c.convalidated, c.confmatchtype = 'f', p.oid::regclass, p.relkind,"
        " string_agg(format('p.%I OPERATOR(%I.%s) c.%I', pa.attname, n.nspname, o.oprname, ca.attname), "
        "' AND '),"
        " string_agg(format('c.%I IS NOT NULL', ca.attname), ' AND '),"
        " string_agg(format('c.%I IS NOT NULL', ca.attname), ' OR '),"
        " pg_catalog.has_table_privilege(p.oid, 'SELECT'), current_user"
        " FROM pg_catalog.pg_constraint c JOIN pg_catalog.pg_class p ON p.oid = c.confrelid"
        " CROSS JOIN LATERAL unnest(c.conkey, c.confkey, c.conpfeqop) k(child, parent, equal)"
        " JOIN pg_catalog.pg_attribute ca ON ca.attrelid = c.conrelid AND ca.attnum = k.child"
        " JOIN pg_catalog.pg_attribute pa ON pa.attrelid = c.confrelid AND pa.attnum = k.parent"
        " JOIN pg_catalog.pg_operator o ON o.oid = k.equal"
        " JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace"
        " WHERE c.conrelid = $1::oid AND c.contype = 'f' AND NOT EXISTS (SELECT FROM "
        "pg_catalog.pg_constraint u"
        "  WHERE u.oid = c.conparentid AND u.conrelid = c.conrelid)"
        " GROUP BY c.oid, c.conname, c.convalidated, c.confmatchtype, p.oid, p.relkind ORDER BY c.conname",
        {oid});
    for (int row = 0; row < found.rows(); ++row) {
        const std::string all{found.text(row, 6)};
        const std::string parent{found.text(row, 3)};
        if (!found.flag(row, 8)) {
            throw unseen_parent(while_doing, found.text(row, 9), parent, found.text(row, 0));
        }
        std::string count = "SELECT (SELECT count(*) FROM ";
        count.append(from).append(" c WHERE ").append(all).append(" AND NOT EXISTS (SELECT FROM ");
        count.append(own_rows(parent, found.text(row, 4))).append(" p WHERE ");
        count.append(found.text(row, 5)).append("))");
        if (found.flag(row, 2)) {
            count.append(" + (SELECT count(*) FROM ").append(from).append(" c WHERE (");
            count.append(found.text(row, 7)).append(") AND NOT (").append(all).append("))");
        }
        rules.push_back({rule_name("foreign key", found, row), count, " to " + parent});
    }
}

// A check that gives NULL is kept. Expressions come with the names that the search path of the session needs.
inline void add_checks(postgres_connection& connection, const std::string& while_doing,
                       const std::string& oid, const std::string& from, std::vector<rule_query>& rules) {
    const postgres_result checks = connection.query(
        while_doing,
        "SELECT conname, convalidated, pg_catalog.pg_get_expr(conbin, conrelid)"
        " FROM pg_catalog.pg_constraint WHERE conrelid = $1::oid AND contype = 'c' ORDER BY conname",
        {oid});
    for (int row = 0; row < checks.rows(); ++row) {
        rules.push_back(
            {rule_name("check", checks, row),
             "SELECT count(*) FROM " + from + " WHERE NOT (" + std::string{checks.text(row, 2)} + ")",
             {}});
    }
    // A domain over a domain has the checks of both. Their expressions speak of VALUE, which reads as a name.
    const postgres_result domains = connection.query(
        while_doing,
        "WITH RECURSIVE below(attname, oid) AS ("
        " SELECT attname, atttypid FROM pg_catalog.pg_attribute"
        "  WHERE attrelid = $1::oid AND attnum > 0 AND NOT attisdropped"
        " UNION ALL SELECT b.attname, t.typbasetype FROM below b JOIN pg_catalog.pg_type t ON t.oid = b.oid"
        "  WHERE t.typtype = 'd')"
        " SELECT c.conname, c.convalidated, pg_catalog.pg_get_expr(c.conbin, 0), b.attname,"
        " pg_catalog.format_type(s.oid, -1), pg_catalog.format_type(t.oid, NULL)"
        " FROM below b JOIN pg_catalog.pg_type t ON t.oid = b.oid"
        " JOIN below e ON e.attname = b.attname"
        " JOIN pg_catalog.pg_type s ON s.oid = e.oid AND s.typtype <> 'd'"
        " JOIN pg_catalog.pg_constraint c ON c.contypid = t.oid AND c.contype = 'c' ORDER BY 4, 1",
        {oid});
    for (int row = 0; row < domains.rows(); ++row) {
        rules.push_back({rule_name("check", domains, row) + " of domain " + std::string{domains.text(row, 5)},
                         "SELECT count(*) FROM (SELECT " + identifier(domains.text(row, 3)) +
                             "::" + std::string{domains.text(row, 4)} + " AS value FROM " + from +
                             ") v WHERE NOT (" + std::string{domains.text(row, 2)} + ")",
                         " by its column " + std::string{domains.text(row, 3)}});
    }
}

} // namespace detail

/// The constraints of a table that its rows break. All are looked at: besides NOT VALID ones, those that a
/// disabled trigger or session_replication_role let pass. Unique indexes are believed unless they are
/// invalid.
[[nodiscard]] inline std::vector<broken_rule> broken_rules(postgres_connection& connection,
                                                           const table_shape& table, const std::string& oid) {
    const std::string while_doing = "cannot check the constraints of " + table.shown();
    const std::string from = own_rows(connection, while_doing, table, oid);
    std::vector<detail::rule_query> rules;
    detail::add_foreign_keys(connection, while_doing, oid, from, rules);
    detail::add_checks(connection, while_doing, oid, from, rules);
    std::vector<broken_rule> broken;
    for (const detail::rule_query& each : rules) {
        const postgres_result counted =
            connection.query("cannot check " + each.rule + " of " + table.shown(), each.broken);
        if (const auto rows = static_cast<std::uint64_t>(counted.number(0, 0)); rows > 0) {
            broken.push_back(counted_rule(table.shown(), each.rule, rows, each.how));
        }
    }
    const postgres_result indexes = connection.query(
        while_doing,
        "SELECT c.relname FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid"
        " WHERE i.indrelid = $1::oid AND (i.indisunique OR i.indisexclusion)"
        " AND NOT (i.indisvalid AND i.indisready) ORDER BY 1",
        {oid});
    for (int row = 0; row < indexes.rows(); ++row) {
        const std::string rule = "index " + std::string{indexes.text(row, 0)} + " (invalid)";
        broken.push_back(
            {table.shown(), rule, 0,
             table.shown() + ": " + rule + ": the key is not enforced; rebuild it with REINDEX"});
    }
    return broken;
}

} // namespace synth

#endif
