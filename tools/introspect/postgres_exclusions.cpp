// SPDX-License-Identifier: BSL-1.0
#include "postgres_exclusions.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "range_text.hpp"

namespace synth::introspect {

namespace {

// Whether rows with distinct values of the columns keep the constraint: equal columns alone, or with one
// whose keys do not overlap. There are enough of these for the rows that a condition leaves out, too.
bool is_key(const table& owner, const std::vector<std::size_t>& columns, const exclusion& one) {
    std::size_t overlapping = 0;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const std::string& operation = one.parts[at].operation;
        if (operation != "=" && !keys_are_apart(owner.columns[columns[at]].type, operation)) {
            return false;
        }
        overlapping += operation == "=" ? 0 : 1;
    }
    return overlapping == 1 || (overlapping == 0 && one.predicate.empty());
}

} // namespace

postgres_result exclusions_of(const postgres_connection& from, const std::string& tables) {
    return from.query(
        "SELECT c.conrelid, c.conname, pg_get_constraintdef(c.oid), pg_get_expr(i.indpred, i.indrelid), "
        "array_to_string(c.conkey, ' '), "
        "(SELECT string_agg(pg_get_indexdef(c.conindid, n, false), E'\\x1f' ORDER BY n) "
        "FROM generate_series(1, i.indnkeyatts) n), "
        "(SELECT string_agg(o.oprname, E'\\x1f' ORDER BY u.place) "
        "FROM unnest(c.conexclop) WITH ORDINALITY u(operator, place) JOIN pg_operator o ON o.oid = "
        "u.operator), "
        "(SELECT string_agg(CASE WHEN t.typtype = 'r' THEN t.typname ELSE '' END, E'\\x1f' ORDER BY "
        "a.attnum) "
        "FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid "
        "WHERE a.attrelid = c.conindid AND a.attnum BETWEEN 1 AND i.indnkeyatts) "
        "FROM pg_constraint c JOIN pg_index i ON i.indexrelid = c.conindid "
        "WHERE c.conrelid = ANY ($1::oid[]) AND c.contype = 'x' AND c.conparentid = 0 ORDER BY c.conrelid, "
        "c.conname COLLATE \"C\"",
        tables);
}

void add_exclusion(const numbered_table& owner, const postgres_result& rows, int row) {
    exclusion next{.name = rows.text(row, 1), .predicate = rows.text(row, 3), .text = rows.text(row, 2)};
    const std::vector<std::string> expressions = parts_of_list(rows.text(row, 5));
    const std::vector<std::string> operations = parts_of_list(rows.text(row, 6));
    const std::vector<std::string> types = parts_of_list(rows.text(row, 7));
    if (operations.size() != expressions.size() || types.size() != expressions.size()) {
        owner.entry.notes.push_back(
            {.text = next.text, // a text in it holds what stands between the parts
             .consequence = "rows may break it; give its columns generators that keep it"});
        return;
    }
    for (std::size_t at = 0; at < expressions.size(); ++at) {
        next.parts.push_back({expressions[at], operations[at], types[at]});
    }
    key columns{.exclusion = next.name};
    std::size_t place = 0;
    for (const int each : rows.numbers(row, 4)) {
        if (const auto found = owner.columns.find(each); found != owner.columns.end()) {
            const std::string made = generation_of(owner.entry.columns[found->second]);
            if (made.empty()) {
                columns.columns.push_back(found->second);
            } else if (place < next.parts.size()) { // it is about what the column is made of
                next.parts[place].expression = made.substr(1, made.size() - 2); // without its parentheses
            }
        }
        ++place;
    }
    // Zero stands for an expression.
    if (columns.columns.size() == next.parts.size() && is_key(owner.entry, columns.columns, next)) {
        owner.entry.unique.push_back(std::move(columns));
    } else {
        owner.entry.exclusions.push_back(std::move(next));
    }
}

} // namespace synth::introspect
