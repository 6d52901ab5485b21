// SPDX-License-Identifier: BSL-1.0
#include "text_documents.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "sql_tree.hpp"

namespace synth::introspect {

namespace {

// Documents that nothing is asked of are shorter.
constexpr unsigned room_for_documents = 100;

// Whether a condition reads a column as JSON somewhere: any other text would be an error there.
bool reads_as_json(const sql_tree::node& one, const table& of, std::size_t column) {
    if (one.is_object() && kind_of(one) == "TypeCast") {
        const std::string type = name_of(part(part(inside(one), "typeName"), "names")).last;
        const sql_tree::node& what = without_casts(part(inside(one), "arg"));
        if ((type == "json" || type == "jsonb") && kind_of(what) == "ColumnRef" &&
            column_named(inside(what), of, engine::postgresql) == column) {
            return true;
        }
    }
    const auto reads = [&](const sql_tree::node& each) {
        return each.is_structured() && reads_as_json(each, of, column);
    };
    return std::ranges::any_of(one, reads);
}

bool is_read_as_json(const table& of, std::size_t column) {
    return std::ranges::any_of(of.checks, [&](const check& one) {
        return std::ranges::any_of(one.conditions, [&](const std::string& condition) {
            try {
                const sql_tree tree{condition};
                return reads_as_json(tree.root(), of, column);
            } catch (const untranslatable&) {
                return false; // the check itself says why
            }
        });
    });
}

} // namespace

void take_documents(catalog& database) {
    for (table& of : database.tables) {
        for (std::size_t at = 0; at < of.columns.size(); ++at) {
            value_type& type = of.columns[at].type;
            const auto has_it = [&](const auto& each) {
                return std::ranges::find(each.columns, at) != each.columns.end();
            };
            const bool plain = type.of == kind::text && !type.array && type.other_name.empty() &&
                               !type.fixed_length &&
                               (type.max_length == 0 || type.max_length >= room_for_documents);
            if (plain && !has_it(of.primary_key) && std::ranges::none_of(of.unique, has_it) &&
                std::ranges::none_of(of.references, has_it) && is_read_as_json(of, at)) {
                type.of = kind::json;
                type.other_name = type.max_length == 0 && type.sql == "text" ? "text" : "varchar";
                type.max_length = 0;
            }
        }
    }
}

} // namespace synth::introspect
